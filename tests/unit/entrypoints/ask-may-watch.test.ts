import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askMayWatch } from '../../../entrypoints/popup/ask-may-watch.ts';
import { mayWatch } from '../../../background/site-permission.ts';

vi.mock('../../../background/site-permission.ts', () => ({ mayWatch: vi.fn() }));

const tabAt = (url: string | null) => Promise.resolve({ id: 7, url, incognito: false });

beforeEach(() => {
  vi.mocked(mayWatch).mockImplementation((host) => Promise.resolve(host === 'www.sonymusic.com'));
});
afterEach(() => {
  vi.mocked(mayWatch).mockReset();
});

describe('askMayWatch', () => {
  it('asks of the named host at once, and once', async () => {
    const asked = askMayWatch(tabAt('https://www.sonymusic.com/'), 'www.sonymusic.com');
    expect(mayWatch).toHaveBeenCalledWith('www.sonymusic.com');
    expect(await asked).toBe(true);
    expect(mayWatch).toHaveBeenCalledTimes(1);
  });

  it('goes by the address that the tab has, whatever was named', async () => {
    expect(await askMayWatch(tabAt('https://other.example/'), 'www.sonymusic.com')).toBe(false);
    expect(await askMayWatch(tabAt('https://www.sonymusic.com/'), null)).toBe(true);
  });

  it('knows nothing where no site is told', async () => {
    expect(await askMayWatch(tabAt(null), 'www.sonymusic.com')).toBeNull();
    expect(await askMayWatch(tabAt('about:blank'), null)).toBeNull();
  });

  it('leaves the failure of a tab that is gone to who asked for it', async () => {
    expect(await askMayWatch(Promise.reject(new Error('gone')), 'www.sonymusic.com')).toBeNull();
  });
});

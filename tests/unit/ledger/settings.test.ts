import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '../../../ledger/settings.ts';
import {
  changeSettings,
  followSettings,
  forgetSettings,
  readSettings,
  storedSettings,
} from '../../../ledger/border/settings-storage.ts';

const area = fakeBrowser.storage.local;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('readSettings', () => {
  it.each<[unknown, Partial<Settings>]>([
    [undefined, {}],
    ['damaged', {}],
    [{ version: 2, language: 'de' }, {}],
    [{ version: 1 }, {}],
    [
      { version: 1, language: 'de', badge: false, region: 'US-CA' },
      { language: 'de', badge: false, region: 'US-CA' },
    ],
    // A damaged member takes no other choice with it.
    [{ version: 1, language: 5, badge: 'yes', region: 'NL' }, { region: 'NL' }],
    [
      { version: 1, language: 'fr', badge: false, region: 'Atlantis' },
      { language: 'fr', badge: false },
    ],
  ])('%j', async (stored, expected) => {
    if (stored !== undefined) await area.set({ settings: stored });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });

  it('gives the defaults where storage does not answer', async () => {
    vi.spyOn(area, 'get').mockRejectedValue(new Error('broken'));
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('changeSettings', () => {
  it('changes what is named and keeps the rest', async () => {
    await changeSettings({ region: 'DE' });
    expect(await changeSettings({ badge: false })).toEqual({ ...DEFAULT_SETTINGS, badge: false, region: 'DE' });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, badge: false, region: 'DE' });
  });

  it('says when storage is full, and then nothing has changed', async () => {
    await changeSettings({ region: 'DE' });
    vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await expect(changeSettings({ region: 'FR' })).rejects.toThrow('quota');
    expect((await readSettings()).region).toBe('DE');
  });
});

describe('two changes in one moment', () => {
  it('both stay', async () => {
    await Promise.all([
      changeSettings({ badge: false }),
      changeSettings({ gpc: true }),
      changeSettings({ region: 'DE' }),
    ]);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, badge: false, gpc: true, region: 'DE' });
  });

  it('both stay when they are made on two pages', async () => {
    // Another page of the extension has a copy of its own, and the browser’s locks in common.
    vi.resetModules();
    const other = await import('../../../ledger/border/settings-storage.ts');
    await Promise.all([changeSettings({ badge: false }), other.changeSettings({ gpc: true })]);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, badge: false, gpc: true });
  });

  it('stay in their order with a deletion', async () => {
    await Promise.all([changeSettings({ badge: false }), forgetSettings(), changeSettings({ gpc: true })]);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, gpc: true });
  });

  it('the second is made though the first failed', async () => {
    vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const [first, second] = await Promise.allSettled([changeSettings({ badge: false }), changeSettings({ gpc: true })]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, gpc: true });
  });
});

describe('a read that fails', () => {
  it('overwrites nothing: the change is refused', async () => {
    await changeSettings({ region: 'DE', gpc: true });
    vi.spyOn(area, 'get').mockRejectedValueOnce(new Error('broken'));
    await expect(changeSettings({ badge: false })).rejects.toThrow('broken');
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, region: 'DE', gpc: true });
  });

  it('is told to whom acts on the settings', async () => {
    vi.spyOn(area, 'get').mockRejectedValueOnce(new Error('broken'));
    await expect(storedSettings()).rejects.toThrow('broken');
  });
});

describe('what another version has stored beside them', () => {
  it('stays', async () => {
    await area.set({ settings: { version: 1, badge: false, later: 'x' } });
    await changeSettings({ gpc: true });
    expect((await area.get('settings')).settings).toMatchObject({ badge: false, gpc: true, later: 'x' });
  });
});

describe('forgetSettings', () => {
  it('leaves nothing behind', async () => {
    await changeSettings({ badge: false });
    await forgetSettings();
    expect(await area.get(null)).toEqual({});
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('followSettings', () => {
  it('tells of each change and of the end of all choices, until it is stopped', async () => {
    const told: Settings[] = [];
    const stop = followSettings((now) => told.push(now));
    await changeSettings({ badge: false });
    await forgetSettings();
    stop();
    await changeSettings({ badge: false });
    expect(told).toEqual([{ ...DEFAULT_SETTINGS, badge: false }, DEFAULT_SETTINGS]);
  });

  it('is silent for anything else', async () => {
    const tell = vi.fn();
    followSettings(tell);
    await area.set({ other: 1 });
    await fakeBrowser.storage.session.set({ settings: { version: 1 } });
    expect(tell).not.toHaveBeenCalled();
  });
});

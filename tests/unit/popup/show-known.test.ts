// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupTab } from '../../../components/popup/popup-state.ts';
import firstWords from '../../../entrypoints/popup-host.ts';
import { showKnown } from '../../../entrypoints/popup/show-known.ts';

const NAMED = { tab: 7, host: 'www.artist.example' };
const TAB: PopupTab = { id: 7, url: 'https://www.artist.example/tour', incognito: false };

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../../entrypoints/popup/index.html'), 'utf8');

/** The popup's page, and what the popup's own script makes of its address, before the browser has said anything. */
function open(search: string): void {
  const { body } = new DOMParser().parseFromString(PAGE, 'text/html');
  document.body.replaceChildren(...body.querySelectorAll('.first-words, #number'));
  history.replaceState(null, '', `/popup.html${search}`);
  void firstWords.main();
}
const host = (): string | null | undefined => document.getElementById('host')?.textContent;
const number = (): HTMLElement | null => document.getElementById('number');

beforeEach(() => {
  const getTitle = ({ tabId }: { readonly tabId?: number }): Promise<string> =>
    Promise.resolve(tabId === 7 ? 'Liner Notes: 5 other companies' : 'Liner Notes');
  Object.assign(fakeBrowser.action, { getTitle });
});

describe('the first words of the popup', () => {
  it('are the host that its address names', () => {
    open('?of=7&at=www.artist.example');
    expect(host()).toBe('www.artist.example');
  });

  it('are set smaller where the host is long', () => {
    open('?of=7&at=a-very-long-name-of-an-artist.example');
    expect(document.getElementById('host')?.className).toBe('host long');
  });

  it.each(['', '?tab=7', '?of=x&at=www.artist.example', '?of=7'])('are missing where it names none: "%s"', (search) => {
    open(search);
    expect(host()).toBe('');
  });

  it('are text, whatever the address says', () => {
    open(`?of=7&at=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('what the browser says of the tab', () => {
  it('leaves them as they are where they are right, and adds the number', async () => {
    open('?of=7&at=www.artist.example');
    const shown = document.getElementById('host')?.firstChild;
    await showKnown(Promise.resolve(TAB), NAMED);
    expect(document.getElementById('host')?.firstChild).toBe(shown);
    expect(number()?.textContent).toBe('5 other companies');
  });

  it('takes their place where the tab is another', async () => {
    open('?of=7&at=www.artist.example');
    await showKnown(Promise.resolve({ id: 8, url: 'https://other.example/', incognito: false }), NAMED);
    expect(host()).toBe('other.example');
    expect(number()?.hidden).toBe(true);
  });

  it.each<[string, () => Promise<PopupTab>]>([
    ['is in a private window', () => Promise.resolve({ ...TAB, incognito: true })],
    ['shows no page', () => Promise.resolve({ ...TAB, url: null })],
    ['is gone', () => Promise.reject(new Error('No tab with id: 7.'))],
  ])('takes them away where the tab %s', async (_, tab) => {
    open('?of=7&at=www.artist.example');
    await showKnown(tab(), NAMED);
    expect(host()).toBe('');
    expect(number()?.hidden).toBe(true);
  });

  it('stands alone where the address names nothing', async () => {
    open('');
    await showKnown(Promise.resolve(TAB));
    expect(host()).toBe('www.artist.example');
  });
});

// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupTab } from '../../../components/popup/popup-state.ts';
import firstWords from '../../../entrypoints/popup-host.ts';
import { fetchWords } from '../../../entrypoints/popup/fetch-words.ts';
import { takeFirstQuestions } from '../../../entrypoints/popup/first-questions.ts';
import { showKnown } from '../../../entrypoints/popup/show-known.ts';
import { visitKey } from '../../../ledger/piece-keys.ts';

const NAMED = { tab: 7, host: 'www.artist.example', words: '5 other companies' };
const SEARCH = '?of=7&at=www.artist.example&say=5+other+companies';
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
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ root: 'r1', document: 'd1' } as never);
  takeFirstQuestions();
});

describe('the first words of the popup', () => {
  it('are the host that its address names', () => {
    open('?of=7&at=www.artist.example');
    expect(host()).toBe('www.artist.example');
  });

  it('are the words of the button too', () => {
    open(SEARCH);
    expect(number()?.hidden).toBe(false);
    expect(number()?.textContent).toBe('5 other companies');
  });

  it('are the host alone where the button says nothing', () => {
    open('?of=7&at=www.artist.example');
    expect(number()?.hidden).toBe(true);
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
    const image = encodeURIComponent('<img src=x onerror=alert(1)>');
    open(`?of=7&at=${image}&say=${image}`);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('what the browser says of the tab', () => {
  it('leaves them as they are where they are right', async () => {
    open(SEARCH);
    const shown = document.getElementById('host')?.firstChild;
    await showKnown(Promise.resolve(TAB), NAMED);
    expect(document.getElementById('host')?.firstChild).toBe(shown);
    expect(number()?.textContent).toBe('5 other companies');
  });

  it.each<[string, PopupTab]>([
    ['is another', { id: 8, url: 'https://other.example/', incognito: false }],
    ['shows a page of another host by now', { ...TAB, url: 'https://other.example/' }],
  ])('takes their place where the tab %s', async (_, tab) => {
    open(SEARCH);
    await showKnown(Promise.resolve(tab), NAMED);
    expect(host()).toBe('other.example');
    expect(number()?.hidden).toBe(true);
  });

  it.each<[string, () => Promise<PopupTab>]>([
    ['is in a private window', () => Promise.resolve({ ...TAB, incognito: true })],
    ['shows no page', () => Promise.resolve({ ...TAB, url: null })],
    ['is gone', () => Promise.reject(new Error('No tab with id: 7.'))],
  ])('takes them away where the tab %s', async (_, tab) => {
    open(SEARCH);
    await showKnown(tab(), NAMED);
    expect(host()).toBe('');
    expect(number()?.hidden).toBe(true);
  });

  it('stands alone where the address names nothing', async () => {
    open('');
    await showKnown(Promise.resolve(TAB));
    expect(host()).toBe('www.artist.example');
    expect(number()?.hidden).toBe(true);
  });
});

describe('the first questions', () => {
  it('are put at once, for the modules to take up, once', async () => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ ...TAB }] as never);
    await browser.storage.local.set({ settings: { badge: false } });
    await browser.storage.session.set({ [visitKey(7)]: 'the head' });
    open(SEARCH);
    const questions = takeFirstQuestions();
    expect(await questions?.tab).toEqual(TAB);
    expect((await questions?.answers.stored)?.[visitKey(7)]).toBe('the head');
    expect(await questions?.answers.presence).toEqual({ root: 'r1', document: 'd1' });
    expect(await questions?.settings).toEqual({ settings: { badge: false } });
    expect(takeFirstQuestions()).toBeNull();
  });

  it('are not put where the address names no tab', () => {
    open('?tab=7');
    expect(takeFirstQuestions()).toBeNull();
  });

  it('leave the first words as they are where they cannot be put, and the modules put them', () => {
    vi.spyOn(browser.tabs, 'query').mockImplementation(() => {
      throw new TypeError('Extension context invalidated.');
    });
    vi.spyOn(browser.storage.session, 'get').mockImplementation(() => {
      throw new TypeError('Extension context invalidated.');
    });
    vi.spyOn(navigator, 'languages', 'get').mockImplementation(() => {
      throw new TypeError('no languages');
    });
    open(SEARCH);
    expect(host()).toBe('www.artist.example');
    expect(number()?.textContent).toBe('5 other companies');
    expect(takeFirstQuestions()).toBeNull();
  });

  it('fail without a word where nobody takes them up', async () => {
    vi.spyOn(browser.tabs, 'query').mockRejectedValue(new Error('gone'));
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    open(SEARCH);
    // A rejection that nobody takes up fails the run.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    await expect(takeFirstQuestions()?.tab).rejects.toThrow('gone');
  });
});

describe('the words', () => {
  const FILES = JSON.stringify({
    de: ['/de.js', '/sentences.js'],
    en: ['/en.js'],
    'pt-br': ['/pt-br.js', '/sentences.js'],
  });
  const fetched = (): string[] =>
    [...document.head.querySelectorAll('link[rel="modulepreload"]')].map((link) => link.getAttribute('href') ?? '');

  beforeEach(() => {
    document.head.replaceChildren();
  });

  it.each([
    [
      ['de-AT', 'en'],
      ['/de.js', '/sentences.js'],
    ],
    [['nl', 'en-GB'], ['/en.js']],
    [['pt'], ['/pt-br.js', '/sentences.js']],
    [['pt-BR'], ['/pt-br.js', '/sentences.js']],
    [['nl'], ['/en.js']],
    [[], ['/en.js']],
  ])('for %j are fetched from %j', (wanted, files) => {
    fetchWords(FILES, wanted);
    expect(fetched()).toEqual(files);
  });

  it('are not fetched early where the build names none', () => {
    fetchWords(undefined, ['de']);
    expect(fetched()).toEqual([]);
  });
});

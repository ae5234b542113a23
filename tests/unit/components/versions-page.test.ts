// @vitest-environment happy-dom
/** Is the history of a policy told in a table that can be read without seeing it, and by the keyboard? */
import { fireEvent, render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import VersionsPage from '../../../components/versions/VersionsPage.svelte';
import { ownVersion } from '../../../findings/own-version.ts';
import { createTimeline } from '../../../findings/policy-timeline.ts';
import de from '../../../locales/de.json' with { type: 'json' };
import { copyOf } from '../../../reading/kept-copy.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readPolicy } from '../../../reading/read-policy.ts';
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { historySentences, shippedHistory } from '../../../shipped/history.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { english, languageOf } from '../english.ts';
import { readShipped } from '../study-shipped.ts';
import { wordsOf } from './popup-fixture.ts';

const { organisation: _id, practices: _practices, ...history } = shippedHistory('sony-music');
const open = (over: object = {}) =>
  render(VersionsPage, {
    props: { language: english, translated: {}, findOwn: () => Promise.resolve(null), ...history, ...over },
  });
const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
function buttonOf(practice: string): Element {
  const button = document.querySelector(`tr[data-practice="${practice}"] button`);
  if (button === null) throw new Error(`no button of ${practice}`);
  return button;
}
afterEach(() => {
  document.body.replaceChildren();
});

describe('the table of versions', () => {
  it('names each version above its column, with what has to be known of it', () => {
    open();
    expect(all('thead th').map(wordsOf)).toEqual([
      'Practice',
      'Jul 2004',
      'Jan 2006',
      '10 Feb 2009, the United Kingdom',
      '31 Dec 2011 archived 31 December 2011 the text that we compare with',
      '3 Aug 2012',
      '15 Dec 2015 archived 15 December 2015',
      '1 Jan 2020',
      '22 Nov 2023 known second hand',
    ]);
    expect(all('thead th').every((cell) => cell.getAttribute('scope') === 'col')).toBe(true);
    expect(all('tbody th').every((cell) => cell.getAttribute('scope') === 'row')).toBe(true);
  });

  it('says in each place in words how the version speaks, and where that is another way than before', () => {
    open();
    const row = all('tr[data-practice="mobile-number"] td');
    // The mark before each word is for the eye alone.
    expect(row.map((cell) => wordsOf(cell).replace(/^\S+ /, ''))).toEqual([
      'no sentence',
      'named changed',
      'no sentence',
      'named',
      'named',
      'named',
      'named',
      'not known',
    ]);
    expect(all('tbody .mark').every((mark) => mark.getAttribute('aria-hidden') === 'true')).toBe(true);
  });

  it('tells on a press what each version says, and takes it back', async () => {
    open();
    const button = buttonOf('mobile-number');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.click(button);
    await tick();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const says = document.getElementById(button.getAttribute('aria-controls') ?? '');
    const lines = [...(says?.querySelectorAll('dl > div') ?? [])].map(wordsOf);
    expect(lines).toHaveLength(8);
    expect(lines[1]).toContain('Jan 2006 named Asks for your cell phone number and carrier');
    // Of the held text it is the clause's own summary.
    expect(lines[3]).toMatch(/^31 Dec 2011 .*named .*phone number/);
    await fireEvent.click(button);
    expect(document.getElementById('says-mobile-number')).toBeNull();
  });

  it('can be reached and scrolled by the keyboard', () => {
    open();
    const region = document.querySelector('[role="region"]');
    expect(region?.getAttribute('tabindex')).toBe('0');
    expect(region?.getAttribute('aria-label')).toContain('scrolls');
  });

  it('stands in another language, its sentences too', async () => {
    const translated = await historySentences('de', 'sony-music');
    open({ language: languageOf(de as LanguageFile), translated });
    await fireEvent.click(buttonOf('pre-save'));
    const says = wordsOf(document.getElementById('says-pre-save'));
    expect(says).toContain('Nennt Pre-Save-Aktionen');
    expect(says).not.toContain('Names pre-save campaigns');
  });

  it('of a policy of which no other version is known is no table', () => {
    const [{ practices, organisation }] = shippedKnowledge();
    open({ timeline: createTimeline(practices, organisation, []) });
    expect(document.querySelector('table')).toBeNull();
    expect(wordsOf(document.querySelector('main'))).toContain('No other version is known.');
  });
});

describe('the person’s own copy', () => {
  const TEXT = `# Privacy Policy\n\nLast updated: May 2, 2020\n\n${'We collect personal information such as your e-mail address. '.repeat(4)}\n\nWe use Flash cookies to keep your preferences.`;
  async function own(text: string, country: string | null = 'US') {
    const raw = readPlainText(text, { address: 'https://www.sonymusic.com/privacy', title: 'Privacy Policy' });
    const copy = copyOf(readPolicy(raw), {
      id: 'mine',
      readAt: Date.UTC(2026, 10, 26, 12),
      organisation: 'sony-music',
    });
    return ownVersion(copy, await readShipped(copy.document), _practices, { day: '2026-11-26', country });
  }

  it('is the last column, with its date, the day it was read, and its sentences word for word', async () => {
    open({ findOwn: () => own(TEXT) });
    await vi.waitFor(() => {
      expect(all('thead th').map(wordsOf).at(-1)).toBe('2 May 2020 your own copy, read on 26 November 2026');
    });
    expect(wordsOf(all('tr[data-practice="flash-cookies"] td').at(-1))).toContain('named');
    expect(wordsOf(all('tr[data-practice="fingerprinting"] td').at(-1))).toContain('no sentence');
    await fireEvent.click(buttonOf('flash-cookies'));
    expect(wordsOf(document.getElementById('says-flash-cookies'))).toContain(
      'We use Flash cookies to keep your preferences.',
    );
  });

  it('says nothing of what it does not hold where it was cut short, and no change where its country is not known', async () => {
    open({ findOwn: () => Promise.resolve(own(`${TEXT} We also share your`, null)) });
    await vi.waitFor(() => {
      expect(all('thead th')).toHaveLength(10);
    });
    expect(wordsOf(all('tr[data-practice="fingerprinting"] td').at(-1))).toContain('not known');
    expect(all('tbody tr td:last-child.changed')).toHaveLength(0);
  });

  it('that cannot be read is told, and the rest stands', async () => {
    open({ findOwn: () => Promise.reject(new Error('no database')) });
    await vi.waitFor(() => {
      expect(wordsOf(document.querySelector('[role="alert"]'))).toContain('no database');
    });
    expect(all('thead th')).toHaveLength(9);
  });
});

describe('the page of versions', () => {
  it('tells where each version stands, and that none was found of the last', async () => {
    open();
    for (const summary of all('details > summary')) await fireEvent.click(summary);
    await tick();
    const links = all('details a').map((link) => link.getAttribute('href'));
    expect(links).toHaveLength(7);
    expect(links.every((href) => href?.startsWith('https://web.archive.org/web/2'))).toBe(true);
    expect(wordsOf(document.querySelector('main'))).toContain('No archived copy was found.');
  });
});

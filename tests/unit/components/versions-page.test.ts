// @vitest-environment happy-dom
/** Is the history of a policy told in a table that can be read without seeing it, and by the keyboard? */
import { fireEvent, render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import VersionsPage from '../../../components/versions/VersionsPage.svelte';
import { createTimeline } from '../../../findings/policy-timeline.ts';
import de from '../../../locales/de.json' with { type: 'json' };
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { historySentences, shippedHistory } from '../../../shipped/history.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { english, languageOf } from '../english.ts';
import { wordsOf } from './popup-fixture.ts';

const { organisation: _id, ...history } = shippedHistory('sony-music');
const open = (over: object = {}) =>
  render(VersionsPage, { props: { language: english, translated: {}, ...history, ...over } });
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

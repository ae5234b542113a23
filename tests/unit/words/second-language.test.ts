// @vitest-environment happy-dom
/** Does the whole popup speak the language that was chosen, but for the policy's own words and the names of a page? */
import { describe, expect, it } from 'vitest';
import organisation from '../../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import { languages, loadLanguage } from '../../../shipped/languages.ts';
import { languageOf } from '../english.ts';
import { declareLanguage, loadFittingLanguage } from '../../../components/parts/page-language.ts';
import {
  addressesOf,
  go,
  open as openIn,
  unfoldAll,
  words,
  wordsOf,
  type Setting,
} from '../components/popup-fixture.ts';
import { analyticsClause, cookieClause, listed, makeReport, unlisted } from '../components/report-fixture.ts';
import { AT, makeHost, makeVisit } from '../../../tools/builders/visits.ts';
import { makeCompany, makeContact } from '../../../tools/builders/reports.ts';
import { second } from './second-language.ts';

const open = (setting: Setting = {}) => openIn({ language: languageOf(second), ...setting });

describe('what the data says', () => {
  it('follows in the list of practices and in each of them', () => {
    open({ at: '#practices' });
    expect(words()).toContain('«Zählung»');
    expect(words()).toContain('«Verwalter»');
    expect(words()).not.toContain('Web analytics');
    go('#practice/web-analytics');
    expect(wordsOf(document.querySelector('h1'))).toBe('«Zählung»');
    expect(document.title).toBe('«Zählung» · «Liner Notes»');
    for (const text of ['«Was das Zählen ist.»', '«Zählen heißt so.»', '«Man folgt Besuchen.»', '«Cookies löschen.»']) {
      expect(words()).toContain(text);
    }
  });

  it('or says that it is English, where it has no translation', () => {
    open({ at: '#practice/web-analytics', language: languageOf({ ...second, clauses: {} }) });
    const summaries = [...document.querySelectorAll<HTMLElement>('figure .ours span:not(.voice)')];
    expect(summaries.map(({ textContent, lang }) => [textContent, lang])).toEqual([
      [analyticsClause.summary, 'en'],
      [cookieClause.summary, 'en'],
    ]);
  });

  it('but for the quotes, which stay verbatim and say that they are English', () => {
    open({ at: '#practice/web-analytics' });
    const quotes = [...document.querySelectorAll('blockquote')];
    expect(quotes.map(({ textContent }) => textContent)).toEqual([analyticsClause.quote, cookieClause.quote]);
    expect(quotes.map(({ lang }) => lang)).toEqual(['en', 'en']);
  });

  it('follows in the routes, and on the button of the first screen', async () => {
    open();
    expect(wordsOf(document.querySelector('a.main'))).toBe(
      '«Ask Sony Music about your data» «See, correct or delete it»',
    );
    go('#act');
    await unfoldAll();
    for (const text of [
      '«Schreiben»',
      '«Fragen aller Art.»',
      '«eine Adresse»',
      '«Das Formular von 2011.»',
      '«Brief»',
      '«An die Post»',
      '«Fits: «Zählung»»',
    ]) {
      expect(words()).toContain(text);
    }
    go('#practice/tag-manager');
    expect(words()).toContain('«What you can do» «Schreiben»');
  });

  it('follows for companies, kept items, owners, and what is not seen', async () => {
    open({ at: '#companies' });
    expect(words()).toContain('«Misst die Nutzung.»');
    go('#company/other%20Google');
    expect(words()).toContain('«Abwahl»');
    expect(words()).toContain('«Unterscheidet Browser.»');
    expect([...document.querySelectorAll('a[href^="#practice/"]')].map(wordsOf)).toEqual(['«Verwalter»', '«Zählung»']);
    go('#kept');
    await unfoldAll();
    expect(words()).toContain('«Unterscheidet Browser.»');
    go('#site');
    expect(words()).toContain('«Sony Music»');
    go('#about');
    expect(words()).toContain('«redirects, by which one company hands you on to another»');
  });
});

it('numbers and plurals follow', () => {
  const many = Array.from({ length: 1204 }, (_, index) =>
    makeContact(makeCompany({ name: `C${index}` }), [makeHost(`${index}.example`, { count: 2001 })]),
  );
  open({ report: makeReport({ companies: many }) });
  expect(wordsOf(document.querySelector('[data-count]'))).toMatch(
    /^«This page contacted 1\.204 other companies, among them /,
  );
  expect(wordsOf(document.querySelector('a[href="#companies"]'))).toBe('1.204 «Companies»');
});

describe('no word of ours is forgotten', () => {
  /** Names, addresses, times, numbers, marks between words, and what stands in the data without a translation here. */
  const untranslated = (text: string): boolean =>
    /[a-z]{3}/i.test(text) && !/[«»]/.test(text) && !/^[\w.*/#@:-]*[./_:-][\w.*/#@:-]*$/.test(text);

  /** Texts that stand in no quote and in no name made by a page, and that are in no language of ours. */
  function forgotten(): readonly string[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode() !== null) {
      const { parentElement: parent, textContent } = walker.currentNode;
      const text = (textContent ?? '').trim();
      if (parent?.closest('blockquote, .name, bdi, [lang="en"], .path') !== null) continue;
      if (untranslated(text)) found.push(text);
    }
    return found;
  }

  /** All that the data says here is translated but this. */
  const bare = makeReport();
  const report = makeReport({
    recognition: listed,
    findings: bare.findings.filter(({ practice }) => ['web-analytics', 'tag-manager'].includes(practice.id)),
    companies: bare.companies.filter(({ company }) => company.name === 'Google Analytics'),
    items: bare.items.slice(0, 1),
    routes: bare.routes.slice(1, 3),
    visit: makeVisit({ late: true, limits: [{ at: AT, observer: 'forms', reason: 'failed', count: 1 }] }),
  });

  it.each(addressesOf(report))('at %s', async (at) => {
    open({ report, at });
    await unfoldAll();
    expect(words()).toContain('«');
    expect(forgotten()).toEqual([]);
  });

  it.each<[string, Setting]>([
    ['loading', { ledger: { state: 'loading' } }],
    ['error', { ledger: { state: 'error', message: '«message»' } }],
    ['private', { tab: { incognito: true } }],
    ['not covered', { ledger: { state: 'empty' }, recognition: unlisted }],
    ['no page', { ledger: { state: 'empty' }, tab: { url: 'about:blank' } }],
  ])('%s', (_name, setting) => {
    open(setting);
    expect(forgotten()).toEqual([]);
  });
});

describe('each language that there is', () => {
  it.each(languages.map(({ code }) => code))('%s has words for every view, with all gaps filled', async (code) => {
    const language = languageOf(await loadLanguage(code));
    const report = makeReport();
    open({ report, language });
    for (const address of addressesOf(report)) {
      go(address);
      await unfoldAll();
      expect(words(), address).not.toMatch(/{{|}}/);
      // A key without words is shown as the key.
      expect(words(), address).not.toMatch(
        /\b(header|sections|lead|finding|clause|evidence|companies|category|kept|flash|act|copy|foot|home|view)\.[a-z]/i,
      );
    }
  });
});

describe('a page', () => {
  it('says which language it speaks, and which way its lines run', async () => {
    document.documentElement.lang = 'xx';
    document.documentElement.dir = 'rtl';
    const language = await loadFittingLanguage('en', [organisation]);
    declareLanguage(language);
    expect(document.documentElement.lang).toBe('en');
    expect(document.documentElement.dir).toBe('ltr');
    open({ language });
    expect(words()).toContain('What stands out');
    expect(words()).not.toContain('«');
  });

  it('speaks another language when none of the chosen name is there', async () => {
    expect((await loadFittingLanguage('tlh', [organisation])).code).not.toBe('tlh');
  });
});

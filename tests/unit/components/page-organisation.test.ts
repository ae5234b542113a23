// @vitest-environment happy-dom
/** Does the popup call the company of each page by its name, and read what its own data says in the language? */
import { expect, it } from 'vitest';
import en from '../../../locales/en.json' with { type: 'json' };
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { languagesOf } from '../../../words/organisation-languages.ts';
import { second } from '../words/second-language.ts';
import { go, open, words } from './popup-fixture.ts';
import { analyticsClause, cookieClause, listed, makeReport, unlisted } from './report-fixture.ts';

const organisations = [
  { id: 'sony-music', name: 'Sony Music', legalName: 'Sony Music Entertainment', family: 'Sony' },
  { id: 'kelpwick', name: 'Kelpwick Records', legalName: 'Kelpwick Records Inc.' },
];
const languageFor = languagesOf(en as LanguageFile, organisations);
const kelpwick = { ...listed, organisation: 'kelpwick', operator: 'Kelpwick Records Inc.', label: null, reasons: [] };

it.each(['#', '#practices', '#kept', '#about', '#site'])(
  'on a page of another company nothing at %s names Sony Music, but where all companies are meant',
  (at) => {
    open({ report: makeReport({ recognition: kelpwick }), recognition: kelpwick, languageFor, at });
    const said = words()
      .replaceAll('Sony Music or Kelpwick Records', '')
      .replaceAll('Sony Music and Kelpwick Records', '');
    expect(said).not.toMatch(/Sony/);
  },
);

it('names the other company when the tab goes to its page, on whatever view one stands', () => {
  const { change } = open({ report: makeReport(), languageFor, at: '#companies' });
  expect(words()).toContain('Sony Music’s own hosts');
  change(makeReport({ recognition: kelpwick }));
  expect(words()).toContain('Kelpwick Records’ own hosts');
  expect(words()).not.toContain('Sony Music’s');
});

it('names all of them on a page that is nobody’s', () => {
  open({ ledger: { state: 'empty' }, recognition: unlisted, languageFor });
  expect(words()).toContain('is not on our list of Sony Music and Kelpwick Records sites');
});

it('reads the summaries of the page’s own organisation, and says where they are English', () => {
  const file = {
    ...second,
    clauses: {},
    organisations: { 'sony-music': { clauses: second.clauses }, kelpwick: { clauses: {} } },
  };
  const { change } = open({ report: makeReport(), languageFor: languagesOf(file, organisations) });
  go('#practice/web-analytics');
  const summaries = () =>
    [...document.querySelectorAll<HTMLElement>('figure .ours span:not(.voice)')].map(({ textContent, lang }) => [
      textContent,
      lang,
    ]);
  expect(summaries()[0]).toEqual(['«Zählen heißt so.»', '']);
  change(makeReport({ recognition: kelpwick }));
  expect(summaries()).toEqual([
    [analyticsClause.summary, 'en'],
    [cookieClause.summary, 'en'],
  ]);
});

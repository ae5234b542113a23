/** Two record companies known at once, in two languages: does every sentence on a page name the company whose page it is? */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MORE_ORGANISATIONS } from '../../../checks/organisation-folders.ts';
import { readLanguage } from '../../../checks/language-files.ts';
import { asPlainText } from '../../../evidence/plain-text.ts';
import { createReport, type Report } from '../../../findings/report.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { LanguageFile, Words } from '../../../schemas/language-file.ts';
import { clauseWords, phrase, routeWords } from '../../../words/data-words.ts';
import { labelSentence, unnamedSentence } from '../../../words/label-words.ts';
import { companyNames } from '../../../words/company-names.ts';
import { createLanguage, type Language } from '../../../words/language.ts';
import { withOrganisation } from '../../../words/organisation-words.ts';

import { at, form, NOON, request, stored, visit } from '../../../tools/builders/observations.ts';
import { bothCompanies, KELPWICK, organisationOf, ROOT, type CompanyId } from './both-companies.ts';

const PAGES = { kelpwick: 'www.ninepintides.example', 'sony-music': 'www.columbiarecords.com' } as const;
const NAMES = { kelpwick: /Kelpwick/, 'sony-music': /Sony/ } as const;
const OTHER = { kelpwick: 'sony-music', 'sony-music': 'kelpwick' } as const;
const IDS: readonly CompanyId[] = ['kelpwick', 'sony-music'];
const CODES = ['en', 'de'] as const;
type Code = (typeof CODES)[number];

const files = new Map<Code, LanguageFile>();
beforeAll(() => {
  vi.stubEnv(MORE_ORGANISATIONS, KELPWICK);
  for (const code of CODES) files.set(code, readLanguage(ROOT, `${code}.json`).language);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

/** The language of a page of the company. */
function languageOn(id: CompanyId, code: Code): Language {
  const file = files.get(code);
  if (file === undefined) throw new Error(`There is no ${code}`);
  return createLanguage(withOrganisation(file, id), companyNames(IDS.map(organisationOf), organisationOf(id), file));
}

function reportOn(id: CompanyId): Report {
  const host = PAGES[id];
  return createReport(
    foldObservations(visit({ address: at(host) }), [
      request('www.google-analytics.com', { address: at('www.google-analytics.com', '/g/collect') }),
      stored('volume', 'local', { host }),
      form({ host, target: at(host, '/send'), fields: [{ name: 'gender', meaning: 'gender' }] }),
    ]),
    bothCompanies(),
    null,
  );
}

/** The keys of sentences in which the page's company has its place. */
function keysNaming(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value !== 'string') return keysNaming(value, `${before}${key}.`);
    return /\{\{(?:company|legalCompany|family)\b/.test(value) && !value.includes('{{companies') ? [before + key] : [];
  });
}

/** The sentence of a finding, with what else is said of it. */
function saidOf(language: Language, report: Report, practice: string): string {
  const finding = report.findings.find((one) => one.practice.id === practice);
  if (finding === undefined) throw new Error(`${practice} was not seen`);
  return [labelSentence(language, finding, report.organisation.policy), unnamedSentence(language, finding)].join(' ');
}

const cases = CODES.flatMap((code) => IDS.map((id) => [code, id] as const));

describe.each(cases)('in %s on a page of %s', (code, id) => {
  it('every sentence that names the company names this one', () => {
    const language = languageOn(id, code);
    const naming = keysNaming(language.file.words);
    // Its keys are known by their type; these are read from the file.
    const sayAny = language.t as (key: string, options: object) => string;
    expect(naming.length).toBeGreaterThan(20);
    for (const key of naming) {
      // Other places stay as they are: what fills them is not asked here.
      const words = sayAny(key, { skipOnVariables: true });
      expect(words, key).toMatch(NAMES[id]);
      expect(words, key).not.toMatch(NAMES[OTHER[id]]);
    }
  });

  it('the copied text names its own company, policy and sentences', () => {
    const language = languageOn(id, code);
    const report = reportOn(id);
    const { policy } = report.organisation;
    const text = asPlainText(language, report, { now: NOON, policy, version: '0' });
    expect(text).toContain(policy.archiveUrl);
    // Its last line says that Liner Notes belongs to neither.
    const body = text.split('\n').filter((line) => !line.includes('Liner Notes'));
    expect(body.join('\n')).not.toMatch(NAMES[OTHER[id]]);
    expect(text).not.toContain('{{');
    const quotes = report.findings.flatMap(({ clauses }) => clauses.map(({ clause }) => clause.quote));
    expect(quotes.some((quote) => text.includes(quote))).toBe(true);
  });

  it('each way to answer back says who is asked', () => {
    const language = languageOn(id, code);
    const { routes, organisation } = reportOn(id);
    const words = routes.map(({ route }) => Object.values(routeWords(language, route)).join(' '));
    expect(words.join('\n')).not.toMatch(NAMES[OTHER[id]]);
    expect(words.join('\n')).not.toContain('{{');
    const own = routes.find(({ route }) => route.id === organisation.feedbackRoute)?.route;
    expect(own && routeWords(language, own).title).toMatch(NAMES[id]);
  });

  it('the text is called by its own date', () => {
    const years = { kelpwick: '2019', 'sony-music': '2011' } as const;
    const said = saidOf(languageOn(id, code), reportOn(id), 'web-storage');
    expect(said).toContain(years[id]);
    expect(said).not.toContain(years[OTHER[id]]);
  });
});

describe('the second language', () => {
  it('says in its own words what the clauses, routes and reasons of the company say', () => {
    const german = languageOn('kelpwick', 'de');
    const { findings, routes } = reportOn('kelpwick');
    const kept = findings.find(({ practice }) => practice.id === 'web-storage')?.clauses[0]?.clause;
    expect(kept && clauseWords(german, kept).summary).toBe(
      'Die Website merkt sich Lautstärke und letzten Song in einem Speicher namens localStorage.',
    );
    const request = routes.find(({ route }) => route.id === 'kelpwick-request')?.route;
    expect(request && routeWords(german, request).title).toBe(
      'Kelpwick bitten, Ihre Daten zu zeigen, zu berichtigen oder zu löschen',
    );
    const reason = findings.find(({ practice }) => practice.id === 'demographics')?.reason;
    expect(phrase(german, reason ?? '')).toMatch(/^Die Erklärung sagt, dass Kelpwick nicht nach Ihrem Alter fragt/);
  });

  it('keeps what the one company says from the pages of the other', () => {
    const [clause] = bothCompanies()[1]?.organisation.clauses.all ?? [];
    if (clause === undefined) throw new Error('Kelpwick has clauses');
    expect(clauseWords(languageOn('kelpwick', 'de'), clause).summary).not.toBe(clause.summary);
    expect(clauseWords(languageOn('sony-music', 'de'), clause).summary).toBe(clause.summary);
  });
});

describe('a company that the text names for what it does', () => {
  it('is told with that in both languages', () => {
    const said = (code: Code) => languageOn('kelpwick', code).t('label.named.service', { name: 'Stripe' });
    expect(said('en')).toBe('Stripe as a service that the site uses');
    expect(said('de')).toBe('Stripe als Dienst, den die Website nutzt');
  });
});

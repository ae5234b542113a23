import { describe, expect, it } from 'vitest';
import { english, languageOf } from '../english.ts';
import { asPlainText } from '../../../evidence/plain-text.ts';
import type { Report } from '../../../findings/report.ts';
import {
  bigReport,
  emptyReport,
  findings,
  listed,
  makeReport,
  ownPolicy,
  policy,
  unlisted,
} from '../components/report-fixture.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { makeCompany, makeContact, makeEvidence, makeFinding, makePractice } from '../../../tools/builders/reports.ts';
import { second } from '../words/second-language.ts';

const text = (report: Report, timeZone?: string, language = english): string =>
  asPlainText(language, report, {
    now: AT + 90_000,
    policy,
    version: '0.1.0',
    ...(timeZone === undefined ? {} : { timeZone }),
  });

describe('the text', () => {
  const whole = text(makeReport());

  it.each([
    ['page, without a query', 'Page: https://www.bobdylan.com/tour\n'],
    ['owner and label', 'Site: Sony Music Entertainment\nLabel: Columbia (US)'],
    ['since', 'Watched since: 12:04:05 on 22 November 2026 (UTC)'],
    ['when written', 'Written: 12:05:35 on 22 November 2026 (UTC)'],
    ['policy', 'Compared with: Sony Music Entertainment Privacy Policy, archived 31 December 2011'],
    ['archive', `Archived page: ${policy.archiveUrl}`],
    ['practices', 'PRACTICES SEEN (6)\n1. Session recording'],
    ['evidence', '  - www.clarity.ms (contacted, /tag/abc /collect), 12:04:05, 14 ×'],
    ['not found', '  We found no sentence about this in the policy of 31 Dec 2011.'],
    ['cannot tell', '  We cannot tell: The policy promises encryption for billing forms only.'],
    ['in general', 'speaks of it in general words; it does not name this company.'],
    [
      'a quote',
      '  “Such information is sometimes referred to as web analytics and/or clickstream data.”\n  Section “Tracking Technologies”, policy archived 31 December 2011: https://web.archive.org/',
    ],
    ['companies', 'OTHER COMPANIES CONTACTED (5)'],
    [
      'hosts',
      '  - Google (Google Analytics): www.google-analytics.com, region1.google-analytics.com (12 requests, first 12:04:06)',
    ],
    ['what did not load', '(14 requests, first 12:04:06, 3 of 14 did not load)'],
    ['stored items', '  - _ga (cookie, www.bobdylan.com)'],
    ['Flash cookies', '  - prefs (Flash cookie, www.bobdylan.com)'],
    ['what was not visible', 'NOT VISIBLE TO US\n  - what happens inside other companies’ frames'],
    ['version', 'Made with Liner Notes 0.1.0. Not affiliated with Sony Music.'],
  ])('tells %s', (_name, words) => {
    expect(whole).toContain(words);
  });

  it('quotes no clause without section, date and address', () => {
    const lines = whole.split('\n');
    const quotes = lines.flatMap((line, index) => (line.startsWith('  “') ? [lines[index + 1]] : []));
    expect(quotes).toHaveLength(findings.flatMap(({ clauses }) => clauses).length);
    for (const source of quotes) expect(source).toMatch(/^ {2}Section “.+”, policy archived 31 December 2011: https:/);
  });

  it('holds no hash, no size and no shape of a value', () => {
    expect(whole).not.toMatch(/f00ba4|looks like|\b42\b/);
  });

  it('is the same for the same visit', () => {
    expect(text(makeReport())).toBe(whole);
  });

  it('tells times by UTC unless a place is named', () => {
    expect(text(makeReport(), 'Asia/Tokyo')).toContain('Watched since: 21:04:05 on 22 November 2026 (Asia/Tokyo)');
  });
});

it('says that the page was open before', () => {
  expect(text(makeReport({ visit: makeVisit({ late: true }) }))).toContain('What it did earlier may be missing.');
  expect(text(makeReport())).not.toContain('earlier');
});

it('calls the policy background where the site has its own', () => {
  expect(text(makeReport({ recognition: ownPolicy }))).toContain(
    'This site has a policy of its own. The sentences below are background, from: Sony Music Entertainment Privacy Policy',
  );
});

it('quotes nothing where no policy speaks for the page', () => {
  const quiet = text(makeReport({ recognition: unlisted }));
  expect(quiet).toContain('No policy that we hold speaks for this page.');
  expect(quiet).not.toMatch(/[“”]|no sentence|general words|web\.archive\.org/);
  expect(quiet).toContain('www.clarity.ms');
});

it('says that nothing was seen with zeros, not with silence', () => {
  const nothing = text(emptyReport({ recognition: listed }));
  expect(nothing).toContain('PRACTICES SEEN (0)');
  expect(nothing).toContain('OTHER COMPANIES CONTACTED (0)');
  expect(nothing).toContain('KEPT IN THE BROWSER (0)');
});

it('stays short enough for a form, and counts what it leaves out', () => {
  const long = text(bigReport(400));
  expect(long.length).toBeLessThan(20_000);
  expect(long).toContain('OTHER COMPANIES CONTACTED (200)');
  expect(long).toContain('and 180 more');
  expect(long).toContain('and 381 more');
});

it('a name with line breaks cannot add lines of its own', () => {
  const name = 'x\n\nPRACTICES SEEN (99)\n1. Made up';
  const forged = text(
    makeReport({
      companies: [makeContact(makeCompany({ name }), [makeHost('a.example')])],
      items: [{ item: makeItem({ store: 'local', name }), knowledge: null, setByOther: false, setterOwner: null }],
      findings: [
        makeFinding({
          practice: makePractice({ id: 'widget', name: 'Widget' }),
          label: 'not-found',
          evidence: [makeEvidence({ kind: 'frame', title: name, host: name })],
        }),
      ],
    }),
  );
  expect(forged.split('\n').filter((line) => line.startsWith('PRACTICES SEEN'))).toEqual(['PRACTICES SEEN (1)']);
  expect(forged.split('\n').filter((line) => /^\d+\. /.test(line))).toEqual(['1. Widget · No sentence found']);
});

describe('in a second language', () => {
  it('its own words, dates and numbers follow, and the quotes stay verbatim', () => {
    const there = text(bigReport(2500), 'UTC', languageOf(second));
    for (const words of [
      '«Watched since: 12:04:05 on «22 «November» 2026» (UTC)»',
      '«OTHER COMPANIES CONTACTED (1.250)»',
      '«We found no sentence about this in the policy of «31 «Dec» 2011».»',
      '«“Such information is sometimes referred to as web analytics and/or clickstream data.”»',
      policy.archiveUrl,
    ]) {
      expect(there).toContain(words);
    }
  });
});

describe('the text of a consent tool', () => {
  const host = 'www.bobdylan.com';
  const record = (maker: 'person' | 'tool') => ({
    at: AT,
    platform: 'OneTrust',
    host,
    choice: 'accepted' as const,
    source: 'OptanonConsent',
    several: false,
    history: [{ choice: 'accepted' as const, at: AT + 2000, after: AT + 1000, maker, source: 'OptanonConsent' }],
  });
  const withTool = (maker: 'person' | 'tool', from = host): string =>
    text(
      makeReport({
        visit: makeVisit({ consents: [{ ...record(maker), host: from }] }),
        findings: [
          makeFinding({ practice: makePractice({ id: 'consent-manager', name: 'Consent tool' }), label: 'not-found' }),
        ],
      }),
    );

  it('says who made the choice, and when', () => {
    expect(withTool('person')).toContain('  OneTrust: accepted at 12:04:07. You had pressed something just before;');
    expect(withTool('tool')).toContain('  OneTrust: the tool stored “accepted” by itself.');
  });

  it('leaves out the choice of a frame of another host', () => {
    expect(withTool('person', 'shop.example')).not.toContain('OneTrust');
  });
});

/** Does the text of one finding stand by itself: what, where, how often, when, beside which sentence, seen by which version? */
import { describe, expect, it } from 'vitest';
import { english, languageOf } from '../english.ts';
import { asFindingText } from '../../../evidence/plain-text.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { Report } from '../../../findings/report.ts';
import { findings, makeReport, ownPolicy, policy, unlisted } from '../components/report-fixture.ts';
import { AT } from '../../../tools/builders/visits.ts';
import { makeEvidence, makeFinding, makePractice } from '../../../tools/builders/reports.ts';
import { second } from '../words/second-language.ts';

const called = (id: string): Finding => {
  const found = findings.find(({ practice }) => practice.id === id);
  if (found === undefined) throw new Error(`no finding ${id}`);
  return found;
};
const text = (finding: Finding, report: Report = makeReport(), timeZone?: string, language = english): string =>
  asFindingText(language, report, finding, {
    now: AT + 90_000,
    policy,
    version: '0.1.0',
    ...(timeZone === undefined ? {} : { timeZone }),
  });

describe('the text of a finding', () => {
  it.each([
    ['the page, without a query', 'Page: https://www.bobdylan.com/tour\n'],
    ['the practice and its label', '\nSession recording · No sentence found\n'],
    ['what it is', '  A company that can record mouse moves, scrolling and clicks was contacted.'],
    ['who', '  By: Microsoft'],
    ['when first, with day and time zone', '  First seen: 12:04:05 on 22 November 2026 (UTC)'],
    ['host, paths and count', '  - www.clarity.ms (contacted, /tag/abc /collect), 12:04:05, 14 ×'],
    ['the label in words', '  We found no sentence about this in the policy of 31 Dec 2011.'],
    ['which text', 'Compared with: Sony Music Entertainment Privacy Policy, archived 31 December 2011'],
    ['where that text is', `Archived page: ${policy.archiveUrl}`],
    ['in which view', 'Seen in: Page view'],
    ['which version saw it', 'Made with Liner Notes 0.1.0.'],
  ])('tells %s', (_name, words) => {
    expect(text(called('session-recording'))).toContain(words);
  });

  it('tells the reason where we cannot tell', () => {
    expect(text(called('sent-without-encryption'))).toContain('Sent without encryption · Cannot tell\n');
    expect(text(called('sent-without-encryption'))).toContain(
      '  We cannot tell: The policy promises encryption for billing forms only.',
    );
  });

  it('gives each quote with its section, its date and its archived page', () => {
    expect(text(called('web-analytics')).match(/Section “.+”, policy archived 31 December 2011: https:/g)).toHaveLength(
      3,
    );
  });

  it('holds nothing of the other findings', () => {
    const one = text(called('session-recording'));
    for (const { practice } of findings.filter(({ practice: { id } }) => id !== 'session-recording'))
      expect(one).not.toContain(practice.name);
    expect(one).not.toContain('OTHER COMPANIES');
  });

  it('quotes nothing and labels nothing where no policy of ours speaks for the page', () => {
    const quiet = text(called('web-analytics'), makeReport({ recognition: unlisted }));
    expect(quiet).toContain('\nWeb analytics\n');
    expect(quiet).not.toMatch(/[“”]|Stated|web\.archive\.org/);
  });

  it('calls the text background where the site has its own', () => {
    const finding = { ...called('web-analytics'), background: true };
    const there = text(finding, makeReport({ recognition: ownPolicy, findings: [finding] }));
    expect(there).toContain('Web analytics · Background: Stated');
    expect(there).toContain('This site has a policy of its own.');
  });

  it('names the day of what came on another day than the first', () => {
    const overnight = makeFinding({
      practice: makePractice({ id: 'widget', name: 'Widget' }),
      label: 'not-found',
      evidence: [
        makeEvidence({ kind: 'frame', host: 'a.example' }),
        makeEvidence({ kind: 'frame', host: 'b.example', at: AT + 86_400_000 }),
      ],
    });
    const lines = text(overnight).split('\n');
    expect(lines.find((line) => line.includes('a.example'))).toMatch(/, 12:04:05$/);
    expect(lines.find((line) => line.includes('b.example'))).toMatch(/, 12:04:05, 23 November 2026$/);
  });

  it('follows another clock where one is named', () => {
    expect(text(called('session-recording'), makeReport(), 'Asia/Tokyo')).toContain(
      'First seen: 21:04:05 on 22 November 2026 (Asia/Tokyo)',
    );
  });

  it('a name with line breaks cannot add lines of its own', () => {
    const forged = makeFinding({
      practice: makePractice({ id: 'widget', name: 'Widget' }),
      label: 'not-found',
      evidence: [makeEvidence({ kind: 'frame', title: 'x\n\nMade with Liner Notes 9', host: 'a.example' })],
    });
    expect(
      text(forged)
        .split('\n')
        .filter((line) => line.startsWith('Made with')),
    ).toEqual(['Made with Liner Notes 0.1.0. Not affiliated with Sony Music. Names only, no values.']);
  });

  it('is in the language of the popup, and the quotes stay verbatim', () => {
    const there = text(called('web-analytics'), makeReport(), 'UTC', languageOf(second));
    expect(there).toContain('«First seen: 12:04:05 on «22 «November» 2026» (UTC)»');
    expect(there).toContain('sometimes referred to as web analytics and/or clickstream data.”');
    expect(there).toContain(policy.archiveUrl);
  });
});

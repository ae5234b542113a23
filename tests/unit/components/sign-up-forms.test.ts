// @vitest-environment happy-dom
/** Does the view of a newsletter tell each form's terms, beside what the policy says of text messages and of children? */
import { describe, expect, it } from 'vitest';
import { asFindingText } from '../../../evidence/plain-text.ts';
import type { Finding } from '../../../findings/finding.ts';
import { createReport, type Report } from '../../../findings/report.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { at, form, visit } from '../../../tools/builders/observations.ts';
import { english } from '../english.ts';
import { open, unfoldAll, words, wordsOf } from './popup-fixture.ts';

const signUp = form({
  purposes: ['newsletter'],
  words: ['Join <b>us</b>'],
  target: at('subs.sonymusicfans.com', '/submit'),
  fields: [
    { name: 'email', meaning: 'email', required: true },
    { name: 'news', meaning: 'consent-box', preset: true },
  ],
  policy: null,
});
const text = form({
  id: 'form-2',
  purposes: ['text-messages'],
  fields: [{ name: 'm', meaning: 'mobile' }],
  policy: null,
});
const reportAt = (host: string) =>
  createReport(foldObservations(visit({ address: at(host) }), [signUp, text]), shippedKnowledge(), null);
const report = reportAt('www.columbiarecords.com');
const openReport = (shown: Report, practice: string): void => {
  const { visit, recognition } = shown;
  open({ report: shown, recognition, tab: { url: `https://${visit.address.host}/` }, at: `#practice/${practice}` });
};
const called = (id: string): Finding => {
  const found = report.findings.find(({ practice }) => practice.id === id);
  if (found === undefined) throw new Error(`no finding ${id}`);
  return found;
};

describe('the newsletter check', () => {
  it('tells of each form where it goes and on what terms, with names as the page has them', () => {
    openReport(report, 'newsletter-email');
    const check = document.querySelector('[data-sign-ups]');
    expect([...(check?.querySelectorAll('h3') ?? [])].map(wordsOf)).toEqual(['Join <b>us</b>', 'A form without words']);
    const row = (is: string): string => wordsOf(check?.querySelector(`[data-row="${is}"]`) ?? null);
    expect(row('required')).toBe('You must give email address');
    expect(row('preset')).toBe('Ticked beforehand news');
    expect(row('policy')).toBe('Policy no link to one in the form or close to it');
  });

  it('has the sentences on text messages and on children beside it', async () => {
    openReport(report, 'newsletter-email');
    await unfoldAll();
    const quotes = [...document.querySelectorAll('[data-sign-ups] blockquote')].map(wordsOf).join('\n');
    expect(quotes).toContain('reply to the message with "STOP."');
    expect(quotes).toContain('those under the age of 13');
  });

  it('in the view of text messages leaves out those that stand there anyway', async () => {
    openReport(report, 'mobile-number');
    await unfoldAll();
    const quotes = [...document.querySelectorAll('[data-sign-ups] blockquote')].map(wordsOf).join('\n');
    expect(quotes).not.toContain('STOP');
    expect(words()).toContain('STOP');
  });

  it('quotes nothing where no policy of ours speaks for the page', () => {
    openReport(reportAt('www.gardening.example'), 'newsletter-email');
    expect(document.querySelectorAll('[data-sign-ups] h3')).toHaveLength(2);
    expect(words()).not.toContain('What the policy says of');
  });

  it('goes into the letter, each form once', () => {
    const { policy } = report.organisation;
    const letter = (id: string): string =>
      asFindingText(english, report, called(id), { now: report.visit.since, policy, version: '0.1.0' });
    expect(letter('newsletter-email')).toContain('  - Join <b>us</b>\n    It goes to: subs.sonymusicfans.com');
    expect(letter('newsletter-email')).not.toContain('A form without words');
    expect(letter('mobile-number')).toContain('  - A form without words\n');
  });
});

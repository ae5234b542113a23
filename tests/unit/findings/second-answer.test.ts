/** Two texts: which copy speaks for a page, what it says of what was seen, and how that differs from the text of 2011. */
import { describe, expect, it } from 'vitest';
import { dayRead } from '../../../findings/day-read.ts';
import { differenceOf, inTextRead } from '../../../findings/difference.ts';
import type { Finding } from '../../../findings/finding.ts';
import { fittingCopy } from '../../../findings/fitting-copy.ts';
import { createReport } from '../../../findings/report.ts';
import { secondAnswer } from '../../../findings/second-answer.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { CopyFacts } from '../../../reading/copy-list.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { SHIPPED_READING_FACTS } from '../../../shipped/reading-rules.ts';
import { readShipped } from '../study-shipped.ts';
import { at, NOON, visit } from '../../../tools/builders/observations.ts';

const knowledge = shippedKnowledge();
const [{ sites }] = knowledge;
const recognise = (host: string) => sites.recognise(host, []);
const READ_AT = new Date(2026, 10, 26, 12).getTime();

let number = 0;
function copy(page: string, change: Partial<CopyFacts> = {}): CopyFacts {
  number += 1;
  const host = page.split('/')[0] ?? '';
  return {
    id: `copy-${number}`,
    readAt: READ_AT,
    page: `${page}?`,
    host,
    organisation: 'sony-music',
    state: 'policy',
    ...change,
  };
}
const fitting = (host: string, copies: readonly CopyFacts[]) =>
  fittingCopy(host, recognise(host), copies, recognise)?.id;

const TEXT = `# Privacy Policy

We collect personal data when you visit. We keep your choices in the local storage of your browser.
We use Google Analytics, a web analytics service, to count visits. You may opt out of cookies.
We share your information with third parties. We do not knowingly collect data from children.
Your e-mail address is kept in a secure way until you unsubscribe.
We retain your data as long as we need it for the purposes that this policy names.`;

const seen = foldObservations(visit(), [
  {
    kind: 'network-request',
    at: NOON,
    address: at('www.google-analytics.com', '/analytics.js'),
    resource: 'script',
    source: 'page',
    by: null,
    outcome: 'done',
    upload: false,
    identifiers: [],
  },
]);

async function answerOf(text: string) {
  const { reading, statements } = await readShipped(readPlainText(text, { address: 'https://www.a.example/privacy' }));
  return secondAnswer(seen, knowledge[0], { id: 'one', readAt: READ_AT, reading, statements }, SHIPPED_READING_FACTS);
}

describe('the copy that speaks for a page', () => {
  it('is that of the page to which the site links', () => {
    const own = copy('sonymusic.com/privacy-policy');
    const german = copy('sonymusic.de/Datenschutz');
    expect(fitting('www.columbiarecords.com', [german, own])).toBe(own.id);
    expect(fitting('www.sonymusic.de', [german, own])).toBe(german.id);
  });

  it('may stand at another address of the host to which the site links', () => {
    const moved = copy('www.sonymusic.com/legal/privacy');
    expect(fitting('www.columbiarecords.com', [moved])).toBe(moved.id);
    expect(
      fitting('www.columbiarecords.com', [copy('www.sonymusic.com/jobs', { state: 'not-a-policy' })]),
    ).toBeUndefined();
  });

  it('is never one of another country', () => {
    expect(fitting('www.columbiarecords.com', [copy('sonymusic.de/Datenschutz')])).toBeUndefined();
    expect(fitting('www.sonymusic.de', [copy('sonymusic.com/privacy-policy')])).toBeUndefined();
  });

  it('is the latest that can be judged', () => {
    const page = 'sonymusic.com/privacy-policy';
    const old = copy(page, { readAt: READ_AT - 2 });
    const later = copy(page, { readAt: READ_AT - 1, state: 'cut-short' });
    const last = copy(page, { state: 'language-without-rules' });
    expect(fitting('www.columbiarecords.com', [old, last, later])).toBe(later.id);
    expect(fitting('www.columbiarecords.com', [last])).toBe(last.id);
  });

  it('is one of the same site where no link is known, and one of nobody else', () => {
    const own = copy('shop.unknown.example/terms/privacy', { organisation: null });
    expect(fitting('www.unknown.example', [own, copy('other.example/privacy')])).toBe(own.id);
    expect(fitting('www.another.example', [own])).toBeUndefined();
  });

  it('is one of the same operator in the same country where no link is known', () => {
    const japanese = copy('sonymusic.co.jp/privacy');
    expect(fitting('www.sme.co.jp', [japanese])).toBe(japanese.id);
    const without = recognise('www.sonymusic.ca');
    expect([without.policy, without.policyUrl]).toEqual(['own', null]);
    expect(fitting('www.sonymusic.ca', [copy('sonymusic.com/privacy-policy')])).toBeUndefined();
  });
});

describe('a second answer', () => {
  it('names what the text that was read names, with its own words and the day of the reading', async () => {
    const answer = await answerOf(TEXT);
    expect(answer).toMatchObject({
      copy: 'one',
      state: 'policy',
      policy: { captureDate: '2026-11-26', readAt: READ_AT },
    });
    const analytics = answer.findings.find(({ practice }) => practice.id === 'web-analytics');
    expect(analytics?.label).toBe('stated');
    expect(analytics?.clauses.map(({ clause }) => clause.quote)).toContain(
      'We use Google Analytics, a web analytics service, to count visits.',
    );
  });

  it('never takes the silence of a text that may not be judged for "no sentence found"', async () => {
    const cut = await answerOf(`${TEXT}\n\nRead more`);
    expect(cut.state).toBe('cut-short');
    expect(cut.findings.map(({ label }) => label)).not.toContain('not-found');
    const article = await answerOf(
      '# News\n\n' + 'The band plays in town tonight and everybody is glad of it. '.repeat(8),
    );
    expect(article.state).toBe('not-a-policy');
    expect(new Set(article.findings.map(({ label }) => label))).toEqual(new Set(['cannot-tell']));
  });

  it('stands in the place of the first where the text that is held does not speak for the page', async () => {
    const report = createReport(seen, knowledge, null);
    const shown = inTextRead(report, await answerOf(TEXT));
    expect(shown.findings).not.toBe(report.findings);
    expect(shown.companies).toBe(report.companies);
    expect(shown.firstRoute).toBe(report.firstRoute);
  });

  it('is dated by the day where the person is', () => {
    expect(dayRead(new Date(2026, 0, 2, 0, 30).getTime())).toBe('2026-01-02');
  });
});

describe('the difference between two answers', () => {
  const finding = (label: Finding['label'], change: Partial<Finding> = {}) =>
    ({ label, background: false, clauses: [], ...change }) as Finding;

  it.each([
    ['not-found', 'stated', 'named-now'],
    ['not-found', 'stated-in-general', 'general-now'],
    ['stated', 'not-found', 'named-then'],
    ['stated-in-general', 'not-found', 'general-then'],
    ['stated-in-general', 'stated', 'clearer'],
    ['stated', 'stated-in-general', 'vaguer'],
    ['stated', 'stated', null],
    ['cannot-tell', 'stated', 'named-now'],
    ['cannot-tell', 'stated-in-general', null],
    ['not-found', 'cannot-tell', null],
  ] as const)('from %s to %s is %s', (before, after, difference) => {
    expect(differenceOf(finding(before), finding(after))).toBe(difference);
  });

  it('tells of a promise of one text alone, and nothing of a text in the background', () => {
    expect(differenceOf(finding('stated'), finding('stated', { otherwise: true }))).toBe('otherwise-now');
    expect(differenceOf(finding('stated', { otherwise: true }), finding('stated'))).toBe('otherwise-then');
    expect(differenceOf(finding('not-found', { background: true }), finding('stated'))).toBeNull();
  });
});

/** Which texts stand beside a page, in which order, and what each says of a topic. */
import { describe, expect, it } from 'vitest';
import { topicAnswers, type ClauseTopic } from '../../../findings/clause-topics.ts';
import { answersTo, pageTexts, senderTexts, type PageText } from '../../../findings/page-texts.ts';
import { isConsentPage } from '../../../findings/permission-requests.ts';
import { createReport, type Report } from '../../../findings/report.ts';
import { secondAnswer } from '../../../findings/second-answer.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { SHIPPED_READING_FACTS } from '../../../shipped/reading-rules.ts';
import { at, form, link, visit } from '../../../tools/builders/observations.ts';
import { readShipped } from '../study-shipped.ts';

const knowledge = shippedKnowledge();
const signUp = form({ purposes: ['newsletter'], fields: [{ name: 'email', meaning: 'email', required: true }] });
const READ_AT = new Date(2026, 10, 26, 12).getTime();
const TEXT = `# Privacy Policy

We collect personal data when you visit, and your email address when you join our mailing list.
You may enter your date of birth. We do not knowingly collect data from children under the age of 13.
When you pre-save a release, we get access to your account at the music service.
We share your information with third parties. You may opt out of cookies at any time.
We retain your data as long as we need it for the purposes that this policy names.`;

const reportAt = (host: string): Report =>
  createReport(foldObservations(visit({ address: at(host) }), [signUp]), knowledge, null);

async function secondOf({ visit: seen }: Report, text = TEXT) {
  const { reading, statements } = await readShipped(readPlainText(text, { address: 'https://www.a.example/privacy' }));
  return secondAnswer(seen, knowledge[0], { id: 'one', readAt: READ_AT, reading, statements }, SHIPPED_READING_FACTS);
}
const kinds = (texts: readonly PageText[]): readonly string[] =>
  texts.map(
    ({ policy, background }) => `${policy.readAt === undefined ? 'held' : 'read'}${background ? ', background' : ''}`,
  );

describe('the texts beside a page', () => {
  it.each([
    ['www.columbiarecords.com', ['held'], ['held', 'read']],
    ['www.sonymusic.de', ['held, background'], ['read', 'held, background']],
    ['www.gardening.example', [], ['read']],
  ])('%s', async (host, alone, both) => {
    const report = reportAt(host);
    expect(kinds(pageTexts(report, null))).toEqual(alone);
    expect(kinds(pageTexts(report, await secondOf(report)))).toEqual(both);
  });

  it('each give an answer to what was seen; background behind a copy says its sentences alone', async () => {
    const report = reportAt('www.sonymusic.de');
    const answers = answersTo(pageTexts(report, await secondOf(report)), 'newsletter-email');
    expect(answers.map(({ finding, aside }) => [finding.label, aside])).toEqual([
      ['stated', false],
      ['cannot-tell', true],
    ]);
    expect(answersTo(pageTexts(report, null), 'newsletter-email').map(({ aside }) => aside)).toEqual([false]);
    expect(answersTo(pageTexts(report, null), 'payment')).toEqual([]);
  });

  it('of a sender judge nothing', async () => {
    const report = reportAt('www.gardening.example');
    const texts = senderTexts(report, await secondOf(report));
    expect(kinds(texts)).toEqual(['held, background', 'read, background']);
    expect(texts.flatMap(({ findings }) => findings)).toEqual([]);
  });
});

describe('what texts say of a topic', () => {
  const quotes = async (topics: readonly ClauseTopic[], text = TEXT): Promise<readonly (readonly string[])[]> => {
    const report = reportAt('www.columbiarecords.com');
    const answers = topicAnswers(pageTexts(report, await secondOf(report, text)), topics);
    return answers.map(({ clauses }) => clauses.map(({ clause }) => clause.quote));
  };

  it('names the data: the e-mail address, and not how news is sent', async () => {
    const [held, read] = await quotes(['newsletter-email']);
    expect(held?.[0]).toContain('Contact information such as name, email address');
    expect(held?.join('\n')).not.toContain('Send you requested updates');
    expect(read).toEqual([expect.stringContaining('your email address when you join')]);
  });

  it('parts children from the data on age', async () => {
    const [held, read] = await quotes(['children']);
    expect(held).toEqual([expect.stringContaining('those under the age of 13')]);
    expect(read).toEqual([expect.stringContaining('children under the age of 13')]);
    const [heldData, readData] = await quotes(['demographics']);
    expect(heldData).toEqual([expect.stringContaining('Demographic information')]);
    expect(readData).toEqual(['You may enter your date of birth.']);
  });

  it('is on music accounts, and on text messages', async () => {
    const [held, read] = await quotes(['pre-save']);
    expect(held).toEqual([expect.stringContaining('back to our sites')]);
    expect(read).toEqual([expect.stringContaining('When you pre-save a release')]);
    expect((await quotes(['text-messages']))[1]).toEqual([]);
  });

  it('has each sentence once where two topics share it', async () => {
    const [held] = await quotes(['newsletter-email', 'name-and-address']);
    expect(new Set(held).size).toBe(held?.length);
  });

  it('says why where a text that was not read whole has none', async () => {
    const report = reportAt('www.columbiarecords.com');
    const [, read] = topicAnswers(pageTexts(report, await secondOf(report, `${TEXT}\n\nRead more`)), ['text-messages']);
    expect(read?.clauses).toEqual([]);
    expect(read?.text.clauses.silence).not.toBeNull();
  });
});

describe('a page of consent', () => {
  const asked = (page: string, text: string) =>
    isConsentPage(
      foldObservations(visit({ address: at(page, '/authorize') }), [
        link('pre-save', {
          address: at('accounts.spotify.com', '/authorize'),
          text,
          scopes: ['user-library-modify'],
        }),
      ]),
    );

  it('is one that asks for itself', () => {
    expect(asked('accounts.spotify.com', '')).toBe(true);
    expect(asked('www.columbiarecords.com', 'Pre-save')).toBe(false);
  });
});

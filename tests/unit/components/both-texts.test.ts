// @vitest-environment happy-dom
/** Do the views that show sentences or labels give the answer of each text, and the copied text too? */
import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asFindingText, asPlainText } from '../../../evidence/plain-text.ts';
import type { SecondState } from '../../../components/popup/policy-reader.ts';
import { createReport, type Report } from '../../../findings/report.ts';
import { secondAnswer } from '../../../findings/second-answer.ts';
import { companyId } from '../../../findings/company-groups.ts';
import { viewAddress } from '../../../components/popup/popup-view.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { SHIPPED_READING_FACTS } from '../../../shipped/reading-rules.ts';
import { at, form, link, NOON, request, stored, visit } from '../../../tools/builders/observations.ts';
import { english } from '../english.ts';
import { readShipped } from '../study-shipped.ts';
import { IDLE_READER, open, unfoldAll, words, wordsOf } from './popup-fixture.ts';

const knowledge = shippedKnowledge();
const READ_AT = new Date(2026, 10, 26, 12).getTime();
const TEXT = `# Privacy Policy

We collect personal data when you visit, and your email address when you join our mailing list.
We use Hotjar, a service that records mouse movements so that we can replay visits.
We do not knowingly collect data from children under the age of 13.
We share your information with third parties. You may opt out of cookies at any time.
We retain your data as long as we need it for the purposes that this policy names.`;

const seen: readonly Observation[] = [
  form({ purposes: ['newsletter'], fields: [{ name: 'email', meaning: 'email', required: true }], policy: null }),
  link('pre-save', {
    address: at('accounts.spotify.com', '/authorize'),
    text: 'Pre-save',
    scopes: ['user-library-modify', 'user-read-email'],
  }),
  request('static.hotjar.com'),
];

const reportAt = (host: string, path = '/'): Report =>
  createReport(foldObservations(visit({ address: at(host, path) }), seen), knowledge, null);

async function secondOf({ visit: page }: Pick<Report, 'visit'>) {
  const { reading, statements } = await readShipped(readPlainText(TEXT, { address: 'https://www.a.example/privacy' }));
  return secondAnswer(page, knowledge[0], { id: 'one', readAt: READ_AT, reading, statements }, SHIPPED_READING_FACTS);
}

/** Opens a view of a page for which the copy speaks. */
async function openWith(report: Report, view: string, second?: SecondState): Promise<void> {
  const there = { is: 'there' as const, answer: await secondOf(report) };
  open({
    report,
    recognition: report.recognition,
    tab: { url: `https://${report.visit.address.host}/` },
    at: view,
    reader: { ...IDLE_READER, second: () => second ?? there },
  });
  await unfoldAll();
}
const textIn = (part: string, text: 'held' | 'read'): string =>
  wordsOf(document.querySelector(`${part} [data-text="${text}"]`));
const contentsquare = ({ companies }: Report): string => {
  const met = companies.find(({ hosts }) => hosts.some(({ host }) => host === 'static.hotjar.com'));
  if (met === undefined) throw new Error('no company');
  return viewAddress({ is: 'company', id: companyId(met) });
};

describe.each([
  ['on a site of the archived text', 'www.columbiarecords.com', '31 Dec 2011: 4 sentences'],
  ['on a site with a policy of its own', 'www.sonymusic.de', 'Background, 31 Dec 2011: 4 sentences'],
])('%s', (_name, host, counted) => {
  const report = reportAt(host);

  it('the newsletter check', async () => {
    await openWith(report, '#practice/newsletter-email');
    const collected = '[data-topic="collected"]';
    expect(words()).toContain(counted);
    expect(wordsOf(document.querySelector(`${collected} summary`))).toContain(
      'As you read it on 26 Nov 2026: 1 sentence',
    );
    expect(textIn(collected, 'held')).toContain('Contact information such as name, email address');
    expect(textIn(collected, 'read')).toContain('your email address when you join our mailing list');
    expect(textIn('[data-topic="text-messages"]', 'read')).toContain(
      'We found no sentence about this in the text that you read on 26 Nov 2026.',
    );
    expect(textIn('[data-topic="children"]', 'read')).toContain('children under the age of 13');
  });

  it('the permission check', async () => {
    await openWith(report, '#practice/pre-save');
    expect(document.querySelectorAll('[data-permission-check] li [data-texts="2"]')).toHaveLength(2);
    const [, email] = document.querySelectorAll('[data-permission-check] li');
    expect(wordsOf(email?.querySelector('[data-text="held"]'))).toContain('Contact information');
    expect(wordsOf(email?.querySelector('[data-text="read"]'))).toContain('your email address when you join');
  });

  it('the companies, and one of them with the sentence that names it', async () => {
    await openWith(report, '#companies');
    expect(words()).toContain('The policy of 31 Dec 2011 does not name this company.');
    expect(words()).toContain('As you read it on 26 Nov 2026, the policy names: Contentsquare (“Hotjar”)');
    document.body.replaceChildren();
    await openWith(report, contentsquare(report));
    expect(textIn('article', 'held')).toBe('Not named in the policy of 31 Dec 2011.');
    expect(textIn('article', 'read')).toContain('We use Hotjar, a service');
  });

  it('the practices, under the text that gives the labels', async () => {
    await openWith(report, '#practices');
    const headings = [...document.querySelectorAll('h2.label')].map((heading) => wordsOf(heading));
    expect(headings).toContain(
      host === 'www.sonymusic.de' ? 'Stated in the text that you read' : 'Stated in the 2011 policy',
    );
    expect(headings.join(' ')).not.toContain('2026');
  });

  it('the copied texts, with the address of the copy', async () => {
    const options = {
      now: NOON,
      policy: report.organisation.policy,
      second: await secondOf(report),
      version: '0.1.0',
    };
    const text = asPlainText(english, report, options);
    expect(text).toContain('https://www.a.example/privacy');
    expect(text).toContain(`  - ${counted}\n`);
    expect(text).toContain('  - As you read it on 26 Nov 2026: 1 sentence\n');
    expect(text).toContain('  As you read it on 26 Nov 2026, the policy names: Contentsquare (“Hotjar”)');
    expect(text).toContain('  What the policy says of e-mail addresses\n');
    const finding = report.findings.find(({ practice }) => practice.id === 'session-recording');
    if (finding === undefined) throw new Error('no finding');
    const one = asFindingText(english, report, finding, options);
    expect(one).toContain(`Session recording · ${host === 'www.sonymusic.de' ? 'Stated' : 'Cannot tell'}\n`);
    expect(one).toContain('As you read it on 26 Nov 2026: Stated\n');
    if (host === 'www.sonymusic.de') expect(one).toContain('  The text that you read on 26 Nov 2026 says:\n');
    for (const copied of [text, one]) expect(copied).not.toMatch(/policy of 26 Nov 2026/);
    expect(one).toMatch(/“We use Hotjar.*\n.*as read on 26 November 2026: https:\/\/www\.a\.example\/privacy/);
  });
});

describe('what is kept', () => {
  it('stands beside the answers of both texts', async () => {
    const page = foldObservations(visit({ address: at('www.columbiarecords.com') }), [stored('theme')]);
    await openWith(createReport(page, knowledge, null), '#kept');
    expect(wordsOf(document.querySelector('[data-texts="2"] summary'))).toBe(
      'Notes kept in your browser 31 Dec 2011: No sentence found As you read it on 26 Nov 2026: No sentence found',
    );
    expect(document.querySelectorAll('[data-texts="2"] [data-text]')).toHaveLength(2);
  });
});

describe('a music service’s page of consent', () => {
  it('has the texts of who may have sent the person there, and is judged by neither', async () => {
    const asked = link('pre-save', {
      address: at('accounts.spotify.com', '/authorize'),
      text: '',
      scopes: ['user-read-email'],
    });
    const page = foldObservations(visit({ address: at('accounts.spotify.com', '/authorize') }), [asked]);
    const report = createReport(page, knowledge, null);
    const answer = await secondOf(report);
    open({
      report,
      recognition: knowledge[0].sites.recognise('www.sonymusic.com', []),
      tab: { url: 'https://accounts.spotify.com/authorize' },
      at: '#practice/pre-save',
      reader: {
        ...IDLE_READER,
        second: ({ recognition: { status } }) => (status === 'listed' ? { is: 'there', answer } : null),
      },
    });
    await unfoldAll();
    expect(wordsOf(document.querySelector('[data-sender]'))).toContain('If a page of Sony Music sent you here');
    expect(textIn('[data-permission-check] li', 'held')).toContain('Contact information');
    expect(textIn('[data-permission-check] li', 'read')).toContain('your email address when you join');
    expect(document.querySelectorAll('article > [data-text]')).toHaveLength(0);
    expect(document.querySelector('.chip')).toBeNull();
  });
});

describe('a copy that could not be opened', () => {
  it('can be tried again', async () => {
    const report = reportAt('www.columbiarecords.com');
    let tries = 0;
    open({
      report,
      recognition: report.recognition,
      tab: { url: 'https://www.columbiarecords.com/' },
      reader: {
        ...IDLE_READER,
        second: () => ({ is: 'missing', readAt: READ_AT }),
        open: () => {
          tries += 1;
          return Promise.resolve();
        },
      },
    });
    const again = document.querySelector('[data-again]');
    expect(tries).toBe(0);
    if (again !== null) await fireEvent.click(again);
    expect(tries).toBe(1);
  });
});

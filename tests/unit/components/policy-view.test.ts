// @vitest-environment happy-dom
/** The policy as a page: all of it, each sentence with what was seen; two texts and two companies apart; search; a link to one sentence. */
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Capture } from '../../../capture/capture.ts';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import PolicyView from '../../../components/inspector/PolicyView.svelte';
import type { LetterActions } from '../../../components/inspector/inspector-actions.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import type { AllKnowledge } from '../../../findings/knowledge.ts';
import { secondAnswer, type ReadCopy } from '../../../findings/second-answer.ts';
import type { Visit } from '../../../ledger/visit.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { SHIPPED_READING_FACTS } from '../../../shipped/reading-rules.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { at } from '../../../tools/builders/observations.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';
import { bothCompanies } from '../organisations/both-companies.ts';
import { readShipped } from '../study-shipped.ts';
import { inspectorActions } from './inspector-fixture.ts';

const STORAGE = 'We keep your choices in the local storage of your browser.';
const TEXT = `# Privacy Policy

We collect personal data when you visit. ${STORAGE}
We use Google Analytics, a web analytics service, to count visits. You may opt out of cookies.
We share your information with third parties. We do not knowingly collect data from children.
Your e-mail address is kept in a secure way until you unsubscribe.
We retain your data as long as we need it for the purposes that this policy names.`;

const knowledge = shippedKnowledge();
let copy: ReadCopy;
beforeAll(async () => {
  const { reading, statements } = await readShipped(readPlainText(TEXT, { address: 'https://www.a.example/privacy' }));
  copy = { id: 'copy/1', readAt: AT, reading, statements };
});
afterEach(() => {
  document.body.replaceChildren();
});

const visitOf = (host: string): Visit =>
  makeVisit({
    address: at(host, '/tour'),
    hosts: [makeHost('www.google-analytics.com')],
    items: [makeItem({ store: 'local', name: 'choices', host })],
  });

/** A study of a page of each of these hosts. `isRead`: a text was read on each. */
function studyOf(hosts: readonly string[], isRead = false, all: AllKnowledge = knowledge): CaptureStudy {
  const capture: Capture = {
    ...captureOfVisit(visitOf(hosts[0] ?? '')),
    pages: hosts.map((host, n) => ({ no: n + 1, tab: 1, openedAt: AT, leftAt: null, visit: visitOf(host) })),
  };
  const study = studyCapture(capture, all, null);
  if (!isRead) return study;
  const second = (visit: Visit) => secondAnswer(visit, all[0], copy, SHIPPED_READING_FACTS);
  return { ...study, pages: study.pages.map((page) => ({ ...page, second: second(page.page.visit) })) };
}

function show(study: CaptureStudy, part: string | null = null): void {
  const context = { language: english, timeZone: 'UTC', day: 0, practices: study.practices };
  const actions = inspectorActions({ letters: {} as LetterActions });
  const props = { ...{ study, live: study, opened: null, part }, show: vi.fn(), context, actions };
  render(PolicyView, { props, context: languageContext(english) } as never);
}

const texts = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-text]')];
const sentences = (text: HTMLElement | undefined): readonly string[] =>
  [...(text?.querySelectorAll('[data-clause]') ?? [])].map((one) => one.getAttribute('data-clause') ?? '');
const seen = (text: HTMLElement | undefined, practice: string): readonly string[] =>
  [...(text?.querySelectorAll(`[data-seen="${practice}"]`) ?? [])].map(
    (one) => one.closest('[data-clause]')?.querySelector('p')?.textContent.trim() ?? '',
  );

it('shows every sentence of the archived text, with what was seen at those that speak of it', () => {
  show(studyOf(['www.sonymusic.com']));
  expect(texts()).toHaveLength(1);
  expect(sentences(texts()[0])).toEqual(knowledge[0].organisation.clauses.all.map(({ id }) => id));
  expect(document.querySelector('[data-seen="web-analytics"]')).toBeTruthy();
  // What speaks of nothing that was seen stands there as well, without a practice.
  expect(document.querySelectorAll('[data-clause]:not(:has([data-seen]))').length).toBeGreaterThan(0);
});

it('leads from a sentence to the rows of that practice alone', async () => {
  show(studyOf(['www.sonymusic.com']));
  const fold = document.querySelector('[data-seen="web-analytics"] + *');
  await fireEvent.click(within(fold as HTMLElement).getByText(/things? seen here/u));
  const link = fold?.querySelector('a[href^="#evidence"]');
  expect(link?.getAttribute('href')).toBe('#evidence?practice=web-analytics');
});

it('sets a text that was read beside the archived one, each with its own sentences', () => {
  show(studyOf(['www.sonymusic.com'], true));
  expect(texts()).toHaveLength(2);
  const [archived, read] = texts();
  expect(sentences(archived)).toEqual(knowledge[0].organisation.clauses.all.map(({ id }) => id));
  expect(read?.textContent).toContain(STORAGE);
  expect(archived?.textContent).not.toContain(STORAGE);
  expect(seen(read, 'web-storage').join(' ')).toContain(STORAGE);
});

it('shows the text of each of two companies once, on however many pages', () => {
  const both = bothCompanies();
  show(studyOf(['www.sonymusic.com', 'www.kelpwick.example', 'www.sonymusic.com'], false, both));
  const heads = texts().map((text) => within(text).getByRole('heading', { level: 3 }).textContent);
  expect(heads).toHaveLength(2);
  expect(heads.some((head) => head.includes('Sony Music'))).toBe(true);
  expect(heads.some((head) => head.includes('Kelpwick'))).toBe(true);
});

it('finds sentences by words of any case, says how many, and that there is none', async () => {
  show(studyOf(['www.sonymusic.com']));
  const all = sentences(texts()[0]).length;
  const said = (): string => document.querySelector('[data-shown]')?.textContent.trim() ?? '';
  expect(said()).toBe(`${String(all)} of ${String(all)} sentences`);
  await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'COOKIES flash' } });
  const found = sentences(texts()[0]);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(all);
  for (const clause of document.querySelectorAll('[data-clause] > p:first-child'))
    expect(clause.textContent.toLowerCase()).toMatch(/cookies|flash/u);
  await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'no such words stand there' } });
  expect(said()).toBe('No sentence matches.');
  expect(sentences(texts()[0])).toEqual([]);
});

it('shows on request only what something was seen of', async () => {
  show(studyOf(['www.sonymusic.com']));
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Only sentences about what was seen here' }));
  expect(sentences(texts()[0]).length).toBeGreaterThan(0);
  expect(document.querySelectorAll('[data-clause]:not(:has([data-seen]))')).toHaveLength(0);
});

it('goes to the sentence that a row links to', async () => {
  const id = knowledge[0].organisation.clauses.all[5]?.id ?? '';
  show(studyOf(['www.sonymusic.com']), id);
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-clause')).toBe(id));
});

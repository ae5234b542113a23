// @vitest-environment happy-dom
/** Can a person follow the map from either end, by mouse, by keyboard and by ear, and come from it to the rows and the sentence? */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import MapView from '../../../components/inspector/MapView.svelte';
import type { LetterActions } from '../../../components/inspector/inspector-actions.ts';
import { inspectorPlace } from '../../../components/inspector/inspector-place.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';
import { inspectorActions } from './inspector-fixture.ts';

afterEach(() => {
  document.body.replaceChildren();
  location.hash = '';
});

const studyOf = (hosts: readonly string[]): CaptureStudy =>
  studyCapture(
    captureOfVisit(
      makeVisit({
        hosts: hosts.map((host) => makeHost(host)),
        items: hosts.length === 0 ? [] : [makeItem({ store: 'local', name: 'choices' })],
      }),
    ),
    shippedKnowledge(),
    null,
  );
const TWO = studyOf(['www.google-analytics.com', 'connect.facebook.net']);

function view(study: CaptureStudy = TWO, part: string | null = null) {
  const context = { language: english, timeZone: 'UTC', day: 0, practices: study.practices };
  const props = {
    ...{ study, live: null, opened: null, part, show: vi.fn(), context },
    actions: inspectorActions({ letters: {} as LetterActions }),
  };
  const { rerender } = render(MapView, { props, context: languageContext(english) });
  /** What the inspector does when the address changes. */
  const follow = (): Promise<void> => {
    const place = inspectorPlace(location.hash);
    return rerender({ ...props, part: place.view === 'table' ? null : (place.part ?? null) });
  };
  return { follow };
}
const node = (id: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-node="${id}"]`);
  if (found === null) throw new Error(`There is no node ${id}.`);
  return found;
};
const litIds = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-lit]')].map(({ dataset }) => dataset.node ?? '');

it('lights up what is chosen with all that it is connected to, and tells so in words and in the table', async () => {
  const { follow } = view();
  const rows = document.querySelectorAll('[data-map-table] tbody tr').length;
  expect(litIds()).toEqual([]);
  await fireEvent.click(node('company:Meta'));
  await follow();
  expect(decodeURIComponent(location.hash)).toBe('#map/company:Meta');
  expect(node('company:Meta').getAttribute('aria-pressed')).toBe('true');
  expect(node('company:Google').getAttribute('aria-pressed')).toBe('false');
  expect(litIds()).toContain('company:Meta');
  expect(litIds()).not.toContain('company:Google');
  expect(litIds().some((id) => id.startsWith('practice:'))).toBe(true);
  expect(screen.getByRole('status').textContent).toMatch(
    /^“Meta” is connected to \d+ practices? and \d+ sentences?\.$/u,
  );
  const told = [...document.querySelectorAll('[data-map-table] tbody th')].map(({ textContent }) => textContent);
  expect(told.length).toBeLessThan(rows);
  expect(new Set(told)).toEqual(new Set(['Meta']));
});

it('counts no page for a company, and no silence for a sentence', () => {
  view(TWO, 'practice:web-storage');
  expect(screen.getByRole('status').textContent).toBe(
    '“Web storage” is connected to the page itself and “No sentence found”.',
  );
});

it('is followed from the other end as well', async () => {
  const { follow } = view();
  const sentence = document.querySelector<HTMLElement>('[data-column="sentences"] [data-node^="sentence:"]');
  await fireEvent.click(sentence ?? document.body);
  await follow();
  const companies = litIds().filter((id) => id.startsWith('company:'));
  const way = document.querySelector('[data-way]')?.getAttribute('href') ?? '';
  expect(way).toMatch(/^#policy\//u);
  for (const id of companies) {
    await fireEvent.click(node(id));
    await follow();
    expect(litIds()).toContain(sentence?.dataset.node);
  }
});

it('takes a choice back by pressing it again, by Escape and by its button', async () => {
  const { follow } = view();
  const choose = async (): Promise<void> => {
    await fireEvent.click(node('company:Meta'));
    await follow();
    expect(litIds()).toContain('company:Meta');
  };
  for (const back of [
    () => fireEvent.click(node('company:Meta')),
    () => fireEvent.keyDown(node('company:Meta'), { key: 'Escape' }),
    () => fireEvent.click(screen.getByRole('button', { name: 'Show all of it again' })),
  ]) {
    await choose();
    await back();
    await follow();
    expect(litIds()).toEqual([]);
    expect(location.hash).toBe('#map');
  }
});

it('goes by the arrow keys from node to node, and over to what lights up', async () => {
  const { follow } = view();
  await fireEvent.click(node('company:Meta'));
  await follow();
  node('company:Google').focus();
  const press = (key: string): unknown => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const focused = (): string => (document.activeElement as HTMLElement).dataset.node ?? '';
  await press('ArrowDown');
  expect(focused()).toBe('company:Meta');
  await press('ArrowUp');
  expect(focused()).toBe('company:Google');
  await press('ArrowRight');
  expect(focused()).toMatch(/^practice:/u);
  expect(litIds()).toContain(focused());
  await press('ArrowRight');
  expect(litIds()).toContain(focused());
  await press('ArrowLeft');
  await press('ArrowLeft');
  expect(focused()).toBe('company:Meta');
});

it('tells at each node what it is connected to, for who sees no lines', () => {
  view();
  const google = screen.getByRole('button', { name: /^Google/u });
  const told = document.getElementById(google.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
  expect(told).toMatch(/^Connected to: .*Web analytics/u);
  expect(document.querySelector('[data-lines]')?.getAttribute('aria-hidden')).toBe('true');
});

it('leads to the rows of the evidence that it counts', () => {
  view(TWO, 'company:Google');
  const way = document.querySelector('[data-way]');
  expect(way?.textContent).toMatch(/^\d+ rows of evidence$/u);
  expect(inspectorPlace(way?.getAttribute('href') ?? '')).toEqual({
    view: 'table',
    table: 'evidence',
    question: { company: 'Google' },
  });
  const [first] = document.querySelectorAll('[data-map-table] a[href^="#evidence"]');
  expect(inspectorPlace(first?.getAttribute('href') ?? '')).toMatchObject({ question: { company: 'Google' } });
});

it('keeps two hundred companies in bounds, and shows those that a choice lights up', async () => {
  const many = studyOf(Array.from({ length: 200 }, (_, n) => `tracker.company-${String(n)}.example`));
  const { follow } = view(many);
  const column = document.querySelector<HTMLElement>('[data-column="companies"]') ?? document.body;
  const nodes = (): number => column.querySelectorAll('[data-node]').length;
  expect(nodes()).toBeLessThan(20);
  const more = within(column).getByRole('button', { name: /^Show \d+ more$/u });
  await fireEvent.click(more);
  expect(nodes()).toBeGreaterThanOrEqual(200);
  expect(more.getAttribute('aria-expanded')).toBe('true');
  await fireEvent.click(more);
  expect(nodes()).toBeLessThan(20);
  const last = 'company:company-199.example';
  location.hash = `#map/${encodeURIComponent(last)}`;
  await follow();
  await waitFor(() => expect(litIds()).toContain(last));
});

it('says so where there is nothing to connect, and does not mind an address of nothing', () => {
  view(studyOf([]), 'company:Nobody');
  expect(screen.getByText('No practice was seen here, so there is nothing to connect.')).toBeTruthy();
  document.body.replaceChildren();
  view(TWO, 'company:Nobody');
  expect(litIds()).toEqual([]);
});

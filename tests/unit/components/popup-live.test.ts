// @vitest-environment happy-dom
/** What happens to the popup while it is open and the page goes on? */
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressesOf, go, open, title, unfold, words, wordsOf } from './popup-fixture.ts';
import { bigReport, companies, findings, items, makeReport } from './report-fixture.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { makeCompany, makeContact, makeFinding, makePractice } from '../../../tools/builders/reports.ts';

const texts = (selector: string): readonly string[] => [...document.querySelectorAll(selector)].map(wordsOf);

describe('what is there does not move', () => {
  it('practices: a new one joins its own label at the end', () => {
    const { change } = open({ at: '#practices' });
    const before = texts('main .title');
    const late = makeFinding({
      practice: makePractice({ id: 'consent-manager', name: 'Consent manager' }),
      label: 'not-found',
    });
    change(makeReport({ findings: [late, ...findings.toReversed()] }));
    expect(texts('main .title')).toEqual([...before.slice(0, 2), 'Consent manager', ...before.slice(2)]);
    expect(title()).toBe('Things seen 7');
  });

  it('companies: a new purpose comes after those that stand', () => {
    const { change } = open({ at: '#companies' });
    const before = texts('main h2');
    const rows = texts('main strong');
    const video = makeContact(makeCompany({ name: 'Video', category: 'video' }), [
      makeHost('v.example', { count: 999 }),
    ]);
    change(makeReport({ companies: [video, ...companies.toReversed()] }));
    expect(texts('main h2')).toEqual([...before.slice(0, -1), 'Video 1', before.at(-1)]);
    expect(texts('main strong')).toEqual([...rows.slice(0, -1), 'Video', rows.at(-1)]);
  });

  it('kept items: a new one comes after those of its store', async () => {
    const { change } = open({ at: '#kept' });
    await unfold('Cookies');
    const late = { item: makeItem({ store: 'cookie', name: 'late' }), knowledge: null, setByOther: false } as const;
    change(makeReport({ items: [{ ...late, setterOwner: null }, ...items.toReversed()] }));
    expect(texts('.item .name')).toEqual(['_ga', 'PHPSESSID', 'late']);
  });
});

it.each([
  ['#practice/web-analytics', '1 more sentence', 'blockquote'],
  ['#kept', 'Cookies', '.item'],
  ['#act', 'Settings of your browser', '.route'],
])('%s keeps open what was opened', async (at, name, inside) => {
  const { change } = open({ at });
  const closed = document.querySelectorAll(inside).length;
  await unfold(name);
  const opened = document.querySelectorAll(inside).length;
  expect(opened).toBeGreaterThan(closed);
  change(makeReport({ visit: makeVisit({ updatedAt: AT + 9000 }) }));
  expect(document.querySelectorAll(inside)).toHaveLength(opened);
});

it('makes the inside of a fold when it is opened, not before', async () => {
  open({ report: bigReport(300), at: '#kept' });
  expect(document.querySelectorAll('.item')).toHaveLength(0);
  expect(document.querySelectorAll('*').length).toBeLessThan(150);
  await unfold('Cookies');
  expect(document.querySelectorAll('.item').length).toBeGreaterThan(10);
});

it('draws one view at a time, however much was seen', () => {
  const report = bigReport(300);
  open({ report });
  for (const address of addressesOf(report).slice(0, 20)) {
    go(address);
    expect(document.querySelectorAll('main, h1')).toHaveLength(2);
    // 150 companies in one list; all other views are small.
    expect(document.querySelectorAll('*').length).toBeLessThan(address === '#companies' ? 2000 : 300);
  }
});

it('a page that is left shows what the tab shows now', () => {
  const { view } = open({ at: '#practices' });
  view.current = { state: 'error', message: 'The record is gone.' };
  flushSync();
  expect(words()).toContain('We could not read our own record');
  expect(words()).not.toContain('Session recording');
});

describe('the live region', () => {
  afterEach(() => vi.useRealTimers());

  it.each(['#', '#practices', '#company/other%20Meta%20Pixel'])(
    'tells the counts when they have settled, at %s',
    (at) => {
      vi.useFakeTimers();
      const { change } = open({ at });
      const region = document.querySelector('[aria-live="polite"]');
      vi.advanceTimersByTime(3000);
      expect(region?.textContent).toBe('');
      change(makeReport({ companies: companies.slice(0, 3) }));
      vi.advanceTimersByTime(1900);
      expect(region?.textContent).toBe('');
      vi.advanceTimersByTime(200);
      flushSync();
      expect(region?.textContent).toBe('3 other companies contacted. 6 things seen.');
    },
  );

  it('is the same one in every view, and going from view to view is no news', () => {
    vi.useFakeTimers();
    open();
    const region = document.querySelector('[aria-live="polite"]');
    for (const address of addressesOf(makeReport())) {
      go(address);
      vi.advanceTimersByTime(3000);
      flushSync();
      expect(document.querySelector('[aria-live="polite"]')).toBe(region);
    }
    expect(region?.textContent).toBe('');
  });
});

// @vitest-environment happy-dom
/** Can a person see the value of a stored item, is told why not, and is nothing of it left when they look elsewhere? */
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { studyCapture } from '../../../capture/study-capture.ts';
import { STORED_ITEMS, WRITES } from '../../../capture/tables/stored-tables.ts';
import RowDetail from '../../../components/inspector/RowDetail.svelte';
import { studyOrigin, type StudyOrigin } from '../../../components/inspector/study-origin.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import { sealedExport } from '../../../evidence/files/capture-export.ts';
import { asCaptureJson } from '../../../evidence/files/capture-json.ts';
import type { AskedValue } from '../../../recognition/asked-value.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { AT, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';

afterEach(() => document.body.replaceChildren());

const SECRET = '<b onclick="alert(1)">visitor-7f3a</b>';
const items = [
  makeItem({ store: 'local', name: 'visitor' }),
  makeItem({ store: 'session', name: 'basket', firstAt: AT + 1 }),
  makeItem({ store: 'indexed-db', name: 'songs', firstAt: AT + 2 }),
];
const study = studyCapture(captureOfVisit(makeVisit({ items })), shippedKnowledge(), null);
const context = { language: english, timeZone: 'UTC', day: AT, practices: study.practices };
const LIVE: StudyOrigin = { from: 'page', tab: 7, held: false };

const read = (value: string, length = value.length): AskedValue => ({ state: 'read', value, length, at: AT });

function detail(name: string, answer: AskedValue | Promise<AskedValue> = read(SECRET), origin: StudyOrigin = LIVE) {
  const rowOf = (wanted: string) => {
    const row = STORED_ITEMS.rows(study).find(({ row: { item } }) => item.name === wanted);
    if (row === undefined) throw new Error(`No row of ${wanted}.`);
    return row;
  };
  const askValue = vi.fn(() => Promise.resolve(answer));
  const props = { study, table: STORED_ITEMS as never, context, askValue, close: vi.fn() };
  const { rerender } = render(RowDetail, {
    props: { ...props, row: rowOf(name), origin },
    context: languageContext(english),
  });
  return {
    askValue,
    choose: (other: string) => rerender({ row: rowOf(other) }),
    become: (next: StudyOrigin) => rerender({ origin: next }),
  };
}

const press = async (): Promise<void> => {
  await fireEvent.click(screen.getByRole('button', { name: /value$/ }));
  await tick();
  await tick();
};
const shown = (): string | null => document.querySelector('[data-text]')?.textContent ?? null;
const said = (): string => screen.getByRole('status').textContent;

describe('the value of a row', () => {
  it('is read when somebody asks, shown as text, and hidden again; the focus stays', async () => {
    const { askValue } = detail('visitor');
    expect(askValue).not.toHaveBeenCalled();
    const button = screen.getByRole('button', { name: 'Show value' });
    button.focus();
    await press();
    expect(askValue).toHaveBeenCalledExactlyOnceWith(7, study.pages[0]?.page.visit, items[0]);
    expect(shown()).toBe(SECRET);
    expect(document.querySelector('[data-text] b')).toBeNull();
    expect(said()).toContain(`${String(SECRET.length)} characters`);
    expect(document.activeElement).toBe(button);
    expect(button.textContent).toBe('Hide value');
    await press();
    expect(shown()).toBeNull();
    expect(said()).toBe('');
    expect(document.body.innerHTML).not.toContain('visitor-7f3a');
  });

  it('goes when another row is chosen, and when the page is left', async () => {
    const { choose, become } = detail('visitor');
    await press();
    expect(document.body.innerHTML).toContain('visitor-7f3a');
    await choose('basket');
    expect(document.body.innerHTML).not.toContain('visitor-7f3a');
    await choose('visitor');
    expect(shown()).toBeNull();
    await press();
    expect(shown()).toBe(SECRET);
    await become({ from: 'left' });
    expect(shown()).toBeNull();
    expect(said()).toContain('The page was left');
    await become(LIVE);
    expect(shown()).toBeNull();
  });

  it('that arrives when nobody waits for it any more is not shown', async () => {
    let arrive: (answer: AskedValue) => void = () => undefined;
    const late = new Promise<AskedValue>((resolve) => {
      arrive = resolve;
    });
    detail('visitor', late);
    await press();
    expect(said()).toBe('Reading…');
    await press();
    arrive(read(SECRET));
    await late;
    await tick();
    expect(shown()).toBeNull();
  });

  it('is cut where it is long, and shown whole on request', async () => {
    const long = 'z'.repeat(1000);
    detail('visitor', read(long, 1500));
    await press();
    expect(shown()?.length).toBe(400);
    await fireEvent.click(screen.getByRole('button', { name: 'Show all 1,000 characters' }));
    expect(shown()).toBe(long);
    expect(document.body.textContent).toContain('500 more characters');
    await fireEvent.click(screen.getByRole('button', { name: 'Show the beginning only' }));
    expect(shown()?.length).toBe(400);
  });

  it('may be empty', async () => {
    detail('visitor', read(''));
    await press();
    expect(said()).toContain('it was empty');
    expect(shown()).toBeNull();
  });

  it('of a paused table is the one of now, and it says so', async () => {
    detail('visitor', read(SECRET), { from: 'page', tab: 7, held: true });
    await press();
    expect(said()).toContain('The tables are paused');
  });

  it.each([
    ...(['left', 'closed', 'private', 'gone', 'no-frame', 'not-permitted', 'refused', 'unclear', 'no-answer'] as const),
  ])('is not told where it is %s, and may be asked for again', async (state) => {
    const { askValue } = detail('visitor', { state });
    await press();
    expect(said()).toBe(english.t(`storedValue.${state}`));
    expect(said()).not.toContain('storedValue');
    await press();
    expect(askValue).toHaveBeenCalledTimes(2);
  });

  it.each(['left', 'recording', 'file'] as const)('of a %s is not asked for, and it says why', async (from) => {
    const { askValue } = detail('visitor', read(SECRET), { from });
    expect(screen.getByRole('button', { name: 'Show value' }).getAttribute('aria-disabled')).toBe('true');
    expect(said()).toBe(english.t(`storedValue.${from}`));
    await press();
    expect(askValue).not.toHaveBeenCalled();
  });

  it('is offered for nothing that has none', () => {
    detail('songs');
    expect(screen.queryByRole('button', { name: 'Show value' })).toBeNull();
    expect(WRITES.rows(study)).toEqual([]);
  });

  it('is in nothing that is kept or saved afterwards', async () => {
    const before = asCaptureJson(study.capture);
    detail('visitor');
    await press();
    expect(shown()).toBe(SECRET);
    expect(asCaptureJson(study.capture)).toBe(before);
    const { zip } = sealedExport(english, study, AT);
    expect(asCaptureJson(study.capture) + Buffer.from(zip).toString('latin1')).not.toContain('visitor-7f3a');
    expect(
      JSON.stringify([localStorage, sessionStorage].map((storage) => Object.entries(storage))) + location.href,
    ).not.toContain('visitor-7f3a');
  });
});

describe('where a study comes from', () => {
  const of = (root: string) =>
    studyCapture(captureOfVisit(makeVisit({ root, document: `d-${root}` })), shippedKnowledge(), null);
  const [first, second] = [of('r1'), of('r2')];
  const held = { study: first, tab: 7, at: AT };
  const opened = (from: 'file' | 'recording') => ({
    state: 'opened' as const,
    from,
    study: second,
    seal: { state: 'none' as const },
  });

  it.each<[string, StudyOrigin, Parameters<typeof studyOrigin>]>([
    ['the live page', LIVE, [{ state: 'live', study: first, tab: 7 }, null, null]],
    ['a page that was left', { from: 'left' }, [{ state: 'left', study: first, tab: 7 }, null, null]],
    ['a paused page', { ...LIVE, held: true }, [{ state: 'live', study: first, tab: 7 }, held, null]],
    ['a paused page that was left', { from: 'left' }, [{ state: 'left', study: first, tab: 7 }, held, null]],
    [
      'a paused page after which another came',
      { from: 'left' },
      [{ state: 'live', study: second, tab: 7 }, held, null],
    ],
    [
      'a paused page of the tab behind',
      { ...LIVE, held: true },
      [{ state: 'live', study: second, tab: 8 }, held, null],
    ],
    ['a file', { from: 'file' }, [{ state: 'live', study: first, tab: 7 }, held, opened('file')]],
    ['a recording', { from: 'recording' }, [{ state: 'none' }, null, opened('recording')]],
  ])('is told of %s', (_of, origin, given) => {
    expect(studyOrigin(...given)).toEqual(origin);
  });
});

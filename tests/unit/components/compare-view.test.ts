// @vitest-environment happy-dom
/** Can a person set two captures side by side, see what is new and gone, turn them round, and hear of a file that cannot be compared? */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { Recording } from '../../../capture/recording.ts';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import CompareView from '../../../components/inspector/CompareView.svelte';
import type { InspectorActions, LetterActions, OpenedExport } from '../../../components/inspector/inspector-actions.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';
import { inspectorActions } from './inspector-fixture.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const knowledge = shippedKnowledge();
const studyOf = (name: string, hosts: readonly string[]): CaptureStudy =>
  studyCapture(
    captureOfVisit(makeVisit({ hosts: hosts.map((host) => makeHost(host)) }), {
      ...{ id: `capture-${name}`, name, startedAt: AT },
    }),
    knowledge,
    null,
  );
/** What goes: Microsoft's. What comes: Meta's. What stays: Google's. */
const before = studyOf('Monday', ['bat.bing.com', 'www.google-analytics.com']);
const after = studyOf('Tuesday', ['www.google-analytics.com', 'connect.facebook.net']);
const opened = (study: CaptureStudy, seal: 'whole' | 'broken' | 'none' = 'none'): OpenedExport =>
  ({
    ...{ state: 'opened', from: 'file', study },
    seal: { state: seal, ...(seal === 'none' ? {} : { check: { faults: [], files: 3, repacked: false } }) },
  }) as OpenedExport;

function view(answers: Readonly<Record<string, OpenedExport | Error>>, over: Partial<InspectorActions> = {}) {
  const actions = inspectorActions({
    letters: {} as LetterActions,
    open: vi.fn(({ name }: File) => {
      const answer = answers[name];
      return answer === undefined || answer instanceof Error
        ? Promise.reject(answer ?? new Error('?'))
        : Promise.resolve(answer);
    }),
    saveComparison: vi.fn(() => Promise.resolve('comparison.html')),
    ...over,
  });
  if (over.recordings === undefined) vi.mocked(actions.recordings.list).mockRejectedValue(new Error('no database'));
  return actions;
}

function show(actions: InspectorActions, live: CaptureStudy | null = null, study = live): void {
  const context = { language: english, timeZone: 'UTC', day: 0, practices: new Map() };
  const props = { ...{ study, live, opened: null, part: null }, show: vi.fn(), context, actions };
  render(CompareView, { props, context: languageContext(english) } as never);
}

const side = (name: 'First' | 'Second'): HTMLElement => screen.getByRole('group', { name });
const file = (name: 'First' | 'Second', of: string) =>
  fireEvent.change(side(name).querySelector<HTMLInputElement>('input[type="file"]')!, {
    target: { files: [new File(['x'], of)] },
  });
async function both(actions: InspectorActions): Promise<void> {
  show(actions);
  await file('First', 'before.zip');
  await within(side('First')).findByText('Monday');
  await file('Second', 'after.zip');
  await within(side('Second')).findByText('Tuesday');
}
/** The rows of a table that are drawn: what became of a thing, and which it is. */
const rows = (table: string): readonly string[] =>
  [...document.querySelectorAll(`[data-compared="${table}"] tbody tr`)].map(
    (row) => `${row.getAttribute('data-is') ?? ''} ${row.querySelector('th')?.textContent.trim() ?? ''}`,
  );

it('waits for two, and offers the page only where there is one', async () => {
  show(view({}));
  expect(screen.getByText('Choose two, and the differences appear here.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'The page as it is now' })).toBeNull();
  document.body.replaceChildren();
  show(view({}), before);
  await fireEvent.click(within(side('First')).getByRole('button', { name: 'The page as it is now' }));
  expect(within(side('First')).getByText('Monday')).toBeTruthy();
  expect(screen.getByText('Choose two, and the differences appear here.')).toBeTruthy();
});

it('offers what the tables show where that is not the page', () => {
  show(view({}), before, after);
  expect(within(side('Second')).getByRole('button', { name: 'What is shown in the tables: Tuesday' })).toBeTruthy();
});

it('tells what is new and what is gone, hides what is the same until it is asked for, and turns both round', async () => {
  await both(view({ 'before.zip': opened(before), 'after.zip': opened(after) }));
  expect(rows('companies').toSorted()).toEqual(['gone Microsoft', 'new Meta']);
  expect(rows('hosts').toSorted()).toEqual(['gone bat.bing.com', 'new connect.facebook.net']);
  const counts = (): string =>
    document.querySelector('[data-compared="companies"] [data-counts]')?.textContent.trim() ?? '';
  expect(counts()).toBe('1 new · 1 gone · 1 the same');
  await fireEvent.click(screen.getByRole('checkbox', { name: /the same/u }));
  expect(rows('companies')).toContain('same Google');
  await fireEvent.click(screen.getByRole('checkbox', { name: /^. new|new$/u }));
  expect(rows('companies').toSorted()).toEqual(['gone Microsoft', 'same Google']);
  await fireEvent.click(screen.getByRole('button', { name: 'Swap the two' }));
  expect(rows('companies').toSorted()).toEqual(['gone Meta', 'same Google']);
  expect(within(side('First')).getByText('Tuesday')).toBeTruthy();
});

it('says that two equal captures do not differ', async () => {
  await both(
    view({
      'before.zip': opened(before),
      'after.zip': opened(studyOf('Tuesday', ['bat.bing.com', 'www.google-analytics.com'])),
    }),
  );
  expect(screen.getByText('In what was seen there is no difference.')).toBeTruthy();
  expect(rows('companies')).toEqual([]);
});

it('names what the seal of each file says, and saves with both', async () => {
  const actions = view({ 'before.zip': opened(before, 'whole'), 'after.zip': opened(after, 'broken') });
  await both(actions);
  expect(within(side('First')).getByText('The file is sealed, and whole.')).toBeTruthy();
  expect(within(side('Second')).getByText('This file was changed after it was sealed.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Save the comparison as a report' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('comparison.html'));
  expect(actions.saveComparison).toHaveBeenCalledWith(expect.objectContaining({ before, after }), {
    before: 'whole',
    after: 'broken',
  });
  // What was said of one comparison is not said of the next.
  await fireEvent.click(screen.getByRole('button', { name: 'Swap the two' }));
  expect(screen.getByRole('status').textContent.trim()).toBe('');
});

it('says why a comparison could not be saved, and stays', async () => {
  const saveComparison = vi.fn(() => Promise.reject(new Error('The disk is full.')));
  await both(view({ 'before.zip': opened(before), 'after.zip': opened(after) }, { saveComparison }));
  await fireEvent.click(screen.getByRole('button', { name: 'Save the comparison as a report' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(rows('companies')).toHaveLength(2);
});

it.each<[string, OpenedExport | Error, string]>([
  ['foreign', { state: 'foreign' }, 'This is not an export of Liner Notes.'],
  ['newer', { state: 'newer' }, 'This was made by a later version of Liner Notes. Update it, and try again.'],
  ['too large', { state: 'too-large' }, 'Unpacked, this would be larger than what can be opened here.'],
  ['damaged', { state: 'damaged', where: 'pages.0' }, 'The capture in it cannot be read: it does not fit at pages.0.'],
  ['gone', new Error('The file was moved.'), 'The file was moved.'],
])(
  'says of a file that is %s what is wrong, keeps the other side, and takes a better one',
  async (_, answer, words) => {
    const answers: Record<string, OpenedExport | Error> = { 'before.zip': opened(before), 'after.zip': answer };
    show(view(answers));
    await file('First', 'before.zip');
    await within(side('First')).findByText('Monday');
    await file('Second', 'after.zip');
    await waitFor(() => expect(within(side('Second')).getByRole('alert').textContent).toContain(words));
    expect(within(side('First')).getByText('Monday')).toBeTruthy();
    answers['after.zip'] = opened(after);
    await file('Second', 'after.zip');
    await within(side('Second')).findByText('Tuesday');
    expect(screen.queryByRole('alert')).toBeNull();
  },
);

it('can be pressed no second time while a file is opened', async () => {
  let go: (answer: OpenedExport) => void = () => undefined;
  const open = vi.fn(() => new Promise<OpenedExport>((resolve) => (go = resolve)));
  show(view({}, { open }));
  await file('First', 'slow.zip');
  expect(side('First').getAttribute('aria-busy')).toBe('true');
  expect((side('First') as HTMLFieldSetElement).disabled).toBe(true);
  expect((side('Second') as HTMLFieldSetElement).disabled).toBe(false);
  go(opened(before));
  await within(side('First')).findByText('Monday');
  expect(side('First').getAttribute('aria-busy')).toBe('false');
});

it('takes recordings, and says of one that is gone or damaged why it cannot', async () => {
  const record = (id: string, name: string) => ({ id, name, startedAt: AT }) as unknown as Recording;
  const recordings = {
    ...inspectorActions({ letters: {} as LetterActions }).recordings,
    list: vi.fn(() =>
      Promise.resolve({ recordings: [record('a', 'Kept'), record('b', 'Gone'), record('c', 'Broken')] }),
    ),
    open: vi.fn((id: string) =>
      Promise.resolve(
        id === 'a'
          ? { state: 'opened', study: after }
          : id === 'b'
            ? { state: 'missing' }
            : { state: 'damaged', where: 'batch 2' },
      ),
    ),
  };
  show(view({}, { recordings: recordings as never }));
  const chooser = await within(side('Second')).findByRole('combobox');
  const choose = (value: string) => fireEvent.change(chooser, { target: { value } });
  await choose('b');
  expect((await within(side('Second')).findByRole('alert')).textContent).toBe('It is no longer there.');
  await choose('c');
  await waitFor(() => expect(within(side('Second')).getByRole('alert').textContent).toContain('batch 2'));
  await choose('a');
  await within(side('Second')).findByText('Tuesday');
});

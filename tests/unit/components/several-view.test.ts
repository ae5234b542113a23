// @vitest-environment happy-dom
/** Can a person put several visits together: from files at once, with a bad one among them, from the page and from recordings? */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import OpenExport from '../../../components/inspector/OpenExport.svelte';
import SeveralView from '../../../components/inspector/SeveralView.svelte';
import type { InspectorActions, LetterActions, OpenedExport } from '../../../components/inspector/inspector-actions.ts';
import { VisitChoice } from '../../../components/inspector/visit-choice.svelte.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';
import { inspectorActions } from './inspector-fixture.ts';

afterEach(() => {
  document.body.replaceChildren();
  location.hash = '';
});

const knowledge = shippedKnowledge();
const studyOf = (name: string, minute = 0): CaptureStudy =>
  studyCapture(
    captureOfVisit(makeVisit({ hosts: [makeHost('bat.bing.com')] }), {
      ...{ id: `capture-${name}`, name, startedAt: AT + minute * 60_000 },
    }),
    knowledge,
    null,
  );
const opened = (study: CaptureStudy): OpenedExport => ({
  ...{ state: 'opened', from: 'file', study },
  seal: { state: 'none' },
});

function view(
  answers: Readonly<Record<string, OpenedExport | Error>>,
  over: Partial<InspectorActions> = {},
  live: CaptureStudy | null = null,
) {
  const visits = {
    choice: new VisitChoice(),
    openAll: vi.fn((file: File) => {
      const answer = answers[file.name];
      if (answer === undefined || answer instanceof Error) return Promise.reject(answer ?? new Error('?'));
      return Promise.resolve([{ name: file.name, opened: answer }]);
    }),
    saveReport: vi.fn(() => Promise.resolve('list.html')),
    saveSealed: vi.fn((_list: unknown, tell: (done: number, of: number) => void) => {
      tell(1, 3);
      return Promise.resolve({ name: 'list.zip', seal: 'f'.repeat(64), sealed: new Uint8Array() });
    }),
  };
  const actions = inspectorActions({ letters: {} as LetterActions, visits, ...over });
  if (over.recordings === undefined) vi.mocked(actions.recordings.list).mockRejectedValue(new Error('no database'));
  const context = { language: english, timeZone: 'UTC', day: 0, practices: new Map() };
  const props = { ...{ study: live, live, opened: null, part: null }, show: vi.fn(), context, actions };
  return { visits, actions, props };
}
const shown = (props: object): void => void render(SeveralView, { props, context: languageContext(english) } as never);
const choose = (names: readonly string[]) =>
  fireEvent.change(document.querySelector<HTMLInputElement>('input[type="file"]')!, {
    target: { files: names.map((name) => new File(['x'], name)) },
  });
const rows = (): readonly string[] =>
  [...document.querySelectorAll('[data-visit] th')].map((cell) => cell.textContent.replace(/\s+/gu, ' ').trim());

it('opens several files at once, in the order of time; one that is bad is named, and the others are there', async () => {
  const { props } = view({
    'late.zip': opened(studyOf('Late', 9)),
    'bad.zip': { state: 'damaged', where: 'pages.0' },
    'early.zip': opened(studyOf('Early', 1)),
    'gone.zip': new Error('The file was moved.'),
    'foreign.zip': { state: 'foreign' },
  });
  shown(props);
  expect(screen.getByText('Nothing is chosen yet.')).toBeTruthy();
  await choose(['late.zip', 'bad.zip', 'early.zip', 'gone.zip', 'foreign.zip']);
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(rows()[0]).toContain('Early');
  expect(rows()[1]).toContain('Late');
  const troubles = (await screen.findByRole('alert')).textContent;
  expect(troubles).toContain('bad.zip: The capture in it cannot be read: it does not fit at pages.0.');
  expect(troubles).toContain('The file was moved.');
  expect(troubles).toContain('foreign.zip: This is not an export of Liner Notes.');
});

it('says how far it is, and lists a visit once', async () => {
  let go: (answer: OpenedExport) => void = () => undefined;
  const { props, visits } = view({});
  visits.openAll.mockImplementationOnce((file) =>
    new Promise<OpenedExport>((resolve) => (go = resolve)).then((answer) => [{ name: file.name, opened: answer }]),
  );
  visits.openAll.mockImplementationOnce((file) =>
    Promise.resolve([{ name: file.name, opened: opened(studyOf('One')) }]),
  );
  shown(props);
  await choose(['first.zip', 'again.zip']);
  expect(await screen.findByText(/^Opening 1 of 2: first\.zip/u)).toBeTruthy();
  expect(screen.getByRole('progressbar')).toBeTruthy();
  go(opened(studyOf('One')));
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toContain('This visit stands in the list already.'),
  );
  expect(rows()).toHaveLength(1);
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('takes the page as it is and recordings, takes one out, and saves the list alone or sealed', async () => {
  const record = { id: 'r1', name: 'Kept', startedAt: AT };
  const { props, visits } = view(
    {},
    {
      recordings: {
        ...inspectorActions({ letters: {} as LetterActions }).recordings,
        list: vi.fn(() => Promise.resolve({ recordings: [record] } as never)),
        open: vi.fn(() => Promise.resolve({ state: 'opened' as const, name: 'Kept', study: studyOf('Kept', 5) })),
      },
    },
    studyOf('Page', 7),
  );
  shown(props);
  await fireEvent.click(screen.getByRole('button', { name: 'The page as it is now' }));
  await fireEvent.click(await screen.findByLabelText('Kept'));
  await fireEvent.click(screen.getByRole('button', { name: 'Add 1 recording' }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(screen.getByText('2 visits in the list, in the order of time.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Take out: Page' }));
  expect(rows()).toHaveLength(1);
  await fireEvent.click(screen.getByRole('button', { name: 'Save the report' }));
  expect(await screen.findByText('Saved as list.html.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Save it sealed, with each capture' }));
  expect(await screen.findByText('f'.repeat(64))).toBeTruthy();
  expect(visits.saveSealed).toHaveBeenCalledOnce();
});

it('is where “Open an export” leads with several files, and with a list', async () => {
  const { props, visits, actions } = view({ 'a.zip': opened(studyOf('A')), 'b.zip': opened(studyOf('B', 1)) });
  vi.mocked(actions.open).mockResolvedValue({ state: 'several' });
  render(OpenExport, { props, context: languageContext(english) });
  await choose(['a.zip', 'b.zip']);
  await waitFor(() => expect(visits.choice.chosen).toHaveLength(2));
  expect(location.hash).toBe('#several');
  location.hash = '';
  visits.choice.remove(visits.choice.chosen[0]?.key ?? '');
  await choose(['a.zip']);
  await waitFor(() => expect(location.hash).toBe('#several'));
  await waitFor(() => expect(visits.choice.chosen).toHaveLength(2));
  expect(props.show).not.toHaveBeenCalled();
});

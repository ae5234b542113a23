// @vitest-environment happy-dom
/** Can a person begin and end a recording, find one again, and hear why one does not begin, open or go? */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { studyCapture } from '../../../capture/study-capture.ts';
import RecordingsView from '../../../components/inspector/RecordingsView.svelte';
import type {
  KeptRecordings,
  RecordingActions,
  StudiedRecording,
} from '../../../components/inspector/recording-actions.ts';
import type { ViewProps } from '../../../components/inspector/view-props.ts';
import type { LetterActions } from '../../../components/inspector/inspector-actions.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { makeRecording } from '../../../tools/builders/recordings.ts';
import { AT, makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';
import { inspectorActions } from './inspector-fixture.ts';

afterEach(() => document.body.replaceChildren());

function view(
  kept: Partial<KeptRecordings>,
  over: Partial<RecordingActions> = {},
  opened: ViewProps['opened'] = null,
  goOn = vi.fn<ReturnType<ViewProps['show']>>(() => true),
) {
  const recordings: RecordingActions = {
    list: vi.fn(() =>
      Promise.resolve({
        recordings: [],
        damaged: [],
        newer: [],
        bytes: 0,
        recorder: { state: 'idle' as const },
        ...kept,
      }),
    ),
    follow: vi.fn(() => () => undefined),
    start: vi.fn(() => Promise.resolve({ kind: 'started' as const, id: 'new', persistence: 'promised' as const })),
    stop: vi.fn(() => Promise.resolve({ done: 'new' })),
    describe: vi.fn(() => Promise.resolve(true)),
    remove: vi.fn(() => Promise.resolve()),
    open: vi.fn(() => Promise.resolve({ state: 'missing' as const })),
    openInParts: vi.fn(() => Promise.resolve({ state: 'missing' as const })),
    ...over,
  };
  const show = vi.fn<ViewProps['show']>(() => goOn);
  const context = { language: english, timeZone: 'UTC', day: 0, practices: new Map() };
  const actions = inspectorActions({ letters: {} as LetterActions, recordings });
  const props = { ...{ study: null, live: null, opened, part: null }, show, context, actions };
  render(RecordingsView, { props, context: languageContext(english) });
  return { recordings, show };
}
const press = async (name: string | RegExp): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }));

it('begins one with its name, and says why one does not begin', async () => {
  const start = vi
    .fn<RecordingActions['start']>()
    .mockResolvedValueOnce({ kind: 'not-started', why: 'disk-full' })
    .mockResolvedValueOnce({ kind: 'not-started', why: 'broken', words: 'No storage' });
  view({}, { start });
  expect(await screen.findByText('No recording yet.')).toBeTruthy();
  await fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Two pages' } });
  await press('Start recording');
  expect(start).toHaveBeenCalledWith('Two pages', '');
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  // What was typed is still there.
  await press('Start recording');
  expect(start).toHaveBeenLastCalledWith('Two pages', '');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('No storage'));
});

it('says in words that one runs, how much of it is kept and what was lost, and ends it', async () => {
  const running = { state: 'running', id: 'r', since: AT, facts: 1, pages: 2, bytes: 1000, dropped: 5 } as const;
  const { recordings } = view({ recorder: running });
  expect(await screen.findByText(/^Recording since \d\d:04:05$/u)).toBeTruthy();
  expect(screen.getByText('2 pages · 1 fact · 1 kB')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('5 facts could not be kept');
  await press('Stop');
  expect(recordings.stop).toHaveBeenCalledOnce();
});

it('finds them by name, note or site, tells what became of each and how much they take together', async () => {
  const first = makeRecording('Before', { note: 'cookies refused', state: 'full', dropped: 2 });
  view({
    recordings: [first, makeRecording('After', { hosts: ['www.adele.com'], state: 'cut-off', interruptions: 1 })],
    damaged: ['broken-one'],
    bytes: 2_500_000,
  });
  expect(await screen.findByText(/ended by itself/u)).toBeTruthy();
  expect(
    screen.getByText('Nobody ended it: it ended with the browser, or when the extension was switched off or updated.'),
  ).toBeTruthy();
  expect(screen.getByText(/ended the background process 1 time meanwhile/u)).toBeTruthy();
  expect(screen.getByText(/cannot be read \(broken-one\)/u)).toBeTruthy();
  expect(screen.getByText(/^2 recordings, 2.5 MB\. One may have 200 MB/u)).toBeTruthy();
  const names = (): readonly (string | null)[] =>
    screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  for (const [words, found] of [
    ['REFUSED', ['Before']],
    ['adele', ['After']],
    ['neither', []],
  ] as const) {
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: words } });
    expect(names()).toEqual(found);
  }
  expect(screen.getByText('No recording matches the search.')).toBeTruthy();
});

it('opens one in the tables, or says why not', async () => {
  const study = studyCapture(captureOfVisit(makeVisit()), shippedKnowledge(), null);
  const open = vi
    .fn<RecordingActions['openInParts']>()
    .mockResolvedValueOnce({ state: 'damaged', where: 'batch 3' })
    .mockRejectedValueOnce(new Error('The database is closed.'))
    .mockResolvedValueOnce({ state: 'opened', name: 'Two pages', study });
  const { show } = view({ recordings: [makeRecording('Two pages')] }, { openInParts: open });
  await press('Open: Two pages');
  expect((await screen.findByRole('alert')).textContent).toContain('Damaged: batch 3');
  await press('Open: Two pages');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The database is closed.'));
  expect(show).not.toHaveBeenCalled();
  await press('Open: Two pages');
  await waitFor(() =>
    expect(show).toHaveBeenCalledWith('Two pages', expect.objectContaining({ from: 'recording', study }), ''),
  );
});

describe('a long one', () => {
  const study = studyCapture(captureOfVisit(makeVisit()), shippedKnowledge(), null);
  const rest = { state: 'opened', name: 'Long', study: { ...study } } as const;
  const recordings = [makeRecording('Long')];
  const reading = { facts: 500, of: 50_000 };

  it('is shown before all of it is read, and whole in its place then', async () => {
    const goOn = vi.fn<ReturnType<ViewProps['show']>>(() => true);
    const openInParts: RecordingActions['openInParts'] = (_id, follow) => {
      expect(follow(study, reading)).toBe(true);
      expect(follow(study, { ...reading, facts: 9000 })).toBe(true);
      return Promise.resolve(rest);
    };
    const { show } = view({ recordings }, { openInParts }, null, goOn);
    await press('Open: Long');
    await waitFor(() => expect(goOn).toHaveBeenCalledTimes(2));
    expect(show.mock.calls).toEqual([['Long', expect.objectContaining({ study, reading }), '']]);
    expect(goOn.mock.calls[0]).toMatchObject([{ reading: { facts: 9000 } }]);
    expect(goOn.mock.calls[1]?.[0]).toEqual({
      state: 'opened',
      from: 'recording',
      seal: { state: 'none' },
      study: rest.study,
    });
  });

  it('is read no further where somebody has left it', async () => {
    const followed: boolean[] = [];
    const openInParts: RecordingActions['openInParts'] = (_id, follow) => {
      followed.push(follow(study, reading), follow(study, reading));
      return Promise.resolve(null);
    };
    const { show } = view(
      { recordings },
      { openInParts },
      null,
      vi.fn<ReturnType<ViewProps['show']>>(() => false),
    );
    await press('Open: Long');
    await waitFor(() => expect(followed).toEqual([true, false]));
    expect(show).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each<[string, () => Promise<StudiedRecording>, string]>([
    ['a damaged end', () => Promise.resolve({ state: 'damaged', where: 'batch 7' }), 'Damaged: batch 7'],
    ['a database that fails', () => Promise.reject(new Error('The disk is gone.')), 'The disk is gone.'],
  ])('with %s goes from the screen, and the list says why', async (_what, end, why) => {
    const goOn = vi.fn<ReturnType<ViewProps['show']>>(() => true);
    const openInParts: RecordingActions['openInParts'] = (_id, follow) => {
      follow(study, reading);
      return end();
    };
    view({ recordings }, { openInParts }, null, goOn);
    await press('Open: Long');
    await waitFor(() => expect(goOn).toHaveBeenCalledOnce());
    expect(goOn.mock.calls[0]).toEqual([
      { state: 'broken-off', why: expect.stringContaining(why) as string },
      '#recordings',
    ]);
  });

  it('is told as broken off by the list that comes back', async () => {
    view({ recordings }, {}, { state: 'broken-off', why: '“Long” could not be read to its end.' });
    expect((await screen.findByRole('alert')).textContent).toBe('“Long” could not be read to its end.');
  });
});

it('deletes one after a question alone, and says so or why not', async () => {
  const remove = vi.fn<RecordingActions['remove']>().mockRejectedValueOnce(new Error('It is locked.'));
  view({ recordings: [makeRecording('Two pages')] }, { remove });
  await press('Delete …');
  expect(remove).not.toHaveBeenCalled();
  await press('Delete now');
  expect(await screen.findByText(/It is locked\./u)).toBeTruthy();
  await press('Delete …');
  await press('Delete now');
  expect(await screen.findByText('Deleted: Two pages')).toBeTruthy();
});

it('says that the recordings cannot be read, and offers none to begin', async () => {
  view({}, { list: () => Promise.reject(new Error('It is blocked.')) });
  expect((await screen.findByRole('alert')).textContent).toContain('It is blocked.');
  expect(screen.queryByRole('button', { name: 'Start recording' })).toBeNull();
});

it('tells how much room all of them take together, and deletes those that are chosen, the largest first', async () => {
  const { recordings } = view({
    recordings: [
      makeRecording('Small', { bytes: 50_000_000, state: 'no-room' }),
      makeRecording('Large', { bytes: 200_000_000 }),
      makeRecording('Running', { bytes: 5_000_000, state: 'running' }),
    ],
    bytes: 999_500_000,
  });
  expect(await screen.findByText('999.5 MB of 1,000 MB used by recordings.')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('Nothing more is recorded until you delete some.');
  expect(screen.getByText('All recordings together had no more room, and it ended by itself.')).toBeTruthy();
  const boxes = screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent.trim());
  // One that runs is not offered.
  expect(boxes).toEqual(['Large · 200 MB', 'Small · 50 MB']);
  expect(screen.queryByRole('button', { name: /^Delete the chosen/u })).toBeNull();
  for (const box of screen.getAllByRole('checkbox')) await fireEvent.click(box);
  await press('Delete the chosen (250 MB) …');
  expect(screen.getByText('Delete 2 recordings, 250 MB? This cannot be undone.')).toBeTruthy();
  await press('Delete now');
  expect(await screen.findByText('2 recordings deleted, 250 MB freed.')).toBeTruthy();
  expect(recordings.remove).toHaveBeenCalledTimes(2);
});

it('asks for no choice while there is room', async () => {
  view({ recordings: [makeRecording('Small')], bytes: 1_250_000 });
  expect(await screen.findByText('1.3 MB of 1,000 MB used by recordings.')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.querySelector('details')?.open).toBe(false);
});

// @vitest-environment happy-dom
/** Can a person add a picture, hear why there is none, say what it shows, and delete it; and is what a file holds shown for what it is? */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { filesByName, pictureFile } from '../../../capture/picture-files.ts';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import type { LetterActions, OpenedExport } from '../../../components/inspector/inspector-actions.ts';
import type { PictureActions, PictureRefusal } from '../../../components/inspector/picture-actions.ts';
import { PictureShelf } from '../../../components/inspector/picture-shelf.svelte.ts';
import PicturesView from '../../../components/inspector/PicturesView.svelte';
import { languageContext } from '../../../components/parts/language-context.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { makePicture, pngBytes } from '../../../tools/builders/pictures.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';
import { inspectorActions } from './inspector-fixture.ts';

afterEach(() => document.body.replaceChildren());

const PNG = pngBytes(1280, 800);
const picture = makePicture(PNG, { caption: 'The banner' });
const bare = studyCapture(captureOfVisit(makeVisit()), shippedKnowledge(), null);
const withPicture = (bytes: Uint8Array<ArrayBuffer> | undefined): CaptureStudy => ({
  ...bare,
  capture: { ...bare.capture, pictures: [picture] },
  pictureFiles: filesByName([{ picture, file: pictureFile(picture, bytes) }]),
});

function view(study: CaptureStudy, over: Partial<PictureActions> = {}, opened: OpenedExport | null = null) {
  const pictures: PictureActions = {
    joined: (of) => of,
    take: vi.fn(),
    describe: vi.fn(() => Promise.resolve()),
    remove: vi.fn(() => Promise.resolve()),
    ...over,
  };
  const context = { language: english, timeZone: 'UTC', day: 0, practices: new Map() };
  const actions = inspectorActions({ letters: {} as LetterActions, pictures });
  const props = { ...{ study, live: study, opened, part: null, show: vi.fn() }, context, actions };
  render(PicturesView, { props, context: languageContext(english) });
  return pictures;
}
const press = async (name: string | RegExp): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }));

it('warns of what a picture shows, and says why there is none and what to do', async () => {
  const refusals: readonly PictureRefusal[] = [
    { state: 'press-first' },
    { state: 'minimized' },
    { state: 'failed', reason: 'No <b>frame</b>' },
  ];
  const take = vi.fn<PictureActions['take']>();
  for (const refusal of refusals) take.mockResolvedValueOnce(refusal);
  view(bare, { take });
  expect(screen.getByText(/your name, a basket, messages/u)).toBeTruthy();
  for (const words of ['press the button of Liner Notes in the toolbar', 'is minimized', 'No <b>frame</b>']) {
    await press('Add a picture of this page');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words));
  }
});

it('says that one was added, and what became of it in the recording that runs', async () => {
  const take = vi
    .fn<PictureActions['take']>()
    .mockResolvedValueOnce({ state: 'added', file: 'picture-1.png', recording: 'kept' })
    .mockResolvedValueOnce({ state: 'added', file: 'picture-2.png', recording: 'full' });
  view(bare, { take });
  await press('Add a picture of this page');
  await screen.findByText('Added: picture-1.png. The recording that runs keeps it, too.');
  expect(screen.queryByRole('alert')).toBeNull();
  await press('Add a picture of this page');
  await screen.findByText('Added: picture-2.png');
  expect(screen.getByRole('alert').textContent).toContain('has no room');
});

it('shows one with its words, which can be changed, and deletes it when asked twice', async () => {
  const study = withPicture(PNG);
  const { describe, remove } = view(study);
  const image = await screen.findByRole('img');
  expect(image.getAttribute('alt')).toMatch(/^The banner\. Picture of www\.bobdylan\.com\/tour, /u);
  const look = screen.getByTitle('Show it large');
  await fireEvent.click(look);
  expect(look.getAttribute('aria-expanded')).toBe('true');
  await fireEvent.change(screen.getByLabelText('What it shows'), { target: { value: ' No way to refuse ' } });
  expect(describe).toHaveBeenCalledWith(study, picture, 'No way to refuse');
  await press('Delete …');
  await press('Delete now');
  expect(remove).toHaveBeenCalledWith(study, picture);
  await screen.findByText('Deleted: picture-1.png');
});

it('shows no file that is not what it is said to be, and changes nothing of an opened export', async () => {
  const study = withPicture(pngBytes(1, 1));
  view(study, {}, { state: 'opened', from: 'file', study, seal: { state: 'none' } });
  expect(await screen.findByText(/was changed or damaged, so it is not shown/u)).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.getByText('The banner')).toBeTruthy();
});

it('keeps them by their record: numbers go up, and one that has all it may have takes no more', () => {
  const shelf = new PictureShelf();
  const { file: _, ...facts } = picture;
  expect(shelf.joined(bare)).toBe(bare);
  const { id } = bare.capture;
  expect(shelf.add(id, facts, PNG, null)).toBe('picture-1.png');
  expect(shelf.add(id, facts, PNG, { recording: 'r', number: 5 })).toBe('picture-2.png');
  shelf.remove(id, picture);
  expect(shelf.add(id, facts, PNG, null)).toBe('picture-3.png');
  const [second] = shelf.joined(bare).capture.pictures;
  if (second === undefined) throw new Error('The shelf is empty.');
  shelf.describe(id, second, 'x'.repeat(400));
  expect(shelf.recordedAs(id, second)).toEqual({ recording: 'r', number: 5 });
  const { capture, pictureFiles } = shelf.joined(bare);
  expect(capture.pictures.map(({ file, caption }) => [file, caption.length])).toEqual([
    ['picture-2.png', 300],
    ['picture-3.png', 10],
  ]);
  expect([...pictureFiles.keys()]).toEqual(['picture-2.png', 'picture-3.png']);
  expect(shelf.hasRoom(id, 1000)).toBe(true);
  expect(shelf.hasRoom(id, 80_000_000)).toBe(false);
});

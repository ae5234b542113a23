/**
 * Opens a recording. A long one is read in parts: what stands at its beginning can be shown long before the last of it is read.
 */
import type { LogEntry } from '../../ledger/log-entry.ts';
import { CAPTURE_FORMAT, CAPTURE_VERSION, type Capture } from '../capture.ts';
import { LogFold, type FoldedLog } from '../fold-log.ts';
import { filesByName, type PictureFiles } from '../picture-files.ts';
import { readRecording } from '../read-recording.ts';
import type { Recording } from '../recording.ts';
import { openPictures, picturesOf, type OpenedPicture } from './recorded-pictures.ts';
import { asItStands, recorderState } from './recorder-now.ts';
import { batchesOf, holdRecordings, type HeldRecordings, type LogBatch } from './recordings-database.ts';

/** A recording of more facts than this is shown in parts. */
const MANY_FACTS = 2000;
/** Facts that are shown at first: more rows than a screen has. */
const FIRST_FACTS = 80;
/** Bytes of the log that are read together after that, about: a frame can be painted before the next. */
const TOGETHER = 400_000;

/** What came of opening. `empty`: nothing was kept of it. `damaged`: `where`, as 'recording', 'batch 3' or 'pictures'. */
export type OpenedRecording =
  | {
      readonly state: 'read';
      readonly recording: Recording;
      readonly capture: Capture;
      readonly pictureFiles: PictureFiles;
    }
  | { readonly state: 'empty'; readonly recording: Recording }
  | { readonly state: 'missing' }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'damaged'; readonly where: string };

/**
 * Is told of a long recording while it is read: given its beginning, without pictures, it gives what is told how many facts are read by now.
 * The rest is read when it settles. Null, or false there: nobody wants it any more, and it is read no further.
 */
export type FollowRecording = (
  beginning: Capture,
  recording: Recording,
) => Promise<((facts: number) => boolean) | null>;

function isSame(a: ArrayBuffer, b: unknown): boolean {
  if (!(b instanceof ArrayBuffer) || a.byteLength !== b.byteLength) return false;
  const other = new Uint8Array(b);
  return new Uint8Array(a).every((byte, at) => byte === other[at]);
}

/** The entries of a batch; null where it is not what was written. */
async function entriesOf({ text, hash }: LogBatch): Promise<readonly LogEntry[] | null> {
  try {
    if (!isSame(await crypto.subtle.digest('SHA-256', text), hash)) return null;
    return JSON.parse(new TextDecoder().decode(text)) as readonly LogEntry[];
  } catch {
    return null;
  }
}

/** So many batches from that number on, in their order; fewer where there are no more. */
const readBatches = (held: HeldRecordings, id: string, from: number, count: number): Promise<readonly LogBatch[]> =>
  held.use((database) => database.getAll('batches', batchesOf(id, from), count));

function captureOf(recording: Recording, folded: FoldedLog, pictures: readonly OpenedPicture[]): Capture {
  const { id, name, note, startedAt, endedAt, keptAt, state, dropped, interruptions, conditions } = recording;
  return {
    ...{ format: CAPTURE_FORMAT, version: CAPTURE_VERSION, id, kind: 'recording', name, note },
    ...{ startedAt, endedAt: endedAt ?? keptAt, conditions },
    ...folded,
    leftOut: folded.leftOut + dropped,
    interruptions,
    ended: state,
    ...{ texts: [], pictures: pictures.map(({ picture }) => picture) },
  };
}

/**
 * Its log; where it is damaged, in words for `damaged`; null where nobody wants the rest. `first`: its first batch, if there is one.
 */
async function readLog(
  held: HeldRecordings,
  { recording, first }: { readonly recording: Recording; readonly first: readonly LogBatch[] },
  follow: FollowRecording | null,
): Promise<FoldedLog | string | null> {
  const { id, batches, bytes, facts } = recording;
  const fold = new LogFold();
  const atOnce = Math.max(1, Math.floor((TOGETHER * batches) / bytes));
  let went = null as ((facts: number) => boolean) | null;
  let number = 0;
  while (number < batches) {
    const part = number === 0 ? first : await readBatches(held, id, number + 1, Math.min(atOnce, batches - number));
    if (part.length === 0) return `batch ${String(number + 1)}`;
    for (const batch of part) {
      number += 1;
      const entries = batch.number === number ? await entriesOf(batch) : null;
      if (entries === null) return `batch ${String(number)}`;
      for (const entry of entries) {
        fold.add([entry]);
        const isBeginning = went === null && fold.facts >= FIRST_FACTS && facts > MANY_FACTS;
        if (follow === null || !isBeginning) continue;
        went = await follow(captureOf(recording, fold.folded(), []), recording);
        if (went === null) return null;
      }
    }
    if (went?.(fold.facts) === false) return null;
  }
  return fold.folded();
}

/** Its pictures, as they are by now; null where they are not those that were counted. */
async function readPictures(
  held: HeldRecordings,
  id: string,
  { pages }: FoldedLog,
): Promise<readonly OpenedPicture[] | null> {
  const [stored, kept] = await held.use(async (database) => {
    // In one transaction: the person may add one, or take one out, at any time.
    const together = database.transaction(['recordings', 'pictures']);
    return Promise.all([
      together.objectStore('recordings').get(id),
      together.objectStore('pictures').getAll(picturesOf(id)),
    ]);
  });
  const pictures = openPictures(kept, pages);
  return pictures === null || pictures.length !== stored?.pictures ? null : pictures;
}

/**
 * Opens a recording, one that runs too, as it is kept by now. `follow`: is shown it bit by bit; without one, only the
 * whole is given. Gives null where it is not wanted any more.
 *
 * @throws Error when the database cannot be opened
 */
export async function openRecording(id: string): Promise<OpenedRecording>;
export async function openRecording(id: string, follow: FollowRecording): Promise<OpenedRecording | null>;
export async function openRecording(
  id: string,
  follow: FollowRecording | null = null,
): Promise<OpenedRecording | null> {
  const held = holdRecordings();
  try {
    return await openWith(held, id, follow);
  } finally {
    held.letGo();
  }
}

async function openWith(
  held: HeldRecordings,
  id: string,
  follow: FollowRecording | null,
): Promise<OpenedRecording | null> {
  const [[stored, first, written], recorder] = await Promise.all([
    held.use(async (database) => {
      // In one transaction: of one that runs, its numbers and what they count are of the same moment. A batch never changes after that.
      const together = database.transaction(['recordings', 'batches']);
      const batches = together.objectStore('batches');
      return Promise.all([
        together.objectStore('recordings').get(id),
        batches.getAll(batchesOf(id), 1),
        batches.count(batchesOf(id)),
      ]);
    }),
    recorderState(),
  ]);
  if (stored === undefined) return { state: 'missing' };
  const read = readRecording(stored);
  if (read.state === 'damaged') return { state: 'damaged', where: 'recording' };
  if (read.state === 'newer') return read;
  const recording = asItStands(read.recording, recorder);
  const folded = await readLog(held, { recording, first }, follow);
  if (folded === null) return null;
  if (typeof folded === 'string') {
    // It may have been deleted while it was read.
    const isThere = await held.use(async (database) => (await database.getKey('recordings', id)) !== undefined);
    return isThere ? { state: 'damaged', where: folded } : { state: 'missing' };
  }
  if (written > recording.batches) return { state: 'damaged', where: `batch ${String(recording.batches + 1)}` };
  if (folded.facts.length !== recording.facts || folded.pages.length !== recording.pages)
    return { state: 'damaged', where: 'recording' };
  if (folded.pages.length === 0) return { state: 'empty', recording };
  const pictures = await readPictures(held, id, folded);
  if (pictures === null) return { state: 'damaged', where: 'pictures' };
  return {
    state: 'read',
    recording,
    capture: captureOf(recording, folded, pictures),
    pictureFiles: filesByName(pictures),
  };
}

/**
 * The person's recordings, for the pages of the extension: begin, stop, list, open, name, delete.
 *
 * Long because: what a recording may become is read side by side.
 */
import { browser } from 'wxt/browser';
import { readRecorderState } from '../../ledger/border/recorder-storage.ts';
import { askRecorder } from '../../ledger/border/send-messages.ts';
import type { LogEntry } from '../../ledger/log-entry.ts';
import type { RecorderReply } from '../../ledger/messages.ts';
import type { RecorderState } from '../../ledger/stored-session.ts';
import { askToPersist } from '../../reading/border/ask-to-persist.ts';
import type { Persistence } from '../../reading/keep-result.ts';
import { CAPTURE_FORMAT, CAPTURE_VERSION, MAX_CAPTURE_NAME, MAX_CAPTURE_NOTE, type Capture } from '../capture.ts';
import type { CaptureConditions } from '../capture-conditions.ts';
import { foldLog } from '../fold-log.ts';
import { filesByName, type PictureFiles } from '../picture-files.ts';
import { readRecording } from '../read-recording.ts';
import { bytesOfAll, LEAST_ROOM, MAX_ALL_BYTES, RECORDING_VERSION, type Recording } from '../recording.ts';
import { openPictures, picturesOf } from './recorded-pictures.ts';
import { changeRecording, inRecordings, tellRecordingsChanged, type LogBatch } from './recordings-database.ts';

export { followRecordings } from './recordings-database.ts';

/** All that a recording consists of. */
const STORES = ['recordings', 'batches', 'pictures'] as const;
/** Most recordings. */
const MAX_RECORDINGS = 500;

/** What a recording is begun with. */
export interface RecordingStart {
  readonly name: string;
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly conditions: CaptureConditions;
}

/** What became of the wish to record. `persistence`: whether the browser has promised to keep it; `words`: its own, where it failed. */
export type StartResult =
  | { readonly kind: 'started'; readonly id: string; readonly persistence: Persistence }
  | {
      readonly kind: 'not-started';
      readonly why:
        'too-many' | 'no-room' | 'disk-full' | 'no-database' | Extract<RecorderReply, { failed: unknown }>['failed'];
      readonly words?: string;
    };

const cutName = (name: string): string => name.trim().slice(0, MAX_CAPTURE_NAME);
const cutNote = (note: string): string => note.slice(0, MAX_CAPTURE_NOTE);

/** Begins to record what happens in all tabs that are watched. It never throws; what stands in the way is a result. */
export async function startRecording({ name, note, startedAt, conditions }: RecordingStart): Promise<StartResult> {
  const id = crypto.randomUUID();
  const recording: Recording = {
    ...{ version: RECORDING_VERSION, id, name: cutName(name), note: cutNote(note) },
    ...{ startedAt, endedAt: null, keptAt: startedAt, state: 'running', conditions },
    ...{ bytes: 0, batches: 0, facts: 0, pages: 0, pictures: 0, pictureBytes: 0 },
    ...{ dropped: 0, interruptions: 0, hosts: [], shown: [] },
  };
  // Before anything is kept.
  const persistence = await askToPersist();
  try {
    const why = await inRecordings(async (database) => {
      const { store, done } = database.transaction('recordings', 'readwrite', { durability: 'strict' });
      const there = await store.getAll();
      const hasRoom = bytesOfAll(there) + LEAST_ROOM <= MAX_ALL_BYTES;
      const hindrance = there.length >= MAX_RECORDINGS ? 'too-many' : hasRoom ? null : 'no-room';
      await Promise.all([hindrance === null ? store.add(recording) : undefined, done]);
      return hindrance;
    });
    if (why !== null) return { kind: 'not-started', why };
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return { kind: 'not-started', why: isFull ? 'disk-full' : 'no-database' };
  }
  const reply = await askRecorder({ type: 'start-recording', id });
  if ('done' in reply) {
    tellRecordingsChanged();
    return { kind: 'started', id, persistence };
  }
  await deleteRecording(id).catch(() => undefined);
  const words = 'words' in reply ? { words: reply.words } : {};
  return { kind: 'not-started', why: reply.failed, ...words };
}

/** Ends the recording that runs, once all that the pages have seen is kept. Gives its id, or why nothing has ended. */
export async function stopRecording(): Promise<RecorderReply> {
  return askRecorder({ type: 'stop-recording' });
}

/** What the recorder does, with the numbers of what is kept by now. `since`: milliseconds since 1970. */
export type RecordingState =
  | Exclude<RecorderState, { state: 'running' }>
  | (Extract<RecorderState, { state: 'running' }> & Pick<Recording, 'facts' | 'pages' | 'bytes'>);

const recorderState = (): Promise<RecorderState> => readRecorderState(browser.storage.session);

/**
 * What the recorder does now. The background is not asked, so that it need not be awake; the database is opened only while a recording runs.
 *
 * @throws Error when the database cannot be read
 */
export async function recordingState(): Promise<RecordingState> {
  const state = await recorderState();
  if (state.state !== 'running') return state;
  const known = await inRecordings(async (database) => database.get('recordings', state.id));
  if (known === undefined) return { state: 'failed', id: state.id, reason: 'deleted' };
  const { facts, pages, bytes } = known;
  return { ...state, dropped: state.dropped + known.dropped, facts, pages, bytes };
}

/** All recordings that can be read, the latest first, and the ids of the others. */
export interface Recordings {
  readonly recordings: readonly Recording[];
  readonly damaged: readonly string[];
  /** Kept by a later version of the extension. */
  readonly newer: readonly string[];
  /** Of all of them, those that cannot be read too. */
  readonly bytes: number;
}

/** One that stands there as running and is not the one that runs has ended with the browser. */
function asItStands(recording: Recording, running: RecorderState): Recording {
  if (recording.state !== 'running' || (running.state === 'running' && running.id === recording.id)) return recording;
  return { ...recording, state: 'cut-off', endedAt: recording.keptAt };
}

/** All recordings. @throws Error when the database cannot be opened */
export async function listRecordings(): Promise<Recordings> {
  const [keys, stored] = await inRecordings(async (database) =>
    Promise.all([database.getAllKeys('recordings'), database.getAll('recordings')]),
  );
  const running = await recorderState();
  const read = stored.map(readRecording);
  const recordings = read
    .flatMap((one) => (one.state === 'read' ? [asItStands(one.recording, running)] : []))
    .sort((a, b) => b.startedAt - a.startedAt);
  return {
    recordings,
    damaged: keys.filter((_, at) => read[at]?.state === 'damaged'),
    newer: keys.filter((_, at) => read[at]?.state === 'newer'),
    bytes: bytesOfAll(stored),
  };
}

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

/** The keys of a recording's batches. */
const batchesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Infinity]);

/** Opens a recording, one that runs too, as it is kept by now. @throws Error when the database cannot be opened */
export async function openRecording(id: string): Promise<OpenedRecording> {
  const [stored, batches, kept] = await inRecordings(async (database) => {
    // In one transaction: of one that runs, the numbers and the batches are of the same moment.
    const together = database.transaction(STORES);
    return Promise.all([
      together.objectStore('recordings').get(id),
      together.objectStore('batches').getAll(batchesOf(id)),
      together.objectStore('pictures').getAll(picturesOf(id)),
    ]);
  });
  if (stored === undefined) return { state: 'missing' };
  const read = readRecording(stored);
  if (read.state === 'damaged') return { state: 'damaged', where: 'recording' };
  if (read.state === 'newer') return read;
  const recording = asItStands(read.recording, await recorderState());
  const log: LogEntry[] = [];
  for (let number = 1; number <= Math.max(recording.batches, batches.length); number += 1) {
    const batch = batches[number - 1];
    const entries = batch?.number === number && number <= recording.batches ? await entriesOf(batch) : null;
    if (entries === null) return { state: 'damaged', where: `batch ${String(number)}` };
    for (const entry of entries) log.push(entry);
  }
  const folded = foldLog(log);
  if (folded.facts.length !== recording.facts || folded.pages.length !== recording.pages)
    return { state: 'damaged', where: 'recording' };
  if (folded.pages.length === 0) return { state: 'empty', recording };
  const pictures = openPictures(kept, folded.pages);
  if (pictures?.length !== recording.pictures) return { state: 'damaged', where: 'pictures' };
  const { name, note, startedAt, endedAt, keptAt, dropped, interruptions, conditions } = recording;
  const capture: Capture = {
    ...{ format: CAPTURE_FORMAT, version: CAPTURE_VERSION, id, kind: 'recording', name, note },
    ...{ startedAt, endedAt: endedAt ?? keptAt, conditions },
    ...folded,
    leftOut: folded.leftOut + dropped,
    interruptions,
    ended: recording.state,
    ...{ texts: [], pictures: pictures.map(({ picture }) => picture) },
  };
  return { state: 'read', recording, capture, pictureFiles: filesByName(pictures) };
}

/** Names a recording, or changes its note; what is too long is cut. Gives whether there is such a one. @throws Error as `changeRecording` */
export async function describeRecording(
  id: string,
  words: { readonly name?: string; readonly note?: string },
): Promise<boolean> {
  const changed = await changeRecording(id, (known) => ({
    ...known,
    ...(words.name === undefined ? {} : { name: cutName(words.name) }),
    ...(words.note === undefined ? {} : { note: cutNote(words.note) }),
  }));
  return changed !== null;
}

/** Deletes a recording, a damaged one too; one that runs ends with it. @throws Error when the database does not let go of it */
export async function deleteRecording(id: string): Promise<void> {
  await inRecordings(async (database) => {
    const written = database.transaction(STORES, 'readwrite', { durability: 'strict' });
    await Promise.all([
      written.objectStore('recordings').delete(id),
      written.objectStore('batches').delete(batchesOf(id)),
      written.objectStore('pictures').delete(picturesOf(id)),
      written.done,
    ]);
  });
  tellRecordingsChanged();
}

/** Deletes all recordings; one that runs ends with it. @throws Error when the database does not let go of them */
export async function deleteAllRecordings(): Promise<void> {
  await inRecordings(async (database) => {
    const written = database.transaction(STORES, 'readwrite', { durability: 'strict' });
    await Promise.all([
      written.objectStore('recordings').clear(),
      written.objectStore('batches').clear(),
      written.objectStore('pictures').clear(),
      written.done,
    ]);
  });
  tellRecordingsChanged();
}

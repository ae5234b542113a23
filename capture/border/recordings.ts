/**
 * The person's recordings, for the pages of the extension: begin, stop, list, name, delete.
 */
import { askRecorder } from '../../ledger/border/send-messages.ts';
import type { RecorderReply } from '../../ledger/messages.ts';
import type { RecorderState } from '../../ledger/stored-session.ts';
import { askToPersist } from '../../reading/border/ask-to-persist.ts';
import type { Persistence } from '../../reading/keep-result.ts';
import { MAX_CAPTURE_NAME, MAX_CAPTURE_NOTE } from '../capture.ts';
import type { CaptureConditions } from '../capture-conditions.ts';
import { readRecording } from '../read-recording.ts';
import { bytesOfAll, LEAST_ROOM, MAX_ALL_BYTES, RECORDING_VERSION, type Recording } from '../recording.ts';
import { picturesOf } from './recorded-pictures.ts';
import { asItStands, recorderState } from './recorder-now.ts';
import { batchesOf, changeRecording, inRecordings, STORES, tellRecordingsChanged } from './recordings-database.ts';

export { followRecordings } from './recordings-database.ts';

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

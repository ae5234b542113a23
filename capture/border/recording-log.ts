/**
 * How the background writes a recording. A batch and the numbers that count it are written in one transaction, so that at any moment
 * what is counted is there, and what is there is counted: a background that is ended in the middle leaves the recording as it was.
 */
import { factsIn, type LogEntry } from '../../ledger/log-entry.ts';
import type { RecorderEnd } from '../../ledger/stored-session.ts';
import { MAX_FACTS } from '../capture.ts';
import { bytesOfAll, MAX_ALL_BYTES, MAX_RECORDING_BYTES, withEntries, type Recording } from '../recording.ts';
import {
  changeRecording,
  holdRecordings,
  inRecordings,
  tellRecordingsChanged,
  type RecordingsDatabase,
} from './recordings-database.ts';

/** What became of a batch: kept, or why the recording has ended. `deleted`: it is gone, or had ended before. */
export type Appended = 'kept' | RecorderEnd;

/** What is to be noted with a batch. */
export interface BatchFacts {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Facts that were dropped since the last batch that was kept. */
  readonly dropped: number;
  /** Whether the background has begun anew since then. */
  readonly isInterrupted: boolean;
}

/** While a recording runs, one connection is held: opening it for each batch takes longer than the batch. */
const held = holdRecordings();

/** Lets go of the database: the recording has ended. */
export function leaveLog(): void {
  held.letGo();
  others = null;
}

/** Bytes of all other recordings. One that runs is the only one that grows, so that what was summed up once is never too little. */
let others: { readonly beside: string; readonly bytes: number } | null = null;

type Written = ReturnType<typeof openBoth>;
function openBoth(database: RecordingsDatabase) {
  return database.transaction(['recordings', 'batches'], 'readwrite', { durability: 'strict' });
}

async function bytesBeside(id: string, written: Written): Promise<number> {
  const all = await written.objectStore('recordings').getAll();
  return bytesOfAll(all.filter((one) => one.id !== id));
}

/** Whether all recordings together have room for so many bytes of this one. */
async function hasRoom(id: string, bytes: number, written: Written): Promise<boolean> {
  if (others?.beside === id && others.bytes + bytes <= MAX_ALL_BYTES) return true;
  // Never looked, or the person may have deleted some meanwhile.
  others = { beside: id, bytes: await bytesBeside(id, written) };
  return others.bytes + bytes <= MAX_ALL_BYTES;
}

/** What stands in the way of so many more bytes; null where nothing does. */
async function hindrance(
  { id, bytes, facts }: Recording,
  more: number,
  written: Written,
): Promise<'full' | 'no-room' | null> {
  if (bytes + more > MAX_RECORDING_BYTES || facts >= MAX_FACTS) return 'full';
  return (await hasRoom(id, bytes + more, written)) ? null : 'no-room';
}

/**
 * Adds a batch to the log of a recording that runs.
 *
 * @throws Error when the database does not take it: then nothing has changed
 */
export async function appendBatch(
  id: string,
  entries: readonly LogEntry[],
  { at, dropped, isInterrupted }: BatchFacts,
): Promise<Appended> {
  const text = new TextEncoder().encode(JSON.stringify(entries));
  const hash = await crypto.subtle.digest('SHA-256', text);
  const appended = await held.use(async (database): Promise<Appended> => {
    const written = openBoth(database);
    const recordings = written.objectStore('recordings');
    const known = await recordings.get(id);
    if (known?.state !== 'running') return 'deleted';
    const noted: Recording = {
      ...known,
      keptAt: at,
      dropped: known.dropped + dropped,
      interruptions: known.interruptions + (isInterrupted ? 1 : 0),
    };
    const state = await hindrance(known, text.length, written);
    if (state !== null) {
      await Promise.all([
        recordings.put({ ...noted, state, endedAt: at, dropped: noted.dropped + factsIn(entries) }),
        written.done,
      ]);
      return state === 'full' ? 'too-large' : state;
    }
    const number = known.batches + 1;
    await Promise.all([
      written.objectStore('batches').add({ recording: id, number, text, hash }),
      recordings.put({
        ...noted,
        ...withEntries(known, entries),
        bytes: known.bytes + text.length,
        batches: number,
      }),
      written.done,
    ]);
    return 'kept';
  });
  tellRecordingsChanged();
  return appended;
}

/** Whether this recording stands in the database, runs, and has nothing yet. @throws Error when the database cannot be read */
export async function isReadyToRecord(id: string): Promise<boolean> {
  const known = await inRecordings(async (database) => database.get('recordings', id));
  return known?.state === 'running' && known.batches === 0;
}

/** Ends a recording that runs. `dropped`: facts that were dropped since the last batch that was kept. @throws Error as `changeRecording` */
export async function endRecording(id: string, at: number, dropped: number): Promise<void> {
  await changeRecording(id, (known) =>
    known.state === 'running' ? { ...known, state: 'stopped', endedAt: at, dropped: known.dropped + dropped } : null,
  );
}

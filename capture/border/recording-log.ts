/**
 * How the background writes a recording. A batch and the numbers that count it are written in one transaction, so that at any moment
 * what is counted is there, and what is there is counted: a background that is ended in the middle leaves the recording as it was.
 */
import type { LogEntry } from '../../ledger/log-entry.ts';
import { MAX_FACTS } from '../capture.ts';
import { factsIn, MAX_RECORDING_BYTES, withEntries, type Recording } from '../recording.ts';
import { changeRecording, inRecordings, tellRecordingsChanged } from './recordings-database.ts';

/** What became of a batch. `gone`: the recording was deleted, or has ended. `full`: the batch found no room, and the recording has ended. */
export type Appended = 'kept' | 'gone' | 'full';

/** What is to be noted with a batch. */
export interface BatchFacts {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Facts that were dropped since the last batch that was kept. */
  readonly dropped: number;
  /** Whether the background has begun anew since then. */
  readonly isInterrupted: boolean;
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
  const appended = await inRecordings(async (database): Promise<Appended> => {
    const written = database.transaction(['recordings', 'batches'], 'readwrite', { durability: 'strict' });
    const recordings = written.objectStore('recordings');
    const known = await recordings.get(id);
    if (known?.state !== 'running') return 'gone';
    const noted: Recording = {
      ...known,
      keptAt: at,
      dropped: known.dropped + dropped,
      interruptions: known.interruptions + (isInterrupted ? 1 : 0),
    };
    if (known.bytes + text.length > MAX_RECORDING_BYTES || known.facts >= MAX_FACTS) {
      const ended = { ...noted, state: 'full', endedAt: at, dropped: noted.dropped + factsIn(entries) } as const;
      await Promise.all([recordings.put(ended), written.done]);
      return 'full';
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

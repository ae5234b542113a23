/**
 * Records what happens to the records of all tabs, while the person wants it. Which recording runs stands in the session's storage, so that
 * it outlives the worker and ends with the browser. Only what the database has taken counts as kept.
 *
 * Long because: all that begins, interrupts and ends a recording is read side by side.
 */
import type { Browser } from 'wxt/browser';
import { appendBatch, endRecording, isReadyToRecord, leaveLog } from '../capture/border/recording-log.ts';
import type { SessionLedger } from '../ledger/border/session-ledger.ts';
import { factsIn, type LogEntry } from '../ledger/log-entry.ts';
import type { RecorderReply } from '../ledger/messages.ts';
import { keepRecorderState, readRecorderState } from '../ledger/border/recorder-storage.ts';
import type { RecorderEnd, RecorderState } from '../ledger/stored-session.ts';
import { errorMessage } from '../words/error-message.ts';

/** Most facts that wait for the database; more are dropped and counted. */
const MAX_WAITING = 20_000;

/** What it needs of the rest of the background. */
export interface RecorderParts {
  readonly area: Pick<Browser.storage.StorageArea, 'get' | 'set' | 'remove'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A recording runs, or has ended: said in each life of the worker, before anything is recorded. */
  readonly setRecording: (isRecording: boolean) => void;
  /** A recording has begun, or has ended: said once. Rejects where nobody need care. */
  readonly announce: (isRecording: boolean) => Promise<unknown>;
  /** Has everybody hand over to the ledger what they have seen and hold. */
  readonly handOver: () => Promise<unknown>;
}

/** The recorder. No promise of it rejects. */
export interface Recorder {
  /** Begins a recording that stands in the database. */
  readonly start: (id: string) => Promise<RecorderReply>;
  /** Ends the one that runs, once all that was seen is kept or dropped. */
  readonly stop: () => Promise<RecorderReply>;
  readonly isRunning: () => Promise<boolean>;
  /** Writes down what no record holds; nothing where none runs. */
  readonly note: (entry: LogEntry) => Promise<void>;
}

type Running = Extract<RecorderState, { state: 'running' }>;

/** Starts it, and goes on with the recording that ran when the worker was ended. Must be called in the first turn of a worker. */
export function startRecorder(ledger: Pick<SessionLedger, 'follow'>, parts: RecorderParts): Recorder {
  const { area, now, setRecording } = parts;
  let running: Running | null = null;
  /** The worker before this one was ended while it recorded; noted with the next batch. */
  let isInterrupted = false;
  let waiting: LogEntry[] = [];
  let facts = 0;
  let writing: Promise<void> | null = null;
  /** The records, told anew after a gap. */
  let retelling: Promise<void> = Promise.resolve();
  /** Something of the log was dropped: once the database takes batches again, it gets the records as they are then. */
  let hasGap = false;
  let queue: Promise<unknown> = Promise.resolve();

  const known = resume();
  const following = ledger.follow(known.then(() => (running === null ? null : take)));
  following.catch(() => undefined);

  async function resume(): Promise<void> {
    const state = await readRecorderState(area);
    if (state.state !== 'running') return;
    running = state;
    isInterrupted = true;
    setRecording(true);
  }

  const store = (state: RecorderState): Promise<void> => keepRecorderState(area, state);

  function take(entry: LogEntry): void {
    const count = factsIn([entry]);
    if (running === null) return;
    if (facts + count > MAX_WAITING) {
      running = { ...running, dropped: running.dropped + count };
      hasGap = true;
      return;
    }
    waiting.push(entry);
    facts += count;
    writing ??= writeAll();
  }

  /** Writes batch after batch: what comes while one is written is the next. */
  async function writeAll(): Promise<void> {
    // What is told in the same turn goes into one batch.
    await Promise.resolve();
    try {
      while (running !== null && waiting.length > 0) {
        const batch = waiting;
        waiting = [];
        facts = 0;
        await write(running, batch);
      }
    } finally {
      writing = null;
    }
  }

  async function write({ id, dropped }: Running, batch: readonly LogEntry[]): Promise<void> {
    const noted = { at: now(), dropped, isInterrupted };
    try {
      const appended = await appendBatch(id, batch, noted);
      if (appended === 'kept') await keepCount(id, dropped);
      else await fail(id, appended);
    } catch {
      hasGap = true;
      // Nothing of it was written. The number is kept apart from the database, which takes nothing now.
      await changeDropped(id, factsIn(batch));
    }
  }

  async function keepCount(id: string, noted: number): Promise<void> {
    isInterrupted = false;
    if (noted > 0) await changeDropped(id, -noted);
    if (!hasGap) return;
    hasGap = false;
    retelling = ledger.follow(Promise.resolve(take)).catch(() => undefined);
  }

  async function changeDropped(id: string, by: number): Promise<void> {
    if (running?.id !== id) return;
    running = { ...running, dropped: running.dropped + by };
    await store(running).catch(() => undefined);
  }

  /** The recording has ended by itself. */
  async function fail(id: string, reason: RecorderEnd): Promise<void> {
    await end({ state: 'failed', id, reason }).catch(() => undefined);
  }

  async function end(state: RecorderState): Promise<void> {
    running = null;
    waiting = [];
    facts = 0;
    hasGap = false;
    setRecording(false);
    leaveLog();
    ledger.follow(Promise.resolve(null)).catch(() => undefined);
    parts.announce(false).catch(() => undefined);
    await store(state);
  }

  async function start(id: string): Promise<RecorderReply> {
    await known;
    if (running !== null) return { failed: 'runs-already' };
    if (!(await isReadyToRecord(id))) return { failed: 'unknown' };
    const begun: Running = { state: 'running', id, since: now(), dropped: 0 };
    await store(begun);
    running = begun;
    isInterrupted = false;
    setRecording(true);
    await ledger.follow(Promise.resolve(take));
    await writing;
    parts.announce(true).catch(() => undefined);
    return { done: id };
  }

  async function stop(): Promise<RecorderReply> {
    await known;
    if (running === null) return { failed: 'none-runs' };
    const { id } = running;
    await parts.handOver().catch(() => undefined);
    // Queued behind all that was told before. Where the disk takes batches again only now, the records are told anew, and then it ends.
    let told: Promise<void> | null = null;
    while (told !== retelling) {
      told = retelling;
      await told;
      await ledger.follow(Promise.resolve(null));
      await writing;
    }
    // It may have ended by itself meanwhile.
    const last = running as Running | null;
    if (last?.id !== id) return { failed: 'none-runs' };
    // A database that takes nothing more leaves it as it is: what is not the one that runs has ended.
    await endRecording(id, now(), last.dropped).catch(() => undefined);
    await end({ state: 'idle' });
    return { done: id };
  }

  /** One after the other; a failure is an answer. */
  function inTurn(task: () => Promise<RecorderReply>): Promise<RecorderReply> {
    const answer = queue.then(task).catch((error: unknown): RecorderReply => ({
      failed: 'broken',
      words: errorMessage(error),
    }));
    queue = answer;
    return answer;
  }

  return {
    start: (id) => inTurn(() => start(id)),
    stop: () => inTurn(stop),
    note: async (entry) => {
      await known.catch(() => undefined);
      take(entry);
    },
    isRunning: () =>
      known.then(
        () => running !== null,
        () => false,
      ),
  };
}

/**
 * The database of recordings: the list, the log of each in batches, and its pictures. The background writes what happens (`recording-log.ts`); pages of
 * the extension list, open and delete (`recordings.ts`). Nothing of a private window comes into it, and nothing of it leaves the browser.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CapturedPicture } from '../capture.ts';
import type { Recording } from '../recording.ts';

const DATABASE = 'liner-notes.recordings';
/** Version of the database: a later one makes its stores in `upgrade`, from those of the one before. */
const VERSION = 2;
/** By which the pages of the extension hear that the recordings have changed. */
const CHANNEL = 'liner-notes.recordings';

/** A part of a log, as one transaction has written it. */
export interface LogBatch {
  readonly recording: string;
  /** 1 for the first of a recording; none is missing. */
  readonly number: number;
  /** The entries as JSON in UTF-8. */
  readonly text: Uint8Array<ArrayBuffer>;
  /** SHA-256 of `text`: a batch that was damaged on the disk is not taken for what was seen. */
  readonly hash: ArrayBuffer;
}

/** What is known of a picture, and of which document it is. */
export type PictureFacts = Omit<CapturedPicture, 'page' | 'file'> & { readonly document: string };

/** A picture of a recording, with its file. */
export interface StoredPicture {
  readonly recording: string;
  /** Goes up with each of a recording. */
  readonly number: number;
  readonly picture: PictureFacts;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Stores extends DBSchema {
  recordings: { key: string; value: Recording };
  batches: { key: [recording: string, number: number]; value: LogBatch };
  pictures: { key: [recording: string, number: number]; value: StoredPicture };
}

/** The opened database. */
export type RecordingsDatabase = IDBPDatabase<Stores>;

/** Opens it. `lost` is called when the connection is closed by somebody else. @throws Error when it cannot be opened */
function openDatabase(lost: () => void): Promise<RecordingsDatabase> {
  return openDB<Stores>(DATABASE, VERSION, {
    upgrade(opened, from) {
      if (from < 1) {
        opened.createObjectStore('recordings', { keyPath: 'id' });
        opened.createObjectStore('batches', { keyPath: ['recording', 'number'] });
      }
      opened.createObjectStore('pictures', { keyPath: ['recording', 'number'] });
    },
    // A page of a later version wants to change the stores, or somebody deletes all of it: this one lets go.
    blocking: (_from, _wanted, event) => {
      (event.target as IDBDatabase).close();
      lost();
    },
    // The browser has closed it: the person cleared the site's data, or the disk failed.
    terminated: lost,
  });
}

/** All that a recording consists of. */
export const STORES = ['recordings', 'batches', 'pictures'] as const;

/** The keys of a recording's batches: of that number, or from it on. */
export const batchesOf = (id: string, from = 0): IDBKeyRange => IDBKeyRange.bound([id, from], [id, Infinity]);

/** Opens the database for a piece of work. @throws what `work` throws, or Error when the database cannot be opened */
export async function inRecordings<T>(work: (database: RecordingsDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(() => undefined);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** A connection that is held from one piece of work to the next. */
export interface HeldRecordings {
  /**
   * Works with it; opens it first where none is held. `work` is begun once more where the connection turns out to be closed before anything
   * was asked of it. @throws as `inRecordings`
   */
  readonly use: <T>(work: (database: RecordingsDatabase) => Promise<T>) => Promise<T>;
  /** Lets go of it once what is under way is done. */
  readonly letGo: () => void;
}

/** Whether a transaction could not even begin, since the connection was closed. */
const isClosed = (error: unknown): boolean => error instanceof DOMException && error.name === 'InvalidStateError';

/** Makes one that holds nothing yet. */
export function holdRecordings(): HeldRecordings {
  let held: Promise<RecordingsDatabase> | null = null;
  function database(): Promise<RecordingsDatabase> {
    if (held !== null) return held;
    const lose = (): void => {
      if (held === opened) held = null;
    };
    const opened = openDatabase(lose);
    opened.catch(lose);
    held = opened;
    return opened;
  }
  return {
    use: async (work) => {
      const used = database();
      try {
        return await work(await used);
      } catch (error) {
        if (!isClosed(error)) throw error;
        if (held === used) held = null;
        return work(await database());
      }
    },
    letGo: () => {
      const last = held;
      held = null;
      last?.then(
        (opened) => {
          opened.close();
        },
        () => undefined,
      );
    },
  };
}

/** Says to all pages of the extension that the recordings have changed. */
export function tellRecordingsChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Tells whenever the background, or a page of the extension, this one too, has changed the recordings. Gives what ends it. */
export function followRecordings(tell: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = tell;
  return () => {
    channel.close();
  };
}

/**
 * Changes a recording in one transaction, and says so. `change` gives what is to stand there, or null to leave it. Gives what stands
 * there now; null when there is no such recording (any more).
 *
 * @throws Error when the database does not take it
 */
export async function changeRecording(
  id: string,
  change: (recording: Recording) => Recording | null,
): Promise<Recording | null> {
  const now = await inRecordings(async (database) => {
    const { store, done } = database.transaction('recordings', 'readwrite', { durability: 'strict' });
    const known = await store.get(id);
    const changed = known === undefined ? null : change(known);
    await Promise.all([changed === null ? undefined : store.put(changed), done]);
    return changed ?? known ?? null;
  });
  tellRecordingsChanged();
  return now;
}

/**
 * The person's copies of policies, in a database of the extension's own. Every page of the extension may open it; nothing of a private
 * window comes into it, and nothing of it leaves the browser.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { factsOf } from '../copy-list.ts';
import { copyOf, readCopy, type KeptCopy } from '../kept-copy.ts';
import { pageOf } from '../page-of-address.ts';
import { storeCopyList } from './copy-list-storage.ts';
import { askToPersist } from './ask-to-persist.ts';
import type { KeepResult } from '../keep-result.ts';
import type { PolicyReading } from '../policy-reading.ts';

const DATABASE = 'liner-notes.kept-copies';
/** Version of the database: a later one makes its stores in `upgrade`, from those of the one before. */
const VERSION = 1;
/** By which the pages of the extension hear from each other that the copies have changed. */
const CHANNEL = 'liner-notes.kept-copies';

/** Most copies, and most characters of all texts together. */
const MAX_COPIES = 200;
const MAX_CHARACTERS = 20_000_000;

interface Kept extends DBSchema {
  copies: { key: string; value: KeptCopy };
}

export type { KeepResult } from '../keep-result.ts';

/** All copies that can be read, the latest first, and the ids of those that are damaged. */
export interface KeptCopies {
  readonly copies: readonly KeptCopy[];
  readonly damaged: readonly string[];
}

async function inDatabase<T>(work: (database: IDBPDatabase<Kept>) => Promise<T>): Promise<T> {
  const database = await openDB<Kept>(DATABASE, VERSION, {
    upgrade(opened, from) {
      if (from < 1) opened.createObjectStore('copies', { keyPath: 'id' });
    },
    // A page of a later version wants to change the stores: this one lets go.
    blocking: (_from, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Changes what is kept, and says so to all pages of the extension. */
async function change(work: (database: IDBPDatabase<Kept>) => Promise<unknown>): Promise<void> {
  await inDatabase(work);
  // It stores the list anew.
  await keptCopies();
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Tells whenever a page of the extension, this one too, has changed what is kept. Gives what ends it. */
export function followCopies(tell: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = tell;
  return () => {
    channel.close();
  };
}

/** All copies. The list by which the popup knows of them is put right on the way. @throws Error when the database cannot be opened. */
export async function keptCopies(): Promise<KeptCopies> {
  const [keys, stored] = await inDatabase(async (database) =>
    Promise.all([database.getAllKeys('copies'), database.getAll('copies')]),
  );
  const read = stored.map(readCopy);
  const copies = read.filter((copy) => copy !== null).sort((a, b) => b.readAt - a.readAt);
  await storeCopyList(copies.map(factsOf));
  return { copies, damaged: keys.filter((_, at) => read[at] === null) };
}

/** How many there are, damaged ones too. @throws Error as `keptCopies` */
export async function countCopies(): Promise<number> {
  return inDatabase(async (database) => database.count('copies'));
}

/** What a copy is kept for, and by whom. */
export interface KeepFacts {
  readonly organisation: string | null;
  readonly readAt: number;
  /** Whether the page was read in a private window, of which nothing is kept. */
  readonly isPrivate: boolean;
}

/** Keeps a copy of what was read. It never throws; what stands in the way is a result. */
export async function keepCopy(reading: PolicyReading, { isPrivate, ...facts }: KeepFacts): Promise<KeepResult> {
  const notKept = (why: Extract<KeepResult, { kind: 'not-kept' }>['why']): KeepResult => ({ kind: 'not-kept', why });
  if (isPrivate) return notKept('private-window');
  if (reading.state.state === 'empty') return notKept('empty');
  const copy = copyOf(reading, { ...facts, id: crypto.randomUUID() });
  try {
    const persistence = await askToPersist();
    const { copies, damaged } = await keptCopies();
    const page = pageOf(copy.document.address);
    const before = copies.find(({ hash, document }) => hash === copy.hash && pageOf(document.address) === page);
    if (before !== undefined) return { kind: 'kept-before', copy: before, persistence };
    if (copies.length + damaged.length >= MAX_COPIES) return notKept('too-many');
    const length = copies.reduce((sum, { document }) => sum + document.text.length, copy.document.text.length);
    if (length > MAX_CHARACTERS) return notKept('no-room');
    await putCopy(copy);
    return { kind: 'kept', copy, persistence };
  } catch (error) {
    return notKept(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'disk-full' : 'no-database');
  }
}

/** Puts a copy that was deleted back, or one that has changed. @throws Error when the database does not take it. */
export async function putCopy(copy: KeptCopy): Promise<void> {
  await change(async (database) => {
    const { store, done } = database.transaction('copies', 'readwrite', { durability: 'strict' });
    // Where there is no room, the request says only that it was taken back; the transaction knows why.
    await Promise.all([store.put(copy).catch(() => undefined), done]);
  });
}

/** Deletes a copy, a damaged one too. @throws Error when the database does not let go of it. */
export async function deleteCopy(id: string): Promise<void> {
  await change(async (database) => database.delete('copies', id));
}

/** Deletes all copies. @throws Error when the database does not let go of them. */
export async function deleteAllCopies(): Promise<void> {
  await change(async (database) => database.clear('copies'));
}

/**
 * The latest copy of the page that a reading is of and whose text is another; null where there is none. A copy of this text may be later: what
 * has changed was then read, but perhaps not told.
 */
export async function differingCopy({ document }: PolicyReading, hash: string): Promise<KeptCopy | null> {
  const { copies } = await keptCopies();
  const page = pageOf(document.address);
  return copies.find((copy) => copy.hash !== hash && pageOf(copy.document.address) === page) ?? null;
}

/**
 * Notes that the person has been told that a later text differs from a copy: it is told once. One that was deleted meanwhile stays deleted.
 *
 * @throws Error as `putCopy`.
 */
export async function noteTold(id: string, hash: string): Promise<void> {
  await change(async (database) => {
    // Looked for and written in one go: nobody can delete it in between.
    const { store, done } = database.transaction('copies', 'readwrite', { durability: 'strict' });
    const copy = readCopy(await store.get(id));
    if (copy !== null && !copy.told.includes(hash)) await store.put({ ...copy, told: [...copy.told, hash] });
    await done;
  });
}

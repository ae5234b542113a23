/** The list of kept copies in the browser's storage for this extension: read by the popup, written where copies are kept. */
import { browser } from 'wxt/browser';
import { COPY_LIST_KEY as KEY, readCopyList, type CopyFacts } from '../copy-list.ts';

/** The list; empty where storage cannot be read, since the popup then has the text of 2011 alone. Never rejects. */
export async function readStoredCopyList(): Promise<readonly CopyFacts[]> {
  try {
    return readCopyList((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return [];
  }
}

/** Stores the list where it is another than the one that is stored. It never rejects: the copies themselves are in their database. */
export async function storeCopyList(list: readonly CopyFacts[]): Promise<void> {
  const before = await readStoredCopyList();
  if (JSON.stringify(before) === JSON.stringify(list)) return;
  const { local } = browser.storage;
  const stored = list.length === 0 ? local.remove(KEY) : local.set({ [KEY]: list });
  await stored.catch(() => undefined);
}

/** Tells the list at each change; gives a function that stops it. */
export function followCopyList(tell: (list: readonly CopyFacts[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (changes[KEY] !== undefined) tell(readCopyList(changes[KEY].newValue));
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(listener);
  return () => {
    onChanged.removeListener(listener);
  };
}

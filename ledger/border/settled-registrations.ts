/** What the registrations with the browser were settled for, in its storage for this session. */
import { browser } from 'wxt/browser';
import { SETTLED_FOR } from '../stored-session.ts';
import { fromStored, toStored } from '../stored-value.ts';

const { key } = SETTLED_FOR;

/** What was settled in this session of the browser; null for nothing that can be read. @throws Error when storage does not answer */
export async function readSettledFor(): Promise<string | null> {
  const found = fromStored(SETTLED_FOR, (await browser.storage.session.get(key))[key]);
  return found.state === 'read' ? found.value : null;
}

/** Keeps what was settled; null forgets it. @throws Error when storage does not take it */
export async function keepSettledFor(settled: string | null): Promise<void> {
  if (settled === null) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: toStored(SETTLED_FOR, settled) });
}

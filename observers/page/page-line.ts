/**
 * A line to the background that breaks when this document goes, by a crash too (`background/left-pages.ts`). It carries
 * nothing.
 */
import { extensionApi } from '../../ledger/border/extension-api.ts';

let line: ReturnType<ReturnType<typeof extensionApi>['runtime']['connect']> | null = null;

/** Holds the line; takes it up again where it was cut because the background has slept. */
export function holdLine(): void {
  if (line !== null) return;
  try {
    const { runtime } = extensionApi();
    const held = runtime.connect();
    line = held;
    held.onDisconnect.addListener(() => {
      // Read, or the browser counts it as an error.
      Reflect.get(runtime, 'lastError');
      if (line === held) line = null;
    });
  } catch {
    // The extension was updated or removed.
  }
}

/** Lets go of it: a page that is kept for going back has its line cut, and hears nothing of that when it comes back. */
export function dropLine(): void {
  try {
    line?.disconnect();
  } catch {
    // As above.
  }
  line = null;
}

/** What a script has started is undone when it ends: by itself, by an error or by Ctrl-C. */

const undoings: (() => Promise<void>)[] = [];
let running: Promise<void> | undefined;
let interrupted = false;

/** Whether the person has ended the script: what fails from then on fails because its browser is gone. */
export function wasInterrupted(): boolean {
  return interrupted;
}

/** Undoes everything, the latest first. A second call waits for the first; a failure stops nobody. */
export function cleanUp(): Promise<void> {
  running ??= (async () => {
    for (let undo = undoings.pop(); undo !== undefined; undo = undoings.pop()) await undo().catch(() => undefined);
  })();
  return running;
}

/** Remembers what to undo. */
export function cleanUpAtEnd(undo: () => Promise<void>): void {
  if (undoings.length === 0) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        interrupted = true;
        console.log('\nClosing.');
        void cleanUp().then(() => process.exit(130));
      });
    }
  }
  undoings.push(undo);
}

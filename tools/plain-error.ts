import { cleanUp, wasInterrupted } from './clean-up.ts';

/** A failure that needs no stack: what is wrong and what to do, as sentences. */
export class PlainError extends Error {}

/**
 * Runs a script's work and undoes afterwards what it has started. A PlainError is printed as its sentence, anything else with
 * its stack; both end with code 1.
 */
export async function runScript(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (wasInterrupted()) return;
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

/** Prints one line of progress: `Build     dist/chrome-mv3 (4 s)`. */
export function progress(what: string, words: string): void {
  console.log(`${what.padEnd(10)}${words}`);
}

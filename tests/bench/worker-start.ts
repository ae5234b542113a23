/** How long the background takes from sleep until it has heard a message: start of its thread, its code, its first listeners. */
import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf } from './processes.ts';
import { stopWorkers } from './stop-workers.ts';
import type { ExtensionBrowser } from '../../tools/open-extension.ts';

/** What one start costs, in milliseconds. */
export interface WorkerStart {
  /** From a message of a page of the extension until the browser says that all listeners have heard it. */
  readonly heard: number;
  /** Processor time of all processes from there until a second later, when what the start sets off is done too. */
  readonly cpu: number;
}

interface ExtensionPage {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

const SETTLE = 1000;

/** Stops the worker and wakes it by a message that nobody answers, so that what is measured is the start alone. */
export async function measureWorkerStart(browser: ExtensionBrowser, pid: number): Promise<WorkerStart> {
  const page = await browser.context.newPage();
  // A page without scripts of its own.
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  await stopWorkers(page);
  const before = cpuOf(pid);
  const heard = await page.evaluate(async () => {
    const began = performance.now();
    await (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage([]).catch(() => undefined);
    return performance.now() - began;
  });
  await wait(SETTLE);
  const cpu = cpuOf(pid) - before;
  await page.close();
  return { heard, cpu };
}

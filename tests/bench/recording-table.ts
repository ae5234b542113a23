/** Loads pages while a recording runs and while none does, turn by turn, and prints what the recording adds. */
import type { LoadCost } from './page-load.ts';
import { loadInTurn, LOADS, type LoadContestant } from './load-table.ts';
import { row } from './result-row.ts';
import { inWords, median, pairedRatio } from './statistics.ts';
import type { ExtensionBrowser } from '../../tools/open-extension.ts';

/** Begins a recording as a person does: by the button on the inspector's page, which then is closed. @throws when it does not begin */
export async function beginRecording({ context, extensionId }: ExtensionBrowser): Promise<void> {
  const inspector = await context.newPage();
  await inspector.goto(`chrome-extension://${extensionId}/inspector.html#recordings`);
  await inspector.locator('[data-start]').click();
  await inspector.locator('[data-stop]').waitFor();
  await inspector.close();
}

/** Whether a recording still runs: one that has met its bounds has ended, and costs nothing more. */
async function isRecording({ context }: ExtensionBrowser): Promise<boolean> {
  const [worker] = context.serviceWorkers();
  const stored = await worker?.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { session: { get(key: string): Promise<object> } } } }
    ).chrome.storage.session.get('recorder'),
  );
  return stored !== undefined && 'recorder' in stored;
}

/** Two browsers with the same view of ours: in the second a recording runs. */
export interface RecordingPair {
  readonly name: string;
  readonly without: LoadContestant;
  readonly recording: LoadContestant & { readonly browser: ExtensionBrowser };
}

/** What a recording adds to each load. @throws when a recording ended before the last load */
export async function benchRecording(pairs: readonly RecordingPair[], rounds: number): Promise<void> {
  // A tab's later pages are left out: a recording does nothing else there, and each takes as long as two.
  for (const { what, ...page } of LOADS.filter(({ earlier }) => earlier === 0)) {
    console.log(`\n${what}; while a recording runs, ratio to the same view without one`);
    for (const { name, without, recording } of pairs) {
      const [base = [], costs = []] = await loadInTurn([without, recording], rounds, page);
      if (!(await isRecording(recording.browser))) throw new Error(`${name}: the recording ended before its time.`);
      const ratioRow = (label: string, kind: keyof LoadCost): void => {
        const [values, bases] = [costs, base].map((all) => all.map((cost) => cost[kind])) as [number[], number[]];
        const ratio = inWords(pairedRatio(values, bases), 2);
        row(`${name}: ${label}`, `${median(values).toFixed(0)} ms, × ${ratio}`, '× ≤ 1.10');
      };
      ratioRow('load', 'load');
      ratioRow('CPU of all processes', 'cpu');
    }
  }
}

/** What the database holds of a recording, for tests. */
import type { Page } from '@playwright/test';
import type { LogEntry } from '../../capture/fold-log.ts';
import type { Recording } from '../../capture/recording.ts';

/** The database of recordings. */
export const DATABASE = 'liner-notes.recordings';

/** The one that is kept, with its log. `desk`: a page of the extension. */
export async function keptRecording(
  desk: Page,
): Promise<{ readonly recording: Recording; readonly log: readonly LogEntry[] }> {
  return desk.evaluate(async (name) => {
    const opened = indexedDB.open(name, 2);
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const together = opened.result.transaction(['recordings', 'batches']);
    const all = (store: string): Promise<unknown[]> =>
      new Promise((resolve) => {
        const asked = together.objectStore(store).getAll();
        asked.onsuccess = () => {
          resolve(asked.result);
        };
      });
    const [recordings, batches] = await Promise.all([all('recordings'), all('batches')]);
    opened.result.close();
    const log = (batches as { text: Uint8Array<ArrayBuffer> }[]).flatMap(
      ({ text }) => JSON.parse(new TextDecoder().decode(text)) as unknown[],
    );
    return { recording: recordings[0], log } as never;
  }, DATABASE);
}

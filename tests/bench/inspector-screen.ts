/** Opens a recording of 50,000 facts in the inspector as a person does, and prints how long its screens take. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { RECORDING_VERSION, withEntries, type Recording } from '../../capture/recording.ts';
import { makeConditions } from '../../tools/builders/captures.ts';
import { NOON } from '../../tools/builders/observations.ts';
import type { ExtensionBrowser } from '../../tools/open-extension.ts';
import { longLog } from './long-log.ts';
import { row } from './result-row.ts';
import { estimate, inWords } from './statistics.ts';

const DATABASE = 'liner-notes.recordings';
/** Entries of the log that were written together: a second of a busy page. */
const TOGETHER = 5;

/** Puts the recording where the recorder keeps its own. The inspector has opened the database before, and so it has its form. */
async function keepLongRecording(inspector: Page): Promise<void> {
  const log = longLog();
  const empty: Recording = {
    ...{ version: RECORDING_VERSION, id: 'bench-long-recording', name: 'Long', note: '', startedAt: NOON },
    ...{ endedAt: NOON + 600_000, keptAt: NOON + 600_000, state: 'stopped', conditions: makeConditions() },
    ...{ bytes: 0, batches: 0, facts: 0, pages: 0, pictures: 0, pictureBytes: 0, dropped: 0, interruptions: 0 },
    ...{ hosts: [], shown: [] },
  };
  const texts = Array.from({ length: Math.ceil(log.length / TOGETHER) }, (_, at) =>
    JSON.stringify(log.slice(at * TOGETHER, (at + 1) * TOGETHER)),
  );
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const recording: Recording = { ...empty, ...withEntries(empty, log), bytes, batches: texts.length };
  await inspector.evaluate(
    async ({ name, head, parts }) => {
      const batches = await Promise.all(
        parts.map(async (part, at) => {
          const text = new TextEncoder().encode(part);
          return { recording: head.id, number: at + 1, text, hash: await crypto.subtle.digest('SHA-256', text) };
        }),
      );
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => {
          resolve(asked.result);
        };
        asked.onerror = () => {
          reject(new Error(`The database does not open: ${String(asked.error)}`));
        };
      });
      const written = database.transaction(['recordings', 'batches'], 'readwrite');
      written.objectStore('recordings').put(head);
      for (const batch of batches) written.objectStore('batches').put(batch);
      await new Promise((resolve, reject) => {
        written.oncomplete = resolve;
        written.onerror = () => {
          reject(new Error(`The recording is not kept: ${String(written.error)}`));
        };
      });
      database.close();
    },
    { name: DATABASE, head: recording, parts: texts },
  );
}

interface ScreenTimes {
  /** Milliseconds from the press to the first frame that was painted with rows. */
  readonly first: number;
  /** … to the one with all of it. */
  readonly whole: number;
  /** The longest time in which the page painted no frame meanwhile. */
  readonly still: number;
}

/** Presses the button and looks at each frame. Runs in the inspector. */
function pressAndWatch(): Promise<ScreenTimes> {
  return new Promise((resolve) => {
    const pressedAt = performance.now();
    let first = Number.NaN;
    let last = pressedAt;
    let still = 0;
    // What is drawn is painted after the callbacks of the next frame; what is asked for in these comes after that.
    const painted = (then: () => void): void => {
      requestAnimationFrame(() => setTimeout(then));
    };
    const rows = new MutationObserver(() => {
      if (document.querySelector('main [data-row]') === null) return;
      rows.disconnect();
      painted(() => {
        first = performance.now() - pressedAt;
      });
    });
    rows.observe(document.body, { childList: true, subtree: true });
    const look = (): void => {
      const now = performance.now();
      still = Math.max(still, now - last);
      last = now;
      if (!Number.isNaN(first) && document.querySelector('main[aria-busy="true"]') === null)
        resolve({ first, whole: now - pressedAt, still });
      else painted(look);
    };
    document.querySelector<HTMLElement>('[data-open]')?.click();
    painted(look);
  });
}

/** Measures and prints it. */
export async function benchInspectorScreen({ context, extensionId }: ExtensionBrowser, rounds: number): Promise<void> {
  const address = `chrome-extension://${extensionId}/inspector.html#recordings`;
  const inspector = await context.newPage();
  await inspector.goto(address);
  await inspector.locator('[data-none]').waitFor();
  await keepLongRecording(inspector);
  const times: ScreenTimes[] = [];
  for (let round = -1; round < rounds; round += 1) {
    // Anew each time, so that nothing of the last opening is at hand.
    await inspector.goto('about:blank');
    await inspector.goto(address);
    await inspector.locator('[data-open]').waitFor();
    // Nobody finds the button and presses it faster.
    await wait(500);
    const time = await inspector.evaluate(pressAndWatch);
    if (round >= 0) times.push(time);
  }
  await inspector.close();
  console.log('\nInspector, a kept recording of 50,000 facts: from the press on “Open” until it is painted');
  const of = (kind: keyof ScreenTimes): string => inWords(estimate(times.map((time) => time[kind])), 0, ' ms');
  row('first screen, with rows', of('first'), '≤ 100 ms');
  row('all of it', of('whole'), '');
  row('longest time without a frame meanwhile', of('still'), '');
}

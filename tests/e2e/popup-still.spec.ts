/** Nothing in the popup moves from its first frame to its last: in each screen, and with a full report in each language. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { languageCodes } from '../../tools/stage/language-codes.ts';
import { POPUP_STATES } from '../../tools/stage/popup-states.ts';
import { test } from './stage-fixtures.ts';

test.describe.configure({ timeout: 240_000 });

/** What has moved in a page since its first frame, and by how much, as the browser counts it. */
function moved(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = [];
        const note = (entries: PerformanceEntryList): void => {
          for (const entry of entries) {
            const { value, sources } = entry as PerformanceEntry & {
              value: number;
              sources: readonly { node: Node | null }[];
            };
            found.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(' · ')}`);
          }
        };
        const observer = new PerformanceObserver((list) => {
          note(list.getEntries());
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // What was kept is told at once; by then it has been, or waits to be.
        setTimeout(() => {
          note(observer.takeRecords());
          resolve(found);
        }, 50);
      }),
  );
}

/** Each screen in English, and a full report in each language. */
const first = POPUP_STATES.filter(({ view, then }) => view === undefined && then === undefined);
const full = first.filter(({ state }) => state === 'normal').slice(0, 2);
const SAMPLE = languageCodes().map((language) => ({ language, states: language === 'en' ? first : full }));

for (const { language, states } of SAMPLE) {
  test(`${language}: nothing moves from the first frame to the last`, async ({ stage }) => {
    for (const state of states) {
      const popup = await stage.show(state, { language });
      expect.soft(await moved(popup), state.id).toEqual([]);
    }
  });
}

test('what moves would be told', async ({ stage }) => {
  const [state] = full;
  if (state === undefined) throw new Error('No state has a full report.');
  const popup = await stage.show(state);
  await popup.evaluate(async () => {
    const block = document.createElement('div');
    block.style.height = '3rem';
    document.body.prepend(block);
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  });
  expect(await moved(popup)).not.toEqual([]);
});

/** A page of the extension that a person closes while it still opens. */
import { setTimeout as wait } from 'node:timers/promises';
import { artist, expect, test, visitOf } from './fixtures.ts';

/** Milliseconds after which it is closed: before its code is there, while it asks the browser, and once it is drawn. */
const AFTER = Array.from({ length: 8 }, (_, step) => step * 25);

for (const address of ['popup', 'options', 'welcome', 'policy', 'versions', 'inspector']) {
  test(`${address}: leaves no error when it is closed early`, async ({ extension, page }) => {
    await page.goto(artist('/practice/web-analytics'));
    const tab = await extension.tabOf(page);
    await visitOf(extension, tab, ({ hosts }) => hosts.length > 0, 'another company');
    for (const after of AFTER) {
      const opening = await extension.context.newPage();
      await opening.goto(`chrome-extension://${extension.id}/${address}.html?tab=${String(tab)}`, {
        waitUntil: 'commit',
      });
      await wait(after);
      await opening.close();
    }
    expect(await extension.errors()).toEqual([]);
  });
}

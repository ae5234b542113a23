/** A page of the extension that a person closes while it still opens, and one that does not open at all. */
import { setTimeout as wait } from 'node:timers/promises';
import { artist, expect, test, visitOf } from './fixtures.ts';

/** Milliseconds after which it is closed: before its code is there, while it asks the browser, and once it is drawn. */
const AFTER = Array.from({ length: 8 }, (_, step) => step * 25);

const ADDRESSES = ['popup', 'options', 'welcome', 'policy', 'versions', 'inspector'];

for (const address of ADDRESSES) {
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

/**
 * Runs in a page of the extension before its own code: the browser does not tell the person's languages. `left`: the page is left just then,
 * when it is about to fail; how far the page has come by `DOMContentLoaded` is another each time.
 */
function breakLanguages(left: boolean): void {
  Object.defineProperty(Navigator.prototype, 'languages', {
    get: () => {
      if (left) queueMicrotask(() => dispatchEvent(new PageTransitionEvent('pagehide')));
      throw new TypeError('no languages');
    },
  });
}

for (const address of ADDRESSES) {
  test(`${address}: says that it could not be opened, and what fails once it is left is told to nobody`, async ({
    extension,
  }) => {
    const tab = await extension.tabOf(extension.desk);
    for (const left of [true, false]) {
      const opening = await extension.context.newPage();
      const errors: string[] = [];
      opening.on('pageerror', ({ message }) => errors.push(message));
      await opening.addInitScript(breakLanguages, left);
      await opening.goto(`chrome-extension://${extension.id}/${address}.html?tab=${String(tab)}`);
      const said = opening.getByRole('alert').filter({ hasText: 'could not be opened' });
      if (left) {
        await wait(500);
        await expect(said).toHaveCount(0);
        expect(errors).toEqual([]);
      } else {
        await expect(said).toBeVisible();
        await expect.poll(() => errors).toEqual(['no languages']);
      }
      await opening.close();
    }
  });
}

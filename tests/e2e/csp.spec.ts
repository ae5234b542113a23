/** A page with the strictest policy for its own scripts is seen all the same, and sees nothing of us. */
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card } from './popup-page.ts';

test('a page without any script of its own', async ({ extension, page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(artist('/strict-csp'));
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ hosts }) => hosts.some(({ host, pixels }) => host === 'www.facebook.com' && pixels === 1),
    'the pixel',
  );
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'pixel-tag')).toHaveAttribute('data-label', 'stated');
  // The browser keeps our script out of the world of a page that may have no scripts, and says so in the console. No page hears it.
  const keptOut = `Blocked script execution in '${artist('/strict-csp')}' because the document's frame is sandboxed and the 'allow-scripts' permission is not set.`;
  expect(complaints.filter((text) => text !== keptOut)).toEqual([]);
});

test('a page leaves no trace of us in its own world', async ({ extension, page }) => {
  await page.goto(artist('/plain'));
  await visitOf(extension, await extension.tabOf(page), () => true, 'the page');
  const traces = await page.evaluate(
    (id) => ({
      markup:
        document.documentElement.outerHTML.includes('liner-notes') || document.documentElement.outerHTML.includes(id),
      elements: document.querySelectorAll('body > *, html > :not(head, body)').length,
      runtime: typeof (globalThis as { chrome?: { runtime?: { id?: unknown } } }).chrome?.runtime?.id,
      resources: performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('chrome-extension:'))
        .length,
    }),
    extension.id,
  );
  expect(traces).toEqual({ markup: false, elements: 1, runtime: 'undefined', resources: 0 });
});

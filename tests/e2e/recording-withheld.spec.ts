/** The permission for a page's site is taken back while a recording runs, as a person may in the browser's own settings. */
import { readFileSync } from 'node:fs';
import { setAccess } from './full-view.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { keptRecording } from './kept-recording.ts';

const LATER = 'bat.bing.com';

test('what came before stays, what came after is not in it, and the report says of which page', async ({
  extension,
  page,
}) => {
  const { desk } = extension;
  const inspector = await extension.context.newPage();
  await inspector.goto(`chrome-extension://${extension.id}/inspector.html#recordings`);
  await inspector.locator('[data-name]').fill('Taken back');
  await inspector.locator('[data-start]').click();
  await expect(inspector.locator('[data-recorder="running"]')).toBeVisible();
  await page.goto(artist('/leave/start'));
  const tab = await extension.tabOf(page);
  const { document } = await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'other companies');
  const ask = (host: string) =>
    page.evaluate((to) => fetch(`https://${to}/after.json`).then((answer) => answer.text()), host);
  try {
    await setAccess(extension, 'ON_CLICK');
    await expect
      .poll(() => desk.evaluate((url) => chrome.permissions.contains({ origins: [url] }), artist('/*')))
      .toBe(false);
    // The worker hears of it in its own time, and the page from the worker.
    await expect.poll(async () => (await keptRecording(desk)).log.map(({ kind }) => kind)).toContain('withheld');
    await ask(LATER);
    await inspector.bringToFront();
    await inspector.locator('[data-stop]').click();
    await expect(inspector.locator('[data-recording="stopped"]')).toBeVisible();
    // Nothing was told of what it did after that, neither there nor here.
    const visit = await extension.ledgerVisit(tab);
    expect(visit?.document).toBe(document);
    expect(visit?.hosts.map(({ host }) => host)).not.toContain(LATER);
  } finally {
    await setAccess(extension, 'ON_ALL_SITES');
  }
  await inspector.locator('[data-open]').click();
  await expect(inspector.locator('main [data-row]').first()).toBeVisible();
  await inspector.evaluate(() => (location.hash = '#save'));
  const [download] = await Promise.all([
    inspector.waitForEvent('download'),
    inspector.locator('[data-report]').click(),
  ]);
  const file = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(file);
  const report = readFileSync(file, 'utf8');
  expect(report).toContain('/leave/start');
  expect(report).not.toContain(LATER);
  expect(report).toContain('Page 1: the person took back the permission for its site while it was open.');
  await inspector.evaluate(() => (location.hash = '#recordings'));
  await inspector.getByRole('button', { name: 'Delete …' }).first().click();
  await inspector.getByRole('button', { name: 'Delete now' }).click();
  await expect(inspector.locator('[data-recording]')).toHaveCount(0);
});

/** What scripts read out of the browser, and the scripts that listen to all a person does. */
import { PRINT_PAGES, printHost } from '../../replica/pages/prints.ts';
import { artist, expect, visitOf } from './fixtures.ts';
import { test } from './full-view.ts';
import { card, openCard, openPart } from './popup-page.ts';
import { seePractice } from './see-practice.ts';

test('a script that reads canvas, fonts and sound is told with its company and what it read', async ({
  extension,
  page,
}) => {
  await seePractice(extension, page, 'fingerprinting', async () => {
    await expect(page.locator('html')).toHaveAttribute('data-parts', /\d/);
    const tab = await extension.tabOf(page);
    await visitOf(
      extension,
      tab,
      ({ readOuts }) =>
        ['canvas', 'fonts', 'audio', 'navigator'].every((part) =>
          readOuts.some(({ readOut, script }) => readOut === part && script === 'fpnpmcdn.net'),
        ),
      'the read-outs',
    );
  });
  const popup = await extension.openPopup(page, 'practices');
  const found = await openCard(popup, 'fingerprinting');
  await expect(found).toContainText('Fingerprint');
  await expect(found).toContainText('fpnpmcdn.net/v3/lantern/agent.js');
  await expect(found).toContainText('how it draws a test picture');
  await expect(found).toContainText('which fonts are installed');
  await expect(found).toContainText('how it computes a test sound');
});

test('a recorder that no list knows is told in full view by what it does', async ({ allowed, fullPage }) => {
  test.slow();
  await fullPage.goto(artist('/practice/session-recording/unlisted'));
  const tab = await allowed.tabOf(fullPage);
  await fullPage.getByLabel('Your verse').pressSequentially('Small lights');
  // It sends every two seconds; ten seconds of it are asked for.
  await expect
    .poll(
      async () => {
        const visit = await allowed.ledgerVisit(tab);
        const network = visit?.hosts.find(({ host }) => host === 'in.lantern-replay.example')?.network;
        return network === undefined ? 0 : network.uploadsUntil - network.uploadsFrom;
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThanOrEqual(10_000);
  const popup = await allowed.openPopup(tab, 'practices');
  const found = await openCard(popup, 'session-recording');
  await expect(found).toContainText('cdn.lantern-replay.example/recorder.js');
  await expect(found).toContainText('pointer, keys and changes of the page, as they happen');
  await expect(found).toContainText('in.lantern-replay.example');
});

test('page view does not tell it: it cannot see what is sent', async ({ extension, page }) => {
  await page.goto(artist('/practice/session-recording/unlisted'));
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ hosts }) => hosts.some(({ host }) => host === 'in.lantern-replay.example'),
    'its first report',
  );
  const popup = await extension.openPopup(tab, 'practices');
  await openPart(popup, 'practices');
  await expect(card(popup, 'visit-data-sent-to-company')).toBeVisible();
  await expect(card(popup, 'session-recording')).toHaveCount(0);
});

for (const name of ['prints', 'more-prints']) {
  test(`${name}: each is told with its script`, async ({ extension, page }) => {
    const hosts = (PRINT_PAGES.get(name) ?? []).map(printHost);
    await page.goto(artist(`/writers/${name}`));
    const tab = await extension.tabOf(page);
    await visitOf(
      extension,
      tab,
      ({ readOuts }) => hosts.every((host) => readOuts.some(({ script }) => script === host)),
      'each script',
    );
    const popup = await extension.openPopup(tab, 'practices');
    const found = await openCard(popup, 'fingerprinting');
    for (const host of hosts) await expect(found).toContainText(host);
  });
}

test('what comes near and makes no fingerprint is not told', async ({ extension, page }) => {
  await page.goto(artist('/writers/no-prints'));
  await page.evaluate(() => {
    localStorage.setItem('all_done', 'x');
  });
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ writes }) => writes.some(({ name }) => name === 'all_done'), 'the end');
  const popup = await extension.openPopup(tab, 'practices');
  await openPart(popup, 'practices');
  await expect(card(popup, 'web-storage')).toBeVisible();
  await expect(card(popup, 'fingerprinting')).toHaveCount(0);
});

/** A picture of the page, really taken: the browser allows it after a press on the toolbar's button, and it is in the export and its report. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test, visitLabel } from './fixtures.ts';
import { ToolbarPopup } from './toolbar-popup.ts';

test('is allowed by a press on the button, shows the page, and is saved with the rest', async ({ extension, page }) => {
  const tab = await visitLabel(extension, page);
  const inspector = await extension.context.newPage();
  await inspector.goto(`chrome-extension://${extension.id}/inspector.html?tab=${String(tab)}#pictures`);
  await inspector.locator('[data-take]').click();
  await expect(inspector.getByRole('alert')).toContainText('press the button of Liner Notes in the toolbar');
  await expect(inspector.locator('[data-none]')).toBeVisible();
  await ToolbarPopup.open(extension, page);
  await inspector.bringToFront();
  await inspector.locator('[data-take]').click();
  await expect(inspector.locator('[data-said]')).toHaveText('Added: picture-1.png');
  // What was in front is there again.
  const front = await extension.desk.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
  expect(front).not.toBe(tab);
  await inspector.locator('[data-picture] input').fill('The start page');
  await inspector.locator('[data-picture] input').blur();
  await inspector.locator('nav a[data-view="save"]').click();
  const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  try {
    const [download] = await Promise.all([
      inspector.waitForEvent('download'),
      inspector.locator('[data-sealed]').click(),
    ]);
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    execFileSync('python3', ['-m', 'zipfile', '-e', file, folder]);
    const bag = path.join(folder, download.suggestedFilename().replace(/\.zip$/, ''));
    const picture = path.join(bag, 'data/pictures/picture-1.png');
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1280, height: 800 });
    // Of the page, and not of the inspector: as the browser draws it for the test.
    const [taken, shown] = await Promise.all(
      [readFileSync(picture), await page.screenshot()].map((png) => sharp(png).removeAlpha().stats()),
    );
    for (const [at, { mean }] of (taken?.channels ?? []).entries())
      expect(Math.abs(mean - (shown?.channels[at]?.mean ?? -99))).toBeLessThan(12);
    const report = await extension.context.newPage();
    await report.goto(`file://${path.join(bag, 'data/report.html')}`);
    const image = report.getByRole('img', { name: /^The start page\. Picture of / });
    await expect(image).toBeVisible();
    await expect(image).toHaveJSProperty('naturalWidth', 1280);
    await report.close();
    await inspector.goto(`chrome-extension://${extension.id}/inspector.html#open`);
    await inspector.locator('input[type="file"]').setInputFiles(file);
    await expect(inspector.locator('[data-seal="whole"]')).toBeVisible();
    await inspector.locator('nav a[data-view="pictures"]').click();
    await expect(inspector.locator('[data-file="whole"] img')).toBeVisible();
    await expect(inspector.locator('[data-caption]')).toHaveText('The start page');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

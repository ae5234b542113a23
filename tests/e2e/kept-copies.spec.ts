/** The page of kept copies: what is listed, deleted, saved, read and compared, with the extension's own database behind it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { copyOfText, GERMAN_TEXT, HELD_TEXT, putCopies, TEXT_OF_TODAY } from '../../tools/builders/kept-copies.ts';
import { openCopies } from './kept-copies-page.ts';
import { expectSound, expectToFit } from './sound.ts';

const today = copyOfText('today', TEXT_OF_TODAY);
const before = copyOfText('before', HELD_TEXT, { read: 30 });
const german = copyOfText('german', GERMAN_TEXT, { read: 2, address: 'https://label.example/datenschutz' });
const short = copyOfText('short', `${TEXT_OF_TODAY}\n\nWe also share your`, {
  read: 3,
  address: 'https://cut.example/',
});
const DAMAGED = { ...today, id: 'damaged', hash: '0' };

test.beforeEach(async ({ extension }) => {
  await putCopies(extension.desk, [today, before, german, short, DAMAGED]);
});
test.afterEach(async ({ extension }) => {
  await putCopies(extension.desk, []);
});

const card = (page: Page, id: string) => page.locator(`article[data-copy="${id}"]`);

test('says how a copy comes to be, where there is none', async ({ extension, page }) => {
  await putCopies(extension.desk, []);
  await openCopies(extension, page);
  await expect(page.locator('[data-state="empty"]')).toContainText('press the Liner Notes button');
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('lists the newest of each page first, the older ones below it, and names the damaged', async ({
  extension,
  page,
}) => {
  await openCopies(extension, page);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['4 copies', 'Damaged copies', 'Delete all copies']);
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(3);
  await expect(card(page, 'today')).toContainText(today.hash);
  await expect(card(page, 'today')).toContainText('26 November 2026');
  await expect(card(page, 'german')).toContainText('German');
  await expect(card(page, 'german')).toContainText('gives no date');
  await expect(card(page, 'short')).toContainText('cut short');
  await expect(card(page, 'before')).toHaveCount(0);
  await page.getByText('1 older copy of this page').click();
  await expect(card(page, 'before')).toContainText('27 October 2026');
  await page.getByRole('button', { name: 'Delete the damaged copy damaged' }).click();
  await expect(page.getByRole('status')).toHaveText('Deleted: the damaged copy damaged.');
  await expect(page.getByRole('heading', { name: 'Damaged copies' })).toHaveCount(0);
});

test('deletes a copy and puts it back, and another tab follows', async ({ extension, page }) => {
  await openCopies(extension, page);
  const other = await extension.context.newPage();
  await openCopies(extension, other, '#german');
  await expect(other.getByRole('heading', { name: 'What it says' })).toBeVisible();
  await card(page, 'german')
    .getByRole('button', { name: /^Delete/ })
    .click();
  const undo = page.getByRole('button', { name: /^Put .* back$/ });
  await expect(undo).toBeFocused();
  await expect(other.locator('[data-state="gone"]')).toContainText('It was deleted');
  await page.keyboard.press('Enter');
  await expect(card(page, 'german').getByRole('button', { name: /^Delete/ })).toBeFocused();
  await expect(other.getByRole('heading', { name: 'What it says' })).toBeVisible();
  await other.close();
});

test('deletes all copies after a question', async ({ extension, page }) => {
  await openCopies(extension, page);
  await page.getByRole('button', { name: 'Delete all copies …' }).click();
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete now' }).click();
  await expect(page.locator('[data-state="empty"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-state="empty"]')).toBeVisible();
});

test('saves the text byte for byte as it was hashed, and a checksum of it', async ({ extension, page }) => {
  await openCopies(extension, page);
  await card(page, 'today').getByText('Save as a file').click();
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card(page, 'today').getByRole('button', { name }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const text = await save('Save the text');
  const sum = await save('Save its checksum');
  expect(text.name).toBe(`www.sonymusic.com-2026-11-26-${today.hash.slice(0, 8)}.txt`);
  expect(createHash('sha256').update(text.bytes).digest('hex')).toBe(today.hash);
  expect([sum.name, sum.bytes.toString()]).toEqual([`${text.name}.sha256`, `${today.hash}  ${text.name}\n`]);
  await expect(card(page, 'today')).toContainText(`sha256sum --check ${sum.name}`);
});

test('shows what a copy says of each practice, with sentence, section, stance and rule', async ({
  extension,
  page,
}) => {
  await openCopies(extension, page, '#today');
  const practice = page.locator('li[data-practice="web-storage"]');
  await practice.locator('summary').click();
  await expect(practice.locator('blockquote')).toHaveText(
    'We use the local storage of your browser (web storage) to remember what you have seen.',
  );
  await expect(practice).toContainText('does');
  await expect(practice).toContainText('Section “New services”');
  await expect(practice).toContainText('rule ');
  await expect(page.locator('[data-silent="identifier-restored"]')).toBeVisible();

  // Another language is taken up without a reload, and what is open stays open.
  const key = 'settings';
  const stored = await extension.desk.evaluate((name) => chrome.storage.local.get(name), key);
  await extension.desk.evaluate(async (name) => {
    const { [name]: before } = await chrome.storage.local.get(name);
    await chrome.storage.local.set({ [name]: { version: 1, ...(before as object), language: 'de' } });
  }, key);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: 'What it says' })).toHaveCount(0);
  await expect(practice.locator('blockquote')).toBeVisible();
  await extension.desk.evaluate(
    ([name, before]) => (name in before ? chrome.storage.local.set(before) : chrome.storage.local.remove(name)),
    [key, stored] as const,
  );
  await expect(page.getByRole('heading', { name: 'What it says' })).toBeVisible();
});

test('never says of a text that was cut short what is not in it', async ({ extension, page }) => {
  await openCopies(extension, page, '#short');
  await expect(page.locator('.limit')).toContainText('does not go on to its end');
  await expect(page.locator('[data-practice="web-storage"]')).toBeVisible();
  await expect(page.locator('[data-silent]')).toHaveCount(0);
});

test('compares a copy with the archived text, and with another copy', async ({ extension, page }) => {
  await openCopies(extension, page, '#today/drift');
  await expect(page.locator('[data-state="changed"]')).toContainText('1 gone');
  await expect(page.locator('[data-kind="gone"]')).toContainText('TRUSTe Privacy Program');
  const reworded = page.locator('[data-kind="reworded"]').first();
  await expect(reworded.locator('del')).toHaveText('full');
  await expect(reworded.locator('ins')).toHaveText('your');
  await expect(page.locator('tr[data-practice="web-storage"]')).toContainText('only the later text');
  // Long equal stretches are folded, and open on a press; two equal sentences stand as they are.
  await expect(page.locator('[data-kind="same"]')).toHaveCount(2);
  await page.locator('.stretch summary').first().click();
  await expect(page.locator('.stretch [data-kind="same"]').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/contradicts/i);

  await page.getByLabel('gone').uncheck();
  await expect(page.locator('[data-kind="gone"]')).toHaveCount(0);
  await page.locator('#drift-practice').selectOption('web-storage');
  await expect(page.locator('.change')).toHaveCount(1);

  // Whoever stands on the list of texts stands there still.
  await page.locator('#drift-against').focus();
  await page.locator('#drift-against').selectOption('before');
  await expect(page.locator('#drift-against')).toBeFocused();
  await expect(page.getByRole('columnheader', { name: 'read on 27 October 2026' })).toBeVisible();
  await expect(page).toHaveURL(/#today\/drift\/before/);
});

test('says that sentences of two languages cannot be set side by side', async ({ extension, page }) => {
  await openCopies(extension, page, '#german/drift/sony-music');
  await expect(page.locator('[data-state="languages"]')).toContainText('German');
  await expect(page.locator('tr[data-practice]').first()).toBeVisible();
});

test('stays at hand while a very long text is compared', async ({ extension, page }) => {
  const long = Array.from(
    { length: 9000 },
    (_, at) => `We keep your data number ${at} for ${at + 1} days, and we may share it with company ${at % 97}.\n\n`,
  ).join('');
  await putCopies(extension.desk, [
    copyOfText('long', `# Privacy Policy\n\n${long}`),
    copyOfText('longer', `# Privacy Policy\n\n${long.replaceAll('keep your', 'hold your')}`, { read: 1 }),
  ]);
  await openCopies(extension, page, '#long/drift/longer');
  // The page answers while the worker works: it is left for the list and come back to.
  await page.getByRole('link', { name: 'All kept copies' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('2 copies');
  await page.goBack();
  await expect(page.locator('[data-state="changed"]')).toContainText('reworded', { timeout: 120_000 });
  await expect(page.locator('.change')).toHaveCount(100);
});

test('names a database that cannot be opened, and tries again', async ({ extension, page }) => {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    let isFirst = true;
    indexedDB.open = (...given: Parameters<typeof open>) => {
      if (!isFirst) return open(...given);
      isFirst = false;
      throw new DOMException('the disk is gone', 'UnknownError');
    };
  });
  await openCopies(extension, page);
  await expect(page.getByRole('alert')).toContainText('the disk is gone');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(card(page, 'today')).toBeVisible();
});

test('is accessible in light and dark in each of its states, and fits 320 pixels', async ({ extension, page }) => {
  for (const hash of ['', '#today', '#short', '#today/drift', '#german/drift/sony-music', '#not-there']) {
    await page.goto('about:blank');
    await openCopies(extension, page, hash);
    await expect(page.locator('progress')).toHaveCount(0);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectSound(page, hash);
    await expectToFit(page);
  }
});

test('goes with everything kept, when the settings delete it', async ({ extension, page }) => {
  await page.goto(`chrome-extension://${extension.id}/options.html`);
  await expect(page.locator('#copies-count')).toHaveText('5 copies are kept.');
  await page.getByRole('button', { name: 'Delete everything kept …' }).click();
  await page.getByRole('button', { name: 'Delete now' }).click();
  await expect(page.locator('#copies-count')).toHaveText('No copy is kept.');
  await page.getByRole('link', { name: 'Your kept copies' }).click();
  await expect(page.locator('[data-state="empty"]')).toBeVisible();
});

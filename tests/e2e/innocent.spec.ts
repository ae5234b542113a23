/** Pages that draw, listen, send and keep for reasons of their own: what other pages are told for is not told of them. */
import type { Page } from '@playwright/test';
import type { PracticeId } from '../../replica/practice-pages.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, visitOf } from './fixtures.ts';
import { test } from './full-view.ts';
import { card, openPart } from './popup-page.ts';

const NEVER: readonly PracticeId[] = [
  'fingerprinting',
  'session-recording',
  'typed-text-sent-early',
  'identifier-restored',
  'identifier-shared-between-companies',
];

/** What a person does on the page, until it is done. */
const ACTS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  game: async (page) => {
    await page.locator('#board').hover();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Save the picture' }).click();
  },
  chat: async (page) => {
    const field = page.getByLabel('Write to us');
    for (const line of ['fan@paperlanterns.example', 'When do you play in Riverton?', 'Thank you for the answer']) {
      await field.pressSequentially(line);
      await field.press('Enter');
      await expect(page.locator('#chat-lines')).toContainText(line);
    }
  },
  validate: async (page) => {
    await page.getByLabel('E-mail address').pressSequentially('fan@paperlanterns.example');
    await expect(page.locator('#fits')).toHaveText('looks right');
  },
  cover: () => Promise.resolve(),
  language: () => Promise.resolve(),
  player: async (page) => {
    await page.getByRole('button', { name: 'Play' }).click();
  },
  emoji: () => Promise.resolve(),
  badge: () => Promise.resolve(),
  'emoji-sets': () => Promise.resolve(),
  code: () => Promise.resolve(),
  signature: async (page) => {
    await page.locator('#pad').hover();
    await page.mouse.down();
    await page.mouse.move(60, 300, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Sign' }).click();
  },
  chart: (page) => page.getByRole('button', { name: 'Save the chart' }).click(),
  photo: (page) => page.getByRole('button', { name: 'Save the photo' }).click(),
  captcha: () => Promise.resolve(),
  colours: () => Promise.resolve(),
  fonts: () => Promise.resolve(),
};

async function seeNothing(extension: ExtensionBrowser, page: Page, name: string): Promise<void> {
  await page.goto(artist(`/innocent/${name}`));
  const tab = await extension.tabOf(page);
  await ACTS[name]?.(page);
  // What the scripts did is told at most a quarter of a second later; storage is looked at each second.
  await visitOf(extension, tab, ({ items }) => items.some((item) => item.name === 'innocent:done'), 'the page is done');
  const popup = await extension.openPopup(tab, 'practices');
  await openPart(popup, 'practices');
  await expect(card(popup, 'web-storage')).toBeVisible();
  for (const id of NEVER) await expect(card(popup, id), id).toHaveCount(0);
}

for (const name of Object.keys(ACTS)) {
  test(`${name}: nothing of it is told in page view`, async ({ extension, page }) => {
    await seeNothing(extension, page, name);
  });

  test(`${name}: nothing of it is told in full view`, async ({ allowed, fullPage }) => {
    await seeNothing(allowed, fullPage, name);
  });
}

/** Typed text that leaves before it is sent (full view): found in its usual forms, told by name, and kept nowhere. */
import type { Page } from '@playwright/test';
import type { CarriedQuestion, CarriedReply } from '../../observers/sent/sent-messages.ts';
import { MARKED_HOST } from '../../replica/hosts.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test as pageViewTest, visitOf } from './fixtures.ts';
import { test } from './full-view.ts';
import { card, openCard, openPart } from './popup-page.ts';
import { seePractice } from './see-practice.ts';

const EMAIL = 'Ada.Lantern@paper-boats.example';
const LINE = 'under the quiet harbour lights';
const HOST = 'in.listening-post.example';
const PAGE = '/practice/typed-text-sent-early';

const email = (page: Page) => page.getByLabel('E-mail address');
const line = (page: Page) => page.getByLabel('A line for the band');

async function open(extension: ExtensionBrowser, page: Page, variant: string): Promise<number> {
  await page.goto(artist(PAGE + variant));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ forms }) => forms.length > 0, 'the form');
  return tab;
}

/** Waits until what was sent before has been compared: a text that is sent after it, to be found, is found. */
async function afterAll(extension: ExtensionBrowser, page: Page, tab: number): Promise<void> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { id: 'probe', name: 'probe' });
    document.body.append(field);
    field.addEventListener('input', () => {
      void fetch('https://probe.example/', { method: 'POST', mode: 'no-cors', body: field.value });
    });
  });
  await page.locator('#probe').pressSequentially('last words of the probe 1', { delay: 1 });
  await visitOf(extension, tab, ({ typedTexts }) => typedTexts.some(({ name }) => name === 'probe'), 'the probe');
}

const toldOf = (extension: ExtensionBrowser, tab: number) =>
  extension.ledgerVisit(tab).then((visit) =>
    (visit?.typedTexts ?? [])
      .filter(({ name }) => name !== 'probe')
      .map(({ name, form, address }) => `${name} ${form} ${address.host}`)
      .sort(),
  );

test('a hash on leaving the field and text while it is typed are told, and the text stands nowhere', async ({
  allowed,
  fullPage: page,
}) => {
  const popup = await seePractice(allowed, page, 'typed-text-sent-early', async () => {
    await email(page).pressSequentially(EMAIL);
    await line(page).pressSequentially(LINE);
    await line(page).blur();
    const tab = await allowed.tabOf(page);
    await visitOf(
      allowed,
      tab,
      ({ typedTexts }) => new Set(typedTexts.map(({ name }) => name)).size === 2,
      'both fields',
    );
  });
  const tab = await allowed.tabOf(page);
  const visit = await visitOf(allowed, tab, () => true, 'the page');
  expect(await toldOf(allowed, tab)).toEqual([`band_line plain ${HOST}`, `newsletter_email sha256 ${HOST}`]);
  expect(visit.typedTexts.find(({ name }) => name === 'newsletter_email')).toMatchObject({
    field: 'email',
    source: 'page',
    address: { path: '/people' },
  });

  await expect(popup.locator('body')).toContainText('SHA-256');
  const shown = await popup.locator('body').innerText();
  const stored = await allowed.desk.evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(), await chrome.storage.local.get()]),
  );
  for (const text of [EMAIL, EMAIL.toLowerCase(), 'Ada.Lan', LINE, LINE.slice(0, 15), 'quiet']) {
    expect(stored).not.toContain(text);
    expect(shown).not.toContain(text);
  }
  expect(await allowed.errors()).toEqual([]);
});

test('base64 in the address of a picture is found', async ({ allowed, fullPage: page }) => {
  const tab = await open(allowed, page, '/base64');
  await email(page).fill(EMAIL);
  await email(page).blur();
  await visitOf(allowed, tab, ({ typedTexts }) => typedTexts.length > 0, 'the text');
  expect(await toldOf(allowed, tab)).toEqual([`newsletter_email base64 ${HOST}`]);
});

test('what goes out once the form is sent is not told', async ({ allowed, fullPage: page }) => {
  const tab = await open(allowed, page, '/on-submit');
  await email(page).fill(EMAIL);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.locator('#state')).toHaveText('Thank you.');
  await email(page).fill('second@paper-boats.example');
  await email(page).press('Enter');
  await afterAll(allowed, page, tab);
  expect(await toldOf(allowed, tab)).toEqual([]);
});

test('what the site’s own server or its owner’s checks is no evidence', async ({ allowed, fullPage: page }) => {
  const tab = await open(allowed, page, '/own-server');
  await email(page).fill(EMAIL);
  await expect(page.locator('#state')).toHaveText(`Checked ${String(EMAIL.length)}`);
  await afterAll(allowed, page, tab);
  expect((await toldOf(allowed, tab)).filter((told) => told.includes('columbiarecords'))).toEqual([]);
  const popup = await allowed.openPopup(tab, 'practices');
  // The probe’s own host is another company, so the practice stands there, for the probe alone.
  const found = await openCard(popup, 'typed-text-sent-early');
  await expect(found).toContainText('probe.example');
  await expect(found).not.toContainText('newsletter_email');
});

test('a chat that sends at the Enter key is not told', async ({ allowed, fullPage: page }) => {
  await page.goto(artist(`${PAGE}/chat`));
  const tab = await allowed.tabOf(page);
  await page.getByLabel('Your words').pressSequentially('when do the boats come in, at 7?');
  await page.getByLabel('Your words').press('Enter');
  await expect(page.locator('#state')).toHaveText('Said.');
  await afterAll(allowed, page, tab);
  expect(await toldOf(allowed, tab)).toEqual([]);
});

test('a worker that was ended in between loses nothing that comes after', async ({ allowed, fullPage: page }) => {
  const tab = await open(allowed, page, '');
  await email(page).pressSequentially(EMAIL);
  await allowed.killWorker();
  await email(page).blur();
  await visitOf(allowed, tab, ({ typedTexts }) => typedTexts.length > 0, 'the hash');
  expect(await toldOf(allowed, tab)).toEqual([`newsletter_email sha256 ${HOST}`]);
});

test('a page that is recognised by its marks is compared as well', async ({ allowed, fullPage: page }) => {
  await page.goto(`https://${MARKED_HOST}/`);
  const tab = await allowed.tabOf(page);
  await visitOf(allowed, tab, ({ marks }) => marks.length > 0, 'the marks');
  await afterAll(allowed, page, tab);
});

test('what was sent can be asked for, and is kept in the page alone', async ({ allowed, fullPage: page }) => {
  const tab = await open(allowed, page, '');
  await line(page).pressSequentially(LINE);
  const ask = (host: string) =>
    allowed.desk.evaluate(
      ([id, wanted]) => chrome.tabs.sendMessage<CarriedQuestion, CarriedReply>(id, { type: 'carried', host: wanted }),
      [tab, host] as const,
    );
  // Where nobody in the page answers yet, the question itself fails.
  await expect(async () => {
    const [last] = (await ask(HOST)).requests;
    expect(last?.body).toBe(JSON.stringify({ field: 'band_line', value: LINE }));
  }).toPass({ timeout: 15_000 });
  const { requests } = await ask(HOST);
  expect(requests.length).toBeLessThanOrEqual(20);
  expect(requests[0]).toMatchObject({ url: `https://${HOST}/live`, method: 'POST', source: 'page', by: null });
  expect((await ask('cdn.listening-post.example')).requests.map(({ url }) => url)).toEqual([
    'https://cdn.listening-post.example/listen.js',
  ]);
  expect(await ask('nobody.example')).toEqual({ requests: [] });
});

pageViewTest('without full view it is among what is not seen here', async ({ extension, page }) => {
  await page.goto(artist(PAGE));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ forms }) => forms.length > 0, 'the form');
  await email(page).pressSequentially(EMAIL);
  await line(page).pressSequentially(LINE);
  await visitOf(extension, tab, ({ hosts }) => hosts.some(({ host }) => host === HOST), 'the requests');
  expect((await extension.ledgerVisit(tab))?.typedTexts).toEqual([]);
  const popup = await extension.openPopup(tab, 'practices');
  await openPart(popup, 'practices');
  await expect(card(popup, 'typed-text-sent-early')).toHaveCount(0);
  await expect(await openPart(popup, 'about')).toContainText('whether what you type is sent before you submit it');
});

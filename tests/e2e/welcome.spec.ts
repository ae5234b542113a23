/** The welcome page: once, at the installation; what it says and where it leads. */
import { ExtensionBrowser } from './extension-browser.ts';
import { expect, test } from './fixtures.ts';
import { expectSound, expectToFit } from './sound.ts';

const address = (extension: ExtensionBrowser): string => `chrome-extension://${extension.id}/welcome.html`;

test('opens once, at the installation', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site, { keepWelcome: true });
  try {
    const welcomes = () => extension.context.pages().filter((page) => page.url() === address(extension));
    expect(welcomes()).toHaveLength(1);
    const [welcome] = welcomes();
    await expect(welcome!.getByRole('heading', { level: 1 })).toHaveText('Welcome to Liner Notes');
    // An update starts the extension anew, as this does; its pages are closed with it.
    await extension.desk.evaluate(() => {
      setTimeout(() => {
        chrome.runtime.reload();
      });
    });
    await expect.poll(() => extension.desk.isClosed()).toBe(true);
    await extension.waitForReload();
    // The worker is up and answers: it would have opened the page by now.
    const settings = await extension.context.newPage();
    await settings.goto(`chrome-extension://${extension.id}/options.html`);
    await settings.locator('#delete').click();
    await settings.getByRole('button', { name: 'Delete now' }).click();
    await expect(settings.getByRole('status')).toContainText('Deleted');
    expect(welcomes()).toHaveLength(0);
    expect(await extension.errors()).toEqual([]);
  } finally {
    await extension.close();
  }
});

test('is accessible in light and dark, and fits 320 pixels', async ({ extension, page }) => {
  await page.goto(address(extension));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSound(page);
  await expectToFit(page);
});

test('leads by keyboard to sites to try and to the settings', async ({ extension, page }) => {
  await page.goto(address(extension));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const stops: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => ({
      href: document.activeElement?.getAttribute('href') ?? '',
      height: document.activeElement?.getBoundingClientRect().height ?? 0,
    }));
    expect(stop.height, stop.href).toBeGreaterThanOrEqual(24);
    stops.push(stop.href);
  }
  expect(stops).toEqual([
    'https://www.sonymusic.com/',
    'https://www.columbiarecords.com/',
    'https://www.rcarecords.com/',
    '/options.html',
  ]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`chrome-extension://${extension.id}/options.html`);
});

test('names the keys that open the popup', async ({ extension, page }) => {
  const keys = await extension.desk.evaluate(async () => (await chrome.commands.getAll())[0]?.shortcut);
  expect(keys, 'the browser has given the keys that were asked for').toBe('Alt+Shift+L');
  await page.goto(address(extension));
  await expect(page.locator('main')).toContainText('Or press Alt+Shift+L on any page');
});

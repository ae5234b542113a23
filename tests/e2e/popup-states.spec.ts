/** Each state of the popup, drawn and read by a person and by axe, in light and dark, at 380 and 320 pixels. */
import type { Page } from '@playwright/test';
import { LABEL_HOST, OWN_POLICY_HOST } from '../../replica/hosts.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { unfold } from './popup-page.ts';
import { ToolbarPopup } from './toolbar-popup.ts';
import { expectSound, expectToFit } from './sound.ts';

/**
 * Changes the storage while no worker runs: one that lives keeps in memory what it has written, and would write it again. A page that tells
 * something wakes one at any time, so the change counts only where none runs after it.
 */
async function withoutWorker(extension: ExtensionBrowser, change: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await extension.killWorker();
    await change();
    expect(await extension.workerIsRunning()).toBe(false);
  }).toPass({ timeout: 15_000 });
}

/** Forgets the record of a tab, as a browser restart or an update of the extension does, which both end the worker. */
async function forgetRecord(extension: ExtensionBrowser, tab: number): Promise<void> {
  await withoutWorker(extension, () =>
    extension.desk.evaluate((key) => chrome.storage.session.remove(key), `visit:${String(tab)}`),
  );
}

/** Accessible in light and dark, everything unfolded; nothing to scroll sideways at the narrowest width. */
async function looksRight(popup: Page): Promise<void> {
  await unfold(popup.locator('body'));
  await popup.setViewportSize({ width: 380, height: 600 });
  await expectSound(popup);
  await expectToFit(popup);
}

interface State {
  readonly state: string;
  readonly words: string;
  /** Brings it about, and gives the tab it is about. */
  readonly arrange: (extension: ExtensionBrowser, page: Page) => Promise<number>;
}

const STATES: readonly State[] = [
  {
    state: 'not-covered',
    words: 'We have not looked at it.',
    arrange: async (extension, page) => {
      await page.goto('https://www.gardening.example/');
      return extension.tabOf(page);
    },
  },
  {
    state: 'unreadable',
    words: 'The browser keeps extensions out of its own pages.',
    arrange: async (extension) => extension.tabOf(extension.desk),
  },
  {
    state: 'not-watched-yet',
    words: 'This is a Sony Music site, but the page was open before Liner Notes could watch it.',
    arrange: async (extension, page) => {
      await page.goto(artist('/plain'));
      const tab = await extension.tabOf(page);
      await visitOf(extension, tab, () => true, 'the page');
      await forgetRecord(extension, tab);
      return tab;
    },
  },
  {
    state: 'nothing-yet',
    words: 'we have seen no other company contacted',
    arrange: async (extension, page) => {
      await page.goto(artist('/plain'));
      const tab = await extension.tabOf(page);
      await visitOf(extension, tab, () => true, 'the page');
      return tab;
    },
  },
  {
    state: 'normal',
    words: 'This page contacted',
    arrange: async (extension, page) => {
      await page.goto(artist('/'));
      const tab = await extension.tabOf(page);
      await visitOf(
        extension,
        tab,
        ({ items, forms, frames }) => items.length > 4 && forms.length > 0 && frames.length > 1,
        'a full visit',
      );
      return tab;
    },
  },
  {
    state: 'own-policy',
    words: 'This site has a policy of its own',
    arrange: async (extension, page) => {
      await page.goto(`https://${OWN_POLICY_HOST}/`);
      const tab = await extension.tabOf(page);
      await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
      return tab;
    },
  },
  {
    state: 'looked-nothing',
    words: 'Nothing here points to Sony Music',
    arrange: async (extension, page) => {
      await page.goto('https://www.gardening.example/');
      const toolbar = await ToolbarPopup.open(extension, page);
      await expect.poll(() => toolbar.text()).toContain('not on our list');
      await toolbar.press('Look at this page anyway');
      const tab = await extension.tabOf(page);
      await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'what was seen');
      return tab;
    },
  },
  {
    state: 'error',
    words: 'We could not read our own record',
    arrange: async (extension, page) => {
      await page.goto(artist('/plain'));
      const tab = await extension.tabOf(page);
      await visitOf(extension, tab, () => true, 'the page');
      await withoutWorker(extension, () =>
        extension.desk.evaluate(
          (key) => chrome.storage.session.set({ [key]: '{"version":1,"broken' }),
          `visit:${String(tab)}`,
        ),
      );
      return tab;
    },
  },
];

for (const { state, words, arrange } of STATES) {
  test(`${state}: its words, and axe in light and dark`, async ({ extension, page }) => {
    const tab = await arrange(extension, page);
    const popup = await extension.openPopup(tab);
    await expect(popup.locator(`[data-state="${state}"]`)).toBeVisible();
    await expect(popup.locator('body')).toContainText(words);
    await looksRight(popup);
  });
}

test('counting since: after a look at a page that was open before', async ({ extension, page }) => {
  await page.goto(artist('/practice/tag-manager'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  await forgetRecord(extension, tab);
  const popup = await extension.openPopup(tab);
  await popup.getByRole('button', { name: 'Look now' }).click();
  await expect(popup.locator('[data-state="counting-since"]')).toBeVisible();
  await expect(popup.locator('main')).toContainText(/Counting since \d/);
  await looksRight(popup);
});

test('refused: the browser does not let us look', async ({ extension, page }) => {
  await page.goto('https://www.gardening.example/');
  // Opened in a tab of its own, the popup has no activeTab on the page.
  const popup = await extension.openPopup(page);
  await popup.getByRole('button', { name: 'Look at this page anyway' }).click();
  await expect(popup.locator('[data-state="unreadable"]')).toBeVisible();
  await expect(popup.locator('main')).toContainText('The browser did not let Liner Notes look at this page.');
  await looksRight(popup);
});

test('loading: words, and no report, while the record is not read', async ({ extension, page }) => {
  await page.goto(artist('/practice/tag-manager'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  const popup = await extension.context.newPage();
  // Storage never answers.
  await popup.addInitScript(() => {
    if (typeof chrome.storage !== 'object') return;
    chrome.storage.session.get = () => {
      document.title = 'asked';
      return new Promise(() => undefined);
    };
  });
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${String(tab)}`);
  await expect(popup.locator('body')).toContainText('Liner Notes');
  // From here on it waits for the record alone.
  await expect(popup).toHaveTitle('asked');
  await expect(popup.locator('#host')).toHaveText(LABEL_HOST);
  await expect(popup.locator('body')).not.toContainText('This page contacted');
  await expect(popup.locator('[data-count], [data-practice]')).toHaveCount(0);
});

test('not opened: where the code that draws fails, the band says so', async ({ extension }) => {
  const popup = await extension.context.newPage();
  await popup.addInitScript(() => {
    // The first thing that is asked of the page once all is there.
    document.addEventListener('readystatechange', () => {
      Object.defineProperty(document.body, 'replaceChildren', { value: undefined });
    });
  });
  await popup.goto(
    `chrome-extension://${extension.id}/popup.html?tab=${String(await extension.tabOf(extension.desk))}`,
  );
  await expect(popup.getByRole('alert')).toContainText('a part of Liner Notes did not load');
  await extension.takeError('replaceChildren is not a function');
  await popup.close();
});

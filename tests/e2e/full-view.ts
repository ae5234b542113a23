/** A browser in which all sites are allowed, from the start (`tools/full-view-build.ts`). */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { makeFullViewBuild as makeBuild } from '../../tools/full-view-build.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import { test as base } from './fixtures.ts';

const BUILD = path.resolve(import.meta.dirname, '../../dist/chrome-mv3');

/** A copy of the build that asks for all sites at the installation; gives its folder. */
export function makeFullViewBuild(): string {
  return makeBuild(BUILD);
}

/** `allowed`: the browser, for a worker. `fullPage`: a new tab in it; nothing is kept from the test before. */
export const test = base.extend<{ fullPage: Page }, { allowed: ExtensionBrowser }>({
  allowed: [
    async ({ site }, use) => {
      const folder = makeFullViewBuild();
      const extension = await ExtensionBrowser.launch(site, { build: folder });
      await use(extension);
      await extension.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  fullPage: async ({ allowed }, use) => {
    // A test that opens pages without this fixture leaves them behind.
    await allowed.tidy();
    await allowed.forgetSites();
    const page = await allowed.context.newPage();
    await use(page);
    await allowed.tidy();
  },
});

/** Takes all sites back, or gives them again, as a person does in the browser's own settings of the extension. */
export async function setAccess(extension: ExtensionBrowser, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const settings = await extension.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async ([extensionId, access]) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
      };
      await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access });
    },
    [extension.id, hostAccess] as const,
  );
  await settings.close();
}

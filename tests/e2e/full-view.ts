/** A browser in which all sites are allowed, from the start (`scripts/full-view-build.ts`). */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { makeFullViewBuild as makeBuild } from '../../scripts/full-view-build';
import { ExtensionBrowser } from './extension-browser';
import { test as base } from './fixtures';

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

/**
 * A browser in which all sites are allowed. The question that the browser asks is a window of its own, which nothing can press in
 * a test; so this is a copy of the build that has the optional permissions from the start.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ExtensionBrowser } from './extension-browser';
import { test as base } from './fixtures';

const BUILD = path.resolve(import.meta.dirname, '../../dist/chrome-mv3');

type Manifest = Record<string, unknown>;
const list = (manifest: Manifest, key: string): string[] => (manifest[key] as string[] | undefined) ?? [];

/** A copy of the build that asks for the optional permissions at the installation; gives its folder. */
export function makeFullViewBuild(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-all-'));
  cpSync(BUILD, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  manifest.host_permissions = [...list(manifest, 'host_permissions'), ...list(manifest, 'optional_host_permissions')];
  manifest.permissions = [...list(manifest, 'permissions'), ...list(manifest, 'optional_permissions')];
  delete manifest.optional_host_permissions;
  delete manifest.optional_permissions;
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
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
    await allowed.forgetSites();
    const page = await allowed.context.newPage();
    await use(page);
    await allowed.tidy();
  },
});

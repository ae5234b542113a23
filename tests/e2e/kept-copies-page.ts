/** Opens the page of kept copies in tests. */
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser.ts';

/** Opens the page, or one place on it. */
export async function openCopies(extension: ExtensionBrowser, page: Page, hash = ''): Promise<void> {
  await page.goto(`chrome-extension://${extension.id}/policy.html${hash}`);
  await page.locator('main[aria-busy="false"]').waitFor();
}

/** Takes a picture of the whole popup, as wide as the real one. */
import type { Page } from '@playwright/test';
import { POPUP_WIDTH } from './open-extension.ts';

/** Saves the popup as a PNG, all of it, however long it is. */
export async function photographPopup(popup: Page, scheme: 'light' | 'dark', file: string): Promise<void> {
  await popup.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await popup.setViewportSize({ width: POPUP_WIDTH, height: 600 });
  await popup.screenshot({ path: file, fullPage: true });
}

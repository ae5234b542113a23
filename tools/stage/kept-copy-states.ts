/** The states of the page of kept copies, for its contact sheet. */
import type { Page } from '@playwright/test';
import { copyOfText, GERMAN_TEXT, HELD_TEXT, putCopies, TEXT_OF_TODAY } from '../builders/kept-copies.ts';
import type { StateOfPopup } from './state-of-popup.ts';

const today = copyOfText('today', TEXT_OF_TODAY);
const COPIES = [
  today,
  copyOfText('before', HELD_TEXT, { read: 30 }),
  copyOfText('german', GERMAN_TEXT, { read: 2, address: 'https://label.example/datenschutz' }),
  copyOfText('short', `${TEXT_OF_TODAY}\n\nWe also share your`, { read: 3, address: 'https://cut.example/' }),
  { ...today, id: 'damaged', hash: '0' },
];

/** `hash`: the place on the page. The copies are gone again when it is drawn, so that no other state finds them. */
function state(id: string, caption: string, hash: string, copies: readonly object[] = COPIES): StateOfPopup {
  async function show(page: Page): Promise<void> {
    await putCopies(page, copies);
    await page.goto(new URL(`/policy.html${hash}`, page.url()).href);
    await page.locator('main[aria-busy="false"]').waitFor();
    await page.locator('progress').waitFor({ state: 'detached' });
    await putCopies(page, []);
  }
  return { id, caption, state: null, tab: { url: null }, record: null, then: show };
}

/** All of them. */
export const KEPT_COPY_STATES: readonly StateOfPopup[] = [
  state('copies-none', 'No copy is kept', '', []),
  state('copies-list', 'Kept copies, one damaged', ''),
  state('copies-one', 'What one copy says', '#today'),
  state('copies-cut', 'A copy that was cut short', '#short'),
  state('copies-drift', 'What changed since the archived text', '#today/drift'),
  state('copies-languages', 'Two texts in two languages', '#german/drift/sony-music'),
  state('copies-gone', 'A copy that is not there', '#not-there'),
];

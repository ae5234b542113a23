/** The states of the popup in which a policy is read, and those in which two texts stand side by side, for their contact sheet. */
import type { Page } from '@playwright/test';
import type { RawDocument } from '../../reading/raw-document.ts';
import { readPlainText } from '../../reading/plain-text.ts';
import { copyOfText, GERMAN_TEXT, HELD_TEXT, TEXT_OF_TODAY } from '../builders/kept-copies.ts';
import { policyItself } from './records.ts';
import type { StateOfPopup, TabFacts } from './state-of-popup.ts';

/** 26 November 2026, noon: a day stands beside each text that was read. */
const NOON = Date.UTC(2026, 10, 26, 12);
const ADDRESS = `https://${policyItself.address.host}${policyItself.address.path}`;

const page = (text: string, over: Partial<RawDocument> = {}): RawDocument => ({
  ...readPlainText(text, { address: ADDRESS, title: 'Privacy Policy' }),
  ...over,
});

/** Presses "Read this policy" and waits for what comes of it. */
async function read(popup: Page, waitFor: string): Promise<void> {
  await popup.locator('main [data-read]').first().click();
  await popup.locator(`main[data-view="policy"][aria-busy="false"] ${waitFor}`).first().waitFor();
}

/** Back to a view that was there before, once the second answers are. */
async function goTo(popup: Page, view: string, waitFor: string): Promise<void> {
  await popup.evaluate((hash) => {
    location.hash = hash;
  }, view);
  await popup.locator(`main[aria-busy="false"] ${waitFor}`).first().waitFor();
}

function state(
  id: string,
  caption: string,
  given: TabFacts['page'],
  then: (popup: Page) => Promise<void>,
  copies: StateOfPopup['copies'] = [],
): StateOfPopup {
  const tab: TabFacts = { url: ADDRESS, now: NOON, ...(given === undefined ? {} : { page: given }) };
  return { id, caption, state: null, tab, record: policyItself, copies, then };
}

const result = (popup: Page): Promise<void> => read(popup, '[data-reading]:not([data-reading="reading"])');

/** All of them. */
export const READING_STATES: readonly StateOfPopup[] = [
  state('reading-offer', 'The page of a policy, not read yet', undefined, async (popup) => {
    await popup.locator('main [data-read="none"]').waitFor();
  }),
  state('reading-working', 'While it is read', 'hangs', (popup) => read(popup, 'progress')),
  state('reading-read', 'Read, and kept', page(TEXT_OF_TODAY), result),
  state('reading-changed', 'Changed since the copy before', page(TEXT_OF_TODAY), result, [
    copyOfText('before', HELD_TEXT, { read: 30, address: ADDRESS }),
  ]),
  state('reading-cut', 'Cut short', page(TEXT_OF_TODAY, { cutBy: 'characters' }), result),
  state(
    'reading-not-a-policy',
    'Does not look like a policy',
    page(
      `# Tour\n\n${'The band plays in ten towns this autumn, with guests from three countries and songs of the new record. '.repeat(10)}`,
    ),
    result,
  ),
  state('reading-empty', 'Hardly any text', page('# Tour\n\nThe band plays in ten towns.'), result),
  state(
    'reading-language',
    'In a language without rules',
    page(
      '# Polityka prywatności\n\n' +
        'Przetwarzamy dane osobowe użytkowników naszej strony internetowej zgodnie z obowiązującymi przepisami prawa. Pliki cookie są zapisywane w przeglądarce. '.repeat(
          8,
        ),
      { declaredLanguage: 'pl' },
    ),
    result,
  ),
  state('reading-german', 'In German', page(GERMAN_TEXT, { declaredLanguage: 'de' }), result),
  state('reading-failed', 'The page lets nobody in', 'refuses', result),
  state('reading-two-texts', 'First screen, two texts', page(TEXT_OF_TODAY), async (popup) => {
    await result(popup);
    await goTo(popup, '', '[data-second="there"]');
  }),
  state('reading-practice', 'Practice, two texts', page(TEXT_OF_TODAY), async (popup) => {
    await result(popup);
    await goTo(popup, 'practice/visit-data-sent-to-company', '[data-text="read"]');
  }),
  state('reading-company', 'Company, two texts', page(TEXT_OF_TODAY), async (popup) => {
    await result(popup);
    await goTo(popup, 'company/other%20Google', '[data-text="read"]');
  }),
];

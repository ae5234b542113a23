/** A practice on its page of the replica: seen, remembered, judged, and told with its evidence and its quote. */
import type { Page } from '@playwright/test';
import { practicePages, type PracticeId } from '../../replica/practice-pages.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { expect, visitOf } from './fixtures.ts';
import { card, openCard, readQuotes } from './popup-page.ts';

/**
 * Opens the page of a practice and reads in the popup what was found. `act`: what a person does on the page before; it is
 * called when the page has loaded. Gives the popup.
 */
export async function seePractice(
  extension: ExtensionBrowser,
  page: Page,
  id: PracticeId,
  act: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const { host, path, label, evidence, section } = practicePages[id];
  await page.goto(`https://${host}${path}`);
  const tab = await extension.tabOf(page);
  await act(page);
  // Links and addresses are kept in parts (host, path), so each piece of evidence is looked for by its parts.
  const parts = evidence.flatMap((words) => words.split(/(?<=\w)\/(?=\w)/));
  await visitOf(
    extension,
    tab,
    (visit) => parts.every((part) => JSON.stringify(visit).includes(part)),
    parts.join(', '),
  );

  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, id)).toHaveAttribute('data-label', label);
  const found = await openCard(popup, id);
  await expect(found).toHaveAttribute('data-label', label);
  for (const words of evidence) await expect(found).toContainText(words);

  const { quotes, captions } = await readQuotes(found);
  if (section === null) {
    expect(quotes).toEqual([]);
    if (label === 'not-found')
      await expect(found).toContainText('We found no sentence about this in the policy of 31 Dec 2011');
    return popup;
  }
  expect(quotes.length).toBeGreaterThan(0);
  expect(captions.filter((caption) => caption.includes(section))).not.toEqual([]);
  for (const caption of captions) expect(caption).toMatch(/31 Dec(?:ember)? 2011/);
  if (label === 'cannot-tell') await expect(found).toContainText('We cannot tell');
  return popup;
}

/** What a person finds in the popup, for tests: cards, evidence, quotes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const POLICY = path.resolve(import.meta.dirname, '../../policy-data/sony-music/policies/2011-12-31/policy.md');

/** The policy's text and a quote are compared without the marks of Markdown, which a reader never sees. */
function bare(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/^\s*\*\s+/gm, '')
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

const policyText = bare(readFileSync(POLICY, 'utf8'));

/** Whether the words stand in the policy of 31 Dec 2011, letter by letter. */
export function standsInPolicy(quote: string): boolean {
  const words = bare(quote).replace(/^"|"$/g, '').trim();
  return words.length > 0 && policyText.includes(words);
}

/** The card of a practice. */
export function card(popup: Page, practice: string): Locator {
  return popup.locator(`[data-practice="${practice}"]`);
}

/** Opens everything that folds inside a part of the popup, what appears by it included. */
export async function unfold(part: Locator): Promise<void> {
  await part.evaluate(async (element) => {
    for (;;) {
      const closed = [...element.querySelectorAll<HTMLElement>('details:not([open]) > summary')];
      if (closed.length === 0) return;
      for (const summary of closed) summary.click();
      await new Promise(requestAnimationFrame);
    }
  });
}

/** Opens a card by a press on its heading, then everything that folds inside. */
export async function openCard(opened: Locator): Promise<void> {
  await opened.locator('summary').first().click();
  await unfold(opened);
}

/** The texts of all quotes in an open card, each checked to stand in the policy, and the lines under them. */
export async function readQuotes(opened: Locator): Promise<{ quotes: string[]; captions: string[] }> {
  const quotes = await opened.locator('blockquote').allInnerTexts();
  for (const quote of quotes) expect(standsInPolicy(quote), `verbatim: ${quote}`).toBe(true);
  return { quotes, captions: await opened.locator('figcaption').allInnerTexts() };
}

/** The popup's number of other companies, as its first sentence says it. */
export async function countInLead(popup: Page): Promise<number> {
  const words = await popup
    .getByText(/other compan(?:y|ies) contacted on this page since/i)
    .first()
    .innerText();
  const number = /^([\d,]+|No) other/.exec(words.trim())?.[1];
  if (number === undefined) throw new Error(`No number in “${words}”.`);
  return number === 'No' ? 0 : Number(number.replace(',', ''));
}

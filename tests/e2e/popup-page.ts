/** What a person finds in the popup, for tests: its parts, practices with their evidence, quotes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const POLICY = path.resolve(
  import.meta.dirname,
  '../../policy-data/organisations/sony-music/policies/2011-12-31/policy.md',
);

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

/** Whether the words stand in a policy, letter by letter; in that of 31 Dec 2011, unless the file of another is named. */
export function standsInPolicy(quote: string, policy = POLICY): boolean {
  const words = bare(quote).replace(/^"|"$/g, '').trim();
  return words.length > 0 && bare(readFileSync(policy, 'utf8')).includes(words);
}

/** A kind of view with all that it says; not while its code is on its way, when it says nothing yet. */
export function drawn(popup: Page, view: string): Locator {
  return popup.locator(`main[data-view="${view}"][aria-busy="false"]`);
}

/** The parts that the first screen leads to. */
export type Part = 'practices' | 'companies' | 'kept' | 'act' | 'about' | 'site';

/** Has the popup hear of an address. Until then it shows the view before, which may be of the same kind: one practice after another. */
async function follow(popup: Page, address: string): Promise<void> {
  await popup.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        const before = location.hash;
        // The popup has listened for longer: when this is called, it has drawn.
        const heard = (): void => {
          resolve();
        };
        addEventListener('hashchange', heard, { once: true });
        location.hash = to;
        if (location.hash === before) resolve();
      }),
    address,
  );
}

/** Goes to a part by its address, wherever the popup stands, and gives it once it is drawn. */
export async function openPart(popup: Page, part: Part): Promise<Locator> {
  await follow(popup, part);
  const opened = drawn(popup, part);
  await expect(opened).toBeVisible();
  return opened;
}

/** The line of a practice in the list of all. What is not there is proven only while the list is open. */
export function card(popup: Page, practice: string): Locator {
  return popup.locator(`main[data-view="practices"] a[data-practice="${practice}"]`);
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

/** Opens a practice by a press on its line in the list, then everything that folds inside, and gives its text. */
export async function openCard(popup: Page, practice: string): Promise<Locator> {
  await openPart(popup, 'practices');
  await card(popup, practice).click();
  const opened = popup.locator(`main[data-view="practice"] article[data-practice="${practice}"]`);
  await expect(opened).toBeVisible();
  await unfold(opened);
  return opened;
}

/** The texts of all quotes in an open practice, each checked to stand in the policy (`standsInPolicy`), and the lines under them. */
export async function readQuotes(opened: Locator, policy = POLICY): Promise<{ quotes: string[]; captions: string[] }> {
  const quotes = await opened.locator('blockquote').allInnerTexts();
  for (const quote of quotes) expect(standsInPolicy(quote, policy), `verbatim: ${quote}`).toBe(true);
  return { quotes, captions: await opened.locator('figcaption').allInnerTexts() };
}

/** The addresses of all views that there are: the first screen, its parts, each practice and each company. */
export async function allViews(popup: Page): Promise<string[]> {
  const inside = async (part: Part): Promise<string[]> => {
    const list = await openPart(popup, part);
    return list.locator('a[href^="#"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  };
  const parts: readonly Part[] = ['practices', 'companies', 'kept', 'act', 'about', 'site'];
  const all = ['#', ...parts.map((part) => `#${part}`), ...(await inside('practices')), ...(await inside('companies'))];
  return [...new Set(all)];
}

/** Goes to a view by its address (`#company/…`), wherever the popup stands, and waits until it is drawn. */
export async function goTo(popup: Page, view: string): Promise<void> {
  await follow(popup, view);
  const is = /^#(\w*)/.exec(view)?.[1] ?? '';
  await expect(drawn(popup, is === '' ? 'home' : is)).toBeVisible();
}

/** The popup's number of other companies, as the first sentence of its first screen says it. Goes there. */
export async function countInLead(popup: Page): Promise<number> {
  await goTo(popup, '#');
  const lead = popup.locator('main[data-view="home"] [data-count]');
  // Both at one moment: the next company may be told of between two looks.
  const { words, told } = await lead.evaluate((element) => ({
    words: (element as HTMLElement).innerText,
    told: element.getAttribute('data-count'),
  }));
  const number = /^This page contacted ([\d,]+|no) other compan(?:y|ies)/.exec(words.trim())?.[1];
  if (number === undefined) throw new Error(`No number in “${words}”.`);
  const count = number === 'no' ? 0 : Number(number.replace(',', ''));
  expect(told, `of “${words}”`).toBe(String(count));
  return count;
}

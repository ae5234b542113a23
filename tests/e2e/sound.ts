/** What axe has against a page, in both themes, and whether it fits its window. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from './fixtures.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of all rules, these alone depend on the colours: after the light theme, the dark one needs no more. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** Higher than this no window is made. */
const MAX_HEIGHT = 40_000;

/** axe in the page. Each page has it once: to read it takes longer than to run it. */
interface WithAxe {
  readonly axe: { run(context: object, options: RunOptions): Promise<AxeResults> };
}

/** axe as one script. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * Gives axe to every document that the page loads, until that is disposed of: for a page that is loaded again and again, sent to the browser
 * once.
 */
export async function keepAxe(page: Page): Promise<{ dispose(): Promise<void> }> {
  return page.addInitScript({ content: AXE });
}

/** What axe has against a page as it is, one line for each thing. `words`: all rules but those of colours. */
export async function axeFindings(page: Page, rules: 'all' | 'colours' | 'words' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const colours = Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: rules === 'all' }]));
  const options: RunOptions =
    rules === 'colours'
      ? { runOnly: { type: 'rule', values: COLOUR_RULES } }
      : // The size of targets is the one rule among them that axe leaves out unless it is named.
        { runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true }, ...colours } };
  const { looked, found } = await page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as WithAxe;
    const { violations, passes, incomplete, inapplicable } = await axe.run(document, asked);
    return {
      looked: [...violations, ...passes, ...incomplete, ...inapplicable].map(({ id }) => id),
      found: violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary ?? ''}`),
      ),
    };
  }, options);
  if (rules !== 'colours') expect(looked).toContain('target-size');
  if (rules !== 'words') for (const rule of COLOUR_RULES) expect(looked).toContain(rule);
  return found.map((words) => words.replace(/\s+/g, ' '));
}

/**
 * Expects that axe finds nothing in either theme. Meanwhile the window is as tall as its content: axe scrolls to each thing that is out
 * of sight, which takes most of its time. `what`: is told with what it finds.
 */
export async function expectSound(page: Page, what = ''): Promise<void> {
  const before = page.viewportSize();
  if (before === null) throw new Error('The page has no size.');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...before, height: Math.min(MAX_HEIGHT, Math.max(before.height, height)) });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page, colorScheme === 'light' ? 'all' : 'colours'), `${what} ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.setViewportSize(before);
}

/** Expects that nothing has to be scrolled sideways in windows of these widths, in pixels. */
export async function expectToFit(page: Page, widths: readonly number[] = [320]): Promise<void> {
  const before = page.viewportSize();
  if (before === null) throw new Error('The page has no size.');
  for (const width of widths) {
    await page.setViewportSize({ width, height: 600 });
    // A tab that stood behind another takes its new size some frames later.
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth: whole, clientWidth: seen } = document.documentElement;
      return { scrollWidth: whole, clientWidth: seen };
    });
    expect(scrollWidth, `in ${String(width)} pixels`).toBeLessThanOrEqual(clientWidth);
  }
  await page.setViewportSize(before);
}

/** The clock while a page is open: a sleep, and a clock that somebody sets. Neither turns round what came before a choice and after. */
import type { Page } from '@playwright/test';
import { asShown } from '../../ledger/redate.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';

const HOUR = 3_600_000;
const PAGE = '/practice/used-before-choice';

/** Sets the wall clock of a world to so much later than it really is. */
const setting = (by: number): string =>
  `(() => { const real = (globalThis.realNow ??= Date.now.bind(Date)); Date.now = () => real() + ${String(by)}; })()`;

test.afterEach(async ({ extension }) => {
  for (const worker of extension.context.serviceWorkers()) await worker.evaluate(setting(0));
});

/** Sets the wall clock of our half of the page and of the background, and leaves their ticks as they are: as a sleep does, too. */
async function setClock(extension: ExtensionBrowser, page: Page, by: number): Promise<void> {
  const set = setting(by);
  const session = await extension.context.newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { type } = context.auxData as { readonly type?: string };
    if (type === 'isolated' && context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  expect(worlds.length, 'the world of our scripts').toBeGreaterThan(0);
  for (const contextId of worlds) await session.send('Runtime.evaluate', { expression: set, contextId });
  await session.detach();
  for (const worker of extension.context.serviceWorkers()) await worker.evaluate(set);
}

async function choose(extension: ExtensionBrowser, page: Page, by: number): Promise<Visit> {
  await page.goto(artist(PAGE));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ consents }) => consents[0]?.choice === 'none-yet', 'no choice');
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_ga'), 'the analytics cookie');
  await setClock(extension, page, by);
  await page.getByRole('button', { name: 'Accept' }).click();
  return visitOf(
    extension,
    tab,
    ({ consents, hosts, items }) =>
      consents[0]?.choice === 'accepted' &&
      hosts.some(({ host }) => host === 'connect.facebook.net') &&
      items.some(({ name }) => name === '_fbp'),
    'the choice and what came after it',
  );
}

for (const [what, by] of [
  ['the machine has slept eight hours', 8 * HOUR],
  ['the clock is set back by an hour', -HOUR],
  ['the clock is set forward by an hour', HOUR],
] as const) {
  test(`what a choice lets load comes after it: ${what}`, async ({ extension, page }) => {
    const visit = await choose(extension, page, by);
    const choice = visit.consents[0]?.history.find((one) => one.choice === 'accepted');
    // It was made between two looks: what it lets load may be there before the second of them.
    const chosenAt = choice?.after ?? choice?.at ?? NaN;
    const host = (name: string): number => visit.hosts.find(({ host: known }) => known === name)?.firstAt ?? NaN;
    const item = (name: string): number => visit.items.find(({ name: known }) => known === name)?.firstAt ?? NaN;
    expect(host('connect.facebook.net')).toBeGreaterThanOrEqual(chosenAt);
    expect(item('_fbp')).toBeGreaterThanOrEqual(chosenAt);
    expect(item('_ga')).toBeLessThan(chosenAt);
    expect(host('www.google-analytics.com')).toBeLessThan(chosenAt);
    // Within a minute of what the clock shows now.
    const shown = asShown(visit);
    expect(Math.abs(shown.updatedAt - (Date.now() + by))).toBeLessThan(60_000);
  });
}

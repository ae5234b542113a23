/** Who wrote it: the caller behind a wrapper, nobody where something was only taken away, and no one whom a page only names. */
import type { Visit } from '../../ledger/visit.ts';
import { ERROR_CHANGERS } from '../../replica/pages/error-changes.ts';
import { DELIVERY_HOSTS } from '../../replica/pages/lookers.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openPart } from './popup-page.ts';

const wrote = (name: string) => (visit: Visit) => visit.writes.some((write) => write.name === name);
const of = (visit: Visit, name: string) =>
  visit.writes.filter((write) => write.name === name).map(({ writer, way }) => ({ writer, way }));

test('behind a wrapper the caller is the hand, and the wrapper the way', async ({ extension, page }) => {
  await page.goto(artist('/writers/wrapped'));
  // The database is made in its own time.
  const all = (seen: Visit): boolean => wrote('own_item')(seen) && wrote('lm_base')(seen);
  const visit = await visitOf(extension, await extension.tabOf(page), all, 'the last items');
  const way = 'cdn.lantern-monitor.example/wrap.js';
  const writer = 'cdn.lantern-metrics.example';
  expect(of(visit, 'lm_cookie')).toEqual([{ writer, way }]);
  expect(of(visit, 'lm_local')).toEqual([{ writer, way }]);
  // Nothing stands in the way of these.
  expect(of(visit, 'lm_base')).toEqual([{ writer, way: undefined }]);
  expect(of(visit, 'own_item')).toEqual([{ writer: LABEL_HOST, way }]);
  expect(of(visit, 'of_the_wrapper')).toEqual([{ writer: 'cdn.lantern-monitor.example', way: undefined }]);
});

test('to take something away is no writing, nor to open a database that is there', async ({ extension, page }) => {
  await page.goto(artist('/writers/keeper'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, wrote('lm_base'), 'the database');
  await page.goto(artist('/writers/removed'));
  const visit = await visitOf(extension, tab, wrote('remover_done'), 'that all is done');
  expect(visit.writes.map(({ name }) => name).toSorted()).toEqual(['kept_a', 'kept_b', 'remover_done']);
});

test('a page cannot make a company the writer', async ({ extension, page }) => {
  await page.goto(artist('/writers/liar'));
  const lies = (seen: Visit): number => seen.writes.filter(({ name }) => name.startsWith('lie_')).length;
  const all = (seen: Visit): boolean => wrote('lies_told')(seen) && lies(seen) >= 8;
  const visit = await visitOf(extension, await extension.tabOf(page), all, 'the lies');
  expect(lies(visit)).toBe(8);
  for (const write of visit.writes) expect([LABEL_HOST, null], write.name).toContain(write.writer);
  for (const name of ['lie_a', 'lie_b', 'lie_c', 'lie_g', 'lie_h', 'by_text'])
    expect(of(visit, name), name).toEqual([{ writer: LABEL_HOST, way: undefined }]);
});

for (const name of ERROR_CHANGERS.keys()) {
  test(`a page that changes Error after a call is not asked for its stack: ${name}`, async ({ extension, page }) => {
    await page.goto(artist(`/writers/${name}`));
    const all = (seen: Visit): boolean =>
      seen.writes.filter(({ name }) => name === 'kept_before').length === 2 && wrote('kept_after')(seen);
    const visit = await visitOf(extension, await extension.tabOf(page), all, 'what was kept');
    // What nobody can take away again would be asked, so nothing is read: neither what was kept before nor after.
    const isFixed = name === 'error-fixed' || name === 'error-frozen-with-formatter';
    const before = { writer: isFixed ? null : LABEL_HOST, way: undefined };
    expect(of(visit, 'kept_before')).toEqual([before, before]);
    const after = isFixed || name === 'error-frozen' ? null : LABEL_HOST;
    expect(of(visit, 'kept_after')).toEqual([{ writer: after, way: undefined }]);
    const { asked, settings, settingsBefore } = await page.evaluate(() => {
      const told = window as unknown as { asked: number; settings: () => string; settingsBefore: string };
      return { asked: told.asked, settings: told.settings(), settingsBefore: told.settingsBefore };
    });
    expect(asked).toBe(0);
    expect(settings).toBe(settingsBefore);
  });
}

for (const host of DELIVERY_HOSTS) {
  test(`the site's own bundle on ${host} stays the site's`, async ({ extension, page }) => {
    await page.goto(artist(`/writers/${host}`));
    const tab = await extension.tabOf(page);
    const visit = await visitOf(
      extension,
      tab,
      (seen) => wrote('basket_open')(seen) && seen.items.some(({ name }) => name === 'basket-v2'),
      'what was kept',
    );
    expect(of(visit, 'basket-v2')).toEqual([{ writer: host, way: undefined }]);
    const popup = await extension.openPopup(tab, 'practices');
    await openPart(popup, 'practices');
    await expect(card(popup, 'web-storage')).toBeVisible();
    await expect(card(popup, 'third-party-cookies')).toHaveCount(0);
  });
}

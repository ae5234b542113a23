/** Collectors of other companies under the site's own names, and addresses that only resemble theirs. */
import { LABEL_HOST, METRICS_HOST } from '../../replica/hosts.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openCard } from './popup-page.ts';
import { seePractice } from './see-practice.ts';

test('two collectors under the label’s own names are told, with what told them and whose they are', async ({
  extension,
  page,
}) => {
  await seePractice(extension, page, 'collector-in-disguise');
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, ({ disguises }) => disguises.length === 2, 'two disguises');
  expect(visit.disguises.map(({ collector, address, detail }) => [collector, address.host, detail]).sort()).toEqual([
    ['adobe-analytics', METRICS_HOST, 'AQB'],
    ['google-analytics', LABEL_HOST, 'v, tid, cid'],
  ]);
  // No value of the requests is kept: neither the visitor's number nor the account.
  expect(JSON.stringify(visit.disguises)).not.toMatch(/2417000001|G-LANTERN01/);

  const popup = await extension.openPopup(tab, 'practices');
  const found = await openCard(popup, 'collector-in-disguise');
  await expect(found).toContainText('Google Analytics');
  await expect(found).toContainText('recognised by its path /g/collect and the parameters v, tid and cid');
  await expect(found).toContainText('Adobe Analytics');
  await expect(found).toContainText(METRICS_HOST);
  // The owners, by our list of companies.
  await expect(found).toContainText(/By: .*Adobe/);
});

test('look-alikes, software of the site’s own and Google under its own name are no disguise', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/practice/collector-in-disguise/none'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(
    extension,
    tab,
    ({ hosts, disguises }) =>
      disguises.some(({ collector }) => collector === 'matomo') &&
      hosts.some(({ host }) => host === 'www.google-analytics.com') &&
      // Nine look-alikes, Matomo and the last of all.
      hosts.some(({ host, count }) => host === LABEL_HOST && count >= 11),
    'the last of its requests',
  );
  expect(visit.disguises.map(({ collector }) => collector)).toEqual(['matomo']);
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'web-analytics')).toHaveCount(1);
  await expect(card(popup, 'collector-in-disguise')).toHaveCount(0);
});

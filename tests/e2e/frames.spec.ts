/** Frames: one of Sony Music's own is part of the visit, another company's is named and not looked into. */
import type { Visit } from '../../ledger/visit.ts';
import { OWN_FRAMES } from '../../replica/pages/own-frames.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, countInLead, drawn, openCard, openPart } from './popup-page.ts';

test('a form in a frame of Sony Music’s form service belongs to the visit', async ({ extension, page }) => {
  await page.goto(artist('/form-frame'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(
    extension,
    tab,
    ({ forms }) => forms.some(({ host }) => host === 'forms.sonymusicfans.com'),
    'the form',
  );
  expect(visit.address.host).toBe('www.columbiarecords.com');
  const popup = await extension.openPopup(tab);
  for (const [practice, field] of [
    ['newsletter-email', 'fan_email'],
    ['mobile-number', 'fan_mobile'],
    ['demographics', 'fan_birthday'],
  ] as const) {
    const found = await openCard(popup, practice);
    await expect(found).toContainText(field);
    await expect(found).toContainText('subs.sonymusicfans.com');
  }
  // Same owner: no other company, and no form to another company.
  await openPart(popup, 'practices');
  await expect(card(popup, 'newsletter-email')).toBeVisible();
  await expect(card(popup, 'form-to-another-company')).toHaveCount(0);
  expect(await countInLead(popup)).toBe(0);
  const storage = await openCard(popup, 'web-storage');
  await expect(storage).toContainText('campaign:seen');
});

test('another company’s frame is named, its inside is not seen, and the popup says so', async ({
  extension,
  page,
  site,
}) => {
  const from = site.requests.length;
  await page.goto(artist('/company-frame'));
  const tab = await extension.tabOf(page);
  // The inside did call a company: the replica knows it, the page does not.
  await expect.poll(() => site.requests.slice(from).some(({ host }) => host === 'static.doubleclick.net')).toBe(true);
  const visit = await visitOf(
    extension,
    tab,
    ({ frames }) => frames.some(({ address }) => address.host === 'www.youtube.com'),
    'the frame',
  );
  expect(visit.hosts.map(({ host }) => host)).not.toContain('static.doubleclick.net');
  const popup = await extension.openPopup(tab);
  const found = await openCard(popup, 'widget');
  await expect(found).toContainText('www.youtube.com');
  const about = await openPart(popup, 'about');
  await expect(about).toContainText('In page view we cannot see:');
  await expect(about).toContainText('what happens inside other companies’ frames');
});

test('frames of the page’s own making are the page’s, whatever made them; those of a company’s frame are not', async ({
  extension,
  page,
  site,
}) => {
  const from = site.requests.length;
  // One of the frames is never closed, so the page goes on loading.
  await page.goto(artist('/own-frames'), { waitUntil: 'domcontentloaded' });
  const tab = await extension.tabOf(page);
  const isStrangers = ({ host }: { readonly host: string }): boolean => host === 'strangers.lantern-ads.example';
  await expect.poll(() => site.requests.slice(from).some(isStrangers)).toBe(true);
  const fieldsOf = ({ forms }: Visit): string[] => forms.flatMap(({ fields }) => fields.map(({ name }) => name)).sort();
  const adsOf = ({ hosts }: Visit): string[] =>
    hosts.flatMap(({ host, count }) => (host.endsWith('lantern-ads.example') ? `${count} ${host}` : [])).sort();
  const visit = await visitOf(
    extension,
    tab,
    (now) =>
      fieldsOf(now).length === OWN_FRAMES.length &&
      adsOf(now).length === OWN_FRAMES.length &&
      now.items.some(({ name }) => name === 'from-a-frame'),
    'the forms, the pictures and what a frame keeps',
  );
  const inOrder = [...OWN_FRAMES].sort();
  expect(fieldsOf(visit)).toEqual(inOrder.map((kind) => `EMAIL_${kind}`));
  expect(adsOf(visit)).toEqual(inOrder.map((kind) => `1 ${kind}.lantern-ads.example`));
  for (const form of visit.forms) {
    expect(form.host).toBe('www.columbiarecords.com');
    expect(form.target?.host).toBe('lantern.us1.list-manage.com');
    expect(form.purposes).toEqual(['newsletter']);
  }
  expect(visit.items.filter(({ name }) => name === 'from-a-frame')).toHaveLength(1);
  expect(visit.limits).toEqual([]);
  const popup = await extension.openPopup(tab);
  await expect(await openCard(popup, 'newsletter-email')).toContainText('EMAIL_written');
  await expect(await openCard(popup, 'form-to-another-company')).toContainText('list-manage.com');
});

test('a form that appears later is seen when it does', async ({ extension, page }) => {
  await page.goto(artist('/late-form'));
  const popup = await extension.openPopup(page, 'practices');
  await expect(drawn(popup, 'practices')).toBeVisible();
  await expect(card(popup, 'newsletter-email')).toHaveCount(0);
  await page.getByRole('button', { name: 'Join' }).click();
  // This popup is a tab, so the page is hidden, and of a hidden page the browser runs idle work every ten seconds or so.
  await expect(card(popup, 'newsletter-email')).toBeVisible({ timeout: 45_000 });
  await expect(await openCard(popup, 'newsletter-email')).toContainText('late_email');
});

test('what somebody types into a form is never read', async ({ extension, page }) => {
  await page.goto(artist('/practice/newsletter-email'));
  const tab = await extension.tabOf(page);
  await page.getByLabel('E-mail address').pressSequentially('somebody.secret@letters.example');
  await page.evaluate(() => fetch('https://ipinfo.io/json').then((answer) => answer.json()));
  const visit = await visitOf(
    extension,
    tab,
    ({ hosts, forms }) => forms.length > 0 && hosts.some(({ host }) => host === 'ipinfo.io'),
    'form and request',
  );
  expect(JSON.stringify(visit)).not.toMatch(/somebody|secret/);
});

/** Each practice that page view can see (`full-view.spec.ts` has the others): seen on its page, remembered, judged, and told with its evidence and its quote. */
import practicesFile from '../../policy-data/practices.json' with { type: 'json' };
import { practicePages, type PracticeId } from '../../replica/practice-pages.ts';
import type { Visit } from '../../ledger/visit.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openCard, openPart } from './popup-page.ts';
import { seePractice } from './see-practice.ts';

const FULL = new Set(practicesFile.practices.filter(({ view }) => view === 'full').map(({ id }) => id));
/** Seen only after a person has done something: respawn.spec.ts has it. */
const BY_AN_ACT = 'identifier-restored';
const IDS = (Object.keys(practicePages) as PracticeId[]).filter((id) => !FULL.has(id) && id !== BY_AN_ACT);

// Also where a test fails: the next ones share the browser.
test.afterEach(async ({ extension }) => {
  await extension.context.clearPermissions();
});

for (const id of IDS) {
  test(`${id}: seen on its page and told as ${practicePages[id].label}`, async ({ extension, page }) => {
    await seePractice(extension, page, id);
  });
}

test('a page that keeps to itself shows none of them', async ({ extension, page }) => {
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    (visit) => visit.hosts.some(({ host }) => host === new URL(page.url()).hostname),
    'the page itself',
  );
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="nothing-yet"]')).toBeVisible();
  await expect(await openPart(popup, 'practices')).toContainText('Nothing was seen that we know of.');
  for (const id of IDS) await expect(card(popup, id), id).toHaveCount(0);
});

test('signing in with Google is covered in general words only, since the text names Facebook and Twitter', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/practice/social-sign-in/google'));
  const popup = await extension.openPopup(page, 'practices');
  await expect(card(popup, 'social-sign-in')).toHaveAttribute('data-label', 'stated-in-general');
  const found = await openCard(popup, 'social-sign-in');
  await expect(found).toContainText('accounts.google.com');
});

test('a choice made at the consent platform is told', async ({ extension, page }) => {
  await page.goto(artist('/practice/consent-manager'));
  const tab = await extension.tabOf(page);
  const chosen = (choice: string) =>
    visitOf(extension, tab, ({ consents }) => consents.at(-1)?.choice === choice, choice);
  await chosen('none-yet');
  await page.getByRole('button', { name: 'Refuse' }).click();
  const visit = await chosen('refused');
  expect(JSON.stringify(visit)).not.toContain('C0002');
});

/** Whether a script was heard to ask for the place. */
const asksForPlace = ({ readOuts }: Visit): boolean => readOuts.some(({ readOut }) => readOut === 'location');

test('a page that asks where the visitor is', async ({ extension, page }) => {
  const { context } = extension;
  await context.setGeolocation({ latitude: 0, longitude: 0 });
  await context.grantPermissions(['geolocation'], { origin: artist('') });
  await page.goto(artist('/ask-location'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ geolocation }) => geolocation?.state === 'granted', 'an answer of earlier');
  await page.getByRole('button', { name: 'Find shows near me' }).click();
  await expect(page.locator('#place')).toHaveText('Riverton');
  await visitOf(extension, tab, asksForPlace, 'the question');
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'location-look-up')).toBeVisible();
  const found = await openCard(popup, 'location-look-up');
  await expect(found).toContainText('A script asked your browser where you are.');
});

test('a permission that the person changes while the page asks nothing', async ({ extension, page }) => {
  const { context } = extension;
  await page.goto(artist('/ask-location'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ geolocation }) => geolocation !== null, 'the permission as it stands');
  await context.grantPermissions(['geolocation'], { origin: artist('') });
  const visit = await visitOf(extension, tab, ({ geolocation }) => geolocation?.state === 'granted', 'the change');
  expect(asksForPlace(visit)).toBe(false);
  const popup = await extension.openPopup(tab, 'practices');
  await openPart(popup, 'practices');
  await expect(card(popup, 'location-look-up')).toHaveCount(0);
});

test('what a script sends to the address of a pixel tag is none, and is told as contact', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  await page.evaluate(async () => {
    navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2&tid=G-LANTERN01&cid=1.2&en=page_view');
    await fetch('https://www.facebook.com/tr/?id=1234567890&ev=PageView', { mode: 'no-cors' });
  });
  const isMet = (visit: Visit, host: string): boolean => visit.hosts.some((one) => one.host === host);
  const hosts = ['www.google-analytics.com', 'www.facebook.com'];
  const visit = await visitOf(extension, tab, (now) => hosts.every((host) => isMet(now, host)), 'both calls');
  expect(visit.hosts.map(({ pixels }) => pixels)).toEqual(visit.hosts.map(() => 0));
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'visit-data-sent-to-company')).toBeVisible();
  await expect(card(popup, 'pixel-tag')).toHaveCount(0);
});

test('a page without a link to a policy is told as such, once its text was read', async ({ extension, page }) => {
  await page.goto(artist('/practice/newsletter-email'));
  const popup = await extension.openPopup(page, 'practices');
  await expect(card(popup, 'policy-and-choice-links')).toHaveAttribute('data-label', 'cannot-tell');
  const found = await openCard(popup, 'policy-and-choice-links');
  await expect(found).toContainText('Not found on the page');
});

/** What a music account is asked for, before the person agrees: on a page with links to eight services, and on a service's own page of consent. */
import { artist, expect, test, visitOf } from './fixtures.ts';
import { openCard } from './popup-page.ts';
import { ToolbarPopup } from './toolbar-popup.ts';

test('each service is told with what saving needs apart from the rest, beside the policy’s sentence', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/saves/all'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ links }) => links.length >= 9, 'the links');
  const popup = await extension.openPopup(tab);
  const found = await openCard(popup, 'pre-save');
  const check = found.locator('[data-permission-check]');
  await expect(check.locator('h3')).toHaveText([
    'Spotify',
    'Apple Music',
    'Deezer',
    'YouTube',
    'TikTok',
    'Amazon Music',
    'TIDAL',
    'SoundCloud',
  ]);
  const of = (service: string) =>
    check.locator('section').filter({ has: popup.getByRole('heading', { name: service }) });
  await expect(of('Spotify')).toContainText('Permissions asked for: 5. Needed to save music: 1.');
  await expect(of('Spotify').locator('h4')).toHaveText([
    'Needed to save music',
    'Not needed to save music',
    'Not known to us',
  ]);
  await expect(of('Spotify').locator('li').last().locator('.name').first()).toHaveText('harbour-lights');
  await expect(of('Apple Music')).toContainText('Apple Music knows one permission');
  await expect(of('TikTok')).toContainText('None of them saves music.');
  await expect(found.locator('blockquote').first()).toBeVisible();
});

test('a page of consent that the person asks to look at tells what it asks for, and nothing else of its address is kept', async ({
  extension,
  page,
}) => {
  await page.goto(
    'https://accounts.spotify.com/authorize?client_id=2417&state=lantern&scope=user-library-modify%20user-top-read',
  );
  const toolbar = await ToolbarPopup.open(extension, page);
  await expect.poll(() => toolbar.text()).toContain('not on our list');
  await toolbar.press('Look at this page anyway');
  const tab = await extension.tabOf(page);
  const visit = await visitOf(
    extension,
    tab,
    ({ links }) => links.some(({ scopes }) => scopes.length > 0),
    'the scopes',
  );
  expect(JSON.stringify(visit)).not.toMatch(/2417|lantern/);
  const popup = await extension.openPopup(tab);
  const found = await openCard(popup, 'pre-save');
  await expect(found).toContainText('This page of a music service asks');
  await expect(found.locator('[data-permission-check]')).toContainText('This page asks for it itself.');
  await expect(found.locator('[data-permission-check] li')).toHaveText([
    /change your saved music\s+user-library-modify/,
    /see what you listen to most\s+user-top-read/,
  ]);
});

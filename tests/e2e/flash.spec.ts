/** Flash: content in every form, and the Flash cookie that the Ruffle player keeps, decoded without its values. */
import { LABEL_HOST } from '../../replica/hosts.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openCard, openPart, readQuotes, unfold } from './popup-page.ts';

const KEY = `${LABEL_HOST}/flash/prefs.swf/prefs`;
/** What the film keeps; none of it may leave the page. */
const VALUES = ['abc-123', 'Adele', 'Pink Floyd'];

test('Ruffle really plays the film, and its Flash cookie is told by its names', async ({ extension, page }) => {
  await page.goto(artist('/flash/ruffle'));
  const tab = await extension.tabOf(page);
  await expect
    .poll(() => page.evaluate((key) => localStorage.getItem(key)?.slice(0, 4), KEY), { timeout: 90_000 })
    .toBe('AL8A');
  await expect(page.locator('ruffle-object')).toBeVisible();

  const visit = await visitOf(
    extension,
    tab,
    ({ flashCookies, flashObjects }) => flashCookies.length > 0 && flashObjects.some(({ form }) => form === 'ruffle'),
    'the Flash cookie, and the player',
  );
  const [cookie] = visit.flashCookies;
  expect(cookie).toMatchObject({ key: KEY, name: 'prefs', host: LABEL_HOST, amf: 3, damaged: null });
  expect(cookie?.entries.map(({ name }) => name)).toEqual(['artists', 'optIn', 'userId', 'visits']);

  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'flash-cookies')).toHaveAttribute('data-label', 'stated');
  const found = await openCard(popup, 'flash-cookies');
  for (const name of ['prefs', 'artists', 'optIn', 'userId', 'visits']) await expect(found).toContainText(name);
  const { quotes } = await readQuotes(found);
  expect(quotes.join(' ')).toContain('use Flash cookies to store some of your preferences or personal information');

  const told = await popup.locator('body').innerText();
  const kept = await openPart(popup, 'kept');
  await kept.getByText('Flash cookies').first().click();
  for (const name of ['artists', 'optIn', 'userId', 'visits']) await expect(kept).toContainText(name);
  await unfold(kept);
  const everything = [JSON.stringify(visit), told, await popup.locator('body').innerText()].join();
  for (const value of VALUES) expect(everything).not.toContain(value);
});

test('a Flash cookie of an earlier visit is found without a player', async ({ extension, page }) => {
  await page.goto(artist('/practice/flash-cookies'));
  const visit = await visitOf(
    extension,
    await extension.tabOf(page),
    ({ flashCookies }) => flashCookies.length === 1,
    'it',
  );
  expect(visit.flashCookies[0]?.entries.map(({ name, type }) => [name, type.split(' ')[0]])).toEqual([
    ['artists', 'array'],
    ['optIn', expect.stringMatching(/^(?:boolean|true|yes)/)],
    ['userId', 'string'],
    ['visits', 'integer'],
  ]);
  expect(visit.flashObjects).toEqual([]);
});

test('a damaged Flash cookie is told as damaged, and what is none is not', async ({ extension, page }) => {
  await page.goto(artist('/flash/damaged'));
  const visit = await visitOf(
    extension,
    await extension.tabOf(page),
    ({ flashCookies }) => flashCookies.some(({ key }) => key === KEY),
    'the damage',
  );
  const broken = visit.flashCookies.find(({ key }) => key === KEY);
  expect(broken?.damaged).toBe('ends-early');
  expect(visit.flashCookies.filter(({ key, damaged }) => key.endsWith('/song') && damaged === null)).toEqual([]);
});

for (const [name, form, parameters] of [
  ['object', 'object', ['movie', 'song']],
  ['embed', 'embed', ['song']],
  ['nested', 'object', ['allowScriptAccess']],
  ['swfobject', 'object', ['wmode']],
  ['request', 'request', []],
] as const) {
  test(`Flash content as ${name}`, async ({ extension, page }) => {
    await page.goto(artist(`/flash/${name}`));
    const tab = await extension.tabOf(page);
    // Each form of the film is told of by itself, and what is read later is told later.
    await visitOf(
      extension,
      tab,
      ({ flashObjects }) =>
        flashObjects.some((object) => object.form === form && object.address?.path === '/flash/prefs.swf') &&
        parameters.every((parameter) => flashObjects.some((object) => object.parameters.includes(parameter))),
      `the film by ${form}, with ${parameters.join(', ')}`,
    );
    const popup = await extension.openPopup(tab, 'practices');
    await expect(card(popup, 'flash-content')).toHaveAttribute('data-label', 'stated-in-general');
  });
}

/** Full view in the order in which things happen to it: the page is left, the permission is taken back and given again. */
import type { Visit } from '../../ledger/visit.ts';
import { OTHER_HOST } from '../../replica/hosts.ts';
import { artist, expect, networkStill, visitOf } from './fixtures.ts';
import { setAccess, test } from './full-view.ts';

test('what the next page asks, in frames and workers too, goes into no record', async ({
  allowed,
  fullPage: page,
  site,
}) => {
  await page.goto(artist('/plain'));
  await visitOf(allowed, await allowed.tabOf(page), ({ fullView }) => fullView !== null, 'the page');
  await page.goto(`https://${OTHER_HOST}/`);
  await page.evaluate(async () => {
    await fetch('https://bat.bing.com/top.gif', { mode: 'no-cors' });
    const frame = document.createElement('iframe');
    frame.srcdoc = '<iframe srcdoc="<img src=https://ib.adnxs.com/deep.gif>"></iframe>';
    document.body.append(frame);
    const source = "fetch('https://cdn.taboola.com/worker.gif', { mode: 'no-cors' }).finally(() => postMessage(1))";
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  });
  await networkStill(site);
  // A later request of another page of ours: what was gathered before it has been handed on by then.
  const later = await allowed.context.newPage();
  await later.goto(artist('/practice/web-analytics'));
  await visitOf(
    allowed,
    await allowed.tabOf(later),
    ({ hosts }) => hosts.some(({ host, network }) => host === 'www.google-analytics.com' && network !== undefined),
    'the later page',
  );
  const stored = await allowed.desk.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
  for (const host of ['bat.bing.com', 'ib.adnxs.com', 'cdn.taboola.com', OTHER_HOST])
    expect(stored, host).not.toContain(host);
});

test('taken back while a page is open: it ends there, typed text too; given again: it goes on without a reload', async ({
  allowed,
  fullPage: page,
}) => {
  await page.goto(artist('/practice/typed-text-sent-early'));
  const tab = await allowed.tabOf(page);
  await visitOf(allowed, tab, ({ forms, fullView }) => forms.length > 0 && fullView !== null, 'the form');
  const line = page.getByLabel('A line for the band');
  try {
    await setAccess(allowed, 'ON_CLICK');
    const ended = await visitOf(allowed, tab, ({ fullView }) => fullView?.until !== undefined, 'the end');
    await page.bringToFront();
    await line.pressSequentially('under the quiet harbour lights');
    await line.blur();
    const popup = await allowed.openPopup(tab, 'about');
    await expect(popup.getByText('Full view was on from')).toBeVisible();
    await expect(popup.getByText('In page view we cannot see:')).toBeVisible();
    expect((await allowed.ledgerVisit(tab))?.typedTexts).toEqual([]);
    await setAccess(allowed, 'ON_ALL_SITES');
    // This way of taking it back takes the site's own permission too: with it the page begins anew, and its record says since when.
    const again = await visitOf(
      allowed,
      tab,
      ({ fullView, document }) => fullView?.until === undefined && fullView !== null && document !== ended.document,
      'it goes on',
    );
    expect(again).toMatchObject({ late: true, fullView: { state: 'late' }, typedTexts: [] });
    await expect(popup.getByText('Full view began at')).toBeVisible();
    await page.bringToFront();
    await line.fill('');
    await expect(async () => {
      await line.fill('');
      await line.pressSequentially('a second line of the evening', { delay: 1 });
      expect((await allowed.ledgerVisit(tab))?.typedTexts.map(({ name }) => name)).toContain('band_line');
    }).toPass();
  } finally {
    await setAccess(allowed, 'ON_ALL_SITES');
  }
});

test('allowed while the popup is open: a look leaves the frames of other companies alone', async ({
  allowed,
  fullPage: page,
}) => {
  await page.goto(`https://${OTHER_HOST}/`);
  await page.evaluate(() => {
    const own = document.createElement('form');
    own.innerHTML = '<label>Email <input type="email" name="EMAIL_own"></label>';
    const frame = document.createElement('iframe');
    frame.src = 'https://www.youtube.com/embed/with-a-frame';
    document.body.append(own, frame);
  });
  // The company's frame, and the one that it makes itself, in which a form stands.
  await expect.poll(() => page.frames().length).toBe(3);
  const tab = await allowed.tabOf(page);
  try {
    await setAccess(allowed, 'ON_CLICK');
    const popup = await allowed.openPopup(tab);
    await expect(popup.getByRole('button', { name: 'Look at this page anyway' })).toBeVisible();
    await expect(popup.locator('[data-ask]')).toBeVisible();
    await setAccess(allowed, 'ON_ALL_SITES');
    // The popup has heard of it: it does not ask for it any more.
    await expect(popup.locator('[data-ask]')).toHaveCount(0);
    await page.bringToFront();
    await popup.getByRole('button', { name: 'Look at this page anyway' }).click();
    const fieldsOf = ({ forms }: Visit): string[] => forms.flatMap(({ fields }) => fields.map(({ name }) => name));
    await visitOf(allowed, tab, (visit) => fieldsOf(visit).includes('EMAIL_own'), 'the form of the page');
    await page.evaluate(() => fetch('https://ipinfo.io/json').catch(() => null));
    const later = await visitOf(
      allowed,
      tab,
      ({ hosts }) => hosts.some(({ host }) => host === 'ipinfo.io'),
      'a request',
    );
    expect(fieldsOf(later)).not.toContain('EMAIL_strangers');
  } finally {
    await setAccess(allowed, 'ON_ALL_SITES');
  }
});

/** The browser's own word on requests, merged with the page's: what only the full view sees, and nothing counted twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Visit } from '../../ledger/visit.ts';
import type { HostRecord } from '../../ledger/visit-entries.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import type { SeenRequest } from '../../replica/server.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, networkStill, recordStill, visitOf } from './fixtures.ts';
import { makeFullViewBuild, test } from './full-view.ts';
import { openCard } from './popup-page.ts';
import { seePractice } from './see-practice.ts';

const hostIn = ({ hosts }: Visit, host: string): HostRecord | undefined => hosts.find((record) => record.host === host);

/** What the server got from one page, by host, without the page itself. */
function received(requests: readonly SeenRequest[], page: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { host, url } of requests) {
    if (url === page) continue;
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return counts;
}

const counted = ({ hosts }: Visit): Map<string, number> => new Map(hosts.map(({ host, count }) => [host, count]));

test('a redirect through other companies is told with its way', async ({ allowed, fullPage }) => {
  await seePractice(allowed, fullPage, 'redirect-through-company');
  const popup = await allowed.openPopup(fullPage, 'practices');
  const found = await openCard(popup, 'redirect-through-company');
  await expect(found).toContainText('sync.taboola.com→ then match.adsrvr.org→ then pixel.rubiconproject.com');
  await expect(found.getByText('pixel.rubiconproject.com'), 'the way is told once').toHaveCount(1);
  const visit = await allowed.ledgerVisit(await allowed.tabOf(fullPage));
  expect(visit?.fullView?.state).toBe('from-start');
  for (const host of ['sync.taboola.com', 'match.adsrvr.org', 'pixel.rubiconproject.com'])
    expect(visit?.hosts.find((record) => record.host === host)?.count, host).toBe(1);
});

test('requests inside another company’s frame are counted as the frame’s', async ({ allowed, fullPage }) => {
  await fullPage.goto(artist('/company-frame'));
  const visit = await visitOf(
    allowed,
    await allowed.tabOf(fullPage),
    (known) => hostIn(known, 'static.doubleclick.net') !== undefined,
    'the company in the frame',
  );
  expect(hostIn(visit, 'static.doubleclick.net')?.network).toMatchObject({
    page: { count: 0 },
    frame: { count: 1 },
    by: ['www.youtube.com'],
  });
  expect(hostIn(visit, 'www.youtube.com')?.network?.page.count).toBe(1);
});

test('what the service worker asks is told apart, and what it passes on is not counted twice', async ({
  allowed,
  fullPage,
}) => {
  await fullPage.goto(artist('/network/background'));
  await expect(fullPage.locator('#state')).toHaveText('Asked.');
  const visit = await visitOf(
    allowed,
    await allowed.tabOf(fullPage),
    (known) =>
      hostIn(known, 'cdn.onesignal.com')?.network?.background.count === 1 &&
      hostIn(known, 'ib.adnxs.com')?.network?.background.count === 3 &&
      hostIn(known, 'ib.adnxs.com')?.network?.observed.count === 3,
    'the requests of the worker',
  );
  expect(hostIn(visit, 'cdn.onesignal.com')).toMatchObject({ count: 1, network: { by: [LABEL_HOST] } });
  expect(hostIn(visit, 'ib.adnxs.com')?.count).toBe(3);
});

test('WebSockets, beacons and uploads are seen', async ({ allowed, fullPage }) => {
  await fullPage.goto(artist('/network/channels'));
  const visit = await visitOf(
    allowed,
    await allowed.tabOf(fullPage),
    (known) =>
      ['stream.pusher.com', 'bat.bing.com', 'api.segment.io'].every(
        (host) => hostIn(known, host)?.network !== undefined,
      ),
    'all three channels',
  );
  expect(hostIn(visit, 'stream.pusher.com')).toMatchObject({ count: 1, failed: 1, insecure: 0 });
  expect(hostIn(visit, 'stream.pusher.com')?.initiators).toContain('websocket');
  expect(hostIn(visit, 'bat.bing.com')?.network).toMatchObject({ uploads: 1, page: { count: 1, failed: 0 } });
  expect(hostIn(visit, 'api.segment.io')?.network?.uploads).toBe(1);
  expect(hostIn(visit, 'bat.bing.com')?.count).toBe(1);
});

test('cookies of other companies are listed with who set them and their limits', async ({ allowed, fullPage }) => {
  await fullPage.goto(artist('/network/cookies'));
  const tab = await allowed.tabOf(fullPage);
  const visit = await visitOf(
    allowed,
    tab,
    ({ items, writes }) =>
      ['fr', '__Host-kept-here', 'everywhere'].every((name) => items.some((item) => item.name === name)) &&
      writes.some(({ name }) => name === 'fr'),
    'the cookies of others, and who set one',
  );
  const item = (name: string) => visit.items.find((known) => known.name === name);
  expect(item('fr')?.cookie).toMatchObject({
    domain: 'facebook.com',
    httpOnly: true,
    secure: true,
    sameSite: 'no_restriction',
    partition: null,
  });
  expect(item('fr')?.cookie?.expiresAt).toBeGreaterThan(Date.now());
  expect(item('__Host-kept-here')?.cookie).toMatchObject({
    domain: 'cm.g.doubleclick.net',
    partition: 'https://columbiarecords.com',
  });
  expect(item('own-pages-only')).toBeUndefined();
  expect(visit.writes).toContainEqual(
    expect.objectContaining({
      name: 'fr',
      api: 'set-cookie',
      host: 'www.facebook.com',
      writer: 'www.facebook.com',
      path: '/tr',
      source: 'page',
    }),
  );
  expect(JSON.stringify(visit)).not.toContain('lantern0123456789');

  // A change of the site's own cookies does not make the others' seem gone, nor the other way round.
  await fullPage.evaluate(() => {
    document.cookie = 'own=1; path=/; secure';
  });
  const after = await visitOf(allowed, tab, ({ items }) => items.some(({ name }) => name === 'own'), 'the own cookie');
  expect(after.items.filter(({ removed }) => removed)).toEqual([]);
  await allowed.context.clearCookies({ name: 'everywhere' });
  const last = await visitOf(
    allowed,
    tab,
    ({ items }) => items.some(({ name, removed }) => name === 'everywhere' && removed),
    'the removal',
  );
  expect(last.items.filter(({ removed }) => removed).map(({ name }) => name)).toEqual(['everywhere']);
});

for (const address of ['/busy', '/']) {
  test(`on ${address} the count of each host is what its server got`, async ({ allowed, fullPage, site }) => {
    const before = site.requests.length;
    await fullPage.goto(artist(address));
    await networkStill(site);
    const tab = await allowed.tabOf(fullPage);
    // Both have told of it, the page up to a second later: neither is empty, and the one has changed nothing of what the other told.
    await visitOf(
      allowed,
      tab,
      ({ hosts }) => hosts.filter(({ network }) => (network?.observed.count ?? 0) > 0).length > 3,
      'what the page tells',
    );
    await recordStill(allowed, fullPage, tab);
    // What the server gets last may come after all that: it is counted anew each time.
    await expect(async () => {
      const visit = await allowed.ledgerVisit(tab);
      const seen = received(site.requests.slice(before), artist(address));
      expect(visit === null ? null : Object.fromEntries([...counted(visit)].sort())).toEqual(
        Object.fromEntries([...seen].sort()),
      );
      expect(visit?.hosts.every(({ network }) => network !== undefined)).toBe(true);
      expect(visit?.hosts.filter(({ failed }) => failed > 0)).toEqual([]);
    }).toPass({ timeout: 15_000 });
  });
}

test('a worker that ends on the way loses nothing and counts nothing twice', async ({ allowed, fullPage, site }) => {
  const before = site.requests.length;
  await fullPage.goto(artist('/plain'));
  const tab = await allowed.tabOf(fullPage);
  const ask = (host: string) =>
    fullPage.evaluate((name) => fetch(`https://${name}/a.gif`, { mode: 'no-cors' }).then(() => undefined), host);
  await ask('bat.bing.com');
  await visitOf(allowed, tab, (known) => hostIn(known, 'bat.bing.com')?.network?.page.count === 1, 'the first request');
  await allowed.killWorker();
  await ask('bat.bing.com');
  await ask('ib.adnxs.com');
  const visit = await visitOf(
    allowed,
    tab,
    (known) =>
      hostIn(known, 'bat.bing.com')?.network?.page.count === 2 && hostIn(known, 'ib.adnxs.com')?.network !== undefined,
    'the requests after it',
  );
  expect(visit.fullView?.state).toBe('from-start');
  const got = received(site.requests.slice(before), artist('/plain'));
  expect(counted(visit).get('bat.bing.com')).toBe(got.get('bat.bing.com'));
  expect(counted(visit).get('ib.adnxs.com')).toBe(got.get('ib.adnxs.com'));
});

test('a page that is left gives nothing to the next one', async ({ allowed, fullPage }) => {
  await fullPage.goto(artist('/practice/web-analytics'));
  const tab = await allowed.tabOf(fullPage);
  await visitOf(allowed, tab, (known) => hostIn(known, 'www.google-analytics.com')?.network !== undefined, 'the first');
  await fullPage.evaluate(() => {
    addEventListener('pagehide', () => navigator.sendBeacon('https://bat.bing.com/left', 'bye'));
  });
  await fullPage.goto(artist('/practice/advertising'));
  const visit = await visitOf(
    allowed,
    tab,
    (known) => hostIn(known, 'securepubads.g.doubleclick.net')?.network !== undefined,
    'the second',
  );
  expect(visit.hosts.map(({ host }) => host)).not.toContain('bat.bing.com');
  expect(visit.hosts.map(({ host }) => host)).not.toContain('www.google-analytics.com');
});

test('what another extension blocks is told as blocked', async ({ site }) => {
  const blocker = mkdtempSync(path.join(tmpdir(), 'liner-notes-blocker-'));
  writeFileSync(
    path.join(blocker, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Blocker',
      version: '1',
      permissions: ['declarativeNetRequest'],
      declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
    }),
  );
  writeFileSync(
    path.join(blocker, 'rules.json'),
    JSON.stringify([{ id: 1, action: { type: 'block' }, condition: { urlFilter: '||cdn.taboola.com^' } }]),
  );
  const folder = makeFullViewBuild();
  const extension = await ExtensionBrowser.launch(site, { build: folder });
  try {
    const session = await extension.browserSession();
    await (session.send as (method: string, parameters: object) => Promise<unknown>).call(
      session,
      'Extensions.loadUnpacked',
      { path: blocker },
    );
    const page = await extension.context.newPage();
    // The browser reads the rules of an extension a moment after it has loaded it.
    await page.goto(artist('/plain'));
    const isBlocked = () =>
      page.evaluate(() =>
        fetch('https://cdn.taboola.com/', { mode: 'no-cors' }).then(
          () => false,
          () => true,
        ),
      );
    await expect.poll(isBlocked).toBe(true);
    await page.goto(artist('/network/blocked'));
    const visit = await visitOf(
      extension,
      await extension.tabOf(page),
      (known) =>
        hostIn(known, 'cdn.taboola.com')?.network !== undefined && hostIn(known, 'ib.adnxs.com')?.network !== undefined,
      'both images',
    );
    expect(hostIn(visit, 'cdn.taboola.com')).toMatchObject({ count: 1, failed: 1, network: { blocked: 1 } });
    expect(hostIn(visit, 'ib.adnxs.com')).toMatchObject({ count: 1, failed: 0, network: { blocked: 0 } });
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(blocker, { recursive: true, force: true });
  }
});

test('nothing is kept of a private window, its service worker included', async ({ site }) => {
  const folder = makeFullViewBuild();
  const extension = await ExtensionBrowser.launch(site, { build: folder });
  try {
    await extension.allowInPrivate();
    const page = await extension.context.newPage();
    await page.goto(artist('/plain'));
    const tab = await extension.tabOf(page);
    await visitOf(extension, tab, ({ fullView }) => fullView !== null, 'the normal page');
    const opened = extension.context.waitForEvent('page');
    await extension.desk.evaluate(async (url) => {
      await chrome.windows.create({ incognito: true, url });
    }, artist('/network/background'));
    const hidden = await opened;
    await expect(hidden.locator('#state')).toHaveText('Asked.');
    // A later request of the normal page: what the private one made would be there by then.
    await page.evaluate(() => fetch('https://bat.bing.com/a.gif', { mode: 'no-cors' }).then(() => undefined));
    const visit = await visitOf(
      extension,
      tab,
      (known) => hostIn(known, 'bat.bing.com')?.network !== undefined,
      'the later request',
    );
    expect(visit.hosts.map(({ host }) => host).sort()).toEqual(['bat.bing.com', LABEL_HOST]);
    const keys = Object.keys(await extension.desk.evaluate(() => chrome.storage.session.get()));
    expect(keys.filter((key) => key.startsWith('visit:'))).toEqual([`visit:${String(tab)}`]);
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

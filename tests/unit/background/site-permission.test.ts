import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Visit } from '../../../ledger/visit.ts';
import { stubPermissions } from './stub-permissions.ts';

const SITE = 'https://www.sonymusic.com/*';
const OTHER = 'https://www.columbiarecords.com/*';

let told: [tab: number, type: string][];
let stub: ReturnType<typeof stubPermissions>;

const visitOn = (host: string): Pick<Visit, 'address' | 'document'> => ({
  address: { scheme: 'https', host, path: '/' },
  document: `on ${host}`,
});
const withheld = vi.fn();
const OPEN = new Map([
  [1, visitOn('www.sonymusic.com')],
  [2, visitOn('www.columbiarecords.com')],
  [3, visitOn('fan.example')],
]);

/** A new module for each test: the domains of the list are read once. */
async function load() {
  vi.resetModules();
  return import('../../../background/site-permission.ts');
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  fakeBrowser.reset();
  told = [];
  withheld.mockClear();
  stub = stubPermissions();
  stub.granted.add(SITE).add(OTHER);
  const sendMessage = (tab: number, message: { type: string }): Promise<unknown> => {
    told.push([tab, message.type]);
    return tab === 1 ? Promise.reject(new Error('no page')) : Promise.resolve(undefined);
  };
  Object.assign(fakeBrowser.tabs, { sendMessage });
});

describe('the permission for one site of the list', () => {
  it('is asked for by its host', async () => {
    const { mayWatch } = await load();
    expect(await mayWatch('www.sonymusic.com')).toBe(true);
    stub.granted.delete(SITE);
    expect(await mayWatch('www.sonymusic.com')).toBe(false);
    expect(await mayWatch('www.columbiarecords.com')).toBe(true);
  });

  it('is nothing that a site beside the list has', async () => {
    const { mayWatch } = await load();
    expect(await mayWatch('fan.example')).toBe(true);
  });

  it('speaks for itself where the browser cannot name the host', async () => {
    const { mayWatch } = await load();
    fakeBrowser.permissions.contains = () => Promise.reject(new Error('Invalid host'));
    expect(await mayWatch('www.sonymusic.com')).toBe(true);
  });
});

describe('a permission that is taken back', () => {
  it('is told to the open pages of its site alone, and to those again when it comes back', async () => {
    const { watchSitePermissions } = await load();
    watchSitePermissions(() => Promise.resolve(OPEN), withheld);
    await fakeBrowser.permissions.remove({ origins: [OTHER] });
    await settled();
    expect(told.filter(([, type]) => type === 'withheld')).toEqual([[2, 'withheld']]);
    expect(withheld.mock.calls.map(([page]: unknown[]) => page)).toEqual([
      { tab: 2, document: 'on www.columbiarecords.com' },
    ]);
    told = [];
    await fakeBrowser.permissions.request({ origins: [OTHER] });
    await settled();
    expect(told).toContainEqual([2, 'allowed-again']);
    expect(told.map(([tab]) => tab)).not.toContain(3);
  });

  it('is told to all others where one page has gone', async () => {
    const { watchSitePermissions } = await load();
    watchSitePermissions(() => Promise.resolve(OPEN), withheld);
    await fakeBrowser.permissions.remove({ origins: [SITE, OTHER] });
    await settled();
    expect(told.filter(([, type]) => type === 'withheld')).toEqual([
      [1, 'withheld'],
      [2, 'withheld'],
    ]);
  });
});

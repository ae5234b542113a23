/** A browser's store of cookies, for tests of those who look into it. */
import { beforeEach, vi, type Mock } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A cookie of the page's site, as a browser gives it; `change` holds what another one has of its own. */
export const browserCookie = (change: object = {}) => ({
  name: 'fan',
  value: '550e8400-e29b-41d4-a716-446655440000',
  domain: '.bobdylan.com',
  hostOnly: false,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax' as const,
  session: false,
  expirationDate: 1_800_000_000.4,
  storeId: '0',
  ...change,
});

/** Before each test a new store, which is asked by `getAll`, of hosts that are permitted as `contains` says: all at first. */
export function stubCookieStore(): { readonly getAll: Mock; readonly contains: Mock } {
  const getAll = vi.fn();
  const contains = vi.fn();
  beforeEach(() => {
    fakeBrowser.reset();
    getAll.mockReset();
    contains.mockReset().mockResolvedValue(true);
    Object.assign(fakeBrowser.cookies, { getAll });
    Object.assign(fakeBrowser, { permissions: { contains } });
  });
  return { getAll, contains };
}

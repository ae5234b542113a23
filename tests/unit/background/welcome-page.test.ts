import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcomeAfterInstallation } from '../../../background/welcome-page.ts';

const tab = (windowId: number | undefined, { active = false, incognito = false } = {}) => ({
  windowId,
  active,
  incognito,
});
const created = () => vi.mocked(browser.tabs.create).mock.calls;
let tell: (reason: string) => Promise<void>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  let heard: (details: { reason: string }) => void = () => undefined;
  vi.spyOn(browser.runtime.onInstalled, 'addListener').mockImplementation((listener) => {
    heard = listener as typeof heard;
  });
  welcomeAfterInstallation();
  tell = async (reason) => {
    heard({ reason });
    await new Promise((resolve) => setTimeout(resolve));
  };
});

describe('welcomeAfterInstallation', () => {
  it.each([
    ['beside the page in front', [tab(1), tab(2, { active: true })], 2],
    ['beside any page where none is in front', [tab(1), tab(2)], 1],
    ['in a normal window and in no private one', [tab(1, { active: true, incognito: true }), tab(2)], 2],
  ])('opens the page %s', async (_where, tabs, windowId) => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);
    await tell('install');
    expect(created()).toEqual([[{ url: '/welcome.html', windowId }]]);
  });

  it.each([
    ['where all windows are private', 'install', [tab(1, { active: true, incognito: true })]],
    ['where the browser names no window', 'install', [tab(undefined)]],
    ['where there is no tab', 'install', []],
    ['after an update', 'update', [tab(1)]],
    ['after an update of the browser', 'browser_update', [tab(1)]],
  ])('opens nothing %s', async (_when, reason, tabs) => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);
    await tell(reason);
    expect(created()).toEqual([]);
  });
});

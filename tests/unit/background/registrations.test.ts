import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ALL_SITES, askForAllSites } from '../../../background/all-sites.ts';
import { keepRegistrations } from '../../../background/registrations.ts';
import { changeSettings } from '../../../ledger/border/settings-storage.ts';
import { readSettledFor } from '../../../ledger/border/settled-registrations.ts';
import { stubPermissions } from './stub-permissions.ts';

let stub: ReturnType<typeof stubPermissions>;
const getDynamicRules = vi.fn(() => Promise.resolve([]));
const updateDynamicRules = vi.fn(() => Promise.resolve());

beforeEach(() => {
  fakeBrowser.reset();
  stub = stubPermissions();
  vi.clearAllMocks();
  getDynamicRules.mockResolvedValue([]);
  Object.assign(fakeBrowser, { declarativeNetRequest: { getDynamicRules, updateDynamicRules } });
});

/** A start of the worker, and the end of what it sets off. */
async function start(): Promise<void> {
  keepRegistrations([]);
  await vi.waitFor(async () => expect(await readSettledFor()).not.toBeNull());
}

describe('keepRegistrations', () => {
  it('settles all at the first start of a browser’s session', async () => {
    stub.granted.add(ALL_SITES);
    await start();
    expect([...stub.scripts.keys()].sort()).toEqual(['marks', 'sent']);
    expect(await readSettledFor()).toBe('{"allowed":true,"gpc":false}');
  });

  it('asks for no registration at later starts while nothing has changed', async () => {
    await start();
    getDynamicRules.mockClear();
    const registered = vi.spyOn(fakeBrowser.scripting, 'getRegisteredContentScripts');
    const read = vi.spyOn(fakeBrowser.storage.session, 'get');
    keepRegistrations([]);
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(registered).not.toHaveBeenCalled();
    expect(getDynamicRules).not.toHaveBeenCalled();
  });

  it('follows the permission and the settings', async () => {
    await start();
    await askForAllSites();
    await vi.waitFor(() => expect([...stub.scripts.keys()].sort()).toEqual(['marks', 'sent']));
    await changeSettings({ gpc: true });
    await vi.waitFor(() => expect(stub.scripts.has('gpc')).toBe(true));
    // Nothing is written: the next start looks once more.
    expect(await readSettledFor()).toBeNull();
    await start();
    expect(await readSettledFor()).toBe('{"allowed":true,"gpc":true}');
  });

  it('writes nothing after everything was deleted', async () => {
    await changeSettings({ gpc: true, region: 'DE' });
    await start();
    getDynamicRules.mockClear();
    await fakeBrowser.storage.session.clear();
    await fakeBrowser.storage.local.clear();
    await vi.waitFor(() => expect(getDynamicRules).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('finds at the next start what changed while no worker heard it', async () => {
    await start();
    stub.granted.add(ALL_SITES);
    keepRegistrations([]);
    await vi.waitFor(() => expect(stub.scripts.has('marks')).toBe(true));
  });

  it('tries again at the next start what failed, and does the rest', async () => {
    stub.granted.add(ALL_SITES);
    getDynamicRules.mockRejectedValueOnce(new Error('the browser is busy'));
    keepRegistrations([]);
    await vi.waitFor(() => expect([...stub.scripts.keys()].sort()).toEqual(['marks', 'sent']));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await readSettledFor()).toBeNull();
    await start();
    expect(getDynamicRules).toHaveBeenCalledTimes(2);
  });
});

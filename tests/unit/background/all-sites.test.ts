import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ALL_SITES,
  askForAllSites,
  followAllSites,
  giveBackAllSites,
  hasAllSites,
  settleMarksScript,
} from '../../../background/all-sites.ts';
import { isListed } from '../../../observers/listed-sites.ts';
import { LISTED, stubPermissions } from './stub-permissions.ts';

let stub: ReturnType<typeof stubPermissions>;
beforeEach(() => {
  stub = stubPermissions();
});

describe('the permission', () => {
  it('is had after it was given, and not before', async () => {
    expect(await hasAllSites()).toBe(false);
    expect(await askForAllSites()).toBe(true);
    expect(await hasAllSites()).toBe(true);
  });

  it('may be refused', async () => {
    stub.answer = false;
    expect(await askForAllSites()).toBe(false);
    expect(await hasAllSites()).toBe(false);
  });

  it.each([
    [true, true],
    [false, false],
  ])('given back where the browser lets go of it (%s): %s', async (letsGo, gone) => {
    await askForAllSites();
    stub.letsGo = letsGo;
    expect(await giveBackAllSites()).toBe(gone);
    expect(await hasAllSites()).toBe(!gone);
  });

  it('is followed until it is stopped', async () => {
    const told: boolean[] = [];
    const stop = followAllSites((allowed) => told.push(allowed));
    await askForAllSites();
    await vi.waitFor(() => expect(told).toEqual([true]));
    await giveBackAllSites();
    await vi.waitFor(() => expect(told).toEqual([true, false]));
    stop();
    expect(stub.listeners.size).toBe(0);
  });
});

describe('the script for marks', () => {
  it('is not registered without the permission', async () => {
    await settleMarksScript();
    expect(stub.register).not.toHaveBeenCalled();
  });

  it('is registered for all sites but the listed ones, for the top frame, and stays over a restart', async () => {
    stub.granted.add(ALL_SITES);
    await settleMarksScript(['*://*.sister.example/*']);
    expect(stub.scripts.get('marks')).toEqual({
      id: 'marks',
      js: ['content-scripts/marks.js'],
      matches: ['*://*/*'],
      excludeMatches: [...LISTED, '*://*.sister.example/*'],
      allFrames: false,
      runAt: 'document_idle',
      world: 'ISOLATED',
      persistAcrossSessions: true,
    });
  });

  it('is registered once, however often it is asked for', async () => {
    stub.granted.add(ALL_SITES);
    for (let i = 0; i < 3; i += 1) await settleMarksScript();
    expect(stub.register).toHaveBeenCalledOnce();
    expect(stub.update).not.toHaveBeenCalled();
  });

  it('follows the list of sites after an update of the extension', async () => {
    stub.granted.add(ALL_SITES);
    await settleMarksScript(['*://*.old.example/*']);
    await settleMarksScript(['*://*.new.example/*']);
    expect(stub.scripts.get('marks')?.excludeMatches).toEqual([...LISTED, '*://*.new.example/*']);
    expect(stub.register).toHaveBeenCalledOnce();
  });

  it('goes with the permission, and its going is no error a second time', async () => {
    stub.granted.add(ALL_SITES);
    await settleMarksScript();
    stub.granted.delete(ALL_SITES);
    await settleMarksScript();
    await settleMarksScript();
    expect(stub.scripts.size).toBe(0);
    expect(stub.unregister).toHaveBeenCalledOnce();
  });
});

describe('isListed', () => {
  it.each([
    ['sonymusic.com', true],
    ['www.sonymusic.com', true],
    ['notsonymusic.com', false],
    ['sonymusic.com.example', false],
    ['', false],
  ])('%s: %s', (host, listed) => {
    expect(isListed(host)).toBe(listed);
  });
});

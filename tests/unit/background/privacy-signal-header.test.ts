import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settlePrivacySignal } from '../../../background/privacy-signal-header.ts';
import { LISTED } from './stub-permissions.ts';

interface Rule {
  readonly id: number;
  readonly action: unknown;
  readonly condition: Readonly<Record<string, unknown>>;
}
interface Script {
  readonly id: string;
  readonly matches: readonly string[];
}

/** A browser as far as the signal needs it. */
function stubBrowser() {
  const state = {
    listed: LISTED,
    rules: [] as Rule[],
    scripts: [] as Script[],
    update: vi.fn(({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: Rule[] }) => {
      state.rules = [...state.rules.filter(({ id }) => !removeRuleIds.includes(id)), ...addRules];
      return Promise.resolve();
    }),
    register: vi.fn((scripts: Script[]) => {
      state.scripts = [...state.scripts, ...scripts];
      return Promise.resolve();
    }),
    updateScripts: vi.fn((scripts: Script[]) => {
      state.scripts = scripts;
      return Promise.resolve();
    }),
    unregister: vi.fn(() => {
      state.scripts = [];
      return Promise.resolve();
    }),
  };
  Object.assign(fakeBrowser, {
    declarativeNetRequest: {
      getDynamicRules: () => Promise.resolve(state.rules),
      updateDynamicRules: state.update,
    },
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: () => Promise.resolve(state.scripts),
    registerContentScripts: state.register,
    updateContentScripts: state.updateScripts,
    unregisterContentScripts: state.unregister,
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(
    () =>
      ({
        manifest_version: 3,
        name: 'x',
        version: '1',
        content_scripts: [{ matches: state.listed, js: ['a.js'] }],
      }) as never,
  );
  return state;
}

let stub: ReturnType<typeof stubBrowser>;
beforeEach(() => {
  stub = stubBrowser();
});

describe('settlePrivacySignal', () => {
  it('does nothing while it is not wanted', async () => {
    await settlePrivacySignal(false);
    expect(stub.update).not.toHaveBeenCalled();
    expect(stub.register).not.toHaveBeenCalled();
  });

  it('sends the header to the listed sites alone, and gives their pages the property', async () => {
    await settlePrivacySignal(true);
    const domains = ['sonymusic.com', 'columbiarecords.com'];
    const action = {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'sec-gpc', operation: 'set', value: '1' }],
    };
    expect(stub.rules).toEqual([
      { id: 1, action, condition: { requestDomains: domains, resourceTypes: ['main_frame', 'sub_frame'] } },
      {
        id: 2,
        action,
        condition: {
          requestDomains: domains,
          initiatorDomains: domains,
          excludedResourceTypes: ['main_frame', 'sub_frame'],
        },
      },
    ]);
    expect(stub.scripts).toEqual([
      {
        id: 'gpc',
        js: ['content-scripts/gpc.js'],
        matches: LISTED,
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: 'document_start',
        world: 'MAIN',
        persistAcrossSessions: true,
      },
    ]);
  });

  it('changes nothing when all is right already', async () => {
    for (let i = 0; i < 3; i += 1) await settlePrivacySignal(true);
    expect(stub.update).toHaveBeenCalledOnce();
    expect(stub.register).toHaveBeenCalledOnce();
    expect(stub.updateScripts).not.toHaveBeenCalled();
  });

  it('follows the list of sites after an update of the extension', async () => {
    await settlePrivacySignal(true);
    stub.listed = ['*://*.new.example/*'];
    await settlePrivacySignal(true);
    expect(stub.rules.map(({ condition }) => condition.requestDomains)).toEqual([['new.example'], ['new.example']]);
    expect(stub.scripts.map(({ matches }) => matches)).toEqual([['*://*.new.example/*']]);
  });

  it('takes both back when it is not wanted any more, once', async () => {
    await settlePrivacySignal(true);
    await settlePrivacySignal(false);
    await settlePrivacySignal(false);
    expect(stub.rules).toEqual([]);
    expect(stub.scripts).toEqual([]);
    expect(stub.update).toHaveBeenCalledTimes(2);
    expect(stub.unregister).toHaveBeenCalledOnce();
  });

  it('says when the browser does not take a rule', async () => {
    stub.update.mockRejectedValueOnce(new Error('too many rules'));
    await expect(settlePrivacySignal(true)).rejects.toThrow('too many rules');
    await settlePrivacySignal(true);
    expect(stub.rules).toHaveLength(2);
    expect(stub.scripts).toHaveLength(1);
  });
});

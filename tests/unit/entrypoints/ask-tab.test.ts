import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askTab } from '../../../entrypoints/popup/ask-tab.ts';
import { LedgerView } from '../../../entrypoints/popup/ledger-view.svelte.ts';
import { visitKey } from '../../../ledger/piece-keys.ts';

const TAB = 7;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ type: 'this-page', root: 'r1', document: 'd1' } as never);
});

describe('askTab', () => {
  it('asks the record and the page at once, and says to the page that a person looks', async () => {
    await browser.storage.session.set({ [visitKey(TAB)]: 'the head', [visitKey(8)]: 'of another tab' });
    const { stored, presence } = askTab(TAB);
    expect(vi.mocked(browser.tabs.sendMessage).mock.calls).toEqual([[TAB, { type: 'which-page', tell: true }, {}]]);
    expect(Object.values(await stored).filter((piece) => piece !== null && piece !== undefined)).toEqual(['the head']);
    expect(await presence).toEqual({ root: 'r1', document: 'd1' });
  });

  it('knows whether the record has changed since it was asked for', async () => {
    const changed = askTab(TAB);
    const unchanged = askTab(8);
    await browser.storage.session.set({ [visitKey(TAB)]: 'one', 'cookie-tabs': [] });
    expect([changed.endFollowing(), unchanged.endFollowing()]).toEqual([true, false]);
    // From here on somebody else follows.
    await browser.storage.session.set({ [visitKey(8)]: 'two' });
    expect(unchanged.endFollowing()).toBe(false);
  });

  it('leaves a failure to who reads the answer', async () => {
    vi.spyOn(browser.storage.session, 'get').mockRejectedValue(new Error('gone'));
    vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('nobody'));
    const { stored, presence } = askTab(TAB);
    expect(await presence).toBe('nobody');
    await expect(stored).rejects.toThrow('gone');
  });

  it('hands over to who follows from then on without a gap', async () => {
    let wasFollowed = false;
    const { stored } = askTab(TAB);
    const added = vi.spyOn(browser.storage.session.onChanged, 'addListener');
    const view = new LedgerView(TAB, {
      stored,
      endFollowing: () => {
        wasFollowed = added.mock.calls.length === 1;
        return false;
      },
    });
    await view.ready;
    expect(wasFollowed).toBe(true);
    view.close();
  });
});

/** Records are deleted, and looked after, at the word of our own pages alone: a content script has the same id, and the address of its page. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerOwnPages } from '../../../background/own-page-messages.ts';

type Listener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => unknown;
let hear: Listener;
const forgetAll = vi.fn<() => Promise<number>>();
const check = vi.fn(() => Promise.resolve(null));
const start = vi.fn((id: string) => Promise.resolve({ done: id }));
const stop = vi.fn(() => Promise.resolve({ failed: 'none-runs' as const }));
const ownPage = { id: 'us', url: 'chrome-extension://us/popup.html' };

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('location', { origin: 'chrome-extension://us' });
  Object.assign(fakeBrowser.runtime, {
    id: 'us',
    onMessage: { addListener: (listener: Listener) => (hear = listener) },
  });
  forgetAll.mockReset().mockResolvedValue(3);
  check.mockClear();
  start.mockClear();
  stop.mockClear();
  answerOwnPages({ ledger: { forgetAll }, leftPages: { check }, recorder: { start, stop } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const say = (message: unknown, sender: object = ownPage): Promise<unknown> =>
  new Promise((resolve) => {
    if (hear(message, sender, resolve) !== true) resolve('no answer');
  });

describe('answerOwnPages', () => {
  it('tells of how many tabs the record was deleted, or why it was not', async () => {
    expect(await say({ type: 'forget-all' })).toEqual({ tabs: 3 });
    forgetAll.mockRejectedValue(new Error('storage is broken'));
    expect(await say({ type: 'forget-all' })).toEqual({ failed: 'storage is broken' });
  });

  it('begins and ends a recording, for pages of the extension alone', async () => {
    expect(await say({ type: 'start-recording', id: 'a-recording' })).toEqual({ done: 'a-recording' });
    expect(await say({ type: 'stop-recording' })).toEqual({ failed: 'none-runs' });
    expect(await say({ type: 'stop-recording' }, { id: 'us', url: 'https://www.example.com/' })).toBe('no answer');
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('checks the tab that the popup names', async () => {
    expect(await say({ type: 'check', tab: 7 })).toBe('no answer');
    expect(check.mock.calls).toEqual([[7]]);
  });

  it.each<[string, object]>([
    ['a content script', { id: 'us', url: 'https://www.bobdylan.com/', tab: { id: 7 } }],
    ['a page whose address begins like ours', { id: 'us', url: 'chrome-extension://us.example/' }],
    ['another extension', { id: 'them', url: 'chrome-extension://us/popup.html' }],
    ['a sender without an address', { id: 'us' }],
  ])('does nothing at the word of %s', async (_who, sender) => {
    expect(await say({ type: 'forget-all' }, sender)).toBe('no answer');
    expect(await say({ type: 'check', tab: 7 }, sender)).toBe('no answer');
    expect(forgetAll).not.toHaveBeenCalled();
    expect(check).not.toHaveBeenCalled();
  });

  it.each([null, 'forget-all', { type: 'forget-all', tab: 7 }, { type: 'check', tab: -1 }, { type: 'check' }])(
    'does nothing at %j',
    async (message) => {
      expect(await say(message)).toBe('no answer');
      expect(forgetAll).not.toHaveBeenCalled();
      expect(check).not.toHaveBeenCalled();
    },
  );
});

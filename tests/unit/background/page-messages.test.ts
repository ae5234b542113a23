/** What pages report, and who may report it: a message is taken by its sender as the browser tells of it, not by what it says of itself. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takePageMessages, type PageMessageParts } from '../../../background/page-messages.ts';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import { NOON, page, PAGE_HOST, request } from '../../../tools/builders/observations.ts';

const TAB = 7;
const root = 'r'.repeat(32);
const document = 'd'.repeat(32);
const head = { document, startedAt: NOON, root };
const opened = { type: 'opened', ...head, frame: 'top', page: page() };
const observed = (frame: string, ...observations: unknown[]) => ({ type: 'observed', ...head, frame, observations });

type Listener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => unknown;
let hear: Listener;
let ledger: SessionLedger;
let parts: PageMessageParts;
const asked = vi.fn();

const sender = (change: object = {}) => ({
  id: 'us',
  url: `https://${PAGE_HOST}/`,
  frameId: 0,
  documentLifecycle: 'active',
  tab: { id: TAB, active: true, incognito: false },
  ...change,
});
/** Gives the answer; undefined where none is to come. */
async function say(message: unknown, from: object = sender()): Promise<unknown> {
  return new Promise((resolve) => {
    if (hear(message, from, resolve) !== true) setTimeout(resolve, 0, undefined);
  });
}
const hosts = async () => (await ledger.visit(TAB))?.hosts.map(({ host }) => host);

beforeEach(() => {
  fakeBrowser.reset();
  asked.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal('location', { origin: 'chrome-extension://us' });
  vi.stubGlobal('browser', fakeBrowser);
  Object.assign(fakeBrowser.runtime, {
    id: 'us',
    onMessage: { addListener: (listener: Listener) => (hear = listener) },
  });
  Object.assign(fakeBrowser.tabs, { sendMessage: asked });
  ledger = new SessionLedger(fakeBrowser.storage.session, () => undefined);
  parts = {
    ledger,
    badge: { showTrouble: vi.fn() },
    cookies: { pageReported: vi.fn(() => Promise.resolve()) },
    fullView: { pageOpened: vi.fn() },
    delivery: { scriptStarted: vi.fn() },
    recorder: { isRunning: () => Promise.resolve(false) },
    reportAliases: vi.fn(),
  };
  takePageMessages(parts);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('takePageMessages', () => {
  it('opens a visit, answers with what its document needs, and tells the other parts', async () => {
    expect(await say(opened)).toEqual({ salt: await ledger.salt(), site: 'bobdylan.com' });
    expect(await ledger.visit(TAB)).toMatchObject({ document, root });
    expect(asked).toHaveBeenCalledWith(TAB, { type: 'page-opened', root, document }, {});
    await vi.waitFor(() => expect(parts.cookies.pageReported).toHaveBeenCalledTimes(1));
    expect(parts.fullView.pageOpened).toHaveBeenCalledWith(TAB);
    expect(parts.delivery.scriptStarted).toHaveBeenCalledWith(TAB);
    await say(observed('top', request('a.example')));
    expect(await hosts()).toEqual(['a.example']);
  });

  it.each<[string, object]>([
    ['another extension', { id: 'them' }],
    ['a page of our own', { url: 'chrome-extension://us/popup.html' }],
    ['no tab', { tab: undefined }],
    ['a page that is only made ready', { documentLifecycle: 'prerender' }],
    ['a page that is kept for going back', { documentLifecycle: 'cached' }],
  ])('takes nothing from %s', async (_who, change) => {
    await say(opened);
    await say(observed('top', request('a.example')), sender(change));
    expect(await hosts()).toEqual([]);
  });

  it('watches nothing in a private window, and tells its page so', async () => {
    const from = sender({ tab: { id: TAB, active: true, incognito: true } });
    expect(await say(opened, from)).toEqual({ off: 'private' });
    await say(observed('top', request('a.example')), from);
    expect(await ledger.visit(TAB)).toBeNull();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('takes a frame for a frame, whatever it says that it is', async () => {
    await say(opened);
    const frame = sender({ frameId: 3 });
    asked.mockResolvedValue({ root, document });
    // It would begin a visit of its own in the place of the page's.
    const claim = { ...opened, document: 'x'.repeat(32), page: page({ address: { ...page().address, path: '/x' } }) };
    expect(await say(claim, frame)).toMatchObject({ page: { root, document } });
    expect((await ledger.visit(TAB))?.document).toBe(document);
    await say(observed('top', page({ address: { ...page().address, path: '/x' } }), request('a.example')), frame);
    expect((await ledger.visit(TAB))?.address.path).toBe('/');
    expect(await hosts()).toEqual(['a.example']);
  });

  it('names to a frame the page of the record where the page is too busy to answer, and none where none is watched', async () => {
    await say(opened);
    vi.useFakeTimers();
    asked.mockReturnValue(new Promise(() => undefined));
    const answer = say({ ...opened, frame: 'frame' }, sender({ frameId: 3 }));
    await vi.advanceTimersByTimeAsync(1500);
    expect(await answer).toMatchObject({ page: { root, document } });
    vi.useRealTimers();
    asked.mockRejectedValue(new Error('Receiving end does not exist.'));
    expect(await say({ ...opened, frame: 'frame' }, sender({ frameId: 3 }))).toMatchObject({ page: null });
  });

  it('counts what does not fit, and keeps what stands beside it', async () => {
    await say(opened);
    await say(observed('top', request('a.example'), { kind: 'stored-item', store: 'cookie' }, 5));
    expect(await hosts()).toEqual(['a.example']);
    expect((await ledger.visit(TAB))?.limits).toMatchObject([{ observer: 'messages', reason: 'failed', count: 2 }]);
  });

  it('ends the record of the page that says it is left, and of no other', async () => {
    await say(opened);
    await say({ type: 'left', root: 'x'.repeat(32) });
    expect(await ledger.visit(TAB)).not.toBeNull();
    await say({ type: 'left', root });
    expect(await ledger.visit(TAB)).toBeNull();
  });

  it('asks the page whose record had to make room to report anew, once somebody looks at it', async () => {
    vi.spyOn(ledger, 'wasEvicted').mockResolvedValue(true);
    await say(observed('top', request('a.example')), sender({ tab: { id: TAB, active: false, incognito: false } }));
    expect(asked).not.toHaveBeenCalled();
    await say(observed('top', request('a.example')));
    await vi.waitFor(() => expect(asked).toHaveBeenCalledWith(TAB, { type: 'again' }, { frameId: 0 }));
  });

  it('shows the trouble where a record cannot be written, and lets the page go on without an answer', async () => {
    vi.spyOn(ledger, 'take').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    vi.spyOn(ledger, 'salt').mockRejectedValue(new Error('storage is broken'));
    expect(hear(opened, sender(), () => expect.unreachable())).toBe(true);
    await vi.waitFor(() => expect(parts.badge.showTrouble).toHaveBeenCalledTimes(2));
  });
});

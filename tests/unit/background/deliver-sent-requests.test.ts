import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SentMessage } from '../../../observers/sent/sent-messages.ts';
import type { Visit } from '../../../ledger/visit.ts';
import { GATHERING_TIME, isStillThere, deliverSentRequests } from '../../../background/deliver-sent-requests.ts';
import { stubPermissions } from './stub-permissions.ts';

type Listener = (details: object) => unknown;
let listeners: Map<Listener, unknown[]>;
let open: Map<number, Pick<Visit, 'address' | 'browserDocument'>>;
let send: ReturnType<typeof vi.fn>;
/** Listeners to messages. */
let heard: Set<(input: unknown, sender: object, answer: (reply: unknown) => void) => unknown>;
let stub: ReturnType<typeof stubPermissions>;

const stubWebRequest = (): void => {
  Object.assign(fakeBrowser, {
    webRequest: {
      onBeforeRequest: {
        addListener: (listener: Listener, ...rest: unknown[]) => listeners.set(listener, rest),
        hasListener: (listener: Listener) => listeners.has(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  });
};
const request = (change: object = {}): void => {
  const details = {
    url: 'https://in.example/a',
    method: 'POST',
    type: 'ping',
    timeStamp: 5,
    frameId: 0,
    tabId: 3,
    ...change,
  };
  for (const listener of listeners.keys()) expect(listener(details)).toBeUndefined();
};

beforeEach(() => {
  vi.useFakeTimers();
  stub = stubPermissions();
  stubWebRequest();
  listeners = new Map();
  open = new Map();
  heard = new Set();
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    heard.add(listener as never);
  });
  send = vi.fn(() => Promise.resolve());
  Object.assign(fakeBrowser.tabs, { sendMessage: send });
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(fakeBrowser, 'webRequest');
});

describe('the channel', () => {
  it('listens while the worker starts, and once', async () => {
    stub.granted.add('*://*/*');
    deliverSentRequests(() => Promise.resolve(open));
    expect([...listeners.values()]).toEqual([
      [{ urls: ['*://*/*'], types: ['xmlhttprequest', 'ping', 'sub_frame'] }, ['requestBody']],
    ]);
    for (const tell of stub.listeners) tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBe(1);
  });

  it('stops when all sites turn out not to be allowed, and keeps nothing of what came until then', async () => {
    deliverSentRequests(() => Promise.resolve(open));
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(listeners.size).toBe(0);
    expect(send).not.toHaveBeenCalled();
  });

  it('listens as soon as all sites are allowed', async () => {
    deliverSentRequests(() => Promise.resolve(open));
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBe(0);
    stub.granted.add('*://*/*');
    for (const tell of stub.listeners) tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBe(1);
  });

  it('sends what a tab sent in one message, to all frames that listen', async () => {
    stub.granted.add('*://*/*');
    deliverSentRequests(() => Promise.resolve(open));
    request();
    request({ url: 'https://in.example/b' });
    request({ tabId: 4 });
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(
      (send.mock.calls as [number, SentMessage][]).map(([tab, { type, requests }]) => [tab, type, requests.length]),
    ).toEqual([
      [3, 'sent', 2],
      [4, 'sent', 1],
    ]);
    expect(send.mock.calls[0]).toHaveLength(2);
  });

  it('passes over private windows, requests without a tab and other addresses', async () => {
    stub.granted.add('*://*/*');
    deliverSentRequests(() => Promise.resolve(open));
    request({ incognito: true });
    request({ tabId: -1 });
    request({ url: 'chrome-extension://abc/x' });
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(send).not.toHaveBeenCalled();
  });

  it('gathers nothing of a tab where nobody listens, until a script begins there', async () => {
    stub.granted.add('*://*/*');
    const channel = deliverSentRequests(() => Promise.resolve(open));
    send.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(send).toHaveBeenCalledOnce();
    channel.scriptStarted(3);
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('keeps no more than a hundred of a tab', async () => {
    stub.granted.add('*://*/*');
    deliverSentRequests(() => Promise.resolve(open));
    for (let n = 0; n < 500; n += 1) request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect((send.mock.calls[0]?.[1] as { requests: unknown[] }).requests).toHaveLength(100);
  });

  it('has every page stop at once when the permission is taken back, and the open ones begin when it is given', async () => {
    const inject = vi.fn(({ func, files }: { func?: unknown; files?: string[] }) =>
      Promise.resolve(func === undefined ? files : [{ frameId: 0, documentId: 'D1', result: 'www.bobdylan.com' }]),
    );
    Object.assign(fakeBrowser.scripting, { executeScript: inject });
    Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve([{ id: 3 }, { id: 4 }, {}]) });
    const address = { scheme: 'https', host: 'www.bobdylan.com', path: '/' } as const;
    open.set(3, { address, browserDocument: 'D1' }).set(4, { address, browserDocument: 'D0' });
    stub.granted.add('*://*/*');
    deliverSentRequests(() => Promise.resolve(open));
    request();
    stub.granted.clear();
    for (const tell of stub.listeners) tell();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(send.mock.calls).toEqual([
      [3, { type: 'sent-end' }],
      [4, { type: 'sent-end' }],
    ]);
    stub.granted.add('*://*/*');
    for (const tell of stub.listeners) tell();
    await vi.advanceTimersByTimeAsync(0);
    // The other tab shows another document by now.
    expect(inject.mock.calls.map(([asked]) => asked).filter(({ files }) => files !== undefined)).toEqual([
      { target: { tabId: 3, documentIds: ['D1'] }, files: ['/content-scripts/sent.js'] },
    ]);
  });

  it('tells a page that asks whether it may compare, and which document it is', async () => {
    deliverSentRequests(() => Promise.resolve(open));
    const ask = async (sender: object): Promise<unknown> => {
      const answer = vi.fn();
      const from = { id: fakeBrowser.runtime.id, documentId: 'D1', ...sender };
      for (const listener of heard) listener({ type: 'may-compare' }, from, answer);
      await vi.advanceTimersByTimeAsync(0);
      return answer.mock.calls[0]?.[0];
    };
    const tab = { incognito: false };
    expect(await ask({ tab })).toEqual({ allowed: false, document: 'D1' });
    stub.granted.add('*://*/*');
    expect(await ask({ tab })).toEqual({ allowed: true, document: 'D1' });
    expect(await ask({ tab, documentId: undefined })).toEqual({ allowed: true, document: null });
    expect(await ask({ tab: { incognito: true } })).toBeUndefined();
    expect(await ask({})).toBeUndefined();
    expect(await ask({ tab, id: 'another' })).toBeUndefined();
  });
});

describe('isStillThere', () => {
  it('takes the word of the document alone, and waits for no page that is stuck', async () => {
    send.mockResolvedValueOnce(true);
    expect(await isStillThere(3, 'D1')).toBe(true);
    expect(send).toHaveBeenCalledWith(3, { type: 'there' }, { documentId: 'D1' });
    send.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    expect(await isStillThere(3, 'D1')).toBe(false);
    send.mockResolvedValueOnce({ requests: [] });
    expect(await isStillThere(3, 'D1')).toBe(false);
    send.mockReturnValueOnce(new Promise(() => undefined));
    const stuck = isStillThere(3, 'D1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await stuck).toBe(false);
  });
});

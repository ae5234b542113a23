import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SentMessage } from '../../../../ledger/sent-request';
import { GATHERING_TIME, passSentRequests } from '../../../../observers/network/sent-requests';
import { stubPermissions } from './stub-permissions';

type Listener = (details: object) => unknown;
let listeners: Map<Listener, unknown[]>;
let send: ReturnType<typeof vi.fn>;
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
    passSentRequests();
    expect([...listeners.values()]).toEqual([
      [{ urls: ['*://*/*'], types: ['xmlhttprequest', 'ping', 'sub_frame'] }, ['requestBody']],
    ]);
    for (const tell of stub.listeners) tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBe(1);
  });

  it('stops when all sites turn out not to be allowed, and keeps nothing of what came until then', async () => {
    passSentRequests();
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(listeners.size).toBe(0);
    expect(send).not.toHaveBeenCalled();
  });

  it('listens as soon as all sites are allowed', async () => {
    passSentRequests();
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBe(0);
    stub.granted.add('*://*/*');
    for (const tell of stub.listeners) tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBe(1);
  });

  it('sends what a tab sent in one message, to all frames that listen', async () => {
    stub.granted.add('*://*/*');
    passSentRequests();
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
    passSentRequests();
    request({ incognito: true });
    request({ tabId: -1 });
    request({ url: 'chrome-extension://abc/x' });
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(send).not.toHaveBeenCalled();
  });

  it('gathers nothing of a tab where nobody listens, until a script begins there', async () => {
    stub.granted.add('*://*/*');
    const channel = passSentRequests();
    send.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(send).toHaveBeenCalledOnce();
    channel.hears(3);
    request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('keeps no more than a hundred of a tab', async () => {
    stub.granted.add('*://*/*');
    passSentRequests();
    for (let n = 0; n < 500; n += 1) request();
    await vi.advanceTimersByTimeAsync(GATHERING_TIME);
    expect((send.mock.calls[0]?.[1] as { requests: unknown[] }).requests).toHaveLength(100);
  });
});

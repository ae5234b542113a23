import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import { seesAllRequests } from '../../../ledger/visit.ts';
import { ALL_SITES, askForAllSites, giveBackAllSites } from '../../../background/all-sites.ts';
import { startFullView } from '../../../background/full-view.ts';
import { page, PAGE_HOST } from '../../../tools/builders/observations.ts';
import { stubPermissions } from './stub-permissions.ts';

const TAB = 7;

/** Requests are handed on no oftener than once a second. */
const waitFor = <T>(see: () => T | Promise<T>): Promise<T> => vi.waitFor(see, { timeout: 4000 });

class FakeEvent {
  readonly listeners = new Set<(details: unknown) => void>();
  extra: unknown;
  addListener = (listener: (details: unknown) => void, _filter: unknown, extra?: unknown): void => {
    this.listeners.add(listener);
    this.extra = extra;
  };
  removeListener = (listener: (details: unknown) => void): void => {
    this.listeners.delete(listener);
  };
  tell(details: object): void {
    for (const listener of this.listeners) listener(details);
  }
}

let events: { onCompleted: FakeEvent; onErrorOccurred: FakeEvent; onBeforeRedirect: FakeEvent };
let stub: ReturnType<typeof stubPermissions>;
let ledger: SessionLedger;
let began: number;

function grantWebRequest(
  options: object = { EXTRA_HEADERS: 'extraHeaders', RESPONSE_HEADERS: 'responseHeaders' },
): void {
  Object.assign(fakeBrowser, { webRequest: { ...events, OnCompletedOptions: options } });
}

const open = (tab: number, startedAt: number, document: string) =>
  ledger.take(
    tab,
    {
      message: { type: 'opened', document, startedAt, frame: 'top', page: page({ at: startedAt }) },
      dropped: 0,
    },
    'D1',
  );

const details = (change: object = {}) => ({
  requestId: '1',
  timeStamp: began + 100,
  url: 'https://a.example/x.gif',
  type: 'image',
  method: 'GET',
  tabId: TAB,
  frameId: 0,
  documentId: 'D1',
  initiator: `https://${PAGE_HOST}`,
  statusCode: 200,
  ...change,
});

const countOf = async (host: string, tab = TAB) =>
  (await ledger.visit(tab))?.hosts.find((record) => record.host === host)?.count ?? 0;

beforeEach(() => {
  fakeBrowser.reset();
  stub = stubPermissions();
  events = { onCompleted: new FakeEvent(), onErrorOccurred: new FakeEvent(), onBeforeRedirect: new FakeEvent() };
  Reflect.deleteProperty(fakeBrowser, 'webRequest');
  Object.assign(fakeBrowser.extension, { isAllowedIncognitoAccess: () => Promise.resolve(false) });
  ledger = new SessionLedger(fakeBrowser.storage.session, () => undefined);
  began = Date.now();
});

describe('startFullView', () => {
  it('listens to nothing without the permission, at once when it is given, and no more when it is taken back', async () => {
    startFullView(ledger);
    await waitFor(() => expect(stub.listeners.size).toBeGreaterThan(0));
    grantWebRequest();
    await askForAllSites();
    await waitFor(() => expect(events.onCompleted.listeners.size).toBe(1));
    expect(events.onErrorOccurred.listeners.size).toBe(1);
    expect(events.onBeforeRedirect.listeners.size).toBe(1);
    Reflect.deleteProperty(fakeBrowser, 'webRequest');
    await giveBackAllSites();
    await waitFor(() => expect(events.onCompleted.listeners.size).toBe(0));
    await waitFor(async () =>
      expect(Object.keys(await fakeBrowser.storage.session.get(null))).not.toContain('full-view-since'),
    );
  });

  it('says in every open record that it has ended, and from when it goes on', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    startFullView(ledger);
    await open(TAB, began, 'document-1');
    await open(8, began, 'document-2');
    events.onCompleted.tell(details());
    await waitFor(async () => expect(await countOf('a.example')).toBe(1));
    await giveBackAllSites();
    await waitFor(async () => expect((await ledger.visit(TAB))?.fullView?.until).toBeGreaterThanOrEqual(began));
    // It was never on there: there is nothing to end.
    expect((await ledger.visit(8))?.fullView).toBeNull();
    events.onCompleted.tell(details({ url: 'https://meanwhile.example/' }));
    const until = (await ledger.visit(TAB))?.fullView?.until;
    await askForAllSites();
    await waitFor(async () => expect(seesAllRequests((await ledger.visit(TAB)) ?? { fullView: null })).toBe(true));
    const { fullView } = (await ledger.visit(TAB)) ?? { fullView: null };
    expect(fullView).toMatchObject({ state: 'late', offSince: until });
    expect(fullView?.at).toBeGreaterThanOrEqual(until ?? Infinity);
    expect(await countOf('meanwhile.example')).toBe(0);
  });

  it('gives what is asked for deep inside of frames to the page that the tab shows, and to no page before it', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    const ask = vi.fn(() => Promise.resolve<unknown>(true));
    Object.assign(fakeBrowser.tabs, { sendMessage: ask });
    await open(TAB, began, 'document-1');
    startFullView(ledger);
    const deep = { frameId: 4, parentFrameId: 3, documentId: 'G', parentDocumentId: 'F' };
    // The worker has just begun: of the frames around nothing is known.
    events.onCompleted.tell(details({ ...deep, url: 'https://deep.example/' }));
    await waitFor(async () => expect(await countOf('deep.example')).toBe(1));
    expect(ask).toHaveBeenCalledWith(TAB, { type: 'there' }, { documentId: 'D1' });
    // The tab has gone on to a page that nobody watches.
    ask.mockImplementation(() => Promise.reject(new Error('Could not establish connection.')));
    const other = { frameId: 6, parentFrameId: 5, documentId: 'K', parentDocumentId: 'J' };
    events.onCompleted.tell(details({ ...other, url: 'https://elsewhere.example/' }));
    events.onCompleted.tell(details({ documentId: 'D2', url: 'https://next.example/' }));
    await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    events.onCompleted.tell(details({ url: 'https://a.example/last.gif' }));
    await waitFor(async () => expect(await countOf('a.example')).toBe(1));
    for (const host of ['elsewhere.example', 'next.example']) expect(await countOf(host), host).toBe(0);
  });

  it('tells a page of what found no room, and no page of what another lost', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    await open(TAB, began, 'document-1');
    startFullView(ledger);
    for (let n = 0; n < 1010; n += 1)
      events.onCompleted.tell(details({ documentId: 'D2', url: `https://n${String(n)}.example/` }));
    for (let n = 0; n < 5; n += 1) events.onCompleted.tell(details({ url: `https://h${String(n)}.example/` }));
    await waitFor(async () =>
      expect((await ledger.visit(TAB))?.limits).toEqual([
        expect.objectContaining({ observer: 'network', reason: 'too-many', count: 5 }),
      ]),
    );
    expect((await ledger.visit(TAB))?.hosts).toEqual([]);
  });

  it('listens in the first turn, with the details that the browser knows', () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    startFullView(ledger);
    expect(events.onCompleted.extra).toEqual(['responseHeaders', 'extraHeaders']);
    events.onCompleted.listeners.clear();
    grantWebRequest({ RESPONSE_HEADERS: 'responseHeaders' });
    startFullView(ledger);
    expect(events.onCompleted.extra).toEqual(['responseHeaders']);
  });

  it('stops where requests could be seen and the sites are not allowed', async () => {
    grantWebRequest();
    startFullView(ledger);
    await waitFor(() => expect(events.onCompleted.listeners.size).toBe(0));
  });

  it('keeps what came before the page said that it is there, and says since when it sees', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    const view = startFullView(ledger);
    events.onCompleted.tell(details());
    events.onCompleted.tell(details({ timeStamp: began - 1000, documentId: 'D0', url: 'https://before.example/' }));
    await ledger.fullViewSince(began);
    await open(TAB, began + 50, 'document-1');
    view.pageOpened(TAB);
    await waitFor(async () => expect(await countOf('a.example')).toBe(1));
    expect(await countOf('before.example')).toBe(0);
    expect((await ledger.visit(TAB))?.fullView?.view).toBe('full');
  });

  it('gives what no tab shows to the visits of the host that asked', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    await open(TAB, began, 'document-1');
    startFullView(ledger);
    events.onCompleted.tell(details({ tabId: -1, frameId: -1, documentId: undefined, url: 'https://b.example/' }));
    events.onCompleted.tell(
      details({ tabId: -1, frameId: -1, url: 'https://c.example/', initiator: 'https://else.example' }),
    );
    await waitFor(async () => expect(await countOf('b.example')).toBe(1));
    expect(await countOf('c.example')).toBe(0);
    expect((await ledger.visit(TAB))?.hosts[0]?.network?.background.count).toBe(1);
  });

  it('keeps none of these while a private window is open to it', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    Object.assign(fakeBrowser.extension, { isAllowedIncognitoAccess: () => Promise.resolve(true) });
    const getAll = vi.fn(() => Promise.resolve([{ incognito: true }]));
    Object.assign(fakeBrowser.windows, { getAll });
    await open(TAB, began, 'document-1');
    startFullView(ledger);
    events.onCompleted.tell(details({ tabId: -1, frameId: -1, url: 'https://b.example/' }));
    await waitFor(() => expect(getAll).toHaveBeenCalled());
    events.onCompleted.tell(details());
    await waitFor(async () => expect(await countOf('a.example')).toBe(1));
    expect(await countOf('b.example')).toBe(0);
  });

  it('keeps none of these when a window has closed shortly after: it may have been a private one', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    const removed = new Set<() => void>();
    let isOpen = true;
    Object.assign(fakeBrowser.extension, { isAllowedIncognitoAccess: () => Promise.resolve(true) });
    Object.assign(fakeBrowser.windows, {
      getAll: () => Promise.resolve([{ incognito: isOpen }]),
      onRemoved: { addListener: (listener: () => void) => removed.add(listener) },
    });
    await open(TAB, began, 'document-1');
    startFullView(ledger);
    const noTab = { tabId: -1, frameId: -1, documentId: undefined };
    events.onCompleted.tell(details({ ...noTab, url: 'https://hidden.example/' }));
    // It closes before the browser has answered whether such a window is open.
    isOpen = false;
    for (const listener of removed) listener();
    await waitFor(() => expect(removed.size).toBe(1));
    events.onCompleted.tell(details({ ...noTab, url: 'https://b.example/' }));
    await waitFor(async () => expect(await countOf('b.example')).toBe(1));
    expect(await countOf('hidden.example')).toBe(0);
    // What was gathered, and not yet handed on, when a window closes.
    events.onCompleted.tell(details({ ...noTab, url: 'https://hidden.example/' }));
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (const listener of removed) listener();
    events.onCompleted.tell(details({ ...noTab, url: 'https://c.example/' }));
    await waitFor(async () => expect(await countOf('c.example')).toBe(1));
    expect(await countOf('hidden.example')).toBe(0);
  });

  it('gives what a worker asks for to the tabs of its container alone', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    Object.assign(fakeBrowser.tabs, {
      get: (id: number) =>
        Promise.resolve({ id, cookieStoreId: id === TAB ? 'firefox-default' : 'firefox-container-1' }),
    });
    await open(TAB, began, 'document-1');
    await open(8, began, 'document-2');
    startFullView(ledger);
    const worker = { tabId: -1, frameId: -1, documentId: undefined, cookieStoreId: 'firefox-container-1' };
    events.onCompleted.tell(details({ ...worker, url: 'https://b.example/' }));
    await waitFor(async () => expect(await countOf('b.example', 8)).toBe(1));
    expect(await countOf('b.example')).toBe(0);
  });

  it('goes on when the browser tells nonsense', async () => {
    stub.granted.add(ALL_SITES);
    grantWebRequest();
    await open(TAB, began, 'document-1');
    startFullView(ledger);
    for (const nonsense of [{}, { url: 5 }, details({ tabId: 'x', responseHeaders: 7 })])
      expect(() => {
        events.onCompleted.tell(nonsense);
      }).not.toThrow();
    events.onCompleted.tell(details());
    await waitFor(async () => expect(await countOf('a.example')).toBe(1));
  });
});

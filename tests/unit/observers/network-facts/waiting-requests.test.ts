import { describe, expect, it } from 'vitest';
import { readRequest, type SeenRequest } from '../../../../observers/network-facts/request-facts.ts';
import { TabDocuments } from '../../../../observers/network-facts/tab-documents.ts';
import {
  belongsTo,
  belongsToSite,
  REQUESTS_TOLD_APART,
  WaitingRequests,
} from '../../../../observers/network-facts/waiting-requests.ts';
import { at, NOON, PAGE_HOST } from '../../../../tools/builders/observations.ts';

function seen(change: object = {}, event: 'completed' | 'redirected' = 'completed'): SeenRequest {
  const read = readRequest(event, {
    requestId: '1',
    timeStamp: NOON + 100,
    url: 'https://a.example/x.gif',
    type: 'image',
    method: 'GET',
    tabId: 7,
    frameId: 0,
    parentFrameId: -1,
    documentId: 'D1',
    initiator: `https://${PAGE_HOST}`,
    statusCode: event === 'redirected' ? 302 : 200,
    ...change,
  });
  if (read === null) throw new Error('it was not read');
  return read;
}

/** The documents of the tab, as far as these requests have told of them. */
function known(...requests: readonly SeenRequest[]): TabDocuments {
  const documents = new TabDocuments();
  for (const request of requests) documents.note(request);
  return documents;
}

/** As older Firefox tells it: no documents, but the addresses around. */
const inFirefox = (change: object): SeenRequest =>
  seen({ initiator: undefined, documentId: undefined, frameAncestors: [], ...change });

describe('belongsTo', () => {
  const page = { address: at(PAGE_HOST, '/'), startedAt: NOON, browserDocument: 'D1' };
  const nothing = new TabDocuments();
  const later = { now: NOON + 10_000, opened: false, documents: nothing };
  const child = { frameId: 3, parentFrameId: 0, documentId: 'F', parentDocumentId: 'D1' };
  const grandchild = { frameId: 4, parentFrameId: 3, documentId: 'G', parentDocumentId: 'F' };

  it.each<[string, SeenRequest, boolean]>([
    ['a request of the document', seen(), true],
    ['one that ended before it began', seen({ timeStamp: NOON - 1000 }), false],
    ['one that clocks put a moment earlier', seen({ timeStamp: NOON - 20 }), true],
    ['a beacon of the page before', seen({ documentId: 'D0' }), false],
    ['a frame of the document', seen(child), true],
    ['a frame of the page before', seen({ ...child, parentDocumentId: 'D0' }), false],
    [
      'the document of a frame of the page before',
      seen({ ...child, documentId: undefined, parentDocumentId: 'D0' }),
      false,
    ],
    [
      "the page's own address, answered, when no page came after it",
      seen({ type: 'main_frame', documentId: undefined, url: `https://${PAGE_HOST}/?x` }),
      true,
    ],
    ['another address', seen({ type: 'main_frame', documentId: undefined, url: `https://${PAGE_HOST}/next` }), false],
    [
      'a redirect of an address, when no page came after it',
      seen({ type: 'main_frame', url: `https://${PAGE_HOST}/`, redirectUrl: 'https://b.example/' }, 'redirected'),
      false,
    ],
  ])('%s: %s', (_what, request, belongs) => {
    expect(belongsTo(request, page, later)).toBe(belongs);
  });

  it('the address of a page waits for the page that may come after it', () => {
    const own = seen({ type: 'main_frame', documentId: undefined, url: `https://${PAGE_HOST}/` });
    const soon = { ...later, now: NOON + 600 };
    expect(belongsTo(own, page, soon)).toBe(false);
    expect(belongsTo(own, page, { ...soon, opened: true })).toBe(true);
  });

  describe('a frame in a frame', () => {
    it('belongs to the document around all of them', () => {
      const documents = known(seen({ ...child, documentId: undefined, type: 'sub_frame' }), seen(grandchild));
      expect(belongsTo(seen(grandchild), page, { ...later, documents })).toBe(true);
      const deeper = seen({ frameId: 5, parentFrameId: 4, documentId: 'H', parentDocumentId: 'G' });
      expect(belongsTo(deeper, page, { ...later, documents })).toBe(true);
    });

    it('of the next page does not, though it is asked for in the same tab', () => {
      const documents = known(seen({ ...child, documentId: undefined, parentDocumentId: 'D2' }), seen(grandchild));
      expect(belongsTo(seen(grandchild), page, { ...later, documents })).toBe(false);
    });

    it('is told by the documents of the frame around it, where the number of that frame is not known', () => {
      const documents = known(seen(child));
      const inside = seen({ ...grandchild, frameId: 9, parentFrameId: 8 });
      expect(belongsTo(inside, page, { ...later, documents })).toBe(true);
    });

    it('of which nothing is known has to be asked about', () => {
      expect(belongsTo(seen(grandchild), page, later)).toBe('ask');
      const otherTab = known(seen({ ...child, documentId: undefined, tabId: 8 }));
      expect(belongsTo(seen(grandchild), page, { ...later, documents: otherTab })).toBe('ask');
      expect(belongsTo(seen(grandchild), { ...page, browserDocument: null }, later)).toBe(false);
    });
  });

  describe('where the browser names no document', () => {
    const unnamed = { ...page, browserDocument: null };
    const url = (host: string, path = '/') => `https://${host}${path}`;

    it.each<[string, SeenRequest, boolean]>([
      ['the page asks', inFirefox({ documentUrl: url(PAGE_HOST) }), true],
      ['the page asks after a change of its address', inFirefox({ documentUrl: url(PAGE_HOST, '/begin') }), true],
      ['a page that is not ours asks', inFirefox({ documentUrl: url('news.example') }), false],
      ['a worker of a page that is not ours asks', inFirefox({ documentUrl: url('news.example', '/w.js') }), false],
      ['nobody is named', inFirefox({}), false],
      [
        'a frame of another company in the page asks',
        inFirefox({
          frameId: 3,
          parentFrameId: 0,
          documentUrl: url('ads.example'),
          frameAncestors: [{ url: url(PAGE_HOST), frameId: 0 }],
        }),
        true,
      ],
      [
        'the same frame in a page that is not ours asks',
        inFirefox({
          frameId: 4,
          parentFrameId: 3,
          documentUrl: url('ads.example'),
          frameAncestors: [
            { url: url(PAGE_HOST), frameId: 3 },
            { url: url('news.example'), frameId: 0 },
          ],
        }),
        false,
      ],
    ])('%s: %s', (_what, request, belongs) => {
      expect(belongsTo(request, unnamed, later)).toBe(belongs);
      // Workers and what outlives its page are named by their addresses alone, in every Firefox.
      expect(belongsTo(request, page, later)).toBe(belongs);
    });

    it('what the page before sends as it goes is not of the next page of the same host', () => {
      const documents = known(
        inFirefox({ documentId: 'D0', documentUrl: url(PAGE_HOST, '/one') }),
        inFirefox({ documentId: 'D1', documentUrl: url(PAGE_HOST, '/two') }),
      );
      const left = inFirefox({ documentUrl: url(PAGE_HOST, '/one') });
      expect(belongsTo(left, page, { ...later, documents })).toBe(false);
      expect(belongsTo({ ...left, tab: 8 }, page, { ...later, documents })).toBe(true);
      const own = inFirefox({ documentUrl: url(PAGE_HOST, '/two') });
      expect(belongsTo(own, page, { ...later, documents })).toBe(true);
    });

    it('Chromium’s origin tells as much', () => {
      expect(belongsTo(seen({ documentId: 'D9' }), unnamed, later)).toBe(true);
      expect(belongsTo(seen({ documentId: 'D9', initiator: 'https://news.example' }), unnamed, later)).toBe(false);
    });
  });
});

describe('belongsToSite', () => {
  it('takes what the site’s own worker asks for, and nothing of another or of before', () => {
    const visited = { address: at(PAGE_HOST, '/'), startedAt: NOON, browserDocument: null };
    const worker = { tabId: -1, frameId: -1, documentId: undefined };
    expect(belongsToSite(seen(worker), visited)).toBe(true);
    expect(belongsToSite(seen({ ...worker, initiator: 'https://news.example' }), visited)).toBe(false);
    expect(belongsToSite(seen({ ...worker, timeStamp: NOON - 500 }), visited)).toBe(false);
  });
});

describe('WaitingRequests', () => {
  it('gives what waits for a tab, once', () => {
    const waiting = new WaitingRequests();
    waiting.add(seen());
    waiting.add(seen({ tabId: 8 }));
    expect(waiting.tabs()).toEqual([7, 8]);
    expect(waiting.take(7).requests).toHaveLength(1);
    expect(waiting.take(7).requests).toEqual([]);
    expect(waiting.tabs()).toEqual([8]);
  });

  it('sums up a burst to one host, and loses none of it', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 500; n += 1) waiting.add(seen({ url: `https://a.example/${String(n)}.gif` }));
    const { requests, leftOut } = waiting.take(7);
    expect(requests).toHaveLength(REQUESTS_TOLD_APART);
    expect(requests.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(leftOut).toEqual([]);
  });

  it('keeps apart what must be: documents, ways, cookies', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 100; n += 1) {
      waiting.add(seen({ documentId: n % 2 === 0 ? 'D0' : 'D1' }));
      waiting.add(seen({ responseHeaders: [{ name: 'set-cookie', value: `c${String(n)}=1` }] }));
    }
    const { requests } = waiting.take(7);
    expect(requests.flatMap(({ cookies }) => cookies)).toHaveLength(100);
    for (const document of ['D0', 'D1']) {
      const plain = requests.filter((request) => request.document === document && request.cookies.length === 0);
      expect(plain.reduce((sum, { count }) => sum + count, 0)).toBe(50);
    }
  });

  const counts = (requests: readonly SeenRequest[]) => requests.map(({ document, count }) => [document, count]);

  it('has a bound, and tells how many of each document found no room', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 1500; n += 1) waiting.add(seen({ url: `https://h${String(n)}.example/` }));
    for (let n = 0; n < 30; n += 1) waiting.add(seen({ url: `https://n${String(n)}.example/`, documentId: 'D2' }));
    const { requests, leftOut } = waiting.take(7);
    expect(requests).toHaveLength(1000);
    expect(counts(leftOut)).toEqual([
      ['D1', 500],
      ['D2', 30],
    ]);
  });

  it('counts with one that waits already what is like it, when there is no room left', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 1000; n += 1) waiting.add(seen({ url: `https://h${String(n)}.example/` }));
    waiting.add(seen({ url: 'https://h7.example/again' }));
    const { requests, leftOut } = waiting.take(7);
    expect(requests).toHaveLength(1000);
    expect(requests[7]?.count).toBe(2);
    expect(leftOut).toEqual([]);
  });

  it('has a bound over all tabs, and tells each tab what it lost by it', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 4000; n += 1) waiting.add(seen({ url: `https://h${String(n)}.example/`, tabId: n % 4 }));
    waiting.add(seen({ url: 'https://late.example/', tabId: 9, documentId: 'D9' }));
    const gathered = [0, 1, 2, 3, 9].map((tab) => waiting.take(tab));
    expect(gathered.flatMap(({ requests }) => requests)).toHaveLength(3000);
    const lost = gathered.map(({ leftOut }) => leftOut.reduce((sum, { count }) => sum + count, 0));
    expect(lost).toEqual([250, 250, 250, 250, 1]);
  });

  it('keeps the count of what found no room while it waits on', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 1200; n += 1) waiting.add(seen({ url: `https://h${String(n)}.example/` }));
    const first = waiting.take(7);
    waiting.putBack({ requests: [], leftOut: first.leftOut });
    waiting.add(seen());
    const { requests, leftOut } = waiting.take(7);
    expect(requests).toHaveLength(1);
    expect(counts(leftOut)).toEqual([['D1', 200]]);
  });

  it('keeps the order in which requests were made, when what waits on is put back behind newer ones', () => {
    const waiting = new WaitingRequests();
    const step = (host: string, goal: string, tabId = 7): SeenRequest =>
      seen({ url: `https://${host}/`, redirectUrl: `https://${goal}/`, tabId }, 'redirected');
    waiting.add(step('a.example', 'b.example'));
    waiting.add(seen());
    const early = waiting.take(7);
    waiting.add(step('b.example', 'c.example'));
    waiting.add(seen({ url: 'https://c.example/' }));
    waiting.add(step('other.example', 'tab.example', 8));
    waiting.putBack(early);
    expect(waiting.take(7).requests.map(({ url }) => url)).toEqual([
      'https://a.example/',
      'https://a.example/x.gif',
      'https://b.example/',
      'https://c.example/',
    ]);
    expect(waiting.take(8).requests).toHaveLength(1);
  });

  it('adds up a thousand documents without a line for each, and loses none', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 2000; n += 1) waiting.add(seen({ documentId: `D${String(n)}` }));
    const { leftOut } = waiting.take(7);
    expect(leftOut.length).toBeLessThanOrEqual(200);
    expect(leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  });
});

describe('while a recording runs', () => {
  it('each request waits by itself, in rooms that are there and in new ones, and after it they are summed up again', () => {
    const waiting = new WaitingRequests();
    const burst = (tabId: number): number => {
      for (let number = 0; number < REQUESTS_TOLD_APART + 30; number += 1) waiting.add(seen({ tabId }));
      return waiting.take(tabId).requests.length;
    };
    waiting.add(seen({ tabId: 1 }));
    waiting.tellApart(true);
    expect([burst(1), burst(2)]).toEqual([REQUESTS_TOLD_APART + 31, REQUESTS_TOLD_APART + 30]);
    waiting.tellApart(false);
    expect(burst(1)).toBe(REQUESTS_TOLD_APART);
  });
});

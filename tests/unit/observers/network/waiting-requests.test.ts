import { describe, expect, it } from 'vitest';
import { readRequest, type SeenRequest } from '../../../../observers/network/request-facts';
import { belongsTo, REQUESTS_TOLD_APART, WaitingRequests } from '../../../../observers/network/waiting-requests';
import { at, NOON, PAGE_HOST, visit } from '../../observation-examples';

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

describe('belongsTo', () => {
  const page = { address: at(PAGE_HOST, '/'), startedAt: NOON, browserDocument: 'D1' };
  const later = { now: NOON + 10_000, opened: false };

  it.each<[string, SeenRequest, boolean]>([
    ['a request of the document', seen(), true],
    ['one that ended before it began', seen({ timeStamp: NOON - 1000 }), false],
    ['one that clocks put a moment earlier', seen({ timeStamp: NOON - 20 }), true],
    ['a beacon of the page before', seen({ documentId: 'D0' }), false],
    ['a frame of the document', seen({ frameId: 3, parentFrameId: 0, documentId: 'F', parentDocumentId: 'D1' }), true],
    [
      'a frame of the page before',
      seen({ frameId: 3, parentFrameId: 0, documentId: 'F', parentDocumentId: 'D0' }),
      false,
    ],
    ['a frame in a frame', seen({ frameId: 4, parentFrameId: 3, documentId: 'G', parentDocumentId: 'F' }), true],
    ['a browser that tells no document', seen({ documentId: undefined }), true],
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
    const soon = NOON + 600;
    expect(belongsTo(own, page, { now: soon, opened: false })).toBe(false);
    expect(belongsTo(own, page, { now: soon, opened: true })).toBe(true);
  });

  it('takes all by time where the visit knows no document of the browser', () => {
    expect(belongsTo(seen({ documentId: 'D9' }), { ...page, browserDocument: visit().browserDocument }, later)).toBe(
      true,
    );
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
    expect(leftOut).toBe(0);
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

  it('has a bound, and tells how many found no room', () => {
    const waiting = new WaitingRequests();
    for (let n = 0; n < 1500; n += 1) waiting.add(seen({ url: `https://h${String(n)}.example/` }));
    const { requests, leftOut } = waiting.take(7);
    expect(requests).toHaveLength(1000);
    expect(leftOut).toBe(500);
  });
});

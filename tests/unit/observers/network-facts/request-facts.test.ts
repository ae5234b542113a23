import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  factsOf,
  outcomeOf,
  readRequest,
  sourceOf,
  type SeenRequest,
} from '../../../../observers/network-facts/request-facts.ts';
import { cookieNames } from '../../../../observers/network-facts/set-cookie.ts';

/** As Chromium tells of an image of a page. */
const DETAILS = {
  requestId: '17',
  timeStamp: 1_000_000.4,
  url: 'https://a.example/x.gif?uid=550e8400-e29b-41d4-a716-446655440000#part',
  type: 'image',
  method: 'GET',
  tabId: 7,
  frameId: 0,
  parentFrameId: -1,
  documentId: 'D0',
  documentLifecycle: 'active',
  initiator: 'https://www.bobdylan.com',
  statusCode: 200,
  statusLine: 'HTTP/1.1 200 OK',
  fromCache: false,
};

function seen(change: object = {}, event: 'completed' | 'failed' | 'redirected' = 'completed'): SeenRequest {
  const read = readRequest(event, { ...DETAILS, ...change });
  if (read === null) throw new Error('it was not read');
  return read;
}

const isWatched = (host: string): boolean => host.endsWith('bobdylan.com');
const facts = (request: SeenRequest) => factsOf(request, isWatched, 'salt');

describe('readRequest', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'x'],
    ['no address', { ...DETAILS, url: 5 }],
    ['an address without a host', { ...DETAILS, url: 'data:text/plain,x' }],
    ['a file of an extension', { ...DETAILS, url: 'chrome-extension://abc/x.js' }],
    ['no time', { ...DETAILS, timeStamp: Number.NaN }],
    ['a private window, where the browser tells', { ...DETAILS, incognito: true }],
    ['a page that is made ready in advance', { ...DETAILS, documentLifecycle: 'prerender' }],
  ])('keeps nothing of %s', (_what, details) => {
    expect(readRequest('completed', details)).toBeNull();
  });

  it('leaves out a redirect that the browser made up itself', () => {
    const internal = {
      statusCode: 307,
      statusLine: 'HTTP/1.1 307 Internal Redirect',
      redirectUrl: 'https://a.example/',
    };
    expect(readRequest('redirected', { ...DETAILS, ...internal })).toBeNull();
  });

  it.each(['net::ERR_CACHE_MISS', 'NS_ERROR_DOCUMENT_NOT_CACHED'])(
    'leaves out what was looked for in the cache alone: %s',
    (error) => {
      expect(readRequest('failed', { ...DETAILS, error })).toBeNull();
      expect(readRequest('failed', { ...DETAILS, error: 'net::ERR_FAILED' })).not.toBeNull();
    },
  );

  it('takes a redirect to a file of an extension for what it is: a way to block', () => {
    const replaced = seen(
      { statusCode: 307, statusLine: 'HTTP/1.1 307 Internal Redirect', redirectUrl: 'chrome-extension://abc/1x1.gif' },
      'redirected',
    );
    expect(facts(replaced)).toMatchObject([{ kind: 'network-request', outcome: 'blocked' }]);
  });

  it('never throws, and gives only what may be kept', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double(),
      fc.constant(undefined),
      fc.constant(null),
      fc.webUrl(),
      fc.object(),
    );
    const details = fc.record(
      Object.fromEntries(
        [...Object.keys(DETAILS), 'responseHeaders', 'redirectUrl', 'error'].map((key) => [key, value]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        details,
        fc.constantFrom('completed', 'failed', 'redirected'),
        fc.boolean(),
        (input, event, whole) => {
          const read = readRequest(event, whole ? { ...DETAILS, ...input } : input);
          if (read === null) return;
          expect(read.url.length).toBeLessThanOrEqual(4000);
          for (const fact of facts(read)) expect(fact.at).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('outcomeOf', () => {
  it.each([
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
    ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked'],
    ['NS_ERROR_ABORT', 'blocked'],
    ['NS_ERROR_TRACKING_URI', 'blocked'],
    ['NS_ERROR_FINGERPRINTING_URI', 'blocked'],
    ['net::ERR_BLOCKED_BY_RESPONSE', 'failed'],
    ['net::ERR_BLOCKED_BY_ORB', 'failed'],
    ['net::ERR_NAME_NOT_RESOLVED', 'failed'],
    ['NS_ERROR_UNKNOWN_HOST', 'failed'],
    ['net::ERR_ABORTED', 'done'],
    ['NS_BINDING_ABORTED', 'done'],
    [undefined, 'failed'],
  ])('%s: %s', (error, outcome) => {
    expect(outcomeOf(error)).toBe(outcome);
  });
});

describe('sourceOf', () => {
  it.each<[string, object, string]>([
    ['the page', {}, 'page'],
    ['a worker of the page, whose script may be of any host', { initiator: undefined }, 'page'],
    ['no tab', { tabId: -1, frameId: -1 }, 'background'],
    ['a frame of another company', { frameId: 3, parentFrameId: 0, initiator: 'https://www.youtube.com' }, 'frame'],
    ['a frame that is watched like the page', { frameId: 3, initiator: 'https://shop.bobdylan.com' }, 'page'],
    ['a frame without an origin', { frameId: 3, initiator: 'null' }, 'frame'],
    ["a frame's document that the page asked for", { type: 'sub_frame', frameId: 3, parentFrameId: 0 }, 'page'],
    [
      "a frame's document that the frame itself asked for",
      { type: 'sub_frame', frameId: 3, parentFrameId: 0, initiator: 'https://www.youtube.com' },
      'frame',
    ],
    [
      "a frame's document inside another company's frame",
      { type: 'sub_frame', frameId: 4, parentFrameId: 3, initiator: 'https://www.youtube.com' },
      'frame',
    ],
    [
      'a frame in Firefox',
      {
        frameId: 3,
        initiator: undefined,
        documentUrl: 'https://www.youtube.com/embed/1',
        originUrl: 'https://i.example/',
      },
      'frame',
    ],
    [
      "a frame's document in Firefox",
      {
        type: 'sub_frame',
        frameId: 3,
        initiator: undefined,
        documentUrl: 'https://x.example/',
        originUrl: 'https://www.bobdylan.com/',
      },
      'page',
    ],
  ])('%s: %s', (_what, change, source) => {
    expect(sourceOf(seen(change), isWatched)).toBe(source);
  });
});

describe('factsOf', () => {
  it('tells host, path and names, and no value', () => {
    const told = facts(seen({ responseHeaders: [{ name: 'Set-Cookie', value: 'uid=secret; Path=/' }] }));
    expect(told).toMatchObject([
      {
        kind: 'network-request',
        at: 1_000_000.4,
        address: { scheme: 'https', host: 'a.example', path: '/x.gif' },
        resource: 'image',
        source: 'page',
        by: 'www.bobdylan.com',
        outcome: 'done',
        upload: false,
        identifiers: [{ name: 'uid' }],
      },
      {
        kind: 'write',
        store: 'cookie',
        api: 'set-cookie',
        host: 'a.example',
        writer: 'a.example',
        path: '/x.gif',
        name: 'uid',
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/secret|550e8400/);
  });

  it.each([
    ['GET', false],
    ['HEAD', false],
    ['OPTIONS', false],
    ['POST', true],
    ['PUT', true],
  ])('%s carries something besides the address: %s', (method, upload) => {
    expect(facts(seen({ method }))).toMatchObject([{ upload }]);
  });

  it('counts a step of a redirect for its host, and tells where it leads', () => {
    const step = { statusCode: 302, statusLine: 'HTTP/1.1 302 Found', redirectUrl: 'https://b.example/y?z=1' };
    expect(facts(seen(step, 'redirected'))).toMatchObject([
      { kind: 'network-request', address: { host: 'a.example' } },
      { kind: 'redirect', chain: '17', from: { host: 'a.example' }, to: { host: 'b.example', path: '/y' } },
    ]);
    expect(facts(seen({ ...step, redirectUrl: 'https://a.example/other' }, 'redirected'))).toHaveLength(1);
  });

  it('counts no document, and tells of its redirects and cookies', () => {
    const page = { type: 'main_frame', initiator: undefined, documentId: undefined };
    const set = { responseHeaders: [{ name: 'set-cookie', value: 'a=1' }] };
    expect(facts(seen({ ...page, ...set }))).toMatchObject([{ kind: 'write', name: 'a', source: 'page' }]);
    const step = { ...page, statusCode: 301, statusLine: '', redirectUrl: 'https://b.example/' };
    expect(facts(seen(step, 'redirected')).map(({ kind }) => kind)).toEqual(['redirect']);
  });

  it('takes no cookie from an answer of the cache', () => {
    const cached = { fromCache: true, responseHeaders: [{ name: 'set-cookie', value: 'a=1' }] };
    expect(facts(seen(cached)).map(({ kind }) => kind)).toEqual(['network-request']);
  });
});

describe('cookieNames', () => {
  const NOW = Date.UTC(2026, 10, 26);

  it.each<[unknown, string[]]>([
    [
      [
        { name: 'Set-Cookie', value: 'a=1; Path=/' },
        { name: 'set-cookie', value: 'b=2' },
      ],
      ['a', 'b'],
    ],
    [[{ name: 'set-cookie', value: 'a=1; Secure\nb=x=y\na=3' }], ['a', 'b']],
    [
      [
        { name: 'set-cookie', value: 'novalue' },
        { name: 'set-cookie', value: '=x' },
        { name: 'set-cookie', value: '' },
      ],
      [],
    ],
    [
      [
        { name: 'set-cookie', value: 'a=; Max-Age=0' },
        { name: 'set-cookie', value: 'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT\nc=3; Max-Age=60' },
        { name: 'set-cookie', value: 'd=; Max-Age=0; Path=/old' },
        { name: 'set-cookie', value: 'd=4; Path=/' },
      ],
      ['c', 'd'],
    ],
    [[{ name: 'content-type', value: 'a=1' }, null, { name: 5 }, { name: 'set-cookie' }], []],
    ['set-cookie: a=1', []],
    // A cookie that is taken away is none that is kept.
    [[{ name: 'set-cookie', value: 'a=; Max-Age=0' }], []],
    [[{ name: 'set-cookie', value: 'a=x; max-age=-1; Path=/' }], []],
    [[{ name: 'set-cookie', value: 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT' }], []],
    [[{ name: 'set-cookie', value: 'a=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; path=/' }], []],
    [[{ name: 'set-cookie', value: 'a=x; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT' }], ['a']],
    [[{ name: 'set-cookie', value: 'a=x; Expires=Wed, 01 Jan 2125 00:00:00 GMT; Max-Age=0' }], []],
    [[{ name: 'set-cookie', value: 'a=x; Max-Age=0; Max-Age=60' }], ['a']],
    [[{ name: 'set-cookie', value: 'a=x; Max-Age=soon; Expires=never' }], ['a']],
    [[{ name: 'set-cookie', value: 'a=; Path=/' }], ['a']],
    [undefined, []],
  ])('%j: %j', (headers, names) => {
    expect(cookieNames(headers, NOW)).toEqual(names);
  });

  it('never throws and never gives more than a name', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.constant('set-cookie'), value: fc.string() })), (headers) => {
        for (const name of cookieNames(headers, NOW)) expect(name).not.toMatch(/[=;\n]/);
      }),
    );
  });
});

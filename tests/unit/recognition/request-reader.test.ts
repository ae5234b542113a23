/** What does a request carry? One made-up request for each company that we have a reader for, and whatever a page may make up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ownFile from '../../../policy-data/request-readers.json' with { type: 'json' };
import trackharFile from '../../../policy-data/trackhar.json' with { type: 'json' };
import { MAX_CARRIED, mergeCarried, type CarriedRequest } from '../../../recognition/carried-request';
import { MAX_NAME, MAX_PARTS, MAX_VALUE, requestParts } from '../../../recognition/request-parts';
import { createRequestReader } from '../../../recognition/request-reader';
import { shippedRequestReader } from '../../../recognition/shipped-request-readers';

const PAGE = 'https://www.columbiarecords.com/tour?from=mail';
const FROM = 'https://search.example/?q=lanterns';
const HASH = 'f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79';
const request = (url: string, body: string | null = null): CarriedRequest => ({
  url,
  method: body === null ? null : 'POST',
  body,
  bodyUnread: false,
  at: 1_000,
});
const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();
const reader = shippedRequestReader();
/** Kind → values, as the reader tells them. */
function carried(url: string, body: string | null = null): Record<string, string[]> {
  const kinds: Record<string, string[]> = {};
  for (const { kind, value } of reader(request(url, body)).properties) (kinds[kind] ??= []).push(value);
  return kinds;
}

/** Company, address, body, and what is told of it. */
const ROWS: readonly [string, string, string | null, Record<string, string[]>][] = [
  [
    'Google Analytics',
    `https://region1.google-analytics.com/g/collect?${query({ v: '2', tid: 'G-LANTERN01', cid: '276494727.1795610244', sid: '1795610244', ul: 'en-us', sr: '1280x800', dl: PAGE, dr: FROM, dt: 'Tour', en: 'page_view', gcs: 'G111', uap: 'Linux' })}`,
    null,
    {
      account: ['G-LANTERN01'],
      'browser-id': ['276494727.1795610244'],
      'session-id': ['1795610244'],
      language: ['en-us'],
      screen: ['1280x800'],
      'page-address': [PAGE],
      referrer: [FROM],
      'page-title': ['Tour'],
      event: ['page_view'],
      consent: ['G111'],
      system: ['Linux'],
    },
  ],
  [
    'Google Analytics, several events in one body',
    'https://www.google-analytics.com/g/collect?v=2&cid=1.2',
    'en=scroll&_et=12\r\nen=user_engagement&_et=900',
    { 'browser-id': ['1.2'], event: ['scroll', 'user_engagement'], time: ['12', '900'] },
  ],
  [
    'Google Analytics as it was',
    `https://www.google-analytics.com/j/collect?${query({ t: 'pageview', vp: '1200x700', _gid: '9.8', uid: '0' })}`,
    null,
    { event: ['pageview'], viewport: ['1200x700'], 'browser-id': ['9.8'] },
  ],
  [
    'Meta',
    `https://www.facebook.com/tr/?${query({ id: '2417', ev: 'ViewContent', dl: PAGE, rl: FROM, sw: '1280', sh: '800', fbp: 'fb.1.1700000000000.12345', 'ud[em]': HASH, 'cd[value]': '24.00', 'cd[currency]': 'EUR', 'cd[content_name]': 'Harbour of Small Lights' })}`,
    null,
    {
      account: ['2417'],
      event: ['ViewContent'],
      'page-address': [PAGE],
      referrer: [FROM],
      screen: ['1280', '800'],
      'browser-id': ['fb.1.1700000000000.12345'],
      'email-hash': [HASH],
      price: ['24.00', 'EUR'],
      product: ['Harbour of Small Lights'],
    },
  ],
  [
    'TikTok',
    'https://analytics.tiktok.com/api/v2/pixel',
    JSON.stringify({
      event: 'Pageview',
      context: { page: { url: PAGE, referrer: FROM }, pixel: { code: 'C4LANTERN' }, user: { user_id: 'u-77' } },
    }),
    { event: ['Pageview'], 'page-address': [PAGE], referrer: [FROM], account: ['C4LANTERN'], 'user-id': ['u-77'] },
  ],
  [
    'Snap',
    'https://tr.snapchat.com/p',
    query({ pid: 'p-1', ev: 'PAGE_VIEW', pl: PAGE, rf: FROM, u_hem: HASH, u_hpn: HASH }),
    {
      account: ['p-1'],
      event: ['PAGE_VIEW'],
      'page-address': [PAGE],
      referrer: [FROM],
      'email-hash': [HASH],
      'phone-hash': [HASH],
    },
  ],
  [
    'Pinterest',
    `https://ct.pinterest.com/v3/?${query({ tid: '261', event: 'addtocart', pd: JSON.stringify({ em: HASH }), ed: JSON.stringify({ value: 12, currency: 'USD' }) })}`,
    null,
    { account: ['261'], event: ['addtocart'], 'email-hash': [HASH], price: ['12', 'USD'] },
  ],
  [
    'X',
    `https://t.co/1/i/adsct?${query({ txn_id: 'o1abc', p_user_id: '0', tw_document_href: PAGE, events: '[["pageview",{}]]' })}`,
    null,
    { account: ['o1abc'], 'page-address': [PAGE], event: ['pageview'] },
  ],
  [
    'Spotify',
    'https://pixels.spotify.com/v1/ingest',
    JSON.stringify({ batch: [{ pid: 'spot-1', events: [{ action: 'view' }] }] }),
    { account: ['spot-1'], event: ['view'] },
  ],
  [
    'Bandsintown',
    'https://rest.bandsintown.com/artists/Paper%20Lanterns/events?app_id=js_l',
    null,
    { account: ['js_l'] },
  ],
  [
    'Klaviyo',
    'https://a.klaviyo.com/client/events/?company_id=Vb',
    JSON.stringify({
      data: {
        type: 'event',
        attributes: {
          metric: { data: { attributes: { name: 'Viewed Product' } } },
          profile: { data: { attributes: { email: 'fan@example.com', phone_number: '+15550100' } } },
        },
      },
    }),
    { account: ['Vb'], event: ['Viewed Product'], email: ['fan@example.com'], phone: ['+15550100'] },
  ],
  [
    'Salesforce',
    `https://lantern.us-1.evergage.com/api2/event/engage?event=${btoa(JSON.stringify({ interaction: { name: 'View' }, source: { url: PAGE, locale: 'en_US' }, user: { attributes: { email: 'fan@example.com' } } }))}`,
    null,
    { event: ['View'], 'page-address': [PAGE], language: ['en_US'], email: ['fan@example.com'] },
  ],
  [
    'Pardot',
    `https://pi.pardot.com/analytics?${query({ ver: '3', visitor_id: '815', campaign_id: '3', account_id: '77', url: PAGE })}`,
    null,
    { 'browser-id': ['815'], campaign: ['3'], account: ['77'], 'page-address': [PAGE] },
  ],
  [
    'Adobe Analytics, on whichever host',
    `https://metrics.columbiarecords.com/b/ss/lantern/1/JS-2.22/s9?${query({ g: PAGE, pageName: 'Tour', s: '1280x800', mid: '5551', events: 'event1' })}`,
    null,
    {
      'page-address': [PAGE],
      'page-title': ['Tour'],
      screen: ['1280x800'],
      'browser-id': ['5551'],
      event: ['event1'],
    },
  ],
  [
    'Shopify',
    'https://monorail-edge.shopifysvc.com/unstable/produce_batch',
    JSON.stringify({
      events: [
        {
          schema_id: 'trekkie_storefront_page_view/1.4',
          payload: { url: PAGE, title: 'Store', uniqToken: 'u-9', visitToken: 'v-9', customerId: 0, shopId: 42 },
        },
      ],
    }),
    {
      event: ['trekkie_storefront_page_view/1.4'],
      'page-address': [PAGE],
      'page-title': ['Store'],
      'browser-id': ['u-9'],
      'session-id': ['v-9'],
      account: ['42'],
    },
  ],
  [
    'Xandr, by the facts of trackhar',
    'https://ib.adnxs.com/setuid?entity=52&code=6f1c2b0e',
    null,
    { account: ['52'], 'user-id': ['6f1c2b0e'] },
  ],
];

describe('the reader of', () => {
  it.each(ROWS)('%s', (_company, url, body, expected) => {
    const told = carried(url, body);
    expect(told).toEqual(expected);
    expect(reader(request(url, body)).reader).not.toBeNull();
  });

  it('each company of our own list has a request in this test', () => {
    const read = ROWS.map(([, url, body]) => reader(request(url, body)).reader);
    expect(ownFile.readers.map(({ name }) => name).filter((name) => !read.includes(name))).toEqual([]);
  });

  it('nobody: unknown hosts and hosts that only resemble one', () => {
    for (const url of [
      'https://unknown.example/collect?cid=1',
      'https://www.facebook.com.evil.example/tr/?ev=PageView',
      'https://evil.example/?https://www.facebook.com/tr/?ev=PageView',
      'nonsense',
      '',
    ]) {
      const { reader: name, properties } = reader(request(url));
      expect([name, properties]).toEqual([null, []]);
    }
  });

  it('an address is told apart from a title, and a hash from an e-mail address', () => {
    const read = createRequestReader([
      { name: 'A', addresses: ['^https?://a\\.example/$'], carries: { 'page-address': ['p'], email: ['e'] } },
    ]);
    const kinds = (text: string): string[] =>
      read(request(`https://a.example/?${text}`)).properties.map(({ kind }) => kind);
    expect(kinds(query({ p: PAGE }))).toEqual(['page-address']);
    expect(kinds(query({ p: '/tour' }))).toEqual(['page-address']);
    expect(kinds(query({ p: 'Tour' }))).toEqual(['page-title']);
    expect(kinds(query({ e: 'fan@example.com' }))).toEqual(['email']);
    expect(kinds(query({ e: HASH }))).toEqual(['email-hash']);
  });
});

describe('whatever a page makes up', () => {
  it('never throws, and gives no more than there is room for', () => {
    const addresses = [...ownFile.readers, ...trackharFile.readers].map(({ addresses: [first = ''] }) =>
      first.replace(/^\^https\?/, 'https').replace(/\\|\$$/g, ''),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...addresses), fc.string(), fc.webUrl()),
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.webQueryParameters()),
        fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 12 }), fc.webQueryParameters())),
        (address, text, body) => {
          const { parts, properties } = reader(request(`${address}?${text}`, body));
          expect(parts.length).toBeLessThanOrEqual(MAX_PARTS);
          expect(properties.length).toBeLessThanOrEqual(parts.length);
          for (const { name, value } of parts) {
            expect(name.length).toBeLessThanOrEqual(MAX_NAME);
            expect(value.length).toBeLessThanOrEqual(MAX_VALUE);
          }
        },
      ),
    );
  });

  it('a body without end, a deep one and a broken one', () => {
    const many = requestParts('https://a.example/', `a=1&${'b=2&'.repeat(3000)}`);
    expect([many.parts.length, many.leftOut > 0]).toEqual([MAX_PARTS, true]);
    const deep = requestParts('https://a.example/', `${'[{"a":'.repeat(500)}1${'}]'.repeat(500)}`);
    expect([deep.parts.length, deep.leftOut]).toEqual([0, 1]);
    expect(requestParts('https://a.example/?%E0%A4%A', '{"a":').parts.map(({ value }) => value)).toEqual(['{"a":']);
    expect(requestParts('https://a.example/?a=eyJ*&b=eyJhIjox', null).parts.map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
    expect(requestParts('https://a.example/?a=1#?b=2', null).parts).toEqual([{ name: 'a', value: '1' }]);
  });

  it.each<[string, string, string]>([
    ['https://me:secret@www.google-analytics.com:8443/g/collect?v=2', 'www.google-analytics.com', '/g/collect'],
    ['https://me@www.google-analytics.com/g/collect', 'www.google-analytics.com', '/g/collect'],
    ['http://[::1]:8080/a?b', '[::1]', '/a'],
    ['wss://A.example/', 'a.example', '/'],
    ['https://a.example', 'a.example', '/'],
    ['https://a.example?x=/b', 'a.example', '/'],
    ['https://a.example/x@y:z', 'a.example', '/x@y:z'],
    ['nonsense', '', '/'],
  ])('%s is sent to the host %s', (url, host, path) => {
    expect(reader(request(url))).toMatchObject({ host, path });
  });

  it('an address with a user name is read like any other, and one in a user name is none', () => {
    const sent = `g/collect?${query({ v: '2', tid: 'G-LANTERN1', cid: '123456.789', dl: PAGE })}`;
    expect(carried(`https://me:secret@www.google-analytics.com/${sent}`)['browser-id']).toEqual(['123456.789']);
    expect(reader(request(`https://www.google-analytics.com:x@a.example/${sent}`)).reader).toBeNull();
  });

  it('a body of JSON that was cut is read as far as it goes, and the cut is told', () => {
    const body = JSON.stringify({
      user: { email: HASH, list: [1, { a: 'x,"]}' }] },
      events: Array(3000).fill({ n: 'v' }),
    });
    const cut = body.slice(0, 16_000);
    const { parts, leftOut } = requestParts('https://a.example/', cut);
    expect(parts.slice(0, 3)).toEqual([
      { name: 'user.email', value: HASH },
      { name: 'user.list.*', value: '1' },
      { name: 'user.list.*.a', value: 'x,"]}' },
    ]);
    expect(leftOut).toBeGreaterThan(0);
    expect(requestParts('https://a.example/', btoa(body).slice(0, 15_999 + 1)).parts[0]?.name).toBe('user.email');
  });

  it('JSON is read wherever it was cut, and in little time', () => {
    const value = fc.jsonValue({ maxDepth: 4 }).map((inner) => ({ first: 'one', inner, filler: 'f\\"'.repeat(6000) }));
    fc.assert(
      fc.property(value, (whole) => {
        const { parts } = requestParts('https://a.example/', JSON.stringify(whole).slice(0, 16_000));
        expect(parts[0]).toEqual({ name: 'first', value: 'one' });
      }),
    );
    expect(requestParts('https://a.example/', '['.repeat(16_000)).leftOut).toBeGreaterThan(0);
    expect(requestParts('https://a.example/', `[object Object]`).parts).toEqual([
      { name: '', value: '[object Object]' },
    ]);
  });

  it('an address made to hold up its pattern does not', () => {
    // One that goes back and forth would take minutes, and the test its time.
    for (const url of [`https://${'a.'.repeat(3900)}`, `https://${'a-'.repeat(3900)}/b/ss`])
      expect(reader(request(url)).reader).toBeNull();
  });
});

describe('what the page and the browser told of', () => {
  const at = (url: string, time: number): CarriedRequest => ({ ...request(url), at: time });

  it('is one list, newest first, with nothing twice', () => {
    const told = { ...at('https://a.example/?n=1', 5), method: 'POST', body: 'x=1' };
    const merged = mergeCarried([at('https://a.example/?n=1#here', 4), at('https://a.example/?n=2', 9)], [told]);
    expect(merged.map(({ url, body }) => [url, body])).toEqual([
      ['https://a.example/?n=2', null],
      ['https://a.example/?n=1', 'x=1'],
    ]);
  });

  it('keeps what was sent twice, and no more than there is room for', () => {
    const twice = [at('https://a.example/', 1), at('https://a.example/', 2)];
    expect(mergeCarried(twice, [at('https://a.example/', 2)])).toHaveLength(2);
    const many = Array.from({ length: 50 }, (_, index) => at(`https://a.example/?${index}`, index));
    expect(mergeCarried(many, many)).toHaveLength(MAX_CARRIED);
    expect(mergeCarried(many, [])[0]?.at).toBe(49);
  });
});

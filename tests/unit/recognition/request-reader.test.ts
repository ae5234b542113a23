/** What does a request carry? One made-up request for each company that we have a reader for, and whatever a page may make up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ownFile from '../../../policy-data/request-readers.json' with { type: 'json' };
import trackharFile from '../../../policy-data/trackhar.json' with { type: 'json' };
import { MAX_CARRIED, mergeCarried, type CarriedRequest } from '../../../recognition/carried-request.ts';
import { MAX_NAME, MAX_PARTS, MAX_VALUE, requestParts } from '../../../recognition/request-parts.ts';
import { createRequestReader, IDENTIFYING } from '../../../recognition/request-reader.ts';
import { shippedStoredItemIndex } from '../../../recognition/shipped-stored-item-index.ts';
import { createStoredItemFinder } from '../../../recognition/stored-item.ts';
import type { CarriedKind } from '../../../schemas/policy-data.ts';
import { shippedRequestReader } from '../../../recognition/shipped-request-readers.ts';

const PAGE = 'https://www.columbiarecords.com/tour?from=mail';
const FROM = 'https://search.example/?q=lanterns';
const HASH = 'f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79';
/** The same, in the base64 that Google sends. */
const HASH_BASE64 = 'BI-OMq6JiBzU0PMlTnMSc3kiYbq8Gp00VKYUN-xHfqA';
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
    { account: ['52'], 'browser-id': ['6f1c2b0e'] },
  ],
  [
    'Google Analytics by way of the site’s own host',
    `https://metrics.columbiarecords.com/x4/g/collect?${query({ v: '2', tid: 'G-LANTERN01', cid: '1.2', uam: 'Pixel 9', cm: 'email', _uip: '203.0.113.7' })}`,
    'en=form_submit&ep.contact=fan@example.com',
    {
      account: ['G-LANTERN01'],
      'browser-id': ['1.2'],
      device: ['Pixel 9'],
      campaign: ['email'],
      ip: ['203.0.113.7'],
      event: ['form_submit'],
      email: ['fan@example.com'],
    },
  ],
  [
    'Meta, with what it took out of a form and a click',
    `https://www.facebook.com/tr/?${query({ id: '2417', ev: 'SubscribedButtonClick', 'udff[em]': HASH, 'udff[zp]': HASH, 'ud[ct]': HASH, 'ud[country]': HASH, 'ud[ge]': HASH, 'ud[db]': HASH, 'ud[st]': 'ny', 'cd[buttonText]': 'Join', 'cd[formFeatures]': '[{"name":"email","inputType":"email"}]', 'cd[pageFeatures]': '{"title":"Tour"}' })}`,
    null,
    {
      account: ['2417'],
      event: ['SubscribedButtonClick'],
      'email-hash': [HASH],
      'place-hash': [HASH, HASH, HASH],
      place: ['ny'],
      'gender-hash': [HASH],
      'birth-date-hash': [HASH],
      'page-part': ['Join', 'email', 'email'],
      'page-title': ['Tour'],
    },
  ],
  [
    'TikTok, several at once',
    'https://analytics-sg.tiktok.com/api/v2/pixel/batch',
    JSON.stringify({
      batch: [
        {
          event: 'CompleteRegistration',
          context: {
            user: { anonymous_id: '3ITAcGS6', auto_email: HASH, eb_phone_number: HASH },
            ad: { callback: 'E.C.P.1' },
          },
          properties: { value: 12, currency: 'USD' },
        },
      ],
    }),
    {
      event: ['CompleteRegistration'],
      'browser-id': ['3ITAcGS6'],
      'email-hash': [HASH],
      'phone-hash': [HASH],
      'click-id': ['E.C.P.1'],
      price: ['12', 'USD'],
    },
  ],
  [
    'Snap, with its identifiers',
    `https://tr6.snapchat.com/p?${query({ pid: 'p-1', ev: 'PAGE_VIEW', u_c1: 'a-b-c', u_sclid: 'd-e-f', u_scsid: 'g-h-i', u_fn: HASH, u_age: HASH, l_city: HASH })}`,
    null,
    {
      account: ['p-1'],
      event: ['PAGE_VIEW'],
      'browser-id': ['a-b-c'],
      'click-id': ['d-e-f'],
      'session-id': ['g-h-i'],
      'name-hash': [HASH],
      'birth-date-hash': [HASH],
      'place-hash': [HASH],
    },
  ],
  [
    'Pinterest, with what stands in its JSON',
    `https://ct.pinterest.com/v3/?${query({ tid: '261', event: 'pagevisit', ad: JSON.stringify({ loc: PAGE, ref: FROM, sw: 1280, sh: 800, epik: 'dj0yJnU9' }) })}`,
    null,
    {
      account: ['261'],
      event: ['pagevisit'],
      'page-address': [PAGE],
      referrer: [FROM],
      screen: ['1280', '800'],
      'click-id': ['dj0yJnU9'],
    },
  ],
  [
    'X, with the machine in one parameter',
    `https://analytics.twitter.com/1/i/adsct?${query({ txn_id: 'o1abc', tw_document_href: PAGE, tw_document_referrer: FROM, dv: 'UTC&en-US&Google Inc.&Linux x86_64&255&1280&1024&4&24', event_id: 'ea4a8864-291b' })}`,
    null,
    {
      account: ['o1abc'],
      'page-address': [PAGE],
      referrer: [FROM],
      'time-zone': ['UTC&en-US&Google Inc.&Linux x86_64&255&1280&1024&4&24'],
      language: ['UTC&en-US&Google Inc.&Linux x86_64&255&1280&1024&4&24'],
      browser: ['UTC&en-US&Google Inc.&Linux x86_64&255&1280&1024&4&24'],
      system: ['UTC&en-US&Google Inc.&Linux x86_64&255&1280&1024&4&24'],
      screen: ['UTC&en-US&Google Inc.&Linux x86_64&255&1280&1024&4&24'],
    },
  ],
  [
    'Google Ads',
    `https://www.google.com/ccm/collect?${query({ tid: 'AW-11', en: 'page_view', dl: PAGE, dt: 'Tour', auid: '1475816545.1746729079', npa: '0', em: `tv.1~em.${HASH_BASE64}~co0.NO` })}`,
    null,
    {
      account: ['AW-11'],
      event: ['page_view'],
      'page-address': [PAGE],
      'page-title': ['Tour'],
      'browser-id': ['1475816545.1746729079'],
      consent: ['0'],
      'email-hash': [HASH_BASE64],
      place: ['NO'],
    },
  ],
  [
    'Google Ads without an e-mail address',
    `https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1111111/?${query({ u_w: '1280', u_h: '800', u_tz: '-420', url: PAGE, tiba: 'Tour', userId: 'null', em: 'tv.1' })}`,
    null,
    { screen: ['1280', '800'], 'time-zone': ['-420'], 'page-address': [PAGE], 'page-title': ['Tour'] },
  ],
  [
    'Floodlight, whose names stand in the path',
    'https://1234567.fls.doubleclick.net/activityi;src=1234567;type=group1;cat=thank123;cost=6.66;auiddc=890045014.1556389977;~oref=https%3A%2F%2Fwww.columbiarecords.com%2F?',
    null,
    {
      account: ['1234567'],
      event: ['group1', 'thank123'],
      price: ['6.66'],
      'browser-id': ['890045014.1556389977'],
      'page-address': ['https://www.columbiarecords.com/'],
    },
  ],
  [
    'Microsoft Advertising',
    `https://bat.bing.com/action/0?${query({ ti: '343055874', evt: 'pageLoad', sid: 'd28f8110ab5411efbf0263ae351fe1dc', vid: 'd28f9d70ab5411ef8f09330c52d0c032', msclkid: 'N', lg: 'en-US', sw: '1280', sh: '800', tl: 'Tour', p: PAGE, r: '' })}`,
    null,
    {
      account: ['343055874'],
      event: ['pageLoad'],
      'session-id': ['d28f8110ab5411efbf0263ae351fe1dc'],
      'browser-id': ['d28f9d70ab5411ef8f09330c52d0c032'],
      language: ['en-US'],
      screen: ['1280', '800'],
      'page-title': ['Tour'],
      'page-address': [PAGE],
    },
  ],
  [
    'Reddit',
    `https://alb.reddit.com/rp.gif?${query({ id: 'a2_lantern', event: 'PageVisit', uuid: 'c6959068-f901', em: HASH, external_id: '', sw: '1440', sh: '2560' })}`,
    null,
    {
      account: ['a2_lantern'],
      event: ['PageVisit'],
      'browser-id': ['c6959068-f901'],
      'email-hash': [HASH],
      screen: ['1440', '2560'],
    },
  ],
  [
    'LinkedIn',
    `https://px.ads.linkedin.com/collect?${query({ v: '2', fmt: 'js', pid: '64444', li_adsId: 'f8924343-8fd8', url: PAGE })}`,
    null,
    { account: ['64444'], 'browser-id': ['f8924343-8fd8'], 'page-address': [PAGE] },
  ],
  [
    'Segment',
    'https://api.segment.io/v1/i',
    JSON.stringify({
      type: 'identify',
      anonymousId: '507f191e810c',
      userId: '97980cfea0067',
      traits: { name: 'A Fan', email: 'fan@example.com' },
      context: { page: { url: PAGE, title: 'Tour' }, locale: 'en-US', timezone: 'Europe/Berlin' },
    }),
    {
      event: ['identify'],
      'browser-id': ['507f191e810c'],
      'user-id': ['97980cfea0067'],
      name: ['A Fan'],
      email: ['fan@example.com'],
      'page-address': [PAGE],
      'page-title': ['Tour'],
      language: ['en-US'],
      'time-zone': ['Europe/Berlin'],
    },
  ],
  [
    'New Relic',
    `https://bam.nr-data.net/1/bb5ba46750?${query({ a: '236482262', v: '1167', ref: PAGE })}`,
    null,
    { account: ['236482262'], 'page-address': [PAGE] },
  ],
  [
    'Braze',
    'https://sdk.iad-03.braze.com/api/v3/data/',
    JSON.stringify({
      events: [{ name: 'ss', session_id: '257a0c97-3fb4' }],
      device: {
        browser: 'Chrome',
        os_version: 'Windows',
        resolution: '2048x1152',
        locale: 'en-us',
        time_zone: 'America/Bogota',
      },
      api_key: 'key-1',
      device_id: '7be3a230-10ae',
    }),
    {
      event: ['ss'],
      'session-id': ['257a0c97-3fb4'],
      browser: ['Chrome'],
      system: ['Windows'],
      screen: ['2048x1152'],
      language: ['en-us'],
      'time-zone': ['America/Bogota'],
      account: ['key-1'],
      'browser-id': ['7be3a230-10ae'],
    },
  ],
  [
    'a form of Mailchimp',
    'https://lantern.us20.list-manage.com/subscribe/post-json?u=65cc&id=dfca&EMAIL=fan%40example.com&FNAME=Fan',
    null,
    { account: ['65cc'], newsletter: ['dfca'], email: ['fan@example.com'], name: ['Fan'] },
  ],
  [
    'the form of Sony Music',
    'https://subs.sonymusicfans.com/submit',
    query({
      form: '62739',
      field_email_address: 'fan@example.com',
      field_first_name: 'Fan',
      field_last_name: 'O’Fan',
      field_dob: '1990-01-31',
      field_postal_code: '28001',
      field_country_region: 'ES',
      field_mobile_phone: '+15550100',
      'mailing-list-id[0]': 'a0S1p00000USoTNEA1',
      'mailing-list-id[]': 'a0S61000000ZYfcEAG',
    }),
    {
      account: ['62739'],
      email: ['fan@example.com'],
      name: ['Fan', 'O’Fan'],
      'birth-date': ['1990-01-31'],
      place: ['28001', 'ES'],
      phone: ['+15550100'],
      newsletter: ['a0S1p00000USoTNEA1', 'a0S61000000ZYfcEAG'],
    },
  ],
  [
    'Shopify, which tells no choice',
    'https://monorail-edge.shopifysvc.com/v1/produce',
    JSON.stringify({ schema_id: 'x/1', payload: { is_persistent_cookie: true } }),
    { event: ['x/1'] },
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

  it.each<[CarriedKind, string, CarriedKind]>([
    ['email', HASH, 'email-hash'],
    ['email', HASH_BASE64, 'email-hash'],
    ['email', HASH.slice(0, 32), 'email-hash'],
    ['email-hash', 'fan@example.com', 'email'],
    ['email-hash', HASH, 'email-hash'],
    ['phone', HASH, 'phone-hash'],
    ['phone-hash', '+1 555 0100', 'phone'],
    ['name', HASH, 'name-hash'],
    ['name-hash', 'A Fan', 'name'],
    ['place', HASH, 'place-hash'],
    ['place', '28001', 'place'],
    ['place-hash', 'Madrid', 'place'],
    ['gender', HASH, 'gender-hash'],
    ['gender', 'f', 'gender'],
    ['birth-date', HASH, 'birth-date-hash'],
    ['birth-date', '19900131', 'birth-date'],
    ['birth-date-hash', '1990-01-31', 'birth-date'],
    ['browser-id', HASH, 'browser-id'],
  ])('a %s of the form %s is told as %s', (kind, value, told) => {
    const read = createRequestReader([
      { name: 'A', addresses: ['^https://a\\.example/$'], carries: { [kind]: ['x'] } },
    ]);
    expect(read(request(`https://a.example/?${query({ x: value })}`)).properties.map((one) => one.kind)).toEqual([
      told,
    ]);
  });

  it('an address that others have too counts only with the names that go with it', () => {
    for (const change of [{}, { v: '1' }, { tid: 'UA-1-1' }]) {
      const sent = { v: '2', tid: 'G-LANTERN01', cid: '1.2', ...change };
      const { reader: name } = reader(request(`https://metrics.example/g/collect?${query(sent)}`));
      expect([change, name !== null]).toEqual([change, Object.keys(change).length === 0]);
    }
  });

  it('an e-mail address is one under whichever name, sent to whomever', () => {
    expect(carried('https://unknown.example/x?whatever=fan%40example.com')).toEqual({ email: ['fan@example.com'] });
    expect(carried('https://unknown.example/x?page=https://a.example/@fan')).toEqual({});
  });
});

describe('what is kept and sent on', () => {
  const finder = createStoredItemFinder(shippedStoredItemIndex);
  /** Kept name, the address and the name under which the same value is sent. */
  const SENT: readonly [string, string, string][] = [
    ['_ga', 'https://www.google-analytics.com/g/collect', 'cid'],
    ['_gid', 'https://www.google-analytics.com/j/collect', '_gid'],
    ['_gcl_au', 'https://www.google.com/ccm/collect', 'auid'],
    ['_fbp', 'https://www.facebook.com/tr/', 'fbp'],
    ['_fbc', 'https://www.facebook.com/tr/', 'fbc'],
    ['_ttp', 'https://analytics.tiktok.com/api/v2/pixel', 'context.user.anonymous_id'],
    ['ttclid', 'https://analytics.tiktok.com/api/v2/pixel', 'context.ad.callback'],
    ['_scid', 'https://tr.snapchat.com/p', 'u_c1'],
    ['_epik', 'https://ct.pinterest.com/v3/', 'ad.epik'],
    ['_twclid', 'https://t.co/1/i/adsct', 'twclid'],
    ['_rdt_uuid', 'https://alb.reddit.com/rp.gif', 'uuid'],
    ['_uetvid', 'https://bat.bing.com/action/0', 'vid'],
    ['_uetsid', 'https://bat.bing.com/action/0', 'sid'],
    ['_uetmsclkid', 'https://bat.bing.com/action/0', 'msclkid'],
    ['ajs_anonymous_id', 'https://api.segment.io/v1/t', 'anonymousId'],
    ['ajs_user_id', 'https://api.segment.io/v1/t', 'userId'],
    ['visitor_id77', 'https://pi.pardot.com/analytics', 'visitor_id'],
    ['__kla_id', 'https://a.klaviyo.com/api/track', 'customer_properties.$exchange_id'],
    ['_shopify_y', 'https://monorail-edge.shopifysvc.com/v1/produce', 'payload.uniqToken'],
    ['_shopify_s', 'https://monorail-edge.shopifysvc.com/v1/produce', 'payload.visitToken'],
  ];
  const kindOfPurpose: readonly (readonly [RegExp, CarriedKind])[] = [
    [/^Keeps the click/, 'click-id'],
    [/^(?:Links a click|Keeps clicks)/, 'click-id'],
    [/signed-in visitor/, 'user-id'],
    [/^Tells (?:one visit|visits)/, 'session-id'],
    [/^(?:Tells|Measures)/, 'browser-id'],
  ];

  it.each(SENT)('%s has one answer in both places', (name, url, sentAs) => {
    const [entry] = (['cookie', 'local'] as const).flatMap((store) =>
      finder.candidates(store, name, 'www.columbiarecords.com', null),
    );
    const body = sentAs.includes('.')
      ? JSON.stringify(sentAs.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), 'V1a-2b'))
      : null;
    const [sent] = reader(request(body === null ? `${url}?${query({ [sentAs]: 'V1a-2b' })}` : url, body)).properties;
    expect(entry?.identifier).toBe(true);
    expect(sent === undefined ? null : [sent.kind, IDENTIFYING.has(sent.kind)]).toEqual([
      kindOfPurpose.find(([words]) => words.test(entry?.purpose ?? ''))?.[1],
      true,
    ]);
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
          // One name may stand for several kinds, as X's `dv` does.
          expect(properties.length).toBeLessThanOrEqual(parts.length * 5);
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
    expect(reader(request('https://www.facebook.com:x@a.example/tr/?ev=PageView')).reader).toBeNull();
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

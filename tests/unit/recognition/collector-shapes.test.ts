import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectorShape, isMakersHost } from '../../../recognition/collector-shapes.ts';
import { collectorOf } from '../../../recognition/collectors.ts';
import { shippedCompanies } from '../../../shipped/companies.ts';

const KEY = 'k'.repeat(32);

/** Under hosts of a site: what each collector's own documents or code show. */
const TAKEN: [url: string, collector: string, detail: string][] = [
  ['/g/collect?v=2&tid=G-AB12CD34EF&gtm=45je&_p=1&cid=1.2&en=page_view', 'google-analytics', 'v, tid, cid'],
  ['/sst/g/collect?v=2&tid=G-AB12CD34EF&en=page_view', 'google-analytics', 'v, tid, en'],
  ['/a1b2c3?v=2&tid=G-AB12CD34EF&gtm=45je&_p=1&cid=1.2&sid=3', 'google-analytics', 'v, tid, gtm, cid, _p'],
  ['/a1b2c3?v=2&%74%69%64=G-AB12CD34EF&gtm=45je&_p=1&cid=1.2', 'google-analytics', 'v, tid, gtm, cid, _p'],
  ['/j/collect?v=1&_v=j101&t=pageview&tid=UA-12345-1&cid=1.2', 'google-analytics', 'v, tid, cid, t'],
  ['/gtm.js?id=GTM-AB12CD', 'google-tag-manager', 'id'],
  ['/assets/gtag/js?id=G-AB12CD34EF&l=dataLayer', 'google-tag-manager', 'id'],
  ['/tr/?id=123456789012345&ev=PageView&dl=https%3A%2F%2Fa.example', 'meta', 'id, ev, dl'],
  ['/tr?id=123456789012345&ev=PageView&noscript=1', 'meta', 'id, ev, noscript'],
  ['/b/ss/labelprod,labelglobal/1/JS-2.22.0/s51094577372802?AQB=1&ndh=1&AQE=1', 'adobe-analytics', 'AQB'],
  ['/b/ss/labelprod/1/H.25.4--NS/0', 'adobe-analytics', ''],
  ['/b/ss/labelprod/10/JS-2.22.0-LAFN/s51094577372802', 'adobe-analytics', ''],
  ['/ee/v1/interact?configId=ab-cd&requestId=ef', 'adobe-edge', 'configId'],
  ['/ee/or2/v1/collect?configId=ab-cd', 'adobe-edge', 'configId'],
  ['/matomo.php?action_name=Home&idsite=1&rec=1', 'matomo', 'idsite, rec'],
  ['/stats/piwik.php?idsite=1&rec=1&r=2', 'matomo', 'idsite, rec'],
  ['/com.snowplowanalytics.snowplow/tp2', 'snowplow', ''],
  ['/i?e=pv&url=https%3A%2F%2Fa.example&tv=js-3.4.0&p=web&aid=label', 'snowplow', 'e, tv, p, aid'],
  [`/analytics.js/v1/${KEY}/analytics.min.js`, 'segment', ''],
  ['/label/main/2/i.gif', 'tealium', ''],
  ['/event?s=123456&idclient=9e8d6d5f-1a2b-4c3d-8e9f-0a1b2c3d4e5f', 'piano', 's, idclient'],
  ['/event?s=123456&idclient=opt-out', 'piano', 's, idclient'],
  ['/hit.xiti?s=128343&s2=1&p=home', 'piano', 's'],
  ['/track/?verbose=1&ip=1&_=1635233727838', 'mixpanel', 'ip, _, verbose'],
  ['/cdn-cgi/rum?', 'cloudflare-analytics', ''],
  ['/cdn-cgi/zaraz/s.js?z=JTdC', 'cloudflare-zaraz', ''],
  ['/i18n/pixel/events.js?sdkid=C5T4RVK247CAE4T44EJ0&lib=ttq', 'tiktok', 'sdkid, lib'],
  [
    '/analytics?ver=3&visitor_id=1&pi_opt_in=&campaign_id=2&account_id=3&title=x',
    'pardot',
    'ver, account_id, pi_opt_in, campaign_id, title',
  ],
  ['/visitor/v200/svrGP?pps=70&siteid=1756', 'eloqua', 'siteid, pps'],
  ['/385255285199574/wt?p=323,home,0,1280x1024,32,0,1,0,0,0&tz=2', 'mapp', 'p'],
];

/** Addresses that sites have, and that resemble one of the above in a part. */
const INNOCENT = [
  ...['/', '/collect.html', '/collect', '/collect?v=2', '/g/collection', '/g/collect', '/g/collect?v=2&tid=7&cid=1'],
  ...[
    '/collect?v=1&tid=summer&cid=3&t=x',
    '/shop?v=2&tid=G-FLAT01&cid=4',
    '/gtm.js',
    '/gtm.js?id=7',
    '/gtag/js?id=main',
  ],
  ...[
    '/tr/',
    '/tr/?id=12&ev=konser',
    '/tr/konserler?id=123456789012345&ev=1',
    '/tr?ev=PageView',
    '/tr/?id=123456789012345&ev=konser&v=2',
    '/tr/?id=123456789012345&ev=Konser&v=2&ts=3',
    '/tr?id=123456789012345&ev=PageView&dl=home',
    // A list of an artist's shows.
    '/capi/1234567890/events',
    '/capi/12/events',
  ],
  ...['/b/ss-photo.jpg', '/b/ss/', '/b/ss/summer/1', '/b/ss/summer/1/photo', '/b/ss/summer/cover.jpg?AQB=1'],
  ...['/ee/v1/interact', '/ee/artists?configId=1', '/en/v1/interact?configId=1', '/matomo.php', '/matomo.php?idsite=1'],
  ...[
    '/i?e=pv',
    '/i?e=1&p=2',
    '/i/12',
    '/events',
    '/event',
    '/event?s=1',
    '/event?s=summer&idclient=3',
    '/compte?s=123456&idclient=99',
    '/event?s=123456&idclient=99',
    '/compte?s=123456&idclient=9e8d6d5f-1a2b-4c3d-8e9f-0a1b2c3d4e5f',
    '/search?s=123456',
  ],
  ...[
    '/analytics.js/v1/short/analytics.min.js',
    '/analytics.js',
    '/js/analytics.min.js',
    '/v1/t',
    '/v1/p',
    '/v1/i',
    '/api/event',
  ],
  ...[
    '/track/12',
    '/track/12?ip=1',
    '/track/?ip=1',
    '/track/?ip=1&_=2&data=x',
    '/track?data=song',
    '/2/httpapi',
    '/2/i.gif',
  ],
  ...['/images/artists/3/i.gif', '/hit.xiti', '/hits?s=123456', '/cdn-cgi/image/width=80/cover.jpg', '/cdn-cgi/trace'],
  ...[
    '/cdn-cgi/rumours',
    '/cdn-cgi/challenge-platform/x.js',
    '/pixel/events.js',
    '/events.js?sdkid=1',
    '/analytics?title=x',
    '/analytics?account_id=3&visitor_id=1&title=x',
    '/analytics?ver=2024&account_id=3&pi_opt_in=&campaign_id=2&title=x',
  ],
  ...['/analytics?account_id=3', '/visitor/v200', '/visitor/v200/svrGP', '/12/wt?p=1', '/385255285199574/wt?p=home'],
];

describe('shapes of collectors', () => {
  it.each(TAKEN)('%s', (path, collector, detail) => {
    expect(collectorShape(`https://metrics.a.example${path}`, 'beacon')).toEqual({ collector, detail });
    expect(collectorShape(`https://www.a.example:8443${path}#part`, 'fetch')).toEqual({ collector, detail });
  });

  it.each(INNOCENT)('takes %s for no collector', (path) => {
    expect(collectorShape(`https://www.a.example${path}`, 'xmlhttprequest')).toBeNull();
  });

  it('are not looked for behind a fragment, which is not sent', () => {
    const told = 'v=2&tid=G-AB12CD34EF&cid=1.2';
    expect(collectorShape(`https://www.a.example/g/collect#?${told}`, 'fetch')).toBeNull();
    expect(collectorShape(`https://www.a.example/g/collect#${told}`, 'fetch')).toBeNull();
    expect(collectorShape(`https://www.a.example/search?q=/g/collect?${told}`, 'fetch')).toBeNull();
  });

  it.each([
    '/images/tour/2/i.gif',
    '/label/main/2/i.gif',
    '/event?s=123456&idclient=9e8d6d5f-1a2b-4c3d-8e9f-0a1b2c3d4e5f',
  ])('takes %s for no collector where no script calls it', (path) => {
    for (const initiator of ['img', 'css', 'link', 'iframe', 'navigation', ''])
      expect(collectorShape(`https://www.a.example${path}`, initiator)).toBeNull();
  });

  it('are each shown above, and each has a company that our lists know', () => {
    const ids = [...new Set(TAKEN.map(([, collector]) => collector))];
    const companies = shippedCompanies();
    for (const id of ids) {
      const { relation, known } = companies.find(collectorOf(id)?.host ?? '', 'www.columbiarecords.com');
      expect({ id, relation, known }).toEqual({ id, relation: 'other', known: true });
      expect({ id, maker: isMakersHost(collectorOf(id)?.host ?? '') }).toEqual({ id, maker: true });
    }
    expect(ids).toHaveLength(17);
  });

  it('never hand on a value', () => {
    for (const [path] of TAKEN) {
      const detail = collectorShape(`https://a.example${path}`, 'fetch')?.detail ?? '';
      expect(detail).toMatch(/^(?:[a-z_]+(?:, [a-z_]+)*)?$/i);
    }
  });

  it('are looked for in anything without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
        const found = collectorShape(text, 'fetch');
        expect(found === null || collectorOf(found.collector) !== null).toBe(true);
      }),
    );
  });

  it('are not seen in addresses of a site’s own making', () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    const parameter = fc.tuple(word, fc.stringMatching(/^[a-z0-9-]{0,12}$/)).map((pair) => pair.join('='));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.array(parameter, { maxLength: 5 }), (parts, query) => {
        // '/cdn-cgi/…' cannot come up, and no shape has so few marks that words alone would make it.
        expect(collectorShape(`https://www.a.example/${parts.join('/')}?${query.join('&')}`, 'fetch')).toBeNull();
      }),
    );
  });
});

describe('hosts of the makers', () => {
  it.each(['www.google-analytics.com', 'region1.analytics.google.com', 'label.sc.omtrdc.net', 'facebook.com'])(
    '%s',
    (host) => {
      expect(isMakersHost(host)).toBe(true);
    },
  );

  it.each(['metrics.columbiarecords.com', 'notfacebook.com', 'google-analytics.com.a.example', ''])(
    'not %s',
    (host) => {
      expect(isMakersHost(host)).toBe(false);
    },
  );
});

describe('collectors', () => {
  it('are not found by a name that is none', () => {
    for (const id of ['', 'toString', '__proto__', 'Adobe']) expect(collectorOf(id)).toBeNull();
  });
});

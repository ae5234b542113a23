/**
 * Tags of analytics, advertising and session recording, as their documentation tells which script loads what, which cookies
 * are kept and what is sent where.
 *
 * Long because: one entry for each tag, side by side.
 */
import { pixel, type Answer } from '../../../replica/answer.ts';
import type { Served } from '../wild-page.ts';
import { companyScript } from './company-script.ts';

const NO_CONTENT = (): Answer => ({ status: 204, type: 'text/plain', body: '' });
const pixelWith =
  (...cookies: string[]) =>
  (): Answer =>
    pixel({ 'set-cookie': cookies.map((cookie) => `${cookie}; Path=/; Max-Age=7776000; Secure; SameSite=None`) });
const to = (location: string) => (): Answer => ({ status: 302, type: 'text/plain', body: '', headers: { location } });

/** gtag.js: with consent mode denied nothing is kept and the ping carries no client id of a cookie. */
const GTAG = companyScript(`
const tag = new URL(here.src).searchParams.get('id');
const denied = (window.dataLayer ?? []).some((entry) => entry[0] === 'consent' && entry[1] === 'default' && entry[2]?.analytics_storage === 'denied');
if (tag.startsWith('AW-')) {
  put('_gcl_au', '1.1.' + digits(9) + '.' + seconds(), 90);
  image('https://googleads.g.doubleclick.net/pagead/viewthroughconversion/' + tag.slice(3) + '/?random=' + Date.now() + '&gcl_au=' + get('_gcl_au').slice(4) + '&url=' + encodeURIComponent(location.href));
  return;
}
if (!denied) {
  if (get('_ga') === undefined) put('_ga', 'GA1.1.' + digits(9) + '.' + seconds(), 400);
  put('_ga_' + tag.slice(2), 'GS2.1.s' + seconds() + '$o1$g0$t' + seconds() + '$j60$l0$h0', 400);
}
const client = denied ? digits(9) + '.' + seconds() : get('_ga').slice(6);
post('https://www.google-analytics.com/g/collect?v=2&tid=' + tag + '&gtm=45je4&_p=' + Date.now() + '&cid=' + client + '&ul=en-us&sr=1280x800&gcs=' +
  (denied ? 'G100' : 'G111') + '&en=page_view&dl=' + encodeURIComponent(location.href) + '&dt=' + encodeURIComponent(document.title), '');
`);

/** gtm.js: the container's name says which tags are in it. */
const GTM = companyScript(`
const id = new URL(here.src).searchParams.get('id');
if (id.includes('GA4')) load('https://www.googletagmanager.com/gtag/js?id=G-WILD1&l=dataLayer&cx=c');
if (id.includes('META')) load('https://connect.facebook.net/en_US/fbevents.js');
`);

const META = companyScript(`
const queue = window.fbq?.queue ?? [['init', '1234567890']];
if (get('_fbp') === undefined) put('_fbp', 'fb.1.' + Date.now() + '.' + digits(18), 90);
load('https://connect.facebook.net/signals/config/1234567890?v=2.9.170&r=stable', () =>
  image('https://www.facebook.com/tr/?id=1234567890&ev=PageView&dl=' + encodeURIComponent(location.href) + '&rl=&if=false&ts=' + Date.now() + '&sw=1280&sh=800&v=2.9.170&fbp=' + get('_fbp')));
`);

/** What the tags answer. */
export const TAGS: Served = {
  'www.googletagmanager.com/gtag/js': GTAG,
  'www.googletagmanager.com/gtm.js': GTM,
  'www.google-analytics.com/g/collect': NO_CONTENT,
  'googleads.g.doubleclick.net/pagead/viewthroughconversion/*': (request) =>
    to(`https://www.google.com/pagead/1p-user-list/777/?random=${request.query.get('random') ?? ''}&cv=11`)(),
  'connect.facebook.net/en_US/fbevents.js': META,
  'connect.facebook.net/signals/config/*': companyScript(''),
  'www.facebook.com/tr/': pixelWith('fr=0a1b2c3d4e5f6g7h8i9j0..BmWild.x.AAA.0.0.BmWild; Domain=.facebook.com'),
  'analytics.tiktok.com/i18n/pixel/events.js': companyScript(`
put('_ttp', '2' + digits(26), 390);
put('_tt_enable_cookie', '1', 390);
load('https://analytics.tiktok.com/i18n/pixel/static/main.js', () => post('https://analytics.tiktok.com/api/v2/pixel', JSON.stringify({ event: 'Pageview', context: { page: { url: location.href }, user: { anonymous_id: get('_ttp') } } })));
`),
  'analytics.tiktok.com/api/v2/pixel': () => ({
    type: 'text/plain',
    body: '',
    headers: {
      'set-cookie':
        '_ttp=2wildwildwildwildwildwild01; Domain=.tiktok.com; Path=/; Max-Age=33696000; Secure; SameSite=None',
    },
  }),
  'sc-static.net/scevent.min.js': companyScript(`
put('_scid', crypto.randomUUID(), 390);
put('_scid_r', get('_scid'), 390);
post('https://tr.snapchat.com/p', 'ev=PAGE_VIEW&u_c1=' + get('_scid') + '&pl=' + encodeURIComponent(location.href));
`),
  's.pinimg.com/ct/core.js': companyScript(`
load('https://s.pinimg.com/ct/lib/main.4a5b6c7d.js', () => {
  put('_pin_unauth', 'dWlkPVpX' + digits(30));
  image('https://ct.pinterest.com/v3/?event=init&ad=%7B%22loc%22%3A%22wild%22%7D&tid=2612345678901&cb=' + Date.now());
});
`),
  'ct.pinterest.com/v3/': pixelWith(
    'ar_debug=1; Domain=.pinterest.com',
    '_pinterest_ct_ua="TWc9PSZ3aWxkd2lsZHdpbGQ="; Domain=.ct.pinterest.com',
  ),
  'static.ads-twitter.com/uwt.js': companyScript(`
put('_twpid', 'tw.' + Date.now() + '.' + digits(18));
for (const where of ['t.co', 'analytics.twitter.com'])
  image('https://' + where + '/1/i/adsct?bci=4&dv=wild&eci=3&event=%7B%7D&event_id=' + crypto.randomUUID() + '&p_id=Twitter&p_user_id=0&pl_id=' + crypto.randomUUID() + '&txn_id=o1wild&type=javascript&version=2.3.30');
`),
  't.co/1/i/adsct': pixelWith('muc_ads=2f3a4b5c-6d7e-4f80-9a1b-2c3d4e5f6071; Domain=.t.co'),
  'analytics.twitter.com/1/i/adsct': pixelWith('guest_id_ads=v1%3A173000000000000001; Domain=.twitter.com'),
  'snap.licdn.com/li.lms-analytics/insight.min.js': companyScript(`
put('li_giant', digits(20), 7);
image('https://px.ads.linkedin.com/collect/?v=2&fmt=gif&pid=54321&time=' + Date.now() + '&url=' + encodeURIComponent(location.href));
`),
  'px.ads.linkedin.com/collect/': pixelWith(
    'bcookie="v=2&1a2b3c4d-5e6f-4708-8192-a3b4c5d6e7f8"; Domain=.linkedin.com',
    'lidc="b=VGST00:s=V"; Domain=.linkedin.com',
  ),
  'www.redditstatic.com/ads/pixel.js': companyScript(`
put('_rdt_uuid', Date.now() + '.' + crypto.randomUUID(), 90);
image('https://alb.reddit.com/rp.gif?ts=' + Date.now() + '&id=a2_wild&event=PageVisit&uuid=' + get('_rdt_uuid').slice(14) + '&s=wild&sh=800&sw=1280');
`),
  'alb.reddit.com/rp.gif': () => pixel(),
  'plausible.io/js/script.js': companyScript(`
post('https://plausible.io/api/event', JSON.stringify({ n: 'pageview', u: location.href, d: here.dataset.domain, r: null }));
`),
  'static.hotjar.com/c/*': companyScript(`
put('_hjSessionUser_2417', btoa(JSON.stringify({ id: crypto.randomUUID(), created: Date.now(), existing: false })));
put('_hjSession_2417', btoa(JSON.stringify({ id: crypto.randomUUID(), c: Date.now(), s: 1, r: 1 })), 1);
load('https://script.hotjar.com/modules.1a2b3c.js', () => post('https://content.hotjar.io/?gzip=1&site_id=2417', JSON.stringify({ dom: document.title })));
`),
  'www.clarity.ms/tag/*': companyScript(`
put('_clck', digits(6) + '%5E2%5Ef' + digits(2) + '%5E0%5E' + digits(4));
put('_clsk', digits(6) + '%5E' + Date.now() + '%5E1%5E1%5Ek.clarity.ms%2Fcollect', 1);
load('https://scripts.clarity.ms/0.7.56/clarity.js', () => post('https://k.clarity.ms/collect', JSON.stringify({ e: ['0.7.56', 1], p: [] })));
image('https://c.clarity.ms/c.gif?CtsSyncId=WILD&ts=' + Date.now());
`),
  'c.clarity.ms/c.gif': to('https://c.bing.com/c.gif?CtsSyncId=WILD&RedC=c.clarity.ms'),
  'c.bing.com/c.gif': pixelWith('MUID=2A2B2C2D3E3F404142434445464748AB; Domain=.bing.com'),
  'edge.fullstory.com/s/fs.js': companyScript(`
put('fs_uid', '#WILD1#' + digits(16) + ':' + digits(16) + ':::#/' + seconds());
put('fs_lua', '1.' + Date.now(), 1);
post('https://rs.fullstory.com/rec/page', JSON.stringify({ OrgId: 'WILD1', Url: location.href }));
post('https://rs.fullstory.com/rec/bundle/v2?OrgId=WILD1&UserId=' + digits(16), JSON.stringify({ Evts: [] }));
`),
  'cdn.mouseflow.com/projects/*': companyScript(`
put('mf_user', digits(16), 90);
post('https://o2.mouseflow.com/init?v=17.0&p=wild', JSON.stringify({ page: location.pathname }));
`),
  'js.hs-scripts.com/*': companyScript(`
load('https://js.hs-analytics.net/analytics/1700000000000/2417.js', () => {
  const id = digits(32);
  put('hubspotutk', id, 180);
  put('__hstc', digits(9) + '.' + id + '.' + Date.now() + '.' + Date.now() + '.' + Date.now() + '.1', 180);
  put('__hssrc', '1', 1);
  put('__hssc', digits(9) + '.1.' + Date.now(), 1);
  image('https://track.hubspot.com/__ptq.gif?k=1&a=2417&vi=' + id + '&pu=' + encodeURIComponent(location.href));
});
`),
  'js.hs-analytics.net/*': companyScript(''),
  'track.hubspot.com/__ptq.gif': () => pixel(),
  'cdn.optimizely.com/js/*': companyScript(`
put('optimizelyEndUserId', 'oeu' + Date.now() + 'r0.' + digits(16), 180);
localStorage.setItem('optimizely_data$$' + get('optimizelyEndUserId') + '$$2417$$layer_states', '[]');
post('https://logx.optimizely.com/v1/events', JSON.stringify({ account_id: '2417', visitors: [{ visitor_id: get('optimizelyEndUserId') }] }));
`),
  'dev.visualwebsiteoptimizer.com/*': companyScript(`
put('_vwo_uuid', 'D' + digits(31));
put('_vwo_uuid_v2', get('_vwo_uuid') + '|' + digits(32));
put('_vis_opt_s', '1%7C');
`),
  'try.abtasty.com/*': companyScript(`
put('ABTasty', 'uid=' + digits(16) + '&fst=' + Date.now() + '&pst=-1&cst=' + Date.now() + '&ns=1&pvt=1&pvis=1&th=');
put('ABTastySession', 'mrasn=&lp=' + encodeURIComponent(location.href), 1);
post('https://ariane.abtasty.com/', JSON.stringify({ vid: digits(16), t: 'PAGEVIEW' }));
`),
  'assets.adobedtm.com/*': companyScript(`
const mid = digits(38);
const org = 'WILD1234567890ABC%40AdobeOrg';
put('AMCVS_' + org, '1', 1);
fetch('https://dpm.demdex.net/id?d_visid_ver=5.5.0&d_fieldgroup=MC&d_rtbd=json&d_ver=2&d_orgid=' + org + '&d_nsid=0&ts=' + Date.now(), { credentials: 'include' }).catch(() => {})
  .then(() => {
    put('AMCV_' + org, '179643557%7CMCMID%7C' + mid + '%7CMCAAMLH-1700000000%7C6');
    put('s_cc', 'true', 1);
    image('https://metrics' + site + '/b/ss/wildrsid/1/JS-2.22.0/s' + digits(14) + '?AQB=1&ndh=1&pf=1&t=' + seconds() + '&mid=' + mid + '&aamlh=6&ce=UTF-8&pageName=home&g=' + encodeURIComponent(location.href) + '&s=1280x800&c=24&j=1.6&v=N&k=Y&bw=1280&bh=800&AQE=1');
  });
`),
  'dpm.demdex.net/id': () => ({
    type: 'application/json',
    body: '{"d_mid":"1","dcs_region":6}',
    headers: {
      'set-cookie':
        'demdex=12345678901234567890123456789012345678; Domain=.demdex.net; Path=/; Max-Age=15552000; Secure; SameSite=None',
    },
  }),
  'static.klaviyo.com/onsite/js/*': companyScript(`
put('__kla_id', btoa(JSON.stringify({ cid: crypto.randomUUID(), $referrer: { ts: seconds(), value: '' } })), 730);
fetch('https://static-forms.klaviyo.com/forms/api/v7/WILD12/full-forms').catch(() => {});
post('https://a.klaviyo.com/api/track', 'data=' + get('__kla_id'));
`),
  'stats.wp.com/e-202648.js': companyScript(`
image('https://pixel.wp.com/g.gif?v=ext&blog=123456&post=0&tz=0&srv=wild&j=1%3A13.9&host=' + location.hostname + '&ref=&fcp=100&rand=' + Math.random());
`),
  'pixel.wp.com/g.gif': () => pixel(),
  'static.cloudflareinsights.com/beacon.min.js': companyScript(`
post('/cdn-cgi/rum?', JSON.stringify({ siteToken: 'wild', pageloadId: crypto.randomUUID(), location: location.href, timingsV2: {} }));
`),
};

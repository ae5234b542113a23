/**
 * Companies whose part in a practice needs more than an empty file. The code is ours and does the least that the real
 * thing is known to do: names of cookies, who is called, what is passed on.
 */
import { html, json, pixel, script, type Answer, type SiteRequest } from '../answer.ts';
import { METRICS_HOST } from '../hosts.ts';
import { consentFrame } from '../pages/consent-makers.ts';
import { consentOfService } from '../pages/permissions.ts';
import { formService } from '../pages/sony-music.ts';
import { TYPED_TEXT_STUBS } from './typed-text.ts';
import { READ_OUT_STUBS } from './read-outs.ts';
import { NETWORK_STUBS } from './network.ts';
import { companyOwnFrame } from '../pages/own-frames.ts';
import { playerFrame, tourWidget } from './widgets.ts';
import { WRITER_STUBS } from './writers.ts';

const TWO_YEARS = 63072000;
const THREE_MONTHS = 7776000;

/** Shared by the scripts below: writes a cookie on the page's registrable domain, as analytics scripts do. */
const SET_COOKIE = `function keep(name, value, age) {
  document.cookie = name + '=' + value + '; max-age=' + age + '; path=/; domain=' + location.hostname.split('.').slice(-2).join('.') + '; secure; samesite=lax';
}
function kept(name) {
  return document.cookie.split('; ').find((item) => item.startsWith(name + '='))?.slice(name.length + 1);
}`;

/** gtag.js: an id for two years in _ga, and one report to /g/collect that carries it. */
function gtag(id: string): string {
  return `(() => { ${SET_COOKIE}
  const now = Math.floor(Date.now() / 1000);
  const client = kept('_ga')?.slice(6) ?? Math.floor(Math.random() * 2147483647) + '.' + now;
  keep('_ga', 'GA1.1.' + client, ${String(TWO_YEARS)});
  keep('_ga_${id.replace(/\W/g, '').slice(1)}', 'GS1.1.' + now + '.1.0.' + now + '.0.0.0', ${String(TWO_YEARS)});
  const report = new URLSearchParams({ v: '2', tid: '${id.replace(/[^\w-]/g, '')}', cid: client, ul: navigator.language.toLowerCase(), sr: screen.width + 'x' + screen.height, sid: now, dl: location.href, dr: document.referrer, dt: document.title, en: 'page_view' });
  navigator.sendBeacon('https://www.google-analytics.com/g/collect?' + report);
})();`;
}

/** analytics.js: the older one, with _ga and _gid, and an image as its report. */
const ANALYTICS = `(() => { ${SET_COOKIE}
  const client = Math.floor(Math.random() * 2147483647) + '.' + Math.floor(Date.now() / 1000);
  keep('_ga', 'GA1.2.' + client, ${String(TWO_YEARS)});
  keep('_gid', 'GA1.2.' + client, 86400);
  new Image().src = 'https://www.google-analytics.com/collect?v=1&t=pageview&cid=' + client;
})();`;

/** fbevents.js: an id for three months in _fbp, passed on with an image of one pixel. */
const FBEVENTS = `(() => { ${SET_COOKIE}
  const browser = kept('_fbp') ?? 'fb.1.' + Date.now() + '.' + Math.floor(Math.random() * 1e18);
  keep('_fbp', browser, ${String(THREE_MONTHS)});
  new Image().src = 'https://www.facebook.com/tr/?id=2417&ev=PageView&dl=' + encodeURIComponent(location.href) + '&rl=&sw=' + screen.width + '&sh=' + screen.height + '&fbp=' + browser;
})();`;

/** A session recorder: an id for a year, its main script, and one report. */
const HOTJAR = `(() => { ${SET_COOKIE}
  keep('_hjSessionUser_2417', btoa(JSON.stringify({ id: crypto.randomUUID(), created: Date.now() })), 31536000);
  document.head.append(Object.assign(document.createElement('script'), { src: 'https://script.hotjar.com/modules.js' }));
})();`;

/** What a container loads: the lantern's has three companies in it, every other is empty. */
function tagManager(id: string | null): string {
  const start = "window.dataLayer = window.dataLayer || []; dataLayer.push({ event: 'gtm.js' });";
  if (id !== 'GTM-LANTERN') return start;
  const scripts = [
    'https://www.googletagmanager.com/gtag/js?id=G-LANTERN01',
    'https://connect.facebook.net/en_US/fbevents.js',
    'https://static.hotjar.com/c/hotjar-2417.js?sv=6',
  ];
  return `${start} for (const src of ${JSON.stringify(scripts)}) document.head.append(Object.assign(document.createElement('script'), { src, async: true }));`;
}

/** A consent platform: a banner until a choice is made, then the choice in two cookies. */
const ONETRUST = `(() => { ${SET_COOKIE}
  function choose(groups) {
    keep('OptanonConsent', 'isGpcEnabled=0&version=202409.1.0&groups=' + encodeURIComponent(groups), 31536000);
    keep('OptanonAlertBoxClosed', new Date().toISOString(), 31536000);
    document.getElementById('onetrust-banner-sdk')?.remove();
  }
  if (kept('OptanonAlertBoxClosed')) return;
  addEventListener('DOMContentLoaded', () => {
    document.body.insertAdjacentHTML('beforeend', '<div id="onetrust-banner-sdk" class="banner" role="dialog" aria-label="Cookies"><p>We would like to keep cookies.</p><button id="onetrust-reject-all-handler">Refuse</button><button id="onetrust-accept-btn-handler">Accept</button></div>');
    document.getElementById('onetrust-accept-btn-handler').onclick = () => choose('C0001:1,C0002:1,C0004:1');
    document.getElementById('onetrust-reject-all-handler').onclick = () => choose('C0001:1,C0002:0,C0004:0');
  });
})();`;

const GPT = `new Image().src = 'https://securepubads.g.doubleclick.net/pcs/view.gif?slot=lantern';`;

type Stub = (request: SiteRequest) => Answer | null;

/** By host; null from a stub means: answer by extension. */
export const COMPANY_STUBS: ReadonlyMap<string, Stub> = new Map<string, Stub>([
  ...READ_OUT_STUBS,
  [
    'www.googletagmanager.com',
    ({ path, query }) => script(path.startsWith('/gtag/') ? gtag(query.get('id') ?? '') : tagManager(query.get('id'))),
  ],
  ['www.google-analytics.com', ({ path }) => (path === '/analytics.js' ? script(ANALYTICS) : pixel())],
  ['connect.facebook.net', ({ path }) => (path.endsWith('/fbevents.js') ? script(FBEVENTS) : null)],
  [
    'www.facebook.com',
    ({ path }) =>
      /^\/tr\/?$/.test(path)
        ? pixel({
            'set-cookie': 'fr=0lantern; Max-Age=7776000; Path=/; Domain=.facebook.com; Secure; HttpOnly; SameSite=None',
          })
        : null,
  ],
  ['accounts.spotify.com', consentOfService],
  ['static.hotjar.com', ({ path }) => (path.startsWith('/c/') ? script(HOTJAR) : null)],
  ['cdn.cookielaw.org', ({ path }) => (path.endsWith('otSDKStub.js') ? script(ONETRUST) : null)],
  ['consent.trustarc.com', ({ path }) => (path === '/banner' ? consentFrame() : script(''))],
  ['securepubads.g.doubleclick.net', ({ path }) => (path.endsWith('/gpt.js') ? script(GPT) : null)],
  // An address of the range that is set aside for documentation.
  ['ipinfo.io', () => json({ ip: '203.0.113.7', city: 'Riverton', country: 'US' })],
  [METRICS_HOST, () => pixel()],
  ['ib.adnxs.com', () => pixel()],
  ['x.bidswitch.net', () => pixel()],
  ['widget.bandsintown.com', ({ path }) => (path.endsWith('.js') ? script(tourWidget) : null)],
  [
    'www.youtube.com',
    ({ path }) =>
      path === '/embed/with-a-frame' ? companyOwnFrame() : path.startsWith('/embed/') ? playerFrame('video') : html(''),
  ],
  ['open.spotify.com', ({ path }) => (path.startsWith('/embed/') ? playerFrame('audio') : html(''))],
  ...NETWORK_STUBS,
  ['forms.sonymusicfans.com', formService],
  ['subs.sonymusicfans.com', formService],
  ...TYPED_TEXT_STUBS,
  ...WRITER_STUBS,
]);

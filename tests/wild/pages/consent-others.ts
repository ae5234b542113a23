/**
 * More consent tools, some of which keep something before anybody has chosen.
 *
 * Long because: one tool after the other, side by side.
 */
import { companyScript } from '../stubs/company-script.ts';
import { document, type WildPage } from '../wild-page.ts';
import { CONSENT_COOKIES, COOKIES_BY_OTHERS, FOOT, GOOGLE_ANALYTICS, GTAG, GTAG_EITHER } from './snippets.ts';

const held = (attributes: string): string =>
  GTAG.replaceAll(/<script( async)?/g, (_, async: string | undefined) => `<script ${attributes}${async ?? ''}`);

/** CookieScript keeps its map of Google’s words at once, and action and categories with the choice. */
const COOKIE_SCRIPT = companyScript(`
const map = { ad_storage: 'targeting', analytics_storage: 'performance', functionality_storage: 'functionality' };
const keep = (more) => put('CookieScriptConsent', encodeURIComponent(JSON.stringify({ googleconsentmap: map, ...more })));
keep({});
whenReady(() => {
  const box = show('<div id="cookiescript_injected" role="dialog"><div id="cookiescript_reject" role="button" tabindex="0">Decline all</div><div id="cookiescript_accept" role="button" tabindex="0">Accept all</div></div>');
  const choose = (action) => () => {
    keep({ bannershown: 1, action, consenttime: seconds(), categories: JSON.stringify(action === 'accept' ? ['performance', 'targeting', 'functionality'] : []), key: crypto.randomUUID() });
    box.remove();
    if (action === 'accept') activate('script[data-cookiescript]');
  };
  box.querySelector('#cookiescript_accept').onclick = choose('accept');
  box.querySelector('#cookiescript_reject').onclick = choose('reject');
});
`);

/** Axeptio keeps its cookies at once, with "$$completed": false and no vendor. */
const AXEPTIO = companyScript(`
const keep = (on, completed) => {
  put('axeptio_cookies', encodeURIComponent(JSON.stringify({ $$token: digits(21), $$date: new Date(), $$cookiesVersion: {}, ...(completed ? { google_analytics: on } : {}), $$completed: completed })));
  put('axeptio_authorized_vendors', encodeURIComponent(on ? ',google_analytics,' : ',,'));
  put('axeptio_all_vendors', encodeURIComponent(completed ? ',google_analytics,' : ',,'));
};
keep(false, false);
fetch('https://client.axept.io/wild.json').catch(() => {}).then(() => whenReady(() => {
  const box = show('<div id="axeptio_overlay"><button id="axeptio_btn_dismiss">No thanks</button><button id="axeptio_btn_acceptAll">OK for me</button></div>');
  const choose = (on) => () => { keep(on, true); post('https://api.axept.io/v1/app/consents/wild', '{}'); box.remove(); if (on) activate('script[data-axeptio]'); };
  box.querySelector('#axeptio_btn_acceptAll').onclick = choose(true);
  box.querySelector('#axeptio_btn_dismiss').onclick = choose(false);
}));
`);

export const OTHER_CONSENT_PAGES: readonly WildPage[] = [
  {
    name: 'cookie-notice-accept',
    about:
      'Cookie Notice for WordPress, served by the site; the person presses “Ok”, and only then Google Analytics runs.',
    sources: ['https://wordpress.org/plugins/cookie-notice/ (cookie_notice_accepted=true or false)'],
    host: 'www.sonymusicmasterworks.com',
    path: '/notice',
    html: document(
      'Australia',
      `<p>News</p>${FOOT}`,
      `<script defer src="/wp-content/plugins/cookie-notice/js/front.min.js"></script>${held('type="text/plain" data-cn="1"')}`,
    ),
    serve: {
      '/wp-content/plugins/cookie-notice/js/front.min.js': companyScript(`
whenReady(() => {
  const box = show('<div id="cookie-notice" role="dialog" class="cookie-notice-hidden"><span id="cn-notice-text">We use cookies.</span><a href="#" id="cn-accept-cookie" class="cn-set-cookie">Ok</a> <a href="#" id="cn-refuse-cookie" class="cn-set-cookie">No</a></div>');
  const choose = (on) => (event) => { event.preventDefault(); put('cookie_notice_accepted', String(on), 30); box.remove(); if (on) activate('script[data-cn]'); };
  box.querySelector('#cn-accept-cookie').onclick = choose(true);
  box.querySelector('#cn-refuse-cookie').onclick = choose(false);
});
`),
    },
    steps: ({ page }) => page.click('#cn-accept-cookie'),
    right: {
      practices: [
        'consent-manager',
        'first-party-cookies',
        'visit-data-sent-to-company',
        'web-analytics',
        'third-party-cookies',
      ],
      not: ['used-before-choice'],
      either: GTAG_EITHER,
      others: GOOGLE_ANALYTICS,
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'cookieconsent-some-only',
    about: 'CookieConsent by Orest Bida, served by the site; the person allows analytics and not targeting.',
    sources: [
      'https://cookieconsent.orestbida.com/reference/configuration-reference.html (cc_cookie: {"categories":[…]})',
    ],
    host: 'www.rcarecords.com',
    path: '/some',
    html: document('New Zealand', `<p>News</p>${FOOT}`, '<script defer src="/js/cookieconsent.umd.js"></script>'),
    serve: {
      '/js/cookieconsent.umd.js': companyScript(`
whenReady(() => {
  const box = show('<div id="cc-main"><div class="cm" role="dialog"><button data-role="necessary">Reject all</button><button data-role="all">Accept all</button><label><input type="checkbox" value="analytics" checked> Analytics</label><button data-role="save">Save preferences</button></div></div>');
  box.querySelector('[data-role="save"]').onclick = () => {
    const now = new Date().toISOString();
    put('cc_cookie', encodeURIComponent(JSON.stringify({ categories: ['necessary', 'analytics'], revision: 0, data: null, consentTimestamp: now, consentId: crypto.randomUUID(),
      services: { necessary: [], analytics: [], targeting: [] }, languageCode: 'en', lastConsentTimestamp: now, expirationTime: Date.now() + 15724800000 })), 182);
    box.remove();
  };
});
`),
    },
    steps: ({ page }) => page.click('[data-role="save"]'),
    right: {
      practices: ['consent-manager', 'first-party-cookies'],
      not: ['used-before-choice', 'visit-data-sent-to-company', 'web-analytics', 'third-party-cookies'],
      consent: { choice: ['partly', 'some'], by: 'person' },
    },
  },
  {
    name: 'cookie-script-first-visit',
    about: 'CookieScript, nothing chosen: its cookie is there, and holds only which words of Google’s stand for what.',
    sources: [
      'public code: CookieScriptConsent={"googleconsentmap":{…}} before, and {"action":"reject","categories":"[]"} after the choice',
    ],
    host: 'www.milesdavis.com',
    path: '/cookie-script',
    html: document(
      'Colombia',
      `<p>Noticias</p>${FOOT}`,
      `<script src="https://cdn.cookie-script.com/s/wild.js"></script>${held('type="text/plain" data-cookiescript="accepted"')}`,
    ),
    serve: { 'cdn.cookie-script.com/s/wild.js': COOKIE_SCRIPT },
    right: {
      practices: ['consent-manager', 'visit-data-sent-to-company'],
      not: ['used-before-choice', 'web-analytics'],
      either: CONSENT_COOKIES,
      others: { 'Cookie-?Script|Objectis': ['cdn.cookie-script.com'] },
      consent: { choice: ['none-yet'], by: 'nobody' },
    },
  },
  {
    name: 'cookie-script-reject',
    about: 'CookieScript; the person declines all.',
    sources: [
      'public code: CookieScriptConsent={"bannershown":1,"action":"reject","consenttime":…,"categories":"[]","key":…}',
    ],
    host: 'www.yoshimotozaka46.app',
    html: document(
      '46',
      `<p>ニュース</p>${FOOT}`,
      `<script src="https://cdn.cookie-script.com/s/wild.js"></script>${held('type="text/plain" data-cookiescript="accepted"')}`,
    ),
    serve: { 'cdn.cookie-script.com/s/wild.js': COOKIE_SCRIPT },
    steps: ({ page }) => page.click('#cookiescript_reject'),
    right: {
      practices: ['consent-manager', 'visit-data-sent-to-company'],
      not: ['used-before-choice', 'web-analytics'],
      either: CONSENT_COOKIES,
      others: { 'Cookie-?Script|Objectis': ['cdn.cookie-script.com'] },
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'axeptio-first-visit',
    about: 'Axeptio, nothing chosen: its cookies are there, not completed and without a vendor.',
    sources: ['public code: axeptio_cookies={"$$completed":false,…}, axeptio_authorized_vendors=,, before the choice'],
    host: 'www.thiefaine.com',
    path: '/axeptio',
    html: document(
      'Thiéfaine',
      `<p>Actualités</p>${FOOT}`,
      `<script async src="https://static.axept.io/sdk.js"></script>${held('type="text/plain" data-axeptio="google_analytics"')}`,
    ),
    serve: { 'static.axept.io/sdk.js': AXEPTIO },
    right: {
      practices: ['consent-manager', 'visit-data-sent-to-company'],
      not: ['used-before-choice', 'web-analytics'],
      either: CONSENT_COOKIES,
      others: { Axeptio: ['static.axept.io', 'client.axept.io'] },
      consent: { choice: ['none-yet'], by: 'nobody' },
    },
  },
  {
    name: 'axeptio-accept',
    about: 'Axeptio; the person presses “OK for me”.',
    sources: [
      'public code: axeptio_cookies={…,"google_analytics":true,"$$completed":true}, axeptio_authorized_vendors=,google_analytics,',
    ],
    host: 'www.melendioficial.com',
    path: '/axeptio',
    html: document(
      'Melendi',
      `<p>Noticias</p>${FOOT}`,
      `<script async src="https://static.axept.io/sdk.js"></script>${held('type="text/plain" data-axeptio="google_analytics"')}`,
    ),
    serve: { 'static.axept.io/sdk.js': AXEPTIO },
    steps: ({ page }) => page.click('#axeptio_btn_acceptAll'),
    right: {
      practices: ['consent-manager', 'visit-data-sent-to-company', 'web-analytics', 'third-party-cookies'],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_EITHER },
      others: { Axeptio: ['static.axept.io', 'client.axept.io', 'api.axept.io'], ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'accepts-the-house-rules',
    about: 'A forum asks to accept its rules, and keeps that in a cookie. It is no question about cookies.',
    sources: ['https://www.phpbb.com/support/docs/ (terms at registration)'],
    host: 'www.johnnycash.com',
    path: '/forum',
    html: document(
      'Forum',
      `<div role="dialog" class="modal"><h2>House rules</h2><p>Be kind to each other.</p><button id="accept">I accept</button><button>Decline</button></div>${FOOT}
<script>document.querySelector('#accept').onclick = () => { document.cookie = 'rules_accepted=1; path=/; max-age=86400'; document.querySelector('.modal').remove(); };</script>`,
    ),
    steps: ({ page }) => page.click('#accept'),
    right: {
      practices: ['first-party-cookies'],
      not: ['consent-manager', 'used-before-choice', 'third-party-cookies', 'account'],
    },
  },
];

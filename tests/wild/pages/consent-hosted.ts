/**
 * Consent tools that their companies host, with their real order of events.
 *
 * Long because: one tool after the other, side by side.
 */
import { document, type WildPage } from '../wild-page.ts';
import {
  CONSENT_COOKIES,
  COOKIES_BY_OTHERS,
  FOOT,
  GOOGLE_ANALYTICS,
  GTAG,
  GTAG_EITHER,
  GTAG_IMAGES_EITHER,
  META_HOSTS,
  META_PIXEL,
} from './snippets.ts';

/** The analytics tag, held back by the attributes that a tool gives to such scripts. */
const held = (attributes: string): string =>
  GTAG.replaceAll(/<script( async)?/g, (_, async: string | undefined) => `<script ${attributes}${async ?? ''}`);
const ACCEPTED = ['visit-data-sent-to-company', 'consent-manager', 'web-analytics', 'third-party-cookies'];
/** No page of its company that we could read says it of the address. */
const COUNTRY_ASKED = {
  'location-look-up': 'the tool asks its own company for the country, at an address that only its name gives away',
};
const BARE = ['visit-data-sent-to-company', 'consent-manager'];

export const HOSTED_CONSENT_PAGES: readonly WildPage[] = [
  {
    name: 'cookiebot-accept',
    about: 'Cookiebot; the person presses “Allow all”. CookieConsent is kept with the choice and not before.',
    sources: [
      'https://support.cookiebot.com/hc/en-us/community/posts/360006393160 (nothing is kept before the choice)',
      'public code that reads CookieConsent: {stamp,necessary,preferences,statistics,marketing,method,ver,utc,region}',
    ],
    host: 'www.foofighters.com',
    html: document(
      'Foo',
      `<p>News</p>${FOOT}`,
      `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="wild" data-blockingmode="auto"></script>${held('type="text/plain" data-cookieconsent="statistics"')}`,
    ),
    steps: ({ page }) => page.click('#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll'),
    right: {
      practices: [...ACCEPTED],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_IMAGES_EITHER },
      others: {
        'Cookiebot|Cybot|Usercentrics': ['consent.cookiebot.com', 'consentcdn.cookiebot.com', 'imgsct.cookiebot.com'],
        ...GOOGLE_ANALYTICS,
      },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'cookiebot-implied',
    about:
      'Cookiebot with implied consent: it writes “accepted” by itself (method:implied) and runs the tags. Nobody pressed anything.',
    sources: ['https://www.cookiebot.com/en/developer/ (Cookiebot.consent.method: implied or explicit)'],
    host: 'www.ozzy.com',
    html: document(
      'Ozzy',
      `<p>News</p>${FOOT}`,
      `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="implied"></script>${held('type="text/plain" data-cookieconsent="statistics"')}`,
    ),
    right: {
      practices: ACCEPTED,
      either: {
        ...COOKIES_BY_OTHERS,
        ...GTAG_EITHER,
        'used-before-choice':
          'the tool is there and the person never chose; yet it was set up not to wait for a choice',
      },
      others: {
        'Cookiebot|Cybot|Usercentrics': ['consent.cookiebot.com', 'consentcdn.cookiebot.com'],
        ...GOOGLE_ANALYTICS,
      },
      consent: { choice: ['none-yet', 'unknown'], by: 'site' },
    },
  },
  {
    name: 'usercentrics-2-first-visit',
    about: 'Usercentrics 2, nothing chosen: uc_settings holds every service with its default from the first page on.',
    sources: [
      'https://usercentrics.atlassian.net/wiki/spaces/SKB/pages/699465736/Direct+Implementation',
      'public code with uc_settings, uc_user_interaction and the actions onInitialPageLoad, onAcceptAllServices, onDenyAllServices',
    ],
    host: 'www.sampler.de',
    html: document(
      'Sampler',
      `<p>News</p>${FOOT}`,
      `<script id="usercentrics-cmp" data-settings-id="wild" src="https://app.usercentrics.eu/browser-ui/latest/loader.js" async></script>${held('type="text/plain" data-usercentrics="Google Analytics"')}`,
    ),
    right: {
      practices: [...BARE, 'web-storage'],
      not: ['used-before-choice', 'web-analytics'],
      others: { Usercentrics: ['app.usercentrics.eu', 'api.usercentrics.eu', 'aggregator.service.usercentrics.eu'] },
      consent: { choice: ['none-yet'], by: 'nobody' },
    },
  },
  {
    name: 'usercentrics-2-accept',
    about: 'Usercentrics 2; the person presses “Accept All” in the shadow of #usercentrics-root.',
    sources: ['public code with uc_settings, uc_user_interaction and data-testid="uc-accept-all-button"'],
    host: 'www.compilations.de',
    html: document(
      'Compilations',
      `<p>News</p>${FOOT}`,
      `<script id="usercentrics-cmp" data-settings-id="wild" src="https://app.usercentrics.eu/browser-ui/latest/loader.js" async></script>${held('type="text/plain" data-usercentrics="Google Analytics"')}`,
    ),
    steps: ({ page }) => page.click('[data-testid="uc-accept-all-button"]'),
    right: {
      practices: [...ACCEPTED, 'web-storage'],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_EITHER },
      others: {
        Usercentrics: [
          'app.usercentrics.eu',
          'api.usercentrics.eu',
          'aggregator.service.usercentrics.eu',
          'graphql.usercentrics.eu',
        ],
        ...GOOGLE_ANALYTICS,
      },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'usercentrics-3-refuse',
    about: 'Usercentrics 3; the person presses “Deny”. ucData was there before, with the defaults and type IMPLICIT.',
    sources: ['https://usercentrics.com/docs/web/implementation/ui/ and /optional-steps (script, end points)'],
    host: 'www.sonymusic.de',
    html: document(
      'Sony Music',
      `<p>Neues</p>${FOOT}`,
      `<script id="usercentrics-cmp" data-settings-id="wild" src="https://web.cmp.usercentrics.eu/ui/loader.js"></script>${held('type="text/plain" data-usercentrics="Google Analytics"')}`,
    ),
    steps: ({ page }) => page.click('#usercentrics-cmp-ui #deny'),
    right: {
      practices: [...BARE, 'web-storage'],
      not: ['used-before-choice', 'web-analytics'],
      others: {
        Usercentrics: [
          'web.cmp.usercentrics.eu',
          'v1.api.service.cmp.usercentrics.eu',
          'consent-api.service.consent.eu1.usercentrics.eu',
        ],
      },
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'usercentrics-3-returning',
    about:
      'Usercentrics 3; the person accepted on an earlier page and comes back: the tag runs at once, from ucData in localStorage.',
    sources: ['https://usercentrics.com/docs/web/implementation/ui/'],
    host: 'www.sonymusic.eu',
    html: document(
      'Sony Music',
      `<p>News</p>${FOOT}`,
      `<script id="usercentrics-cmp" data-settings-id="wild" src="https://web.cmp.usercentrics.eu/ui/loader.js"></script>${held('type="text/plain" data-usercentrics="Google Analytics"')}`,
    ),
    steps: async ({ page, settle }) => {
      await page.click('#usercentrics-cmp-ui #accept');
      await settle();
      await page.reload();
    },
    right: {
      practices: [...ACCEPTED, 'web-storage'],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_EITHER },
      others: {
        Usercentrics: ['web.cmp.usercentrics.eu', 'v1.api.service.cmp.usercentrics.eu'],
        ...GOOGLE_ANALYTICS,
      },
      formerly: ['consent-api.service.consent.eu1.usercentrics.eu'],
      consent: { choice: ['accepted'], by: 'earlier' },
    },
  },
  {
    name: 'didomi-accept-after-tags',
    about:
      'Didomi, but Meta’s pixel does not wait; then the person agrees. The token stands in a cookie and in localStorage.',
    sources: [
      'https://developers.didomi.io/cmp/web-sdk/consent-notice/cookies (both stores by default)',
      'https://support.didomi.io/en/didomi-cookies-storage-1 (user_id in the token)',
    ],
    host: 'www.thiefaine.com',
    html: document(
      'Thiéfaine',
      `<p>Actualités</p>${FOOT}`,
      `<script id="spcloader" src="https://sdk.privacy-center.org/wild/loader.js?target=www.thiefaine.com" async></script>${META_PIXEL}${held('type="didomi/javascript" data-vendor="google"')}`,
    ),
    steps: ({ page }) => page.click('#didomi-notice-agree-button'),
    right: {
      practices: [
        ...ACCEPTED,
        'advertising',
        'pixel-tag',
        'used-before-choice',
        'web-storage',
        // The token, which holds a user id, stands in both.
        'identifier-in-two-places',
      ],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_IMAGES_EITHER },
      others: { Didomi: ['sdk.privacy-center.org', 'api.privacy-center.org'], ...META_HOSTS, ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'person' },
      before: ['www.facebook.com', '_fbp'],
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'trustarc-frame-accept',
    about: 'TrustArc; the person presses “Agree to all” inside the frame of consent-pref.trustarc.com.',
    sources: [
      'public code that sets notice_gdpr_prefs=0,1,2:, notice_preferences=2:, cmapi_cookie_privacy=permit 1,2,3',
      'https://www.flowconsent.com/en/services/consent-management/trustarc (which cookies are kept on the site)',
    ],
    host: 'www.brucespringsteen.net',
    html: document(
      'Bruce',
      `<p>News</p><div id="consent_blackbar"></div>${FOOT}`,
      `<script async src="https://consent.trustarc.com/notice?domain=wild&c=teconsent&js=nj&noticeType=bb"></script>${held('type="text/plain" trackertype="2"')}`,
    ),
    steps: ({ page }) => page.frameLocator('iframe[name="trustarc_cm"]').locator('.call').click(),
    right: {
      practices: [...ACCEPTED],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_IMAGES_EITHER },
      others: { 'TrustArc|TRUSTe': ['consent.trustarc.com', 'consent-pref.trustarc.com'], ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'osano-refuse',
    about:
      'Osano; the person rejects all. Its id stands in a cookie and in localStorage from the first page on; the choice is in a form that only Osano reads.',
    sources: [
      'https://docs.osano.com/ and public code: osano_consentmanager_uuid and osano_consentmanager, in both stores',
    ],
    host: 'www.johnmayer.com',
    html: document(
      'John',
      `<p>News</p>${FOOT}`,
      `<script src="https://cmp.osano.com/16AbCd/1a2b3c4d-wild/osano.js"></script>${held('type="text/plain" data-osano="ANALYTICS"')}`,
    ),
    steps: ({ page }) => page.click('.osano-cm-denyAll'),
    right: {
      practices: [...BARE, 'web-storage', 'identifier-in-two-places'],
      not: ['used-before-choice', 'web-analytics'],
      either: CONSENT_COOKIES,
      others: { Osano: ['cmp.osano.com', 'consent.api.osano.com'] },
      consent: { choice: ['unknown', 'refused'], by: 'person' },
    },
  },
  {
    name: 'cookieyes-first-visit',
    about: 'CookieYes, nothing chosen: its cookie is there from the first page on (consent:no, action empty).',
    sources: [
      'public code: “consent:no,action:,necessary:yes” is undecided, “consent:no,action:yes” a refusal',
      'https://www.cookieyes.com/cookies-installed-by-cookieyes-and-their-purposes/',
    ],
    host: 'www.paulsimon.com',
    html: document(
      'Paul',
      `<p>News</p>${FOOT}`,
      `<script id="cookieyes" src="https://cdn-cookieyes.com/client_data/wild/script.js"></script>${held('type="text/plain" data-cookieyes="cookieyes-analytics"')}`,
    ),
    right: {
      practices: BARE,
      not: ['used-before-choice', 'web-analytics'],
      either: { ...CONSENT_COOKIES, ...COUNTRY_ASKED },
      others: { CookieYes: ['cdn-cookieyes.com', 'directory.cookieyes.com'] },
      consent: { choice: ['none-yet'], by: 'nobody' },
    },
  },
  {
    name: 'cookieyes-refuse',
    about: 'CookieYes; the person presses “Reject All”.',
    sources: ['public code: “consent:no,action:yes,necessary:yes,…” after a refusal'],
    host: 'www.davidgilmour.com',
    html: document(
      'David',
      `<p>News</p>${FOOT}`,
      `<script id="cookieyes" src="https://cdn-cookieyes.com/client_data/wild/script.js"></script>${held('type="text/plain" data-cookieyes="cookieyes-analytics"')}`,
    ),
    steps: ({ page }) => page.click('.cky-btn-reject'),
    right: {
      practices: BARE,
      not: ['used-before-choice', 'web-analytics'],
      either: { ...CONSENT_COOKIES, ...COUNTRY_ASKED },
      others: { CookieYes: ['cdn-cookieyes.com', 'directory.cookieyes.com', 'log.cookieyes.com'] },
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'sourcepoint-frame-accept',
    about:
      'Sourcepoint; the person presses “Accept all” inside the message’s frame. Its state in localStorage was there before.',
    sources: [
      'https://docs.sourcepoint.com/ (messages in a frame; _sp_user_consent_<property>)',
      'public code: consentUUID in a cookie, gdpr.consentStatus in _sp_user_consent_<property>',
    ],
    host: 'www.pinkspage.com',
    html: document(
      'Pink',
      `<p>News</p>${FOOT}`,
      `<script src="https://cdn.privacy-mgmt.com/unified/wrapperMessagingWithoutDetection.js" async></script>${held('type="text/plain" data-sp="1"')}`,
    ),
    steps: ({ page }) => page.frameLocator('#sp_message_iframe_1').locator('[title="Accept all"]').click(),
    right: {
      practices: [...ACCEPTED, 'web-storage'],
      not: ['used-before-choice'],
      either: {
        ...COOKIES_BY_OTHERS,
        ...GTAG_EITHER,
        'identifier-in-two-places':
          'the consent’s id stands in a cookie with an ending (_40), and inside an item of localStorage',
      },
      others: { Sourcepoint: ['cdn.privacy-mgmt.com'], ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'inmobi-choice-accept',
    about: 'InMobi Choice (once Quantcast’s); the person presses “AGREE”, and euconsent-v2 is kept.',
    sources: [
      'https://support.inmobi.com/choice/how-to-guide/integrate-the-tag-or-sdk/site-implementation-tag/ (euconsent-v2, addtl_consent, _cmpRepromptHash)',
    ],
    host: 'www.nowmusic.com',
    html: document(
      'Now',
      `<p>News</p>${FOOT}`,
      `<script async src="https://cmp.inmobi.com/choice/wild12/www.nowmusic.com/choice.js?tag_version=V3"></script>${held('type="text/plain" data-choice="1"')}`,
    ),
    steps: ({ page }) => page.click('#qc-cmp2-container [mode="primary"]'),
    right: {
      practices: [...ACCEPTED, 'web-storage'],
      not: ['used-before-choice'],
      either: {
        ...COOKIES_BY_OTHERS,
        ...GTAG_EITHER,
        ...COUNTRY_ASKED,
        advertising: 'InMobi sells advertising, but its consent tool alone was contacted',
      },
      others: { InMobi: ['cmp.inmobi.com', 'api.cmp.inmobi.com'], ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'consentmanager-refuse',
    about: 'consentmanager; the person rejects all. __cmpcc was there before and says only that cookies work.',
    sources: [
      'https://help.consentmanager.net/books/cmp/page/cookies-set-by-the-cmp',
      'public code with __cmpconsentx<id>, __cmpcvcx<id>, __cmpcpcx<id>',
    ],
    host: 'www.celinedion.com',
    html: document(
      'Céline',
      `<p>News</p>${FOOT}`,
      `<script src="https://cdn.consentmanager.net/delivery/autoblocking/wild.js" data-cmp-ab="1"></script>${held('type="text/plain" data-cmp-vendor="s26"')}`,
    ),
    steps: ({ page }) => page.click('#cmpwelcomebtnno'),
    right: {
      practices: [...BARE, 'web-storage'],
      not: ['used-before-choice', 'web-analytics'],
      either: CONSENT_COOKIES,
      others: { 'consent ?manager': ['cdn.consentmanager.net', 'delivery.consentmanager.net'] },
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'iubenda-refuse',
    about: 'iubenda; the person presses “Reject”, and _iub_cs-<policy> is kept with every purpose but the first off.',
    sources: ['public code: _iub_cs-<id> with {timestamp, version, purposes: {1: true, 2: false, …}}'],
    host: 'www.sonymusic.it',
    html: document(
      'Sony Music Italy',
      `<p>Novità</p>${FOOT}`,
      `<script>var _iub = _iub || []; _iub.csConfiguration = { siteId: 1, cookiePolicyId: 50053366 };</script><script src="https://cdn.iubenda.com/cs/iubenda_cs.js" async></script>${held('type="text/plain" class="_iub_cs_activate" data-iub-purposes="4"')}`,
    ),
    steps: ({ page }) => page.click('.iubenda-cs-reject-btn'),
    right: {
      practices: BARE,
      not: ['used-before-choice', 'web-analytics'],
      either: CONSENT_COOKIES,
      others: { iubenda: ['cdn.iubenda.com'] },
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'termly-accept',
    about: 'Termly; the person presses “Accept”. All of it stands in one item of localStorage.',
    sources: ['public code: localStorage TERMLY_API_CACHE → TERMLY_COOKIE_CONSENT.value.analytics'],
    host: 'www.rcainspiration.com',
    html: document(
      'Strays',
      `<p>News</p>${FOOT}`,
      `<script src="https://app.termly.io/resource-blocker/wild?autoBlock=on"></script>${held('type="text/plain" data-categories="analytics"')}`,
    ),
    steps: ({ page }) => page.click('.t-acceptAllButton'),
    right: {
      practices: [...ACCEPTED, 'web-storage'],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_EITHER },
      others: { Termly: ['app.termly.io', 'us.consent.api.termly.io'], ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'ketch-granted-by-default',
    about:
      'Ketch where the law lets a site assume it: “granted” is kept for somebody who has chosen nothing, and the tag runs.',
    sources: [
      'public reports: _ketch_consent_v1_ holds {"analytics":{"status":"granted"}} for a visitor who has not interacted with the banner',
      'https://github.com/ketch-sdk/ketch-tag (names of the cookies)',
    ],
    host: 'www.cagetheelephant.com',
    html: document(
      'Cage',
      `<p>News</p>${FOOT}`,
      `<script async src="https://global.ketchcdn.com/web/v3/config/wild/website/boot.js"></script>${held('type="text/plain" data-purposes="analytics"')}`,
    ),
    right: {
      practices: ACCEPTED,
      either: {
        ...COOKIES_BY_OTHERS,
        ...GTAG_EITHER,
        'used-before-choice':
          'the tool is there and the person never chose; yet it was set up not to wait for a choice',
      },
      others: { Ketch: ['global.ketchcdn.com'], ...GOOGLE_ANALYTICS },
      consent: { choice: ['none-yet', 'unknown'], by: 'site' },
    },
  },
];

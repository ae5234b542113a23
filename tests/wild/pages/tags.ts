/**
 * Analytics, pixels and recorders, one set after the other.
 *
 * Long because: they are read side by side.
 */
import { document, type WildPage } from '../wild-page.ts';
import {
  COOKIES_BY_OTHERS,
  FOOT,
  GOOGLE_ANALYTICS,
  GTAG,
  GTAG_EITHER,
  GTAG_IMAGES_EITHER,
  META_HOSTS,
  tagManager,
  PING_EITHER,
} from './snippets.ts';

const VISIT = 'visit-data-sent-to-company';

export const TAG_PAGES: readonly WildPage[] = [
  {
    name: 'tag-manager-with-two-tags',
    about: 'Google Tag Manager with Google Analytics 4 and Meta’s pixel in it, no consent tool.',
    sources: [
      'https://developers.google.com/tag-platform/tag-manager/web',
      'https://developers.facebook.com/docs/meta-pixel/get-started and /docs/meta-pixel/implementation/ (fbp)',
      'https://developers.google.com/analytics/devguides/collection/ga4/cookies-user-id (_ga, _ga_<container>)',
    ],
    host: 'www.columbiarecords.com',
    html: document('Columbia', `<p>News</p>${FOOT}`, tagManager('GTM-GA4META')),
    right: {
      practices: [VISIT, 'web-analytics', 'advertising', 'pixel-tag', 'tag-manager', 'third-party-cookies'],
      not: [
        'used-before-choice',
        'consent-manager',
        'identifier-shared-between-companies',
        'identifier-in-two-places',
        'session-recording',
      ],
      either: COOKIES_BY_OTHERS,
      others: { ...GOOGLE_ANALYTICS, ...META_HOSTS },
    },
  },
  {
    name: 'analytics-denied-by-default',
    about: 'Google Analytics 4 with consent mode, all denied and no banner: a ping goes out, and nothing is kept.',
    sources: ['https://developers.google.com/tag-platform/security/concepts/consent-mode (cookieless pings, gcs=G100)'],
    host: 'www.ultrarecords.com',
    html: document(
      'Ultra',
      `<p>News</p>${FOOT}`,
      GTAG.replace(
        "gtag('js'",
        "gtag('consent', 'default', {ad_storage:'denied',analytics_storage:'denied'}); gtag('js'",
      ).replace(/^(<script async[^]*?<\/script>)\n?([^]*)$/, '$2$1'),
    ),
    right: {
      practices: [VISIT, 'web-analytics'],
      not: ['third-party-cookies', 'first-party-cookies', 'consent-manager', 'web-storage'],
      either: GTAG_EITHER,
      others: GOOGLE_ANALYTICS,
    },
  },
  {
    name: 'six-ad-pixels',
    about: 'The pixels of TikTok, Snap, Pinterest, X, LinkedIn and Reddit.',
    sources: [
      'https://ads.tiktok.com/help/article/using-cookies-with-tiktok-pixel (_ttp)',
      'https://businesshelp.snapchat.com/s/article/pixel-direct-implementation (_scid)',
      'https://help.pinterest.com/en/business/article/install-the-base-code (s.pinimg.com, ct.pinterest.com)',
      'https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites.html (uwt.js, adsct)',
      'https://www.linkedin.com/help/lms/answer/a418880 (insight tag)',
      'https://business.reddithelp.com/s/article/reddit-pixel (_rdt_uuid)',
    ],
    host: 'www.ptxofficial.com',
    html: document(
      'PTX',
      `<p>News</p>${FOOT}`,
      [
        'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=WILD&lib=ttq',
        'https://sc-static.net/scevent.min.js',
        'https://s.pinimg.com/ct/core.js',
        'https://static.ads-twitter.com/uwt.js',
        'https://snap.licdn.com/li.lms-analytics/insight.min.js',
        'https://www.redditstatic.com/ads/pixel.js',
      ]
        .map((src) => `<script async src="${src}"></script>`)
        .join(''),
    ),
    right: {
      practices: [VISIT, 'advertising', 'pixel-tag', 'third-party-cookies'],
      not: [
        'identifier-shared-between-companies',
        'session-recording',
        'social-plug-in',
        'social-sign-in',
        'widget',
        'redirect-through-company',
      ],
      either: {
        ...COOKIES_BY_OTHERS,
        'web-analytics': 'such pixels also count visits, for those who pay for the advertising',
        'identifier-in-two-places': 'Snap keeps one id under two names of cookies: one store, two places in it',
      },
      others: {
        'TikTok|ByteDance': ['analytics.tiktok.com'],
        Snap: ['sc-static.net', 'tr.snapchat.com'],
        Pinterest: ['s.pinimg.com', 'ct.pinterest.com'],
        'Twitter|^X\\b|X Corp': ['static.ads-twitter.com', 't.co', 'analytics.twitter.com'],
        'LinkedIn|Microsoft': ['snap.licdn.com', 'px.ads.linkedin.com'],
        Reddit: ['www.redditstatic.com', 'alb.reddit.com'],
      },
    },
  },
  {
    name: 'google-ads-remarketing',
    about: 'Google Ads: its conversion address answers with a redirect to another host of Google’s.',
    sources: [
      'https://developers.google.com/google-ads/ (gtag AW-…)',
      'https://business.safety.google/adscookies/ (_gcl_au)',
    ],
    host: 'www.jefflynneselo.com',
    html: document('ELO', `<p>News</p>${FOOT}`, GTAG.replaceAll('G-WILD1', 'AW-1234567')),
    right: {
      practices: [VISIT, 'advertising', 'third-party-cookies', 'pixel-tag'],
      not: ['redirect-through-company', 'identifier-shared-between-companies', 'consent-manager'],
      either: {
        ...COOKIES_BY_OTHERS,
        ...GTAG_IMAGES_EITHER,
        'web-analytics': 'Google’s tag also counts; here it was put in for Google Ads',
      },
      others: { Google: ['www.googletagmanager.com', 'googleads.g.doubleclick.net'] },
      // Page view does not see where an address leads on to.
      othersInFull: { Google: ['www.google.com'] },
    },
  },
  {
    name: 'plausible',
    about: 'Plausible, hosted by its company: counts without keeping anything.',
    sources: ['https://plausible.io/docs/plausible-script and https://plausible.io/data-policy'],
    host: 'www.onedirectionmusic.com',
    html: document(
      'One',
      `<p>News</p>${FOOT}`,
      '<script defer data-domain="onedirectionmusic.com" src="https://plausible.io/js/script.js"></script>',
    ),
    right: {
      practices: [VISIT, 'web-analytics'],
      either: PING_EITHER,
      not: [
        'first-party-cookies',
        'third-party-cookies',
        'web-storage',
        'advertising',
        'consent-manager',
        'fingerprinting',
      ],
      others: { Plausible: ['plausible.io'] },
    },
  },
  {
    name: 'recorders-four',
    about:
      'Hotjar, Microsoft Clarity, FullStory and Mouseflow on one page. Clarity’s picture is sent on from clarity.ms to bing.com, both Microsoft’s.',
    sources: [
      'https://help.hotjar.com/hc/en-us/articles/36819973032465 (cookies) and the tracking code',
      'https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list',
      'https://help.fullstory.com/hc/en-us/articles/360020622954 (fs_uid, edge.fullstory.com, rs.fullstory.com)',
      'https://help.mouseflow.com/en/articles/4310822 (mf_user)',
    ],
    host: 'www.sonymusicmasterworks.com',
    html: document(
      'H',
      `<p>News</p>${FOOT}`,
      [
        'https://static.hotjar.com/c/hotjar-2417.js?sv=6',
        'https://www.clarity.ms/tag/wild',
        'https://edge.fullstory.com/s/fs.js',
        'https://cdn.mouseflow.com/projects/wild.js',
      ]
        .map((src) => `<script async src="${src}"></script>`)
        .join(''),
    ),
    right: {
      practices: [VISIT, 'session-recording', 'third-party-cookies'],
      not: ['redirect-through-company', 'fingerprinting', 'typed-text-sent-early', 'consent-manager'],
      either: {
        ...COOKIES_BY_OTHERS,
        'web-analytics': 'recorders count visits too',
        advertising: 'Clarity’s picture reaches Bing, whose company sells advertising',
        'pixel-tag': 'Clarity’s c.gif sets up its id and tells no page',
      },
      others: {
        'Hotjar|Contentsquare': ['static.hotjar.com', 'script.hotjar.com', 'content.hotjar.io'],
        'Clarity|Microsoft': ['www.clarity.ms', 'scripts.clarity.ms', 'k.clarity.ms', 'c.clarity.ms'],
        FullStory: ['edge.fullstory.com', 'rs.fullstory.com'],
        Mouseflow: ['cdn.mouseflow.com', 'o2.mouseflow.com'],
      },
      othersInFull: {
        'Clarity|Microsoft|Bing': ['c.bing.com'],
      },
    },
  },
  {
    name: 'tests-of-versions',
    about: 'Optimizely, VWO and AB Tasty: they show different people different versions.',
    sources: [
      'https://docs.developers.optimizely.com/web-experimentation/docs/cookies-and-localstorage (optimizelyEndUserId)',
      'https://help.vwo.com/hc/en-us/articles/360033722733 (_vwo_uuid, _vis_opt_s)',
      'https://docs.abtasty.com/cookies (ABTasty, ABTastySession)',
    ],
    host: 'www.blink182.com',
    html: document(
      'Blink',
      `<p>News</p>${FOOT}`,
      [
        'https://cdn.optimizely.com/js/2417.js',
        'https://dev.visualwebsiteoptimizer.com/j.php?a=2417&u=wild',
        'https://try.abtasty.com/wild.js',
      ]
        .map((src) => `<script src="${src}"></script>`)
        .join(''),
    ),
    right: {
      practices: [VISIT, 'third-party-cookies', 'web-storage'],
      not: [
        'session-recording',
        'fingerprinting',
        'consent-manager',
        'identifier-shared-between-companies',
        'tag-manager',
      ],
      either: {
        ...COOKIES_BY_OTHERS,
        'web-analytics': 'tools that test versions count what people do with each',
        'identifier-in-two-places':
          'the end user’s id stands in a cookie and inside the name of an item, and VWO’s twice in cookies',
        advertising: 'lists class AB Tasty and its like as marketing',
      },
      others: {
        Optimizely: ['cdn.optimizely.com', 'logx.optimizely.com'],
        'VWO|Wingify|Visual Website Optimizer': ['dev.visualwebsiteoptimizer.com'],
        'AB ?Tasty': ['try.abtasty.com', 'ariane.abtasty.com'],
      },
    },
  },
];

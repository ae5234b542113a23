/**
 * OneTrust: Sony Music's own sites run it.
 *
 * Long because: one visitor after the other, side by side.
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

const SOURCES = [
  'https://my.onetrust.com/articles/en_US/Knowledge/UUID-2dc719a8-4be5-8d16-1dc8-c7b4147b88e0 (OneTrust cookies, and when each is kept)',
  'https://developer.onetrust.com/onetrust/docs/dsarpra-web-cmp-opt-out (public methods)',
];
const HOSTS = { OneTrust: ['cdn.cookielaw.org', 'geolocation.onetrust.com'] };
const RECEIPT = { OneTrust: [...HOSTS.OneTrust, 'privacyportal.onetrust.com'] };
const tool = (settings: string): string =>
  `<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" charset="UTF-8" data-domain-script="${settings}"></script><script>function OptanonWrapper(){}</script>`;
/** Waits for the choice, by the class that OneTrust gives to such scripts. */
const GATED = GTAG.replaceAll(
  '<script async',
  '<script type="text/plain" class="optanon-category-C0002" async',
).replace('<script>window', '<script type="text/plain" class="optanon-category-C0002">window');
const ASKS = ['visit-data-sent-to-company', 'consent-manager'];
const COUNTS = ['web-analytics', 'third-party-cookies'];

export const ONETRUST_PAGES: readonly WildPage[] = [
  {
    name: 'onetrust-first-visit',
    about: 'OneTrust with its banner, nothing chosen; the analytics tag waits.',
    sources: SOURCES,
    host: 'www.bobdylan.com',
    html: document('Bob', `<p>News</p>${FOOT}`, tool('opt-in') + GATED),
    right: {
      practices: ASKS,
      not: ['used-before-choice', 'web-analytics', 'tag-manager'],
      either: CONSENT_COOKIES,
      others: HOSTS,
      consent: { choice: ['none-yet'], by: 'nobody' },
    },
  },
  {
    name: 'onetrust-accept',
    about: 'OneTrust; the person presses “Accept All”, and only then the analytics tag runs.',
    sources: SOURCES,
    host: 'www.billyjoel.com',
    html: document('Billy', `<p>News</p>${FOOT}`, tool('opt-in') + GATED),
    steps: ({ page }) => page.click('#onetrust-accept-btn-handler'),
    right: {
      practices: [...ASKS, ...COUNTS],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_EITHER },
      others: { ...RECEIPT, ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
  {
    name: 'onetrust-refuse',
    about: 'OneTrust; the person presses “Reject All”, and the analytics tag never runs.',
    sources: SOURCES,
    host: 'www.acdc.com',
    html: document('AC', `<p>News</p>${FOOT}`, tool('opt-in') + GATED),
    steps: ({ page }) => page.click('#onetrust-reject-all-handler'),
    right: {
      practices: ASKS,
      not: ['used-before-choice', 'web-analytics'],
      either: CONSENT_COOKIES,
      others: RECEIPT,
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'onetrust-returning',
    about: 'OneTrust; the person accepted on an earlier page and opens the site again. Analytics runs at once.',
    sources: SOURCES,
    host: 'www.adele.com',
    html: document('Adele', `<p>News</p>${FOOT}`, tool('opt-in') + GATED),
    steps: async ({ page, settle }) => {
      await page.click('#onetrust-accept-btn-handler');
      await settle();
      await page.reload();
    },
    right: {
      practices: [...ASKS, ...COUNTS],
      not: ['used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_EITHER },
      formerly: ['privacyportal.onetrust.com'],
      others: { ...HOSTS, ...GOOGLE_ANALYTICS },
      consent: { choice: ['accepted'], by: 'earlier' },
    },
  },
  {
    name: 'onetrust-no-banner-here',
    about:
      'OneTrust in a region where it asks nothing: all groups are on from the start, nobody has chosen, analytics runs at once.',
    sources: SOURCES,
    host: 'www.lukecombs.com',
    html: document('Luke', `<p>News</p>${FOOT}`, tool('opt-out') + GATED),
    right: {
      practices: [...ASKS, ...COUNTS],
      either: {
        ...COOKIES_BY_OTHERS,
        ...GTAG_EITHER,
        'used-before-choice': 'the tool is there and nothing was chosen before; yet here it asks for no choice',
      },
      others: { ...HOSTS, ...GOOGLE_ANALYTICS },
      consent: { choice: ['none-yet', 'unknown'], by: 'site' },
    },
  },
  {
    name: 'onetrust-tags-do-not-wait',
    about: 'OneTrust, but the tags of Google and Meta stand in the page as they are; the person refuses afterwards.',
    sources: SOURCES,
    host: 'www.jimihendrix.com',
    html: document('Jimi', `<p>News</p>${FOOT}`, tool('opt-in') + GTAG + META_PIXEL),
    steps: ({ page }) => page.click('#onetrust-reject-all-handler'),
    right: {
      practices: [...ASKS, ...COUNTS, 'advertising', 'pixel-tag', 'used-before-choice'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_IMAGES_EITHER },
      others: { ...RECEIPT, ...GOOGLE_ANALYTICS, ...META_HOSTS },
      consent: { choice: ['refused'], by: 'person' },
      before: ['www.google-analytics.com', 'www.facebook.com', '_ga', '_fbp'],
    },
  },
];

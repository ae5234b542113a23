/**
 * Common situations of each practice, as small visits that run through the real rules, each with the words of the text of 2011 that a
 * person read before deciding what may be said of it. `reviewed-labels.test.ts` makes the reviewed table of them.
 *
 * Long because: one row for each situation, side by side with its words.
 */
import type { FieldMeaning, FormObservation, Observation } from '../../../ledger/observation.ts';
import type { PracticeId } from '../../../replica/practice-pages.ts';
import { at, consent, form, link, NOON, PAGE_HOST, request, stored } from '../../../tools/builders/observations.ts';
import { readOut, upload } from './recognise.ts';

/** A situation: what was seen, and the words of the text that come nearest to it. */
export interface LabelSituation {
  readonly practice: PracticeId;
  readonly situation: string;
  readonly seen: readonly Observation[];
  /** Of the page itself. */
  readonly page?: { readonly address: ReturnType<typeof at> };
  /** Verbatim; null where nothing in the text comes near. */
  readonly words: string | null;
}

const contact = (host: string, path = '/script.js'): Observation => request(host, { address: at(host, path) });
const pixel = (host: string, path: string): Observation =>
  request(host, { address: at(host, path), pixel: true, initiator: 'img' });
const asking = (fields: readonly FieldMeaning[], change: Partial<FormObservation> = {}): Observation =>
  form({ fields: fields.map((meaning) => ({ name: meaning, meaning })), ...change });
const plain = { target: at(PAGE_HOST, '/send', 'http') } as const;
const full: Observation = { kind: 'view', at: NOON, view: 'full', state: 'from-start' };
const signIn = (host: string, path: string): Observation =>
  link('sign-in', { address: at(host, path), text: `Sign in at ${host}` });
const disguise = (collector: string, path: string, detail = 'v tid cid'): Observation => ({
  ...{ kind: 'disguise', at: NOON, address: at(PAGE_HOST, path), collector, reason: 'shape', detail },
});
const hop = (from: string, to: string): Observation => ({
  ...{ kind: 'redirect', at: NOON, chain: 'c1', from: at(from, '/s'), to: at(to, '/t') },
  ...{ resource: 'image', source: 'page' },
});
const flashCookie: Observation = {
  ...{ kind: 'flash-cookie', at: NOON, host: PAGE_HOST, key: 'www.bobdylan.com/p.swf/prefs', name: 'prefs', size: 100 },
  ...{ amf: 3, damaged: null, entries: [{ name: 'userId', type: 'string', shape: 'identifier', hash: 'h1' }] },
};
const frame = (host: string): Observation => ({ kind: 'frame', at: NOON, address: at(host, '/embed/x'), title: '' });
const asked: Observation = readOut('location', { asked: 1 }, { script: PAGE_HOST });
const cookieOf = (domain: string) =>
  ({
    ...{ domain, expiresAt: null, httpOnly: false, secure: true },
    ...{ sameSite: 'no_restriction' as const, partition: null },
  }) as const;

const row = (
  practice: PracticeId,
  situation: string,
  words: string | null,
  ...seen: readonly Observation[]
): LabelSituation => ({ practice, situation, seen, words });

const VISIT = 'keep track of your visits, preferences and profile information';
const ADS = 'in order to personalize your visit with relevant advertising';
const ANALYTICS = 'web analytics and/or clickstream data';
const CLICKSTREAM =
  'other relevant statistics. Such information is sometimes referred to as web analytics and/or clickstream data';
const PARTNERS =
  'may be used in the manner described below by Sony Music, our labels, agents, subsidiaries, trusted partners';
const COMPUTER = 'information about your computer';
const AGREE = 'By using our site(s), you agree';
const SSL = 'we encrypt the transmission of that information using secure socket layer technology';
const STANDARDS = 'generally accepted industry standards';
const CONTACT = 'Contact information such as name, email address, street address, and phone number';
const SIGN_IN = 'using Facebook Connect, Twitter, or other Open ID providers';
const WIDGET = 'interactive mini-programs that provide specific services from another company';

/** All of them, in the order of the practices. */
export const labelSituations: readonly LabelSituation[] = [
  row('visit-data-sent-to-company', 'a host of another company', PARTNERS, contact('cdn.jsdelivr.net')),
  row('visit-data-sent-to-company', 'a host that nobody knows', PARTNERS, contact('www.unheard-of.example')),
  row('visit-data-sent-to-company', 'Facebook', PARTNERS, contact('connect.facebook.net', '/en_US/sdk.js')),
  row('web-analytics', 'Google Analytics', ANALYTICS, contact('www.google-analytics.com', '/g/collect')),
  row('advertising', 'an ad company', ADS, contact('securepubads.g.doubleclick.net', '/tag/js/gpt.js')),
  row('advertising', 'the pixel of Meta', ADS, pixel('www.facebook.com', '/tr')),
  row('advertising', 'the tag of X', ADS, contact('static.ads-twitter.com', '/uwt.js')),
  row('pixel-tag', 'an image of 1 × 1 pixels', 'cookies and/or pixel tags', pixel('www.unheard-of.example', '/p.gif')),
  row('pixel-tag', 'the pixel of Meta', 'cookies and/or pixel tags', pixel('www.facebook.com', '/tr')),
  row(
    'tag-manager',
    'Google Tag Manager',
    'assisting us in site operations',
    contact('www.googletagmanager.com', '/gtm.js'),
  ),
  row(
    'identifier-shared-between-companies',
    'two companies got one value',
    VISIT,
    request('ib.adnxs.com', { identifiers: [{ name: 'uid', hash: 'h1' }] }),
    request('sync.taboola.com', { identifiers: [{ name: 'u', hash: 'h1' }] }),
  ),
  row(
    'identifier-shared-between-companies',
    'the ID of the site went to one company',
    VISIT,
    stored('fan', 'cookie', { hash: 'h1' }),
    request('www.unheard-of.example', { identifiers: [{ name: 'uid', hash: 'h1' }] }),
  ),
  row(
    'redirect-through-company',
    'by way of two ad companies',
    VISIT,
    full,
    hop('sync.taboola.com', 'match.adsrvr.org'),
    hop('match.adsrvr.org', 'pixel.rubiconproject.com'),
  ),
  row('collector-in-disguise', 'Google Analytics at the site', ANALYTICS, disguise('google-analytics', '/g/collect')),
  row('collector-in-disguise', 'the pixel of Meta at the site', ADS, disguise('meta', '/tr', 'id ev dl')),
  row(
    'collector-in-disguise',
    'Google Tag Manager at the site',
    'assisting us in site operations',
    disguise('google-tag-manager', '/gtm.js', 'id'),
  ),
  row('session-recording', 'Hotjar was contacted', CLICKSTREAM, contact('static.hotjar.com')),
  row(
    'session-recording',
    'a script that nobody knows works like a recorder',
    null,
    full,
    readOut('listeners', { types: 12, pointer: 6, keyboard: 2, mutations: 1, moves: 2, allChanges: 1 }),
    ...[0, 6000, 12_000].map((later) => upload('cdn.collector.example', NOON + 200 + later)),
  ),
  row(
    'fingerprinting',
    'a canvas was read out',
    COMPUTER,
    readOut('canvas', { width: 300, height: 80, characters: 40, colours: 3, reads: 1 }),
  ),
  row('typed-text-sent-early', 'an email address before the press', null, full, {
    ...{ kind: 'typed-text', at: NOON, field: 'email', name: 'email', address: at('in.listening.example') },
    ...{ form: 'plain', source: 'page' },
  }),
  row('consent-manager', 'OneTrust asks', AGREE, consent('none-yet', NOON)),
  row('consent-manager', 'TrustArc asks', AGREE, contact('consent.trustarc.com', '/notice'), consent('none-yet', NOON)),
  row(
    'used-before-choice',
    'Google Analytics before the choice',
    AGREE,
    consent('none-yet', NOON),
    contact('www.google-analytics.com'),
  ),
  row(
    'location-look-up',
    'a service that works out a place',
    'Internet Protocol (IP) address',
    contact('ipinfo.io', '/json'),
  ),
  row('location-look-up', 'the browser was asked where you are', null, asked),
  row('location-look-up', 'both', null, contact('ipinfo.io', '/json'), asked),
  row(
    'sent-without-encryption',
    'an image by http',
    SSL,
    request('cdn.smehost.net', { address: at('cdn.smehost.net', '/a.jpg', 'http') }),
  ),
  row('sent-without-encryption', 'a form for an email address to http', STANDARDS, asking(['email'], plain)),
  row(
    'sent-without-encryption',
    'a form for a card to http',
    SSL,
    asking(['card-number'], { ...plain, purposes: ['payment'] }),
  ),
  {
    ...row('sent-without-encryption', 'the page itself', SSL, contact('www.bobdylan.com')),
    page: { address: at(PAGE_HOST, '/', 'http') },
  },
  row('first-party-cookies', 'a cookie of the site', 'cookies and/or pixel tags', stored('session_theme', 'cookie')),
  row(
    'third-party-cookies',
    'a cookie of an ad company',
    'We and our third party partners may use cookies',
    stored('IDE', 'cookie', { cookie: cookieOf('doubleclick.net') }),
  ),
  row(
    'third-party-cookies',
    'a cookie that Google’s script wrote at the site',
    'We and our third party partners may use cookies',
    stored('_ga', 'cookie'),
  ),
  row('flash-content', 'a film', 'Flash cookies', {
    ...{ kind: 'flash-object', at: NOON, form: 'embed', address: at(PAGE_HOST, '/p.swf'), parameters: [] },
  }),
  row('flash-cookies', 'a Flash cookie', 'Flash cookies to store some of your preferences', flashCookie),
  row('web-storage', 'a key in localStorage', null, stored('theme')),
  row('browser-databases', 'a database', null, stored('player', 'indexed-db')),
  row('browser-databases', 'a service worker', null, stored('/', 'service-worker')),
  row('browser-databases', 'Cache storage', null, stored('assets', 'cache')),
  row('browser-databases', 'a file of the site', null, stored('a.bin', 'origin-file')),
  row('browser-databases', 'a storage bucket', null, stored('b', 'storage-bucket')),
  row(
    'browser-databases',
    'a database and a service worker',
    null,
    stored('player', 'indexed-db'),
    stored('/', 'service-worker'),
  ),
  row(
    'identifier-in-two-places',
    'a cookie and localStorage',
    null,
    stored('fan', 'cookie', { hash: 'h1' }),
    stored('fan_copy', 'local', { hash: 'h1' }),
  ),
  row(
    'identifier-restored',
    'a cookie that was removed and written again from localStorage',
    null,
    stored('fan_copy', 'local', { hash: 'h1' }),
    stored('fan', 'cookie', { hash: 'h1', at: NOON + 30 }),
    stored('fan', 'cookie', { hash: 'h1', change: 'removed', at: NOON + 100 }),
    stored('fan', 'cookie', { hash: 'h1', change: 'written', at: NOON + 200 }),
  ),
  row(
    'newsletter-email',
    'a newsletter form',
    'Send you requested updates and newsletters',
    asking(['email'], { purposes: ['newsletter'] }),
  ),
  row('newsletter-email', 'an email field in a form of unknown purpose', CONTACT, asking(['email'])),
  row(
    'mobile-number',
    'a form for text messages',
    'If you choose to join a mobile marketing list',
    asking(['tel'], { purposes: ['text-messages'] }),
  ),
  row('name-and-address', 'name and street', CONTACT, asking(['name', 'postal-address'])),
  row('name-and-address', 'a phone number alone', CONTACT, asking(['tel'])),
  row(
    'demographics',
    'gender and country',
    'age, gender, interests, country and zip code',
    asking(['gender', 'country']),
  ),
  row('demographics', 'a birth date alone', 'age, gender, interests, country and zip code', asking(['birth-date'])),
  row(
    'account',
    'a password',
    'Unique identifiers such as user name and password',
    asking(['user-name', 'password'], { purposes: ['account'] }),
  ),
  row(
    'payment',
    'a card',
    'Billing information such as credit card number',
    asking(['card-number'], { purposes: ['payment'] }),
  ),
  row('payment', 'a card, sent by http', SSL, asking(['card-number'], { ...plain, purposes: ['payment'] })),
  row(
    'tell-a-friend',
    'the address of a friend',
    'Send a one-time email or e-card to your friends',
    asking(['friend-email'], { purposes: ['tell-a-friend'] }),
  ),
  row(
    'sweepstakes',
    'a prize draw',
    'Administer promotions and sweepstakes you enter',
    asking(['email'], { purposes: ['sweepstakes'], words: ['Enter to win'] }),
  ),
  row(
    'job-application',
    'an application',
    'Process information submitted with a job application',
    asking(['email'], { purposes: ['job'], words: ['Apply'] }),
  ),
  row(
    'form-to-another-company',
    'a newsletter form of a mailing company',
    'delivering email newsletters',
    asking(['email'], { target: at('manage.kmail-lists.com', '/ajax'), purposes: ['newsletter'] }),
  ),
  row('hidden-fields', 'a hidden field', null, asking(['hidden'])),
  row('social-sign-in', 'Facebook', SIGN_IN, signIn('www.facebook.com', '/dialog/oauth')),
  row('social-sign-in', 'Twitter', SIGN_IN, signIn('api.twitter.com', '/oauth/authenticate')),
  row('social-sign-in', 'Google', SIGN_IN, signIn('accounts.google.com', '/o/oauth2/auth')),
  row('social-sign-in', 'Apple', SIGN_IN, signIn('appleid.apple.com', '/auth/authorize')),
  row(
    'social-sign-in',
    'Facebook, Google and Apple',
    SIGN_IN,
    signIn('www.facebook.com', '/dialog/oauth'),
    signIn('accounts.google.com', '/o/oauth2/auth'),
    signIn('appleid.apple.com', '/auth/authorize'),
  ),
  row('social-sign-in', 'a company that runs sign-ins was contacted', SIGN_IN, contact('cdn.auth0.com')),
  row('social-plug-in', 'a post of Instagram in a frame', WIDGET, frame('www.instagram.com')),
  row('social-plug-in', 'a like button of Facebook in a frame', WIDGET, frame('www.facebook.com')),
  row('social-plug-in', 'the script for posts of X', WIDGET, contact('platform.twitter.com', '/widgets.js')),
  row('widget', 'a player in a frame', WIDGET, frame('open.spotify.com')),
  row('widget', 'a list of shows drawn by a script', WIDGET, contact('widget.bandsintown.com', '/main.min.js')),
  row(
    'pre-save',
    'a link to Spotify that asks for rights',
    'We do not allow these services to provide any personal information',
    link('pre-save', { address: at('accounts.spotify.com', '/authorize'), scopes: ['user-library-modify'] }),
  ),
  row(
    'other-company-shop',
    'a shop at another company',
    'directed to a third party site to initiate your transaction',
    link('shop', { address: at('paperlanterns.myshopify.com') }),
  ),
  row('outbound-links', 'a link', 'links to other site(s)', link('outbound', { address: at('en.wikipedia.org') })),
  row(
    'policy-and-choice-links',
    'a link to the policy',
    'periodically review this page',
    link('policy', { address: at('www.sonymusic.com', '/privacy-policy') }),
  ),
  row(
    'policy-and-choice-links',
    'no link to a policy',
    'periodically review this page',
    link('outbound', { address: at('en.wikipedia.org') }),
  ),
];

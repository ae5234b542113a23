/**
 * Is what is said of a practice true of each thing that can raise it? Every practice, by every kind of evidence, from a small visit: which
 * of its sentences stands there, and which cannot.
 *
 * Long because: all practices stand side by side, so that a reader sees that none is missing.
 */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { situationsOf } from '../../../findings/situations.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { FieldMeaning, FormPurpose, Observation, WriteObservation } from '../../../ledger/observation.ts';
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import {
  at,
  consent,
  form,
  link,
  NOON,
  PAGE_HOST,
  request,
  stored,
  visit,
} from '../../../tools/builders/observations.ts';
import { readOut, upload } from './recognise.ts';

const [knowledge] = shippedKnowledge();
const OTHER = 'www.unheard-of.example';
const PIXEL = { pixel: true, initiator: 'img', failed: false } as const;

const disguise = (collector: string, path: string, reason: 'shape' | 'alias' = 'shape', detail = ''): Observation => ({
  kind: 'disguise',
  at: NOON,
  address: at(PAGE_HOST, path),
  collector,
  reason,
  detail,
});
const frame = (host: string, path: string): Observation => ({
  kind: 'frame',
  at: NOON,
  address: at(host, path),
  title: '',
});
const wrote = (
  name: string,
  store: WriteObservation['store'],
  api: WriteObservation['api'],
  writer: string,
): Observation => ({
  ...{ kind: 'write', at: NOON, store, host: PAGE_HOST, name, api, writer, path: '/x.js', source: 'page' },
});
const asking = (
  meanings: readonly FieldMeaning[],
  purposes: readonly FormPurpose[] = ['unknown'],
  change = {},
): Observation => form({ fields: meanings.map((meaning) => ({ name: meaning, meaning })), purposes, ...change });
const cookie = (name: string, domain: string, partition: string | null = null): Observation =>
  stored(name, 'cookie', {
    hash: 'h1',
    cookie: { domain, expiresAt: null, httpOnly: false, secure: true, sameSite: 'no_restriction', partition },
  });
const carrying = (host: string, name: string): Observation => request(host, { identifiers: [{ name, hash: 'h1' }] });
const typed = (how: 'plain' | 'sha256'): Observation => ({
  ...{ kind: 'typed-text', at: NOON, field: 'email', name: 'mail', address: at(OTHER), form: how, source: 'page' },
});
const full: Observation = { kind: 'view', at: NOON, view: 'full', state: 'from-start' };
const http = (path = '/send') => ({ target: at(PAGE_HOST, path, 'http') });
const gone = (store: 'cookie' | 'local', name: string): Observation[] => [
  stored(name, store, { hash: 'h1' }),
  stored('copy', store === 'cookie' ? 'local' : 'cookie', { hash: 'h1' }),
  stored(name, store, { hash: 'h1', change: 'removed', at: NOON + 30 }),
  stored(name, store, { hash: 'h1', change: 'written', at: NOON + 40 }),
];
const recorder = readOut(
  'listeners',
  { types: 12, pointer: 5, keyboard: 2, mutations: 1 },
  { script: 'rec.recorder.example' },
);
const canvas = readOut('canvas', { width: 200, height: 50, characters: 20, colours: 3, letters: 12, reads: 1 });

/** The practice, what was observed, the sentences that then stand there, and the kinds of evidence. */
const ROWS: readonly (readonly [
  practice: string,
  what: string,
  seen: readonly Observation[],
  said: readonly string[],
])[] = [
  ['visit-data-sent-to-company', 'a request', [request(OTHER)], ['plain']],
  ['web-analytics', 'a request', [request('www.google-analytics.com')], ['plain']],
  ['advertising', 'a request', [request('securepubads.g.doubleclick.net')], ['plain']],
  ['pixel-tag', 'an image', [request(OTHER, PIXEL)], ['plain']],
  [
    'pixel-tag',
    'an image at the site’s own address',
    [disguise('meta', '/tr/'), request(PAGE_HOST, { ...PIXEL, address: at(PAGE_HOST, '/tr/') })],
    ['plain'],
  ],
  ['tag-manager', 'a script', [request('www.googletagmanager.com')], ['plain']],
  ['tag-manager', 'a script from the site’s own address', [disguise('google-tag-manager', '/gtm.js')], ['plain']],
  [
    'identifier-shared-between-companies',
    'two requests',
    [carrying(OTHER, 'a'), carrying('two.example', 'b')],
    ['plain'],
  ],
  [
    'identifier-shared-between-companies',
    'a cookie of the site, a request',
    [stored('fan', 'cookie', { hash: 'h1' }), carrying(OTHER, 'a')],
    ['with-site'],
  ],
  [
    'identifier-shared-between-companies',
    'a company’s cookie at the site, another’s request',
    [stored('_ga', 'cookie', { hash: 'h1' }), carrying(OTHER, 'a')],
    ['made-by-other'],
  ],
  [
    'redirect-through-company',
    'a redirect',
    [
      {
        kind: 'redirect',
        at: NOON,
        chain: '1',
        from: at('t.company.example'),
        to: at(PAGE_HOST),
        resource: 'image',
        source: 'page',
      },
    ],
    ['plain'],
  ],
  ['collector-in-disguise', 'a call', [disguise('google-analytics', '/g/collect')], ['plain']],
  ['collector-in-disguise', 'Google’s container', [disguise('google-tag-manager', '/x/gtm.js')], ['script']],
  ['collector-in-disguise', 'Google’s tag', [disguise('google-tag-manager', '/gtag/js')], ['script']],
  [
    'collector-in-disguise',
    'Segment’s library',
    [disguise('segment', '/analytics.js/v1/abcdefghijklmnopqrstu/analytics.min.js')],
    ['script'],
  ],
  ['collector-in-disguise', 'TikTok’s library', [disguise('tiktok', '/pixel/events.js')], ['script']],
  ['collector-in-disguise', 'Cloudflare’s count', [disguise('cloudflare-analytics', '/cdn-cgi/rum')], ['deliverer']],
  ['collector-in-disguise', 'Cloudflare’s tools', [disguise('cloudflare-zaraz', '/cdn-cgi/zaraz/s.js')], ['deliverer']],
  ['collector-in-disguise', 'an alias', [disguise('Eulerian', '/x', 'alias', 'site.eulerian.net')], ['alias']],
  [
    'collector-in-disguise',
    'a call and a script',
    [disguise('google-analytics', '/g/collect'), disguise('google-tag-manager', '/gtm.js')],
    ['plain', 'script'],
  ],
  ['session-recording', 'a request', [request('static.hotjar.com')], ['plain']],
  [
    'session-recording',
    'a script and uploads',
    [full, recorder, ...[0, 6000, 12_000].map((ms) => upload('in.recorder.example', NOON + ms))],
    ['pattern'],
  ],
  ['fingerprinting', 'a canvas', [canvas], ['plain']],
  ['typed-text-sent-early', 'text', [typed('plain')], ['plain']],
  ['typed-text-sent-early', 'a hash', [typed('sha256')], ['hashed']],
  ['consent-manager', 'a choice', [consent('accepted', NOON)], ['plain']],
  [
    'consent-manager',
    'a script',
    [request('cdn.cookielaw.org', { address: at('cdn.cookielaw.org', '/scripttemplates/otSDKStub.js') })],
    ['plain'],
  ],
  ['consent-manager', 'a company whose tool we do not know', [request('apps.consentmo.com')], ['maker']],
  ['used-before-choice', 'a request', [consent('none-yet', NOON), request(OTHER)], ['plain']],
  ['used-before-choice', 'a cookie', [consent('none-yet', NOON), stored('_ga', 'cookie')], ['plain']],
  ['location-look-up', 'a request', [request('ipinfo.io')], ['plain']],
  ['location-look-up', 'a script that asks', [readOut('location', { asked: 1 })], ['asked']],
  ['sent-without-encryption', 'a request', [request(OTHER, { address: at(OTHER, '/a', 'http') })], ['plain']],
  ['sent-without-encryption', 'a form', [asking(['email'], ['newsletter'], http())], ['form']],
  ['sent-without-encryption', 'a form for a card', [asking(['card-number'], ['payment'], http())], ['card-form']],
  ['first-party-cookies', 'a cookie', [stored('theme', 'cookie')], ['plain']],
  ['first-party-cookies', 'a name that others use too', [stored('ajs_anonymous_id', 'cookie')], ['unsure']],
  ['web-storage', 'a name that others use too', [stored('ajs_anonymous_id')], ['unsure']],
  ['third-party-cookies', 'a cookie at its own address', [cookie('uid', 'company.example')], ['plain']],
  [
    'third-party-cookies',
    'a partitioned one',
    [cookie('uid', 'company.example', 'https://bobdylan.com')],
    ['partitioned'],
  ],
  ['third-party-cookies', 'one at the site’s address', [stored('_ga', 'cookie')], ['own-address']],
  [
    'flash-content',
    'an element',
    [{ kind: 'flash-object', at: NOON, form: 'embed', address: at(PAGE_HOST, '/a.swf'), parameters: [] }],
    ['plain'],
  ],
  [
    'flash-cookies',
    'a Flash cookie',
    [
      {
        kind: 'flash-cookie',
        at: NOON,
        host: PAGE_HOST,
        key: 'k',
        name: 'p',
        size: 1,
        amf: 3,
        entries: [],
        damaged: null,
      },
    ],
    ['plain'],
  ],
  ['web-storage', 'localStorage', [stored('theme')], ['plain']],
  ['web-storage', 'sessionStorage', [stored('scroll', 'session')], ['plain']],
  [
    'web-storage',
    'a key that another company’s script wrote',
    [stored('k'), wrote('k', 'local', 'setItem', OTHER)],
    ['by-other'],
  ],
  ['web-storage', 'both', [stored('theme'), stored('k'), wrote('k', 'local', 'setItem', OTHER)], ['plain', 'by-other']],
  ['browser-databases', 'a database', [stored('db', 'indexed-db')], ['plain']],
  ['browser-databases', 'a cache', [stored('assets', 'cache')], ['plain']],
  ['browser-databases', 'a service worker', [stored('/sw.js', 'service-worker')], ['plain']],
  ['browser-databases', 'a file', [stored('a.bin', 'origin-file')], ['plain']],
  ['browser-databases', 'a bucket', [stored('inbox', 'storage-bucket')], ['plain']],
  [
    'browser-databases',
    'another company’s',
    [stored('k', 'indexed-db'), wrote('k', 'indexed-db', 'indexedDB.open', OTHER)],
    ['by-other'],
  ],
  [
    'identifier-in-two-places',
    'a cookie and localStorage',
    [stored('a', 'cookie', { hash: 'h1' }), stored('b', 'local', { hash: 'h1' })],
    ['plain'],
  ],
  ['identifier-restored', 'a cookie', gone('cookie', 'fan'), ['plain']],
  ['newsletter-email', 'in words of news', [asking(['email'], ['newsletter'])], ['plain']],
  ['newsletter-email', 'for nothing said', [asking(['email'])], ['asked']],
  ['newsletter-email', 'in a message to the site', [asking(['email'], ['contact'])], ['asked']],
  [
    'newsletter-email',
    'both',
    [asking(['email'], ['newsletter']), asking(['email'], ['unknown'], { id: 'form-2' })],
    ['plain', 'asked'],
  ],
  ['mobile-number', 'for text messages', [asking(['tel'], ['text-messages'])], ['plain']],
  ['mobile-number', 'said to be mobile', [asking(['mobile'])], ['asked']],
  ['name-and-address', 'a name', [asking(['name'])], ['plain']],
  ['name-and-address', 'an address', [asking(['postal-address'])], ['plain']],
  ['name-and-address', 'a phone alone', [asking(['tel'])], ['phone']],
  ['name-and-address', 'a name and a phone', [asking(['name', 'tel'])], ['plain', 'phone']],
  ['demographics', 'a gender', [asking(['gender'])], ['plain']],
  ['demographics', 'a birth date alone', [asking(['birth-date', 'email'])], ['birth-date']],
  ['demographics', 'a birth date and a country', [asking(['birth-date', 'country'])], ['plain']],
  ['account', 'a log-in', [asking(['email', 'password'], ['account'])], ['plain']],
  ['account', 'a log-in by e-mail alone', [asking(['email'], ['account'])], ['no-password']],
  ['account', 'a password alone', [asking(['password'], ['account'])], ['password-alone']],
  ['payment', 'a card', [asking(['card-number'], ['payment'])], ['plain']],
  ['payment', 'a card over http', [asking(['card-number'], ['payment'], http())], ['unencrypted']],
  ['tell-a-friend', 'a friend’s address', [asking(['friend-email'], ['tell-a-friend'])], ['plain']],
  ['tell-a-friend', 'an address, in words of friends', [asking(['email'], ['tell-a-friend'])], ['by-words']],
  ['sweepstakes', 'a form', [asking(['email'], ['sweepstakes'])], ['plain']],
  ['job-application', 'a form', [asking(['upload', 'name'], ['job'])], ['plain']],
  ['form-to-another-company', 'a form', [asking(['email'], ['newsletter'], { target: at(OTHER) })], ['plain']],
  ['hidden-fields', 'a field', [asking(['hidden'])], ['plain']],
  ['social-sign-in', 'a link', [link('sign-in', { address: at('www.facebook.com', '/dialog/oauth') })], ['plain']],
  ['social-sign-in', 'a company', [request('cdn.auth0.com')], ['contact']],
  ['social-plug-in', 'a frame', [frame('www.facebook.com', '/plugins/like.php')], ['plain']],
  [
    'social-plug-in',
    'a script',
    [request('platform.twitter.com', { address: at('platform.twitter.com', '/widgets.js') })],
    ['script'],
  ],
  ['widget', 'a frame', [frame('open.spotify.com', '/embed/album/x')], ['plain']],
  ['widget', 'a script', [request('widget.bandsintown.com')], ['script']],
  ['pre-save', 'a link that asks for rights', [link('pre-save', { scopes: ['user-library-modify'] })], ['plain']],
  ['pre-save', 'a link that names none', [link('pre-save')], ['no-rights-named']],
  [
    'pre-save',
    'a link to a service that knows one right alone',
    [link('pre-save', { address: at('authorize.music.apple.com', '/woa') })],
    ['plain'],
  ],
  ['other-company-shop', 'a link', [link('shop')], ['plain']],
  ['outbound-links', 'a link', [link('outbound')], ['plain']],
  ['policy-and-choice-links', 'a link to a policy', [link('policy')], ['plain']],
  ['policy-and-choice-links', 'no such link', [link('outbound')], ['no-policy-link']],
  ['policy-and-choice-links', 'a choice, and no policy', [link('choice')], ['plain', 'no-policy-link']],
];

describe('what is said of a practice', () => {
  it.each(ROWS)('%s, %s', (practice, _what, seen, said) => {
    const finding = judge(foldObservations(visit(), seen), knowledge, 'held').find(
      (one) => one.practice.id === practice,
    );
    expect(finding === undefined ? null : situationsOf(finding)).toEqual(said);
  });

  it('tells what a page of consent itself asks for', () => {
    const page = at('accounts.spotify.com', '/authorize');
    const asked = link('pre-save', { address: page, text: '', scopes: ['streaming'] });
    const [finding] = judge(foldObservations(visit({ address: page }), [asked]), knowledge, 'none').filter(
      (one) => one.practice.id === 'pre-save',
    );
    expect(finding && situationsOf(finding)).toEqual(['asked-here']);
  });

  it('is told of each practice, and each of its sentences stands somewhere', () => {
    const all = practicesFile.practices.flatMap(({ id, situations = [] }) => [
      `${id} plain`,
      ...situations.map((one) => `${id} ${one.id}`),
    ]);
    const told = new Set(ROWS.flatMap(([practice, , , said]) => said.map((one) => `${practice} ${one}`)));
    // What a page itself is, or asks for, has tests of its own.
    expect(all.filter((one) => !told.has(one))).toEqual(['sent-without-encryption page', 'pre-save asked-here']);
  });

  it('tells a page that itself came by plain http, and what it called in the same way; of a form that a script sends nobody knows', () => {
    const page = visit({ address: at(PAGE_HOST, '/', 'http') });
    const seen = [
      request(OTHER, { address: at(OTHER, '/a', 'http') }),
      request(PAGE_HOST, { address: at(PAGE_HOST, '/b', 'http') }),
      asking(['card-number'], ['payment'], { target: null }),
      asking(['card-number'], ['payment'], { id: 'form-2', ...http('/pay') }),
    ];
    const found = judge(foldObservations(page, seen), knowledge, 'held');
    const told = (id: string) =>
      found
        .find(({ practice }) => practice.id === id)
        ?.evidence.map(({ host, situation }) => [host, situation ?? 'plain']);
    expect(told('sent-without-encryption')).toEqual([
      [PAGE_HOST, 'page'],
      [OTHER, 'plain'],
      [PAGE_HOST, 'card-form'],
    ]);
    expect(told('payment')).toEqual([
      [PAGE_HOST, 'plain'],
      [PAGE_HOST, 'unencrypted'],
    ]);
  });

  it.each<[string, Observation[], boolean]>([
    ['every request failed', [request(OTHER, { failed: true }), request(OTHER, { failed: true })], true],
    ['one was answered', [request(OTHER, { failed: true }), request(OTHER, { failed: false })], false],
    ['nobody knows', [request(OTHER)], false],
  ])('tells where nothing was answered: %s', (_what, seen, unanswered) => {
    const [finding] = judge(foldObservations(visit(), seen), knowledge, 'held');
    expect(finding?.evidence.map((one) => one.unanswered ?? false)).toEqual([unanswered]);
  });
});

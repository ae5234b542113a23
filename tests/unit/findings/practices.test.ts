import { describe, expect, it } from 'vitest';
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import type { Observation } from '../../../ledger/observation.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { practiceRules } from '../../../findings/practices.ts';
import { judge } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { labelSituations } from './label-situations.ts';
import { readOut } from './recognise.ts';
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

const [knowledge] = shippedKnowledge();

function seenIn(observations: readonly Observation[], pageChange = {}): string[] {
  const folded = foldObservations(visit(pageChange), observations);
  return judge(folded, knowledge, 'held')
    .map(({ practice }) => practice.id)
    .sort();
}

const field = (
  meaning: 'email' | 'tel' | 'mobile' | 'name' | 'password' | 'card-number' | 'friend-email' | 'gender' | 'hidden',
) => [{ name: meaning, meaning } as const];

const partitioned = (domain: string) =>
  ({
    domain,
    expiresAt: null,
    httpOnly: false,
    secure: true,
    sameSite: 'no_restriction',
    partition: 'https://bobdylan.com',
  }) as const;

const otherHost = 'www.unheard-of.example';
const contacted = 'visit-data-sent-to-company';

describe('practiceRules', () => {
  it('has a rule for each practice, and no other', () => {
    expect(Object.keys(practiceRules).sort()).toEqual(practicesFile.practices.map(({ id }) => id).sort());
  });

  it('needs the full view for those practices that say so, and for no other', () => {
    /** What only the browser itself tells, and no page. */
    const toldByBrowser: readonly Observation['kind'][] = ['network-request', 'redirect', 'typed-text', 'view'];
    const inPageView = labelSituations.filter(({ practice, seen, page }) =>
      seenIn(
        seen.filter(({ kind }) => !toldByBrowser.includes(kind)),
        page,
      ).includes(practice),
    );
    const seen = new Set<string>(inPageView.map(({ practice }) => practice));
    expect(practicesFile.practices.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual(
      practicesFile.practices.filter(({ view }) => view === 'full').map(({ id }) => id),
    );
  });

  it.each<[string, Observation[], string[]]>([
    ['nothing but the site itself', [request(PAGE_HOST), request('bobdylan.com')], []],
    ['hosts of the same owner', [request('cdn.smehost.net'), request('forms.sonymusicfans.com')], []],
    ['a host that nobody knows', [request(otherHost)], [contacted]],
    ['an analytics company', [request('www.google-analytics.com')], [contacted, 'web-analytics']],
    ['an advertising company', [request('securepubads.g.doubleclick.net')], ['advertising', contacted]],
    ['a 1 × 1 image of a company', [request(otherHost, { pixel: true, initiator: 'img' })], ['pixel-tag', contacted]],
    ['a tag manager', [request('www.googletagmanager.com')], ['tag-manager', contacted]],
    ['a session recorder', [request('static.hotjar.com')], ['session-recording', contacted]],
    ['an IP-to-place service', [request('ipinfo.io')], ['location-look-up', contacted]],
    [
      'the place asked for by the page',
      [{ kind: 'geolocation', at: NOON, state: 'granted' }, readOut('location', { asked: 1 }, { script: PAGE_HOST })],
      ['location-look-up'],
    ],
    ['a permission that nobody asked for', [{ kind: 'geolocation', at: NOON, state: 'prompt' }], []],
    [
      "a permission that the person changed in the browser's own menu",
      [
        { kind: 'geolocation', at: NOON, state: 'granted' },
        { kind: 'geolocation', at: NOON + 1, state: 'prompt' },
        { kind: 'geolocation', at: NOON + 2, state: 'denied' },
      ],
      [],
    ],
    [
      'the country check of a consent tool',
      [
        request('cdn.cookielaw.org', { address: at('cdn.cookielaw.org', '/scripttemplates/otSDKStub.js') }),
        request('geolocation.onetrust.com'),
      ],
      ['consent-manager', contacted],
    ],
    ['a consent platform', [consent('accepted', NOON)], ['consent-manager']],
    [
      'the script of a consent tool',
      [request('cdn.iubenda.com', { address: at('cdn.iubenda.com', '/cs/iubenda_cs.js') })],
      ['consent-manager', contacted],
    ],
    [
      'a shown policy by a company that makes consent tools too',
      [request('cdn.iubenda.com', { address: at('cdn.iubenda.com', '/iubenda.js') })],
      [contacted],
    ],
    [
      'a form for requests by a company that makes consent tools too',
      [request('privacyportal.onetrust.com', { address: at('privacyportal.onetrust.com', '/webform/7f') })],
      [contacted],
    ],
    [
      'a request without encryption',
      [request('cdn.smehost.net', { address: at('cdn.smehost.net', '/a.jpg', 'http') })],
      ['sent-without-encryption'],
    ],
    ['a form that posts to http', [form({ target: at(PAGE_HOST, '/send', 'http') })], ['sent-without-encryption']],
    ['a cookie of the site', [stored('session_theme', 'cookie')], ['first-party-cookies']],
    ["a cookie that another company's script writes", [stored('_ga', 'cookie')], ['third-party-cookies']],
    [
      'a partitioned cookie of the site itself',
      [stored('embed', 'cookie', { cookie: partitioned(PAGE_HOST) })],
      ['first-party-cookies'],
    ],
    [
      'a partitioned cookie of another company',
      [stored('embed', 'cookie', { cookie: partitioned('widget.example') })],
      ['third-party-cookies'],
    ],
    ['a key in localStorage', [stored('theme')], ['web-storage']],
    ['a key in sessionStorage', [stored('scroll', 'session')], ['web-storage']],
    ['a key that was removed', [stored('theme'), stored('theme', 'local', { change: 'removed' })], []],
    ['a database', [stored('player', 'indexed-db')], ['browser-databases']],
    ['a cache', [stored('assets', 'cache')], ['browser-databases']],
    [
      'Flash content',
      [{ kind: 'flash-object', at: NOON, form: 'embed', address: at(PAGE_HOST, '/player.swf'), parameters: [] }],
      ['flash-content'],
    ],
    [
      'a Flash cookie',
      [
        stored('www.bobdylan.com/p.swf/prefs', 'local', { shape: 'flash-object' }),
        {
          kind: 'flash-cookie',
          at: NOON,
          host: PAGE_HOST,
          key: 'www.bobdylan.com/p.swf/prefs',
          name: 'prefs',
          size: 100,
          amf: 3,
          entries: [{ name: 'userId', type: 'string', shape: 'identifier', hash: null }],
          damaged: null,
        },
      ],
      ['flash-cookies'],
    ],
    [
      'one identifier in a cookie and in localStorage',
      [stored('fan', 'cookie', { hash: 'h1' }), stored('fan_copy', 'local', { hash: 'h1' })],
      ['first-party-cookies', 'identifier-in-two-places', 'web-storage'],
    ],
    [
      'two identifiers',
      [stored('fan', 'cookie', { hash: 'h1' }), stored('fan_copy', 'local', { hash: 'h2' })],
      ['first-party-cookies', 'web-storage'],
    ],
    [
      "the site's identifier in a request to a company",
      [stored('fan', 'cookie', { hash: 'h1' }), request(otherHost, { identifiers: [{ name: 'uid', hash: 'h1' }] })],
      ['first-party-cookies', 'identifier-shared-between-companies', contacted],
    ],
    [
      "a company's own identifier in its own request",
      [
        stored('_ga', 'cookie', { hash: 'h1' }),
        request('www.google-analytics.com', { identifiers: [{ name: 'cid', hash: 'h1' }] }),
      ],
      ['third-party-cookies', contacted, 'web-analytics'],
    ],
    [
      "a company's identifier in another company's request",
      [
        stored('_ga', 'cookie', { hash: 'h1' }),
        request('www.google-analytics.com', { identifiers: [{ name: 'cid', hash: 'h1' }] }),
        request(otherHost, { identifiers: [{ name: 'ext', hash: 'h1' }] }),
      ],
      ['identifier-shared-between-companies', 'third-party-cookies', contacted, 'web-analytics'],
    ],
    ['a newsletter form', [form({ fields: field('email'), purposes: ['newsletter'] })], ['newsletter-email']],
    [
      'a log-in form with an e-mail address',
      [form({ fields: [...field('email'), ...field('password')], purposes: ['account'] })],
      ['account'],
    ],
    ['an e-mail address for nothing said', [form({ fields: field('email') })], ['newsletter-email']],
    [
      'a log-in by e-mail alone',
      [form({ fields: field('email'), purposes: ['account'], words: ['Log in'] })],
      ['account'],
    ],
    ['a mobile number for nothing said', [form({ fields: field('mobile') })], ['mobile-number']],
    ['a mobile number for messages', [form({ fields: field('tel'), purposes: ['text-messages'] })], ['mobile-number']],
    ['a telephone number for nothing said', [form({ fields: field('tel') })], ['name-and-address']],
    ['a name', [form({ fields: field('name'), purposes: ['contact'] })], ['name-and-address']],
    ['a gender', [form({ fields: field('gender'), purposes: ['contact'] })], ['demographics']],
    ['a card number', [form({ fields: field('card-number'), purposes: ['payment'] })], ['payment']],
    ["a friend's address", [form({ fields: field('friend-email'), purposes: ['tell-a-friend'] })], ['tell-a-friend']],
    ['a sweepstake', [form({ purposes: ['sweepstakes'], words: ['Win two tickets'] })], ['sweepstakes']],
    ['a job', [form({ purposes: ['job'], words: ['Apply'] })], ['job-application']],
    ['a form that goes elsewhere', [form({ target: at(otherHost) })], ['form-to-another-company']],
    ["a form that goes to Sony Music's own host", [form({ target: at('subs.sonymusicfans.com', '/submit') })], []],
    ['hidden fields', [form({ fields: field('hidden') })], ['hidden-fields']],
    [
      'a sign-in link',
      [link('sign-in', { address: at('www.facebook.com', '/v19.0/dialog/oauth') }), link('policy')],
      ['policy-and-choice-links', 'social-sign-in'],
    ],
    [
      'a pre-save link',
      [link('pre-save', { address: at('accounts.spotify.com'), scopes: ['user-library-modify'] }), link('policy')],
      ['policy-and-choice-links', 'pre-save'],
    ],
    ['a shop elsewhere', [link('shop'), link('policy')], ['other-company-shop', 'policy-and-choice-links']],
    [
      'a shop of the same owner',
      [link('shop', { address: at('store.sonymusic.com') }), link('policy')],
      ['policy-and-choice-links'],
    ],
    ['a link elsewhere', [link('outbound'), link('policy')], ['outbound-links', 'policy-and-choice-links']],
    [
      'a widget',
      [
        { kind: 'frame', at: NOON, address: at('open.spotify.com', '/embed/album/x'), title: 'Player' },
        request('widget.bandsintown.com'),
      ],
      [contacted, 'widget'],
    ],
    [
      'an embedded post',
      [{ kind: 'frame', at: NOON, address: at('www.facebook.com', '/plugins/like.php'), title: '' }],
      ['social-plug-in'],
    ],
    [
      'a plug-in script',
      [request('platform.twitter.com', { address: at('platform.twitter.com', '/widgets.js') })],
      ['social-plug-in', contacted],
    ],
  ])('%s', (_what, observations, expected) => {
    const withoutLinks = observations.every(({ kind }) => kind !== 'link');
    const seen = seenIn(observations).filter((id) => !withoutLinks || id !== 'policy-and-choice-links');
    expect(seen).toEqual([...expected].sort());
  });

  it('says that a page has no policy link only when the page was read', () => {
    expect(seenIn([])).toEqual([]);
    const folded = foldObservations(visit(), [link('outbound')]);
    const finding = judge(folded, knowledge, 'held').find(({ practice }) => practice.id === 'policy-and-choice-links');
    expect(finding?.evidence).toMatchObject([{ kind: 'absence', of: 'policy-link' }]);
  });

  it('does not stumble over a cookie that ends beyond the end of time', () => {
    const cookie = stored('x', 'cookie').cookie;
    if (cookie === null) throw new Error('The example has no cookie.');
    expect(seenIn([stored('x', 'cookie', { cookie: { ...cookie, expiresAt: 1e300 } })])).toEqual([
      'first-party-cookies',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Observation, WriteObservation } from '../../../../ledger/observation.ts';
import type { Evidence, Holder } from '../../../../findings/evidence.ts';
import { judge } from '../../../../findings/report.ts';
import { shippedKnowledge } from '../../../../shipped/knowledge.ts';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import { NOON, PAGE_HOST, request, stored, visit } from '../../../../tools/builders/observations.ts';
import { evidenceIn } from '../recognise.ts';

const ONE = 'www.one.example';
const TWO = 'www.two.example';

const carrying = (host: string, name: string, hash = 'h1') => request(host, { identifiers: [{ name, hash }] });

function cookieOf(domain: string, name: string, partition: string | null = null): Observation {
  const example = stored(name, 'cookie', { hash: 'h1' });
  if (example.cookie === null) throw new Error('The example has no cookie.');
  return { ...example, cookie: { ...example.cookie, domain, partition } };
}

function written(name: string, writer: string | null, change: Partial<WriteObservation> = {}): WriteObservation {
  return {
    kind: 'write',
    at: NOON,
    store: 'cookie',
    host: PAGE_HOST,
    name,
    api: 'document.cookie',
    writer,
    path: '/x.js',
    source: 'page',
    ...change,
  };
}

/** Who holds it, of evidence that is about a shared identifier. */
const holdersOf = (evidence: Evidence): readonly Holder[] =>
  evidence.kind === 'shared-identifier' ? evidence.holders : [];

const sharedIn = (seen: readonly Observation[]) =>
  evidenceIn('identifier-shared-between-companies', seen).map((evidence) =>
    holdersOf(evidence)
      .map(({ name, host }) => `${name} (${host})`)
      .join(' = '),
  );

describe('a number that the site has at a company', () => {
  it.each([
    ['tr.snapchat.com', 'pid'],
    ['www.facebook.com', 'id'],
    ['px.ads.linkedin.com', 'pid'],
    ['bat.bing.com', 'ti'],
    ['ct.pinterest.com', 'tid'],
  ])('%s?%s= is no identifier of a visitor, as “What was sent” tells it', (host, name) => {
    const kept = stored('pixel-settings', 'local', { hash: 'h1' });
    expect(sharedIn([carrying(host, name), kept, carrying(TWO, 'whatever')])).toEqual([]);
    // The same name at a host that no reader knows says nothing.
    expect(sharedIn([carrying(ONE, name), carrying(TWO, 'whatever')])).toHaveLength(name === 'tid' ? 0 : 1);
  });

  it('leaves the identifiers of the same request', () => {
    expect(sharedIn([carrying('tr.snapchat.com', 'u_c1'), carrying(TWO, 'whatever')])).toHaveLength(1);
  });
});

describe('the same identifier at two companies', () => {
  it.each<[string, Observation[], string[]]>([
    ['in requests of both', [carrying(ONE, 'uid'), carrying(TWO, 'ext')], [`uid (${ONE}) = ext (${TWO})`]],
    [
      'in cookies of both',
      [cookieOf('one.example', 'a'), cookieOf('two.example', 'b')],
      ['a (one.example) = b (two.example)'],
    ],
    [
      "in one's cookie and the other's request",
      [cookieOf('one.example', 'a'), carrying(TWO, 'uid')],
      [`uid (${TWO}) = a (one.example)`],
    ],
    [
      "in a company's cookie and one of the site",
      [cookieOf('one.example', 'a'), stored('fan', 'cookie', { hash: 'h1' })],
      [`a (one.example) = fan (bobdylan.com)`],
    ],
    [
      'in a cookie of the site and a request',
      [stored('fan', 'cookie', { hash: 'h1' }), carrying(ONE, 'uid')],
      [`uid (${ONE}) = fan (bobdylan.com)`],
    ],
  ])('%s', (_what, seen, subjects) => {
    expect(sharedIn(seen)).toEqual(subjects);
  });

  it.each<[string, Observation[]]>([
    ['two hosts of one owner', [carrying('www.facebook.com', 'fbp'), carrying('connect.facebook.net', 'fbp')]],
    ['two hosts of one unknown domain', [carrying('a.one.example', 'uid'), carrying('b.one.example', 'uid')]],
    ['cookie and request of one company', [cookieOf('one.example', 'a'), carrying(ONE, 'uid')]],
    [
      'partitioned and other cookie of one company',
      [cookieOf('one.example', 'a'), cookieOf('one.example', 'a', 'https://bobdylan.com')],
    ],
    ['two values', [carrying(ONE, 'uid'), carrying(TWO, 'uid', 'h2')]],
    ["two cookies of the site's own", [stored('a', 'cookie', { hash: 'h1' }), stored('b', 'cookie', { hash: 'h1' })]],
    ["the site's own hosts", [stored('a', 'cookie', { hash: 'h1' }), carrying('cdn.smehost.net', 'uid')]],
    ['a version of the site at two hosts of files', [carrying(ONE, 'v'), carrying(TWO, 'v')]],
    [
      "the same, under another name at the site's own",
      [carrying(PAGE_HOST, 'build'), carrying(ONE, 'x'), carrying(TWO, 'y')],
    ],
    [
      'a version that the site keeps',
      [stored('build-id', 'local', { hash: 'h1' }), carrying(ONE, 'x'), carrying(TWO, 'y')],
    ],
    ['a choice of consent', [carrying(ONE, 'gdpr_consent'), carrying(TWO, 'gdprConsent')]],
    ['a number against caches', [carrying(ONE, 'ord'), carrying(TWO, 'cb')]],
    ['an event told to two companies', [carrying(ONE, 'event_id'), carrying(TWO, 'eid')]],
    [
      "the site's localStorage, whose value went to one company: a library's own key, sent to its maker",
      [stored('fan', 'local', { hash: 'h1' }), carrying(ONE, 'uid')],
    ],
    ['the same in sessionStorage', [stored('fan', 'session', { hash: 'h1' }), carrying(ONE, 'uid')]],
    [
      'the key that a company keeps in a cookie and that comes back to the site with it',
      [stored('_ga', 'cookie', { hash: 'h1' }), carrying('www.google-analytics.com', 'cid')],
    ],
    [
      'a brand of the owner that gets it',
      [stored('_ga', 'cookie', { hash: 'h1' }), carrying('securepubads.g.doubleclick.net', 'cid')],
    ],
    [
      "a copy of the company's key in a cookie of the site",
      [
        written('vid', ONE, { store: 'local' }),
        stored('vid', 'local', { hash: 'h1' }),
        stored('copy', 'cookie', { hash: 'h1' }),
        carrying(ONE, 'uid'),
      ],
    ],
    [
      'a cookie that the script of the one company wrote',
      [written('vid', ONE), stored('vid', 'cookie', { hash: 'h1' }), carrying(ONE, 'uid')],
    ],
  ])('not: %s', (_what, seen) => {
    expect(sharedIn(seen)).toEqual([]);
  });

  it("takes a cookie for the site's own where one of its own scripts writes it, or nobody knows", () => {
    const cookie = stored('vid', 'cookie', { hash: 'h1' });
    const sent = carrying(ONE, 'uid');
    expect(sharedIn([written('vid', ONE), written('vid', PAGE_HOST), cookie, sent])).toHaveLength(1);
    expect(sharedIn([written('vid', null), cookie, sent])).toHaveLength(1);
    expect(sharedIn([written('vid', ONE, { store: 'local' }), cookie, sent])).toHaveLength(1);
  });

  it("tells a company's cookie that a second company's request carries, whoever wrote it", () => {
    const seen = [written('vid', ONE), stored('vid', 'cookie', { hash: 'h1' }), carrying(TWO, 'uid')];
    expect(sharedIn(seen)).toEqual([`uid (${TWO}) = vid (bobdylan.com)`]);
  });
});

describe('who holds the same identifier', () => {
  const sharedBy = (...seen: readonly Observation[]) =>
    evidenceIn('identifier-shared-between-companies', seen).map((evidence) => [
      evidence.situation ?? 'plain',
      ...holdersOf(evidence).map(
        ({ owner, name, how, isSite }) => `${owner}: ${name}, ${how}${isSite ? ', the site' : ''}`,
      ),
    ]);

  it('is each of the companies that got it', () => {
    expect(sharedBy(carrying(ONE, 'uid'), carrying(TWO, 'ext'), carrying('www.facebook.com', 'udff'))).toEqual([
      ['plain', 'one.example: uid, got', 'two.example: ext, got', 'Meta: udff, got'],
    ]);
  });

  it('are companies of the finding, each of them', () => {
    const seen = foldObservations(visit(), [carrying(ONE, 'uid'), carrying('www.facebook.com', 'udff')]);
    const finding = judge(seen, shippedKnowledge()[0], 'held').find(
      ({ practice }) => practice.id === 'identifier-shared-between-companies',
    );
    expect(finding?.companies.map(({ company }) => company.name)).toEqual(['one.example', 'Meta']);
  });

  it('is one company and the site', () => {
    expect(sharedBy(stored('fan', 'cookie', { hash: 'h1' }), carrying(ONE, 'uid'))).toEqual([
      ['with-site', 'one.example: uid, got', `${PAGE_HOST}: fan, got, the site`],
    ]);
  });

  it("is one company, and another whose tool keeps it at the site's address", () => {
    const kept = [written('vid', ONE), stored('vid', 'cookie', { hash: 'h1' })];
    expect(sharedBy(...kept, carrying(TWO, 'uid'))).toEqual([
      ['made-by-other', 'two.example: uid, got', 'one.example: vid, keeps'],
    ]);
  });

  it('is the company at whose address a cookie stands, whatever its name', () => {
    expect(sharedBy(cookieOf('one.example', '_ga'), carrying('www.google-analytics.com', 'cid'))).toEqual([
      ['plain', 'Google: cid, got', 'one.example: _ga, got'],
    ]);
  });
});

describe('the same identifier in two places', () => {
  const both = (name: string, ...more: readonly Observation[]) =>
    evidenceIn('identifier-in-two-places', [
      stored(name, 'cookie', { hash: 'h1' }),
      stored('fan_copy', 'local', { hash: 'h1' }),
      ...more,
    ]);

  it('is told while both hold it', () => {
    expect(both('fan')).toMatchObject([
      {
        places: [
          { name: 'fan', store: 'cookie' },
          { name: 'fan_copy', store: 'local' },
        ],
      },
    ]);
    expect(both('fan', stored('fan_copy', 'local', { change: 'removed' }))).toEqual([]);
  });

  it.each([
    ...['euconsent-v2', 'build_id', 'api-key', 'gpp', 'app_version', 'nextBuildId', 'assets:manifest-hash', 'git-sha'],
    ...['OptanonConsent', 'cachebuster', 'store_cache_key', 'myConsentString', 'CookieConsent'],
  ])('is not told of what is the same for all: %s', (name) => {
    expect(both(name)).toEqual([]);
  });

  it.each(['user_hash', 'subversion_id', 'visitor', 'fan-key', 'build_user', 'device_id'])('is told of %s', (name) => {
    expect(both(name)).toHaveLength(1);
  });

  it.each(['didomi_token', 'osano_consentmanager_uuid'])(
    "is told of a consent tool's own number of the browser: %s",
    (name) => {
      expect(both(name)).toHaveLength(1);
    },
  );

  it('is not told of the choice that stands beside such a number', () => {
    expect(both('fan', stored('osano_consentmanager', 'local', { hash: 'h1' }))).toEqual([]);
  });

  it('is not told of a value that a request names so', () => {
    expect(both('fan', carrying(ONE, 'release'))).toEqual([]);
  });
});

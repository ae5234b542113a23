import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByConsent, type ConsentSplit } from '../../../findings/consent-split.ts';
import { createReport, judge } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { NetworkRequestObservation, Observation, WriteObservation } from '../../../ledger/observation.ts';
import platformsFile from '../../../policy-data/consent-platforms.json' with { type: 'json' };
import type { Contact } from '../../../recognition/contacted.ts';
import { at, consent, NOON, PAGE_HOST, request, stored, visit } from '../../../tools/builders/observations.ts';

const { hosts } = platformsFile;

const [knowledge] = shippedKnowledge();

function split(observations: readonly Observation[]): ConsentSplit | null {
  const report = createReport(foldObservations(visit(), observations), [knowledge], null);
  return splitByConsent({ visit: report.visit, contacts: report.companies, items: report.items });
}

function told(observations: readonly Observation[]): string[] | null {
  const found = judge(foldObservations(visit(), observations), knowledge, 'held').find(
    ({ practice }) => practice.id === 'used-before-choice',
  );
  return found === undefined ? null : found.evidence.map((one) => ('name' in one ? one.name : one.host));
}

const CHOICE = NOON + 1000;
const ANALYTICS = 'www.google-analytics.com';
const asked = [request('cdn.cookielaw.org'), consent('none-yet', NOON + 100)];
const before = [request(ANALYTICS, { at: NOON + 200 }), stored('_ga', 'cookie', { at: NOON + 300 })];
/** A choice by a press, seen at `at` and not yet at `after`. */
const chosen = (choice: Parameters<typeof consent>[0], at: number, after = at, change = {}) =>
  consent(choice, at, { after, maker: 'person', ...change });
const after = [
  chosen('accepted', CHOICE),
  stored('OptanonConsent', 'cookie', { at: CHOICE + 5 }),
  request('connect.facebook.net', { at: CHOICE + 10 }),
  stored('_fbp', 'cookie', { at: CHOICE + 20, change: 'written' }),
];

const WROTE: WriteObservation = {
  ...{ kind: 'write', at: NOON, store: 'local', host: PAGE_HOST, name: 'ot_region', api: 'setItem' },
  ...{ writer: 'geolocation.onetrust.com', path: '/x.js', source: 'page' },
};

describe('a company that asks for consent, and does more', () => {
  const google = [request('fundingchoicesmessages.google.com'), consent('none-yet', NOON + 100)];

  it('is told of for what else it does before the choice', () => {
    expect(told([...google, request('securepubads.g.doubleclick.net'), stored('_ga', 'cookie')])).toEqual([
      'securepubads.g.doubleclick.net',
      '_ga',
    ]);
  });

  it('is not told of for the asking', () => {
    expect(told(google)).toBeNull();
  });
});

describe('the country check of a consent tool', () => {
  const lookUps = (...hosts: readonly string[]) =>
    judge(
      foldObservations(
        visit(),
        hosts.map((host) => request(host)),
      ),
      knowledge,
      'held',
    )
      .filter(({ practice }) => practice.id === 'location-look-up')
      .flatMap(({ evidence }) => evidence.map(({ host }) => host));
  const makers = Object.values(hosts).flat();

  it.each(makers)('is no look-up of the place: %s', (host) => {
    expect(lookUps(host, `geo.${host}`, `geolocation.${host}`)).toEqual([]);
  });

  it("stands beside somebody else's look-up, which is told", () => {
    expect(lookUps('cdn.cookielaw.org', 'geolocation.onetrust.com', 'ipinfo.io')).toEqual(['ipinfo.io']);
  });
});

describe('splitByConsent', () => {
  it('has nothing to split without a consent platform', () => {
    expect(split(before)).toBeNull();
  });

  it('puts all into one part while no choice is made', () => {
    const now = split([...asked, ...before]);
    expect(now).toMatchObject({ state: 'open', isSure: true, after: [] });
    expect(now?.before.hosts.map(([, { host }]) => host)).toEqual([ANALYTICS]);
    expect(now?.before.items.map(({ item }) => item.name)).toEqual(['_ga']);
  });

  it('parts what came before the choice from what came with it and after it', () => {
    const now = split([...asked, ...before, ...after, request(ANALYTICS, { at: CHOICE + 30 })]);
    expect(now).toMatchObject({ state: 'made', isSure: true, after: [{ choice: { choice: 'accepted', at: CHOICE } }] });
    expect(now?.before.hosts.map(([, { host }]) => host)).toEqual([ANALYTICS]);
    expect(now?.after[0]?.part.hosts.map(([, { host }]) => host)).toEqual(['connect.facebook.net']);
    expect(now?.after[0]?.part.items.map(({ item }) => item.name)).toEqual(['_fbp']);
  });

  it('gives the site the benefit of what came between the last look without a choice and the first with one', () => {
    const now = split([...asked, request(ANALYTICS, { at: CHOICE - 10 }), chosen('accepted', CHOICE, CHOICE - 500)]);
    expect(now?.before.hosts).toEqual([]);
    expect(now?.after[0]?.part.hosts.map(([, { host }]) => host)).toEqual([ANALYTICS]);
  });

  it('lays to neither side what was found after the choice, and may have been there before', () => {
    const found = { at: CHOICE + 900 } as const;
    const now = split([
      ...asked,
      chosen('refused', CHOICE),
      stored('_fbp', 'cookie', { ...found, change: 'written', since: CHOICE }),
      stored('_hjid', 'cookie', { ...found, change: 'written', since: CHOICE - 100 }),
      stored('_ttp', 'cookie', found),
      stored('_uetsid', 'cookie', { ...found, change: 'written' }),
      stored('_uetvid', 'cookie', { ...found, since: CHOICE + 10 }),
      stored('_gcl_au', 'cookie', { ...found, since: CHOICE - 10 }),
    ]);
    const names = (items: readonly { readonly item: { readonly name: string } }[] = []) =>
      items.map(({ item }) => item.name).toSorted();
    expect(now?.before.items).toEqual([]);
    expect(names(now?.after[0]?.part.items)).toEqual(['_fbp', '_uetsid', '_uetvid']);
    expect(now?.after[0]?.unclear.items.map(({ known, since }) => [known.item.name, since])).toEqual([
      ['_hjid', CHOICE - 100],
      ['_ttp', null],
      ['_gcl_au', CHOICE - 10],
    ]);
  });

  it('lays to neither side a request in a frame or a worker that ended soon after the choice', () => {
    const told = (
      host: string,
      source: NetworkRequestObservation['source'],
      time: number,
    ): NetworkRequestObservation => ({
      ...{ kind: 'network-request', at: time, address: at(host), resource: 'ping', source, by: null },
      ...{ outcome: 'done', upload: false, identifiers: [] },
    });
    const [soon, late] = [CHOICE + 800, CHOICE + 60_000];
    const now = split([
      ...asked,
      told(ANALYTICS, 'frame', CHOICE - 10),
      chosen('refused', CHOICE),
      told('connect.facebook.net', 'frame', soon),
      told('static.hotjar.com', 'background', soon),
      told('static.criteo.net', 'frame', late),
      // The page's own observer knows when it began.
      request('analytics.tiktok.com', { at: CHOICE + 5 }),
      told('analytics.tiktok.com', 'page', soon),
      // It began after the choice, but a frame may have asked before.
      request('bat.bing.com', { at: CHOICE + 5 }),
      told('bat.bing.com', 'frame', soon),
    ]);
    const hosts = (contacts: readonly Contact[] = []) => contacts.flatMap((one) => one.hosts.map(({ host }) => host));
    expect(hosts(now?.before.companies)).toEqual([ANALYTICS]);
    expect(hosts(now?.after[0]?.part.companies)).toEqual(['analytics.tiktok.com', 'static.criteo.net']);
    expect(now?.after[0]?.part.hosts.map(([, { host }]) => host)).toEqual([
      'analytics.tiktok.com',
      'static.criteo.net',
    ]);
    expect(hosts(now?.after[0]?.unclear.companies).toSorted()).toEqual([
      'bat.bing.com',
      'connect.facebook.net',
      'static.hotjar.com',
    ]);
  });

  it('parts the visit at each choice', () => {
    const now = split([
      ...asked,
      ...before,
      chosen('refused', CHOICE),
      request('connect.facebook.net', { at: CHOICE + 100 }),
      chosen('accepted', CHOICE + 500),
      request('static.hotjar.com', { at: CHOICE + 600 }),
    ]);
    expect(now?.consent.choice).toBe('accepted');
    expect(now?.before.hosts.map(([, { host }]) => host)).toEqual([ANALYTICS]);
    expect(now?.after.map(({ choice, part }) => [choice.choice, part.hosts.map(([, { host }]) => host)])).toEqual([
      ['refused', ['connect.facebook.net']],
      ['accepted', ['static.hotjar.com']],
    ]);
  });

  it.each([
    ['accepted', 'earlier'],
    ['refused', 'earlier'],
    ['partly', 'earlier'],
    ['some', 'earlier'],
    ['unknown', 'unread'],
  ] as const)('%s at the first look: %s', (choice, state) => {
    expect(split([consent(choice, NOON + 100), ...before])).toMatchObject({ state, isSure: false, after: [] });
  });

  it.each([
    ['the tool', 'tool', 'unasked'],
    ["the browser's signal", 'signal', 'unasked'],
    ['a press', 'person', 'made'],
    ['nobody knows whom', 'unknown', 'made'],
  ] as const)('a choice made by %s', (_who, maker, state) => {
    expect(split([...asked, ...before, chosen('accepted', CHOICE, CHOICE, { maker })])?.state).toBe(state);
  });

  it('dates a choice of a platform that nothing told of before', () => {
    const klaro = chosen('accepted', CHOICE, CHOICE - 100, { platform: 'Klaro', source: 'klaro' });
    expect(split([...before, klaro])).toMatchObject({ state: 'made', isSure: true });
  });

  it('takes the platform in which a choice was made, and keeps the others beside it', () => {
    const other = consent('none-yet', NOON + 50, { platform: 'Sony Music cookie notice' });
    const now = split([other, ...asked, ...before, ...after]);
    expect(now).toMatchObject({ state: 'made', isSure: true, consent: { platform: 'OneTrust' } });
    expect(now?.others.map(({ platform }) => platform)).toEqual(['Sony Music cookie notice']);
  });

  it('is sure beside a script that tells of no choice', () => {
    const bare = consent('unknown', NOON + 50, {
      platform: 'Shopify',
      maker: null,
      source: '/shopifycloud/privacy-banner/',
    });
    expect(split([bare, ...asked, ...before])).toMatchObject({ state: 'open', isSure: true });
    expect(split([bare, ...before])).toMatchObject({ state: 'unread' });
    const answered = chosen('accepted', CHOICE, CHOICE - 10, { platform: 'Shopify' });
    expect(split([bare, ...before, answered])).toMatchObject({ state: 'made', isSure: true });
  });

  it('takes the earlier of two choices', () => {
    const later = chosen('refused', CHOICE + 900, CHOICE + 800, { platform: 'Klaro' });
    expect(split([later, ...asked, ...after])?.consent.platform).toBe('OneTrust');
  });

  it('leaves out the platforms of frames of other hosts', () => {
    expect(split([consent('accepted', NOON + 10, { host: 'shop.bobdylan.com' })])).toBeNull();
    const now = split([consent('accepted', NOON + 10, { host: 'shop.bobdylan.com' }), ...asked]);
    expect(now).toMatchObject({ state: 'open', isSure: true, others: [] });
  });

  it('follows the platform whose choice can be followed', () => {
    const unread = consent('unknown', NOON + 50, { platform: 'IAB Transparency and Consent Framework' });
    expect(split([unread, ...asked])?.consent.platform).toBe('OneTrust');
    expect(split([unread, consent('refused', NOON + 100)])?.consent.platform).toBe('OneTrust');
  });

  it('never shows one thing in both parts, and leaves no company out', () => {
    const hosts = [ANALYTICS, 'connect.facebook.net', 'static.hotjar.com', 'www.unheard-of.example'];
    const requests = fc.array(fc.tuple(fc.constantFrom(...hosts), fc.integer({ min: 0, max: 2000 })), { minLength: 1 });
    fc.assert(
      fc.property(requests, fc.integer({ min: 1, max: 2000 }), (seen, at) => {
        const now = split([
          consent('none-yet', NOON),
          chosen('refused', NOON + at),
          ...seen.map(([host, when]) => request(host, { at: NOON + when })),
        ]);
        const early = now?.before.hosts.map(([, { host }]) => host) ?? [];
        const late = now?.after.flatMap(({ part }) => part.hosts.map(([, { host }]) => host)) ?? [];
        expect([...early, ...late].sort()).toEqual([...new Set(seen.map(([host]) => host))].sort());
      }),
    );
  });
});

describe('used before choice', () => {
  it('names the companies and what they keep', () => {
    expect(told([...asked, ...before])).toEqual([ANALYTICS, '_ga']);
    expect(told([...asked, ...before, ...after])).toEqual([ANALYTICS, '_ga']);
  });

  it('names a tag manager as well: it is another company', () => {
    expect(told([...asked, request('www.googletagmanager.com')])).toEqual(['www.googletagmanager.com']);
  });

  it.each<[string, Observation[]]>([
    ['there is no consent platform', before],
    ['only the consent platform was contacted', asked],
    ['only the site itself was contacted', [...asked, request(PAGE_HOST), stored('session_theme', 'cookie')]],
    ['all came after the choice', [...asked, ...after]],
    ['the choice was there before the visit', [consent('accepted', NOON + 100), ...before]],
    ['the choice was refused before the visit', [consent('refused', NOON + 100), ...before]],
    ['the choice cannot be read', [consent('unknown', NOON + 100), ...before]],
    ['the tool chose by itself', [...asked, ...before, chosen('accepted', CHOICE, CHOICE, { maker: 'tool' })]],
    ["the browser's signal chose", [...asked, ...before, chosen('refused', CHOICE, CHOICE, { maker: 'signal' })]],
    [
      'the tool had chosen by itself before the person did',
      [consent('accepted', NOON + 50, { maker: 'tool' }), ...before, chosen('refused', CHOICE)],
    ],
    [
      'another platform of the page holds a choice from before',
      [consent('accepted', NOON + 50, { platform: 'Cookiebot' }), ...asked, ...before, ...after],
    ],
    [
      'something is stored beside it that cannot be read',
      [consent('unknown', NOON + 50, { platform: 'Securiti' }), ...asked, ...before],
    ],
    [
      'it may have come with the choice',
      [...asked, request(ANALYTICS, { at: CHOICE - 10 }), chosen('accepted', CHOICE, CHOICE - 20)],
    ],
    [
      'only hosts of the consent platform were contacted',
      [
        ...asked,
        request('geolocation.onetrust.com'),
        request('privacyportal-eu.onetrust.com'),
        request('consentcdn.cookiebot.com'),
        request('api.usercentrics.eu'),
        request('fundingchoicesmessages.google.com'),
        request('cmp.quantcast.com'),
      ],
    ],
    ["only the site's delivery host was contacted", [...asked, request('d111111abcdef8.cloudfront.net')]],
    [
      'only a choice is kept',
      [...asked, stored('euconsent-v2', 'cookie'), stored('FCCDCF', 'cookie'), stored('_tracking_consent', 'cookie')],
    ],
    [
      'what was kept is gone',
      [...asked, stored('_ga', 'cookie'), stored('_ga', 'cookie', { change: 'removed', at: NOON + 400 })],
    ],
    [
      'a consent tool keeps what our list does not name, and its company does nothing else here',
      [...asked, request('geolocation.onetrust.com'), stored('ot_region', 'local'), WROTE],
    ],
  ])('is not told when %s', (_what, observations) => {
    expect(told(observations)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByConsent, type ConsentSplit } from '../../../findings/consent-split';
import { createReport, judge, type Knowledge } from '../../../findings/report';
import { shippedKnowledge } from '../../../findings/shipped-knowledge';
import { foldObservations } from '../../../ledger/fold-observations';
import type { ConsentObservation, Observation } from '../../../ledger/observation';
import { NOON, PAGE_HOST, request, stored, visit } from '../observation-examples';

const knowledge: Knowledge = shippedKnowledge();

const consent = (
  choice: ConsentObservation['choice'],
  at: number,
  change: Partial<ConsentObservation> = {},
): ConsentObservation => ({
  kind: 'consent',
  at,
  platform: 'OneTrust',
  choice,
  source: 'cdn.cookielaw.org',
  ...change,
});

function split(observations: readonly Observation[]): ConsentSplit | null {
  const report = createReport(foldObservations(visit(), observations), knowledge, null);
  return splitByConsent({ visit: report.visit, contacts: report.companies, items: report.items });
}

function told(observations: readonly Observation[]): string[] | null {
  const found = judge(foldObservations(visit(), observations), knowledge, 'us-2011-12-31').find(
    ({ practice }) => practice.id === 'used-before-choice',
  );
  return found === undefined ? null : found.evidence.map(({ subject }) => subject);
}

const CHOICE = NOON + 1000;
const ANALYTICS = 'www.google-analytics.com';
const asked = [request('cdn.cookielaw.org'), consent('none-yet', NOON + 100)];
const before = [request(ANALYTICS, { at: NOON + 200 }), stored('_ga', 'cookie', { at: NOON + 300 })];
const after = [
  consent('accepted', CHOICE),
  stored('OptanonConsent', 'cookie', { at: CHOICE + 5 }),
  request('connect.facebook.net', { at: CHOICE + 10 }),
  stored('_fbp', 'cookie', { at: CHOICE + 20 }),
];

describe('splitByConsent', () => {
  it('has nothing to split without a consent platform', () => {
    expect(split(before)).toBeNull();
  });

  it('puts all into one part while no choice is made', () => {
    const now = split([...asked, ...before]);
    expect(now).toMatchObject({ state: 'open', chosenAt: null, after: { companies: [], hosts: [], items: [] } });
    expect(now?.before.hosts.map(([, { host }]) => host)).toEqual([ANALYTICS]);
    expect(now?.before.items.map(({ item }) => item.name)).toEqual(['_ga']);
  });

  it('parts what came before the first choice from what came with it and after it', () => {
    const now = split([...asked, ...before, ...after, request(ANALYTICS, { at: CHOICE + 30 })]);
    expect(now).toMatchObject({ state: 'made', chosenAt: CHOICE });
    expect(now?.before.hosts.map(([, { host }]) => host)).toEqual([ANALYTICS]);
    expect(now?.after.hosts.map(([, { host }]) => host)).toEqual(['connect.facebook.net']);
    expect(now?.after.items.map(({ item }) => item.name)).toEqual(['_fbp']);
  });

  it('goes by the first choice, and shows the last', () => {
    const now = split([...asked, consent('refused', CHOICE), consent('accepted', CHOICE + 500)]);
    expect(now?.chosenAt).toBe(CHOICE);
    expect(now?.consent.choice).toBe('accepted');
  });

  it.each([
    ['accepted', 'earlier'],
    ['refused', 'earlier'],
    ['partly', 'earlier'],
    ['unknown', 'unread'],
  ] as const)('%s at the first look: %s', (choice, state) => {
    expect(split([consent(choice, NOON + 100), ...before])).toMatchObject({ state, chosenAt: null });
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
      fc.property(requests, fc.integer({ min: 1, max: 2000 }), (seen, chosen) => {
        const now = split([
          consent('none-yet', NOON),
          consent('refused', NOON + chosen),
          ...seen.map(([host, at]) => request(host, { at: NOON + at })),
        ]);
        const early = now?.before.hosts.map(([, { host }]) => host) ?? [];
        const late = now?.after.hosts.map(([, { host }]) => host) ?? [];
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
    [
      'what was kept is gone',
      [...asked, stored('_ga', 'cookie'), stored('_ga', 'cookie', { change: 'removed', at: NOON + 400 })],
    ],
  ])('is not told when %s', (_what, observations) => {
    expect(told(observations)).toBeNull();
  });
});

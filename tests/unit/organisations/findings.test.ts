/** Two record companies known at once: does a page get the labels, quotes and ways to answer back of its own company? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding, Label } from '../../../findings/finding.ts';
import { createReport, type Report } from '../../../findings/report.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { at, form, link, request, stored, visit } from '../../../tools/builders/observations.ts';
import { bothCompanies, KELPWICK, SONY_MUSIC } from './both-companies.ts';

const all = bothCompanies();
const BAND = 'www.ninepintides.example';
const LABEL = 'www.columbiarecords.com';
const policies = {
  kelpwick: readFileSync(join(KELPWICK, 'policies/2019-05-01/policy.md'), 'utf8'),
  'sony-music': readFileSync(join(SONY_MUSIC, 'policies/2011-12-31/policy.md'), 'utf8'),
};

function reportOn(host: string, seen: readonly Observation[], region: string | null = null): Report {
  return createReport(foldObservations(visit({ address: at(host) }), seen), all, region);
}

/** What is seen on a page of either company, by the host of the page. */
const SEEN = {
  'web-storage': (host) => [stored('volume', 'local', { host })],
  'web-analytics': () => [
    request('www.google-analytics.com', { address: at('www.google-analytics.com', '/g/collect') }),
  ],
  'session-recording': () => [request('static.hotjar.com', { address: at('static.hotjar.com', '/c/hotjar-1.js') })],
  'tag-manager': () => [request('www.googletagmanager.com', { address: at('www.googletagmanager.com', '/gtm.js') })],
  'mobile-number': (host) => [
    form({
      host,
      target: at(host, '/send'),
      fields: [{ name: 'tel', meaning: 'mobile' }],
      purposes: ['text-messages'],
    }),
  ],
  'form-to-another-company': (host) => [
    form({
      host,
      target: at('tides.us1.list-manage.com', '/subscribe'),
      fields: [{ name: 'email', meaning: 'email' }],
    }),
  ],
  advertising: () => [request('securepubads.g.doubleclick.net')],
  'browser-databases': (host) => [stored('sw.js', 'service-worker', { host })],
  'pre-save': () => [
    link('pre-save', { address: at('accounts.spotify.com', '/authorize'), scopes: ['user-library-modify'] }),
  ],
} satisfies Record<string, (host: string) => readonly Observation[]>;

/** All of it. */
const everythingOn = (host: string): Observation[] =>
  Object.values<(host: string) => readonly Observation[]>(SEEN).flatMap((observe) => observe(host));

function findingOn(host: string, practice: keyof typeof SEEN): Finding | undefined {
  return reportOn(host, SEEN[practice](host)).findings.find((finding) => finding.practice.id === practice);
}

describe('the same practice', () => {
  it.each<[keyof typeof SEEN, Label, Label]>([
    // Practice, at Sony Music (2011), at Kelpwick (2019).
    ['web-storage', 'not-found', 'stated'],
    ['web-analytics', 'stated', 'stated'],
    ['session-recording', 'cannot-tell', 'not-found'],
    ['tag-manager', 'cannot-tell', 'stated'],
    ['form-to-another-company', 'stated-in-general', 'stated'],
    ['pre-save', 'cannot-tell', 'stated'],
    // Older than the one text, not older than the other.
    ['browser-databases', 'cannot-tell', 'not-found'],
  ])('%s is %s at the one and %s at the other', (practice, atSonyMusic, atKelpwick) => {
    expect(findingOn(LABEL, practice)?.label).toBe(atSonyMusic);
    expect(findingOn(BAND, practice)?.label).toBe(atKelpwick);
  });

  it.each(['advertising', 'mobile-number'] as const)('%s breaks a promise of the one text alone', (practice) => {
    expect(findingOn(LABEL, practice)?.otherwise).toBeUndefined();
    expect(findingOn(BAND, practice)?.otherwise).toBe(true);
  });
});

describe('quotes', () => {
  it.each([
    [LABEL, 'sony-music', 'kelpwick'],
    [BAND, 'kelpwick', 'sony-music'],
  ] as const)('on %s are sentences of the policy of %s', (host, own, other) => {
    const { findings, organisation } = reportOn(host, everythingOn(host));
    expect(organisation.id).toBe(own);
    const quotes = findings.flatMap(({ clauses }) => clauses.map(({ clause }) => clause.quote));
    expect(quotes.length).toBeGreaterThan(5);
    for (const quote of quotes) {
      expect(policies[own]).toContain(quote);
      expect(policies[other]).not.toContain(quote);
    }
  });

  it('of a site with a policy of its own are background, and give no label', () => {
    const { findings } = reportOn('www.kelpwick-germany.example', SEEN['web-analytics']());
    const analytics = findings.find(({ practice }) => practice.id === 'web-analytics');
    expect(analytics).toMatchObject({ label: 'cannot-tell', reason: 'own-policy', background: true });
    for (const { clause } of analytics?.clauses ?? []) expect(policies.kelpwick).toContain(clause.quote);
  });
});

describe('a company that is contacted', () => {
  const namedOn = (host: string) =>
    reportOn(host, [request('js.stripe.com')]).findings.flatMap(({ companies }) => companies)[0]?.named;

  it('is named by the text that names it, and by no other', () => {
    expect(namedOn(BAND)).toMatchObject({ printed: 'Stripe', as: 'service' });
    expect(namedOn(LABEL)).toBeUndefined();
  });

  it('is none where the host is the organisation’s own', () => {
    const files = 'files.kelpwickcdn.example';
    expect(reportOn(BAND, [request(files)]).otherCompanies).toBe(0);
    // The same host on a page of somebody else's is another company.
    expect(reportOn(LABEL, [request(files)]).otherCompanies).toBe(1);
  });
});

describe('ways to answer back', () => {
  const offeredOn = (host: string, region: string | null): string[] =>
    reportOn(host, everythingOn(host), region).routes.map(({ route }) => route.id);
  const ownOf = (id: string): readonly string[] =>
    (
      JSON.parse(readFileSync(join(id === 'kelpwick' ? KELPWICK : SONY_MUSIC, 'routes.json'), 'utf8')) as {
        routes: { id: string; kind: string }[];
      }
    ).routes
      .filter(({ kind }) => kind.startsWith('own-'))
      .map((route) => route.id);

  it.each([null, 'US-CA', 'CA', 'DE', 'JP'])('are never those of the other company, for somebody in %s', (region) => {
    const [kelpwicks, sonys] = [ownOf('kelpwick'), ownOf('sony-music')];
    expect(kelpwicks.length).toBeGreaterThan(4);
    expect(sonys.length).toBeGreaterThan(4);
    const [atBand, atLabel] = [offeredOn(BAND, region), offeredOn(LABEL, region)];
    expect(atBand.filter((id) => sonys.includes(id))).toEqual([]);
    expect(atLabel.filter((id) => kelpwicks.includes(id))).toEqual([]);
    expect(atBand).toContain('kelpwick-request');
    expect(atLabel).toContain('sony-feedback');
  });

  it('lead to everybody’s choices and authorities from the pages of both', () => {
    for (const host of [BAND, LABEL]) {
      const kinds = reportOn(host, SEEN['web-analytics'](), 'DE').routes.map(({ route }) => route.kind);
      expect(kinds, host).toContain('regulator');
    }
  });

  it('name the policy of the site’s own country', () => {
    expect(offeredOn('www.kelpwick-germany.example', null)).toContain('kelpwick-de-policy');
    expect(offeredOn(BAND, null)).toContain('kelpwick-policy');
  });

  it('are none of the organisation’s own on a lookalike, a sister’s page and a page of nobody', () => {
    for (const host of ['www.kelpwickfans.example', 'kelpwick-audio.example', 'www.gardening.example']) {
      const { routes } = reportOn(host, SEEN['web-analytics']());
      expect(
        routes.filter(({ route }) => route.kind.startsWith('own-')),
        host,
      ).toEqual([]);
    }
  });

  it('that the text printed and that are gone say what to use instead', () => {
    const { organisation } = reportOn(BAND, []);
    expect(organisation.printedRoutes.map(({ route, instead }) => [route.id, instead.map(({ id }) => id)])).toEqual([
      ['kelpwick-earlier', ['kelpwick-policy']],
    ]);
  });
});

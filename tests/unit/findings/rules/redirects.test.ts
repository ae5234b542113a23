import { describe, expect, it } from 'vitest';
import { redirectThroughCompany } from '../../../../findings/rules/redirects.ts';
import type { Recognised } from '../../../../findings/recognised.ts';
import { shippedKnowledge } from '../../../../shipped/knowledge.ts';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import type { RedirectObservation } from '../../../../ledger/observation.ts';
import { at, NOON, PAGE_HOST, visit } from '../../../../tools/builders/observations.ts';

const [{ companies }] = shippedKnowledge();

function way(chain: string, ...hosts: string[]): RedirectObservation[] {
  return hosts.slice(1).map((host, index) => ({
    kind: 'redirect',
    at: NOON + index,
    chain,
    from: at(hosts[index] ?? ''),
    to: at(host),
    resource: 'image',
    source: 'page',
  }));
}

function found(...steps: RedirectObservation[]): [string, string, number][] {
  const seen = {
    visit: foldObservations(visit(), steps),
    companyOf: (host: string) => companies.find(host, PAGE_HOST),
  } as unknown as Recognised;
  return redirectThroughCompany(seen).map((evidence) => {
    const way = evidence.kind === 'redirect' ? evidence.way.map((host) => host ?? '…').join(' → ') : '';
    return [evidence.host, way, evidence.count];
  });
}

describe('redirectThroughCompany', () => {
  const long = 'sync.taboola.com → match.adsrvr.org → pixel.rubiconproject.com';

  it.each<[string, RedirectObservation[], [string, string, number][]]>([
    ['none', [], []],
    ['from the site to a company', way('1', PAGE_HOST, 'ib.adnxs.com'), []],
    ['within one company', way('1', 'www.google.com', 'www.google-analytics.com'), []],
    ['within the site', way('1', 'bobdylan.com', PAGE_HOST), []],
    [
      'from one company to another',
      way('1', 'sync.taboola.com', 'match.adsrvr.org'),
      [['sync.taboola.com', 'sync.taboola.com → match.adsrvr.org', 1]],
    ],
    [
      'through a company and back to the site',
      way('1', PAGE_HOST, 'match.adsrvr.org', PAGE_HOST),
      [['match.adsrvr.org', `${PAGE_HOST} → match.adsrvr.org → ${PAGE_HOST}`, 1]],
    ],
    [
      'over two companies to a third',
      way('1', 'sync.taboola.com', 'match.adsrvr.org', 'pixel.rubiconproject.com'),
      [
        ['sync.taboola.com', long, 1],
        ['match.adsrvr.org', long, 1],
      ],
    ],
    [
      'the same way twice',
      [...way('1', 'sync.taboola.com', 'match.adsrvr.org'), ...way('2', 'sync.taboola.com', 'match.adsrvr.org')],
      [['sync.taboola.com', 'sync.taboola.com → match.adsrvr.org', 2]],
    ],
    [
      'a way with a gap',
      [...way('1', 'sync.taboola.com', 'match.adsrvr.org'), ...way('1', 'ib.adnxs.com', 'x.bidswitch.net')],
      ['sync.taboola.com', 'match.adsrvr.org', 'ib.adnxs.com'].map((host) => [
        host,
        'sync.taboola.com → match.adsrvr.org → … → ib.adnxs.com → x.bidswitch.net',
        1,
      ]),
    ],
  ])('%s', (_what, steps, evidence) => {
    expect(found(...steps)).toEqual(evidence);
  });

  it('goes by the time of each step, not by the order in which they were kept', () => {
    const steps = way('1', 'sync.taboola.com', 'match.adsrvr.org', 'pixel.rubiconproject.com');
    expect(found(...steps.toReversed())).toEqual(found(...steps));
  });

  it('takes the last host of a very long way for its goal, and passes over none before it', () => {
    const hosts = [
      'sync.taboola.com',
      ...Array.from({ length: 14 }, (_, n) => `h${String(n)}.example`),
      'match.adsrvr.org',
    ];
    const told = found(...way('1', ...hosts));
    expect(told.map(([host]) => host)).toEqual(hosts.slice(0, -1));
    expect(told[0]?.[1]).toMatch(/^sync\.taboola\.com → h0\.example → .* → … → match\.adsrvr\.org$/);
  });
});

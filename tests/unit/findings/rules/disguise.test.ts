import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../findings/finding.ts';
import { judge } from '../../../../findings/report.ts';
import { shippedKnowledge } from '../../../../shipped/knowledge.ts';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import type { DisguiseObservation, Observation } from '../../../../ledger/observation.ts';
import { at, NOON, PAGE_HOST, visit } from '../../../../tools/builders/observations.ts';

const [knowledge] = shippedKnowledge();

const disguise = (change: Partial<DisguiseObservation> = {}): DisguiseObservation => ({
  kind: 'disguise',
  at: NOON,
  address: at(PAGE_HOST, '/g/collect'),
  collector: 'google-analytics',
  reason: 'shape',
  detail: 'v, tid, cid',
  ...change,
});

const request = (host: string, path: string, pixel: boolean): Observation => ({
  kind: 'request',
  at: NOON,
  address: at(host, path),
  initiator: 'img',
  failed: null,
  pixel,
  identifiers: [],
});

function found(...seen: readonly DisguiseObservation[]): Finding | undefined {
  return judge(foldObservations(visit(), seen), knowledge, 'held').find(
    ({ practice }) => practice.id === 'collector-in-disguise',
  );
}

describe('a collector under the site’s own name', () => {
  it('is told with its name, what told it, the host, and the company behind it', () => {
    const finding = found(disguise());
    expect(finding?.label).toBe('cannot-tell');
    expect(finding?.evidence).toEqual([
      {
        kind: 'disguise',
        collector: 'Google Analytics',
        sign: { by: 'shape', path: '/g/collect', parameters: ['v', 'tid', 'cid'] },
        host: PAGE_HOST,
        at: NOON,
        count: 1,
        behind: 'www.google-analytics.com',
      },
    ]);
    expect(finding?.companies.map(({ company }) => company.name)).toEqual(['Google']);
  });

  it('is told by its path alone where that holds the marks', () => {
    const finding = found(
      disguise({ collector: 'cloudflare-analytics', address: at(PAGE_HOST, '/cdn-cgi/rum'), detail: '' }),
    );
    expect(finding?.evidence).toMatchObject([{ sign: { by: 'shape', path: '/cdn-cgi/rum', parameters: [] } }]);
    expect(finding?.companies.map(({ company }) => company.name)).toEqual(['Cloudflare']);
  });

  it('is told by its alias, with the company that the alias belongs to', () => {
    const finding = found(
      disguise({
        address: at(`metrics.${PAGE_HOST.replace('www.', '')}`, '/'),
        collector: 'Adobe Experience Cloud',
        reason: 'alias',
        detail: 'label.sc.omtrdc.net',
      }),
    );
    expect(finding?.evidence[0]).toMatchObject({
      collector: 'Adobe Experience Cloud',
      sign: { by: 'alias', host: 'label.sc.omtrdc.net' },
      behind: 'label.sc.omtrdc.net',
    });
    expect(finding?.companies.map(({ company }) => company.name)).toEqual(['Adobe']);
  });

  it('is told under another site of the same owner', () => {
    expect(found(disguise({ address: at('metrics.sonymusic.com', '/g/collect') }))).toBeDefined();
  });

  it.each<[string, Partial<DisguiseObservation>]>([
    ['another company’s host', { address: at('sst.other.example', '/g/collect') }],
    ['software that sites run themselves', { collector: 'matomo', detail: 'idsite, rec' }],
    ['a shape that is no more known', { collector: 'gone' }],
    ['a text that a page made up', { collector: 'toString' }],
  ])('is not seen by %s', (_name, change) => {
    expect(found(disguise(change))).toBeUndefined();
  });
});

describe('a pixel tag under the site’s own name', () => {
  const path = '/b/ss/account/1/JS-2.22.0/s1';
  const collected = { address: at('metrics.bobdylan.com', path), collector: 'adobe-analytics', detail: 'AQB' } as const;

  function pixels(seen: DisguiseObservation, requests: readonly Observation[]): Finding | undefined {
    return judge(foldObservations(visit(), [...requests, seen]), knowledge, 'held').find(
      ({ practice }) => practice.id === 'pixel-tag',
    );
  }

  it('is told with the host and how often', () => {
    const calls = [request('metrics.bobdylan.com', path, true), request('metrics.bobdylan.com', `${path}2`, true)];
    expect(pixels(disguise(collected), calls)?.evidence).toMatchObject([
      { kind: 'pixel', host: 'metrics.bobdylan.com', count: 2 },
    ]);
  });

  it.each<[string, DisguiseObservation, Observation]>([
    ['called by a script', disguise(collected), request('metrics.bobdylan.com', path, false)],
    ['and a spacer of the same host', disguise(), request(PAGE_HOST, '/spacer.gif', true)],
    [
      'of software that the site runs itself',
      disguise({ collector: 'matomo', address: at(PAGE_HOST, '/matomo.php') }),
      request(PAGE_HOST, '/matomo.php', true),
    ],
  ])('is not, %s', (_, seen, call) => {
    expect(pixels(seen, [call])).toBeUndefined();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import type { DisguiseObservation } from '../../../../ledger/observation.ts';
import type { Visit } from '../../../../ledger/visit.ts';
import { ALIAS_PAUSE, nameService, watchAliases } from '../../../../observers/network/host-aliases.ts';
import { shippedCompanies } from '../../../../shipped/companies.ts';
import { PAGE_HOST, request, visit } from '../../../../tools/builders/observations.ts';

const SITE = PAGE_HOST.replace(/^www\./, '');
const METRICS = `metrics.${SITE}`;
const ALIASES: Readonly<Record<string, string>> = {
  [METRICS]: 'label.sc.omtrdc.net',
  [`cdn.${SITE}`]: 'd111111abcdef8.cloudfront.net',
  [`news.${SITE}`]: `news.${SITE}`,
};

let wanted: boolean;
let recorded: [tab: number, document: string, observations: readonly DisguiseObservation[]][];
const resolve = vi.fn<(host: string, flags: string[]) => Promise<{ canonicalName: string }>>((host) =>
  ALIASES[host] === undefined
    ? Promise.reject(new Error('NS_ERROR_UNKNOWN_HOST'))
    : Promise.resolve({ canonicalName: ALIASES[host] }),
);

beforeEach(() => {
  vi.useFakeTimers();
  resolve.mockClear();
  wanted = true;
  recorded = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(): (tab: number, visit: Visit) => void {
  return watchAliases({ resolve }, shippedCompanies(), {
    isWanted: () => Promise.resolve(wanted),
    record: (...all) => {
      recorded.push(all);
      return Promise.resolve();
    },
  });
}

const contacting = (...hosts: string[]): Visit =>
  foldObservations(
    visit(),
    hosts.map((host) => request(host)),
  );
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(ALIAS_PAUSE);

describe('aliases of the site’s own hosts', () => {
  it('are looked up once a burst is over, and a collector behind one is recorded', async () => {
    const look = watch();
    const seen = contacting(PAGE_HOST, METRICS, `cdn.${SITE}`, `news.${SITE}`, 'www.facebook.com');
    look(7, contacting(PAGE_HOST));
    look(7, seen);
    expect(resolve).not.toHaveBeenCalled();
    await settle();
    expect(resolve.mock.calls).toEqual(
      [METRICS, `cdn.${SITE}`, `news.${SITE}`].map((host) => [host, ['canonical_name']]),
    );
    expect(recorded).toHaveLength(1);
    const [tab, document, observations] = recorded[0] ?? [];
    expect([tab, document]).toEqual([7, seen.document]);
    expect(
      observations?.map(({ collector, reason, detail, address }) => [collector, reason, detail, address.host]),
    ).toEqual([['Adobe Experience Cloud', 'alias', 'label.sc.omtrdc.net', METRICS]]);
  });

  it('are asked for once, and told once', async () => {
    const look = watch();
    const seen = contacting(PAGE_HOST, METRICS);
    look(7, seen);
    await settle();
    look(7, foldObservations(seen, recorded[0]?.[2] ?? []));
    await settle();
    look(8, contacting(PAGE_HOST, METRICS));
    await settle();
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(recorded.map(([tab]) => tab)).toEqual([7, 8]);
  });

  it('are not asked for unless the person wants it', async () => {
    wanted = false;
    watch()(7, contacting(PAGE_HOST, METRICS));
    await settle();
    expect(resolve).not.toHaveBeenCalled();
    expect(recorded).toEqual([]);
  });

  it('that nobody answers for are none', async () => {
    watch()(7, contacting(PAGE_HOST, `gone.${SITE}`));
    await settle();
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(recorded).toEqual([]);
  });

  it('are bounded on a page with many names', async () => {
    watch()(7, contacting(...Array.from({ length: 60 }, (_, index) => `h${String(index)}.${SITE}`)));
    await settle();
    expect(resolve).toHaveBeenCalledTimes(20);
  });
});

describe('the name service', () => {
  it('is missing where the browser has none', () => {
    expect(nameService()).toBeNull();
  });
});

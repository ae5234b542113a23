/** Who was contacted when: the companies of a capture with the times of their contacts, and the moments that divide them. Pure. */
import type { ConsentObservation } from '../ledger/observation.ts';
import type { CaptureStudy } from './study-capture.ts';
import { requestRows } from './tables/request-rows.ts';

/** A company and when it was contacted; times are milliseconds since 1970. */
export interface ContactTimes {
  readonly company: string;
  readonly party: 'own-host' | 'same-owner' | 'other';
  readonly first: number;
  readonly last: number;
  readonly requests: number;
  /** Of a recording: each request, in order. Of a visit none: its record holds the first and the last. */
  readonly each: readonly number[];
}

/** A moment: a page was opened, or a choice was made. */
export type ContactMoment =
  | { readonly at: number; readonly is: 'opened'; readonly page: number }
  | {
      readonly at: number;
      readonly is: 'choice';
      readonly platform: string;
      readonly choice: ConsentObservation['choice'];
    };

/** All of it, with the time that it covers. */
export interface ContactChart {
  readonly from: number;
  readonly to: number;
  /** By their first contact. */
  readonly companies: readonly ContactTimes[];
  readonly moments: readonly ContactMoment[];
}

/** When each host of a recording was asked, by page and host. */
function requestTimes({ capture }: CaptureStudy): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const { page, address, at, count } of requestRows(capture.facts)) {
    const key = `${String(page)} ${address.host}`;
    const known = times.get(key) ?? [];
    // A burst that was summed up is one moment.
    if (count > 0) known.push(at);
    times.set(key, known);
  }
  return times;
}

/** The chart of a capture. */
export function contactChart(study: CaptureStudy): ContactChart {
  const requested = requestTimes(study);
  const companies = new Map<string, ContactTimes>();
  for (const { page, report } of study.pages) {
    for (const { company, hosts, count, firstAt } of report.companies) {
      const known = companies.get(company.name);
      const each = hosts.flatMap(({ host }) => requested.get(`${String(page.no)} ${host}`) ?? []);
      const last = Math.max(firstAt, ...hosts.map(({ lastAt }) => lastAt));
      companies.set(company.name, {
        company: company.name,
        party: company.relation,
        first: Math.min(known?.first ?? firstAt, firstAt),
        last: Math.max(known?.last ?? last, last),
        requests: (known?.requests ?? 0) + count,
        each: [...(known?.each ?? []), ...each],
      });
    }
  }
  const moments = study.pages.flatMap(({ page }): ContactMoment[] => [
    { at: page.openedAt, is: 'opened', page: page.no },
    ...page.visit.consents.flatMap(({ platform, history }) =>
      history
        .filter(({ choice }) => choice !== 'none-yet')
        .map(({ at, choice }): ContactMoment => ({ at, is: 'choice', platform, choice })),
    ),
  ]);
  const shown = [...companies.values()]
    .map((one) => ({ ...one, each: one.each.toSorted((a, b) => a - b) }))
    .sort((a, b) => a.first - b.first);
  const times = [...shown.flatMap(({ first, last }) => [first, last]), ...moments.map(({ at }) => at)];
  return {
    from: Math.min(...times, study.capture.endedAt),
    to: Math.max(...times, study.capture.startedAt),
    companies: shown,
    moments: moments.sort((a, b) => a.at - b.at),
  };
}

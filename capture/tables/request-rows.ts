/**
 * The requests of a recording one by one. In full view the page and the browser both report the same request: what both have seen
 * is one row. Pure.
 */
import type {
  Address,
  IdentifierTrace,
  NetworkRequestObservation,
  RequestObservation,
} from '../../ledger/observation.ts';
import type { CapturedFact } from '../capture.ts';

/** A request. */
export interface RequestRow {
  /** Number of the fact that it rests on, the browser's where both reported it. */
  readonly seq: number;
  readonly page: number;
  readonly at: number;
  readonly address: Address;
  /** What asked: Resource Timing's or the browser's word for it. */
  readonly type: string;
  /** `page`: reported by the page's own timing alone. `browser`: by the browser alone. */
  readonly seenBy: 'page' | 'browser' | 'both';
  readonly source: 'page' | 'frame' | 'background';
  /** Host of the document or worker that asked; null where nobody says. */
  readonly by: string | null;
  /** Null where page view cannot tell. */
  readonly outcome: 'done' | 'failed' | 'blocked' | 'failed-or-blocked' | null;
  readonly pixel: boolean;
  /** It carried something besides its address; null where page view cannot tell. */
  readonly upload: boolean | null;
  readonly identifiers: readonly IdentifierTrace[];
  /** How many requests alike it stands for: more than one where a burst was summed up. */
  readonly count: number;
}

/** How far apart two reports of one request may be, in milliseconds: page and browser tell of it when it ends, each at its own time. */
const APART = 10_000;

interface Waiting {
  readonly fact: CapturedFact;
  readonly request: RequestObservation;
}

function alone({ seq, page }: CapturedFact, request: RequestObservation): RequestRow {
  const { at, address, initiator, failed, pixel, identifiers, count = 1 } = request;
  return {
    ...{ seq, page, at, address, type: initiator, seenBy: 'page', source: 'page', by: null },
    ...{
      outcome: failed === null ? null : failed ? 'failed-or-blocked' : 'done',
      pixel,
      upload: null,
      identifiers,
      count,
    },
  };
}

function fromBrowser(
  { seq, page }: CapturedFact,
  request: NetworkRequestObservation,
  told: RequestObservation | null,
): RequestRow {
  const { at, address, resource, source, by, outcome, upload, identifiers, count = 1 } = request;
  return {
    ...{ seq, page, at: told === null ? at : Math.min(at, told.at), address, type: resource },
    ...{ seenBy: told === null ? 'browser' : 'both', source, by, outcome, pixel: told?.pixel ?? false, upload },
    ...{ identifiers, count },
  };
}

const keyOf = (page: number, { scheme, host, path }: Address): string => `${page} ${scheme}://${host}${path}`;

/** The requests among facts, in the order of time. */
export function requestRows(facts: readonly CapturedFact[]): readonly RequestRow[] {
  const told = new Map<string, Waiting[]>();
  for (const fact of facts) {
    const { observation, page } = fact;
    if (observation.kind !== 'request') continue;
    const key = keyOf(page, observation.address);
    const known = told.get(key);
    if (known === undefined) told.set(key, [{ fact, request: observation }]);
    else known.push({ fact, request: observation });
  }
  const rows: RequestRow[] = [];
  for (const fact of facts) {
    const { observation, page } = fact;
    if (observation.kind !== 'network-request') continue;
    const waiting = observation.source === 'page' ? told.get(keyOf(page, observation.address)) : undefined;
    // A burst that one of the two has summed up stands for others: it is no pair of a single one.
    const at = (waiting ?? []).findIndex(
      ({ request }) =>
        Math.abs(request.at - observation.at) <= APART && (request.count ?? 1) === (observation.count ?? 1),
    );
    const [pair] = at < 0 || waiting === undefined ? [] : waiting.splice(at, 1);
    rows.push(fromBrowser(fact, observation, pair?.request ?? null));
  }
  for (const waiting of told.values()) for (const { fact, request } of waiting) rows.push(alone(fact, request));
  return rows.toSorted((a, b) => a.at - b.at || a.seq - b.seq);
}

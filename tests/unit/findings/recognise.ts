/** For tests of single rules: a visit, judged with all that is known, gives the evidence of one practice. */
import type { Evidence } from '../../../findings/evidence.ts';
import { judge } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type {
  NetworkRequestObservation,
  Observation,
  ReadOut,
  ReadOutObservation,
} from '../../../ledger/observation.ts';
import type { Visit } from '../../../ledger/visit.ts';
import { at, NOON, PAGE_HOST, visit } from '../../../tools/builders/observations.ts';

const [knowledge] = shippedKnowledge();

/** The evidence of a practice in a visit of `PAGE_HOST`; [] when it was not seen. */
export function evidenceIn(practice: string, seen: Visit | readonly Observation[]): readonly Evidence[] {
  const folded = 'version' in seen ? seen : foldObservations(visit(), seen);
  return judge(folded, knowledge, 'held').find((finding) => finding.practice.id === practice)?.evidence ?? [];
}

/** What a script has read; `script` is the host of its file. */
export function readOut(
  what: ReadOut,
  measures: Record<string, number>,
  change: Partial<ReadOutObservation> = {},
): ReadOutObservation {
  return {
    kind: 'read-out',
    at: NOON + 100,
    readOut: what,
    host: PAGE_HOST,
    script: 'cdn.collector.example',
    path: '/c.js',
    measures,
    ...change,
  };
}

/** A request that carries something, as the browser tells of it. */
export function upload(
  host: string,
  time: number,
  change: Partial<NetworkRequestObservation> = {},
): NetworkRequestObservation {
  return {
    kind: 'network-request',
    at: time,
    address: at(host, '/in'),
    resource: 'xmlhttprequest',
    source: 'page',
    by: null,
    outcome: 'done',
    upload: true,
    identifiers: [],
    ...change,
  };
}

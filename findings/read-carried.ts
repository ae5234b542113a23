/** Reads requests and puts what they carried beside an organisation's policy. Only loaded when somebody asks what was sent. */
import type { CarriedRequest } from '../recognition/carried-request.ts';
import type { ReadRequest } from '../recognition/request-reader.ts';
import { shippedRequestReader } from '../recognition/shipped-request-readers.ts';
import { carriedData, type CarriedGroup } from './carried-data.ts';
import type { OrganisationKnowledge } from './knowledge.ts';

/** What the requests carried. `compare`: whether the policy speaks for the page. */
export function readCarried(
  requests: readonly CarriedRequest[],
  { carriedWords, clauses }: Pick<OrganisationKnowledge, 'carriedWords' | 'clauses'>,
  compare: boolean,
): { readonly reads: readonly ReadRequest[]; readonly groups: readonly CarriedGroup[] } {
  const reads = requests.map(shippedRequestReader());
  return { reads, groups: carriedData(reads, carriedWords, compare ? clauses : null) };
}

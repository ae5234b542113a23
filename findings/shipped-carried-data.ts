/** Reads requests and puts them beside the policy that ships. Only loaded when somebody asks what was sent. */
import wordsFile from '../policy-data/organisations/sony-music/policies/2011-12-31/carried-words.json' with { type: 'json' };
import type { CarriedRequest } from '../recognition/carried-request.ts';
import type { ReadRequest } from '../recognition/request-reader.ts';
import { shippedRequestReader } from '../recognition/shipped-request-readers.ts';
import type { CarriedWordsFile } from '../schemas/label-data.ts';
import { carriedData, type CarriedGroup } from './carried-data.ts';
import { shippedClauses } from './shipped-clauses.ts';

/** What the requests carried. `compare`: whether the policy speaks for the page. */
export function readCarried(
  requests: readonly CarriedRequest[],
  compare: boolean,
): { readonly reads: readonly ReadRequest[]; readonly groups: readonly CarriedGroup[] } {
  const reads = requests.map(shippedRequestReader());
  return { reads, groups: carriedData(reads, wordsFile as CarriedWordsFile, compare ? shippedClauses() : null) };
}

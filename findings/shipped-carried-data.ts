/** Reads requests and puts them beside the policy that ships. Only loaded when somebody asks what was sent. */
import wordsFile from '../policy-data/sony-music/policies/2011-12-31/carried-words.json' with { type: 'json' };
import type { CarriedRequest } from '../recognition/carried-request';
import type { ReadRequest } from '../recognition/request-reader';
import { shippedRequestReader } from '../recognition/shipped-request-readers';
import type { CarriedWordsFile } from '../schemas/label-data';
import { carriedData, type CarriedGroup } from './carried-data';
import { shippedClauses } from './shipped-clauses';

/** What the requests carried. `compare`: whether the policy speaks for the page. */
export function readCarried(
  requests: readonly CarriedRequest[],
  compare: boolean,
): { readonly reads: readonly ReadRequest[]; readonly groups: readonly CarriedGroup[] } {
  const reads = requests.map(shippedRequestReader());
  return { reads, groups: carriedData(reads, wordsFile as CarriedWordsFile, compare ? shippedClauses() : null) };
}

/** What requests carried, put together by kind, beside the sentences of the policy on such data. */
import { IDENTIFYING, type ReadRequest } from '../recognition/request-reader.ts';
import type { CarriedWordsFile } from '../schemas/label-data.ts';
import type { CarriedKind, Clause } from '../schemas/policy-data.ts';
import type { ClauseIndex } from './clauses.ts';

/** A value, and the names under which it was sent. */
interface CarriedValue {
  readonly value: string;
  readonly names: readonly string[];
}

/** All of one kind that was carried. */
export interface CarriedData {
  readonly kind: CarriedKind;
  /** Each once, newest first. */
  readonly values: readonly CarriedValue[];
  readonly identifying: boolean;
}

/** Kinds of which the policy speaks in one way. */
export interface CarriedGroup {
  readonly speaks: 'names' | 'general' | 'not-found' | 'not-compared';
  readonly data: readonly CarriedData[];
  /** The sentences, each once, with the kinds that they are on. */
  readonly clauses: readonly { readonly clause: Clause; readonly kinds: readonly CarriedKind[] }[];
}

function byKind(reads: readonly ReadRequest[], { kinds: order }: CarriedWordsFile): readonly CarriedData[] {
  const kinds = new Map<CarriedKind, Map<string, Set<string>>>();
  for (const { kind, value, name } of reads.flatMap(({ properties }) => properties)) {
    const values = kinds.get(kind) ?? new Map<string, Set<string>>();
    kinds.set(kind, values.set(value, (values.get(value) ?? new Set()).add(name)));
  }
  return order.flatMap(({ kind }) => {
    const values = kinds.get(kind);
    if (values === undefined) return [];
    const namedValues = [...values].map(([value, called]) => ({ value, names: [...called] }));
    return [{ kind, values: namedValues, identifying: IDENTIFYING.has(kind) }];
  });
}

/**
 * Everything that the requests carried, in groups by how the policy speaks of it: what no sentence names comes first, as on the
 * first screen. `clauses`: null where no policy of ours speaks for the page; then all stands in one group that compares nothing.
 */
export function carriedData(
  reads: readonly ReadRequest[],
  words: CarriedWordsFile,
  clauses: ClauseIndex | null,
): readonly CarriedGroup[] {
  const all = byKind(reads, words);
  const said = new Map(words.kinds.map((word) => [word.kind, word]));
  const speaksOf = ({ kind }: CarriedData): CarriedGroup['speaks'] => {
    const speaks = said.get(kind)?.speaks ?? 'not-found';
    return clauses === null || speaks === 'not-personal' ? 'not-compared' : speaks;
  };
  const clausesOf = ({ kind }: CarriedData): readonly Clause[] => {
    const word = said.get(kind);
    return word !== undefined && 'clauses' in word ? word.clauses.flatMap((id) => clauses?.byId(id) ?? []) : [];
  };
  return (['not-found', 'general', 'names', 'not-compared'] as const).flatMap((speaks) => {
    const data = all.filter((one) => speaksOf(one) === speaks);
    if (data.length === 0) return [];
    const kinds = new Map<Clause, CarriedKind[]>();
    for (const one of data)
      for (const clause of clausesOf(one)) kinds.set(clause, [...(kinds.get(clause) ?? []), one.kind]);
    return [{ speaks, data, clauses: [...kinds].map(([clause, of]) => ({ clause, kinds: of })) }];
  });
}

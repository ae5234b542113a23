/** What requests carried, put together by kind, beside the sentence of the policy that names such data. */
import { IDENTIFYING, type ReadRequest } from '../recognition/request-reader';
import type { CarriedKind, Clause } from '../schemas/policy-data';
import type { ClauseIndex } from './clauses';

/** How a kind is called in the policy: `type` is a word of `dataTypes` in clauses.json. `general`: by a wider word. */
interface PolicyWord {
  readonly type: string;
  readonly speaks: 'names' | 'general';
}

const names = (type: string): PolicyWord => ({ type, speaks: 'names' });
const general = (type: string): PolicyWord => ({ type, speaks: 'general' });

/**
 * In the order of showing: what tells a person from the next, then what was done, then the machine. `null`: no word of the
 * policy's names it. `not-personal`: of the site or a setting, not of the person; it is not compared.
 */
export const POLICY_WORDS: Readonly<Record<CarriedKind, PolicyWord | null | 'not-personal'>> = {
  email: names('email address'),
  'email-hash': general('email address'),
  phone: names('phone number'),
  'phone-hash': general('phone number'),
  name: names('name'),
  'name-hash': general('name'),
  'birth-date': names('age'),
  'birth-date-hash': general('age'),
  'user-id': general('user name'),
  // "Keep track of your visits" is what an identifier of the browser is for; the sentence names no identifier.
  'browser-id': general('visits'),
  'session-id': general('visits'),
  'click-id': null,
  'other-id': null,
  ip: names('IP address'),
  place: null,
  'place-hash': null,
  gender: names('gender'),
  'gender-hash': general('gender'),
  interests: names('interests'),
  newsletter: general('interests'),
  'page-address': names('pages viewed'),
  'page-title': names('pages viewed'),
  'page-part': general('information accessed'),
  referrer: null,
  event: general('usage statistics'),
  search: null,
  product: general('information accessed'),
  price: null,
  campaign: null,
  time: names('time on site'),
  language: general('information about your computer'),
  'time-zone': general('information about your computer'),
  screen: general('information about your computer'),
  viewport: general('information about your computer'),
  browser: names('browser type'),
  system: names('operating system'),
  device: names('device type'),
  connection: null,
  consent: 'not-personal',
  account: 'not-personal',
  site: 'not-personal',
};
const ORDER = Object.keys(POLICY_WORDS) as CarriedKind[];

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
  /** The sentences, each once, with the words in them that name these kinds. */
  readonly clauses: readonly { readonly clause: Clause; readonly kinds: readonly CarriedKind[] }[];
}

function byKind(reads: readonly ReadRequest[]): readonly CarriedData[] {
  const kinds = new Map<CarriedKind, Map<string, Set<string>>>();
  for (const { kind, value, name } of reads.flatMap(({ properties }) => properties)) {
    const values = kinds.get(kind) ?? new Map<string, Set<string>>();
    kinds.set(kind, values.set(value, (values.get(value) ?? new Set()).add(name)));
  }
  return ORDER.flatMap((kind) => {
    const values = kinds.get(kind);
    if (values === undefined) return [];
    const told = [...values].map(([value, called]) => ({ value, names: [...called] }));
    return [{ kind, values: told, identifying: IDENTIFYING.has(kind) }];
  });
}

/** The first clause in the policy's order that has the word among its types of data; null where none has. */
function clauseOf(word: PolicyWord, clauses: ClauseIndex): Clause | null {
  return clauses.all.find(({ dataTypes }) => dataTypes.includes(word.type)) ?? null;
}

/**
 * Everything that the requests carried, in groups by how the policy speaks of it: what no sentence names comes first, as on the
 * first screen. `clauses`: null where no policy of ours speaks for the page; then all stands in one group that compares nothing.
 */
export function carriedData(reads: readonly ReadRequest[], clauses: ClauseIndex | null): readonly CarriedGroup[] {
  const all = byKind(reads);
  const wordOf = ({ kind }: CarriedData): { speaks: CarriedGroup['speaks']; clause: Clause | null } => {
    const word = POLICY_WORDS[kind];
    if (clauses === null || word === 'not-personal') return { speaks: 'not-compared', clause: null };
    const clause = word === null ? null : clauseOf(word, clauses);
    return word === null || clause === null ? { speaks: 'not-found', clause: null } : { speaks: word.speaks, clause };
  };
  return (['not-found', 'general', 'names', 'not-compared'] as const).flatMap((speaks) => {
    const data = all.filter((one) => wordOf(one).speaks === speaks);
    if (data.length === 0) return [];
    const kinds = new Map<Clause, CarriedKind[]>();
    for (const one of data) {
      const { clause } = wordOf(one);
      if (clause !== null) kinds.set(clause, [...(kinds.get(clause) ?? []), one.kind]);
    }
    return [{ speaks, data, clauses: [...kinds].map(([clause, of]) => ({ clause, kinds: of })) }];
  });
}

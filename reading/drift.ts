/**
 * What changed between two texts, sentence by sentence: the same, moved, reworded, gone, new. Two texts are never said to contradict
 * each other: they differ, and the two sentences stand side by side. A date of the text that alone changes is no change.
 */
import { datesText } from './date-in-force.ts';
import { monthNumber } from './months.ts';
import type { PolicyReading, Sentence } from './policy-reading.ts';
import { evenText } from './sentence-hash.ts';
import { alike } from './similar-sentences.ts';
import type { Stretch } from './split-sentences.ts';

/** What became of a sentence. `before` and `after` are positions among the sentences of the two texts. */
export type SentenceChange =
  | { readonly kind: 'same' | 'moved' | 'reworded'; readonly before: number; readonly after: number }
  | { readonly kind: 'gone'; readonly before: number; readonly after: null }
  | { readonly kind: 'new'; readonly before: null; readonly after: number };

export type ChangeKind = SentenceChange['kind'];

/** What changed between two texts. */
export interface Drift {
  /** Every sentence of both texts, in the order of the later one; what is gone stands where it stood. */
  readonly changes: readonly SentenceChange[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Whether anything but a date of the text, or the order of its sentences, is different. */
  readonly isChanged: boolean;
}

/** Likeness from which a sentence is another wording of one, and not a new one: Dice's coefficient of words and neighbours. */
const REWORDED = 0.5;

/** A line of rights ("© 2020"), whose year changes by itself. */
const OF_RIGHTS = /^(?:\u00a9|\(c\)|copyright)[^.]{0,80}\d{4}/i;

/** The text of a sentence that dates the whole text, without its numbers and months; null for every other sentence. */
function datelessText(sentence: Sentence, all: readonly Sentence[]): string | null {
  const label = all[sentence.at - 1];
  const isDated =
    OF_RIGHTS.test(sentence.text) ||
    datesText(sentence, all[sentence.at + 1]) !== null ||
    // The date by itself, in the line behind its label.
    (label !== undefined && !/\d/.test(label.text) && datesText(label, sentence) !== null);
  if (!isDated) return null;
  const words = evenText(sentence.text)
    .toLowerCase()
    .split(/[\s,.]+/);
  return words.map((word) => (/\d/.test(word) || monthNumber(word) !== null ? '#' : word)).join(' ');
}

/** Positions, in order, of the longest part of `numbers` that rises. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** By length less one: position of the smallest number with which a rise of that length ends. */
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = at;
  });
  const found = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) found.add(at);
  return found;
}

/** Pairs of positions, each position at most once. */
class Pairs {
  readonly #afterOf = new Map<number, number>();
  readonly #paired = new Set<number>();

  add(before: number, after: number): void {
    if (this.#afterOf.has(before) || this.#paired.has(after)) return;
    this.#afterOf.set(before, after);
    this.#paired.add(after);
  }
  ofBefore(before: number): number | undefined {
    return this.#afterOf.get(before);
  }
  hasAfter(after: number): boolean {
    return this.#paired.has(after);
  }
  list(): (readonly [number, number])[] {
    return [...this.#afterOf];
  }
}

/** Pairs sentences that agree in a key, the first with the first, the second with the second. */
function pairByKey(
  pairs: Pairs,
  before: readonly Sentence[],
  after: readonly Sentence[],
  key: (sentence: Sentence, all: readonly Sentence[]) => string | null,
): void {
  /** Sentences of a key, and how many of them have their pair: a page may repeat one sentence thousands of times. */
  const waiting = new Map<string, { readonly places: number[]; paired: number }>();
  for (const sentence of after) {
    const own = pairs.hasAfter(sentence.at) ? null : key(sentence, after);
    if (own === null) continue;
    const known = waiting.get(own);
    if (known === undefined) waiting.set(own, { places: [sentence.at], paired: 0 });
    else known.places.push(sentence.at);
  }
  for (const sentence of before) {
    const own = pairs.ofBefore(sentence.at) === undefined ? key(sentence, before) : null;
    const known = own === null ? undefined : waiting.get(own);
    const next = known?.places[known.paired];
    if (known === undefined || next === undefined) continue;
    known.paired += 1;
    pairs.add(sentence.at, next);
  }
}

/** What leads a sentence in, or the section that it stands in: by it the one of several equal sentences is known. */
function surroundings({ leadIn, section }: Sentence, all: readonly Sentence[]): string {
  return leadIn === null ? (section.at(-1) ?? '') : (all[leadIn]?.hash ?? '');
}

/** Compares two texts, the earlier one first. */
export function driftOf(before: PolicyReading, after: PolicyReading): Drift {
  const same = new Pairs();
  pairByKey(same, before.sentences, after.sentences, (one, all) => `${one.hash} ${surroundings(one, all)}`);
  pairByKey(same, before.sentences, after.sentences, ({ hash }) => hash);
  pairByKey(same, before.sentences, after.sentences, datelessText);

  const restBefore = before.sentences.filter(({ at }) => same.ofBefore(at) === undefined);
  const restAfter = after.sentences.filter(({ at }) => !same.hasAfter(at));
  const reworded = new Pairs();
  const texts = (sentences: readonly Sentence[]): string[] => sentences.map(({ text }) => text);
  for (const { before: one, after: other } of alike(texts(restBefore), texts(restAfter), REWORDED))
    reworded.add(restBefore[one]?.at ?? -1, restAfter[other]?.at ?? -1);

  // What has only another wording holds the order too.
  const pairs = [...same.list(), ...reworded.list()].sort((a, b) => a[0] - b[0]);
  const inOrder = longestRise(pairs.map(([, at]) => at));
  const kinds = new Map<number, SentenceChange>();
  pairs.forEach(([one, other], at) => {
    const isReworded = reworded.ofBefore(one) === other;
    kinds.set(other, { kind: isReworded ? 'reworded' : inOrder.has(at) ? 'same' : 'moved', before: one, after: other });
  });
  return summedUp(before.sentences, after.sentences, kinds);
}

function summedUp(
  before: readonly Sentence[],
  after: readonly Sentence[],
  kinds: ReadonlyMap<number, SentenceChange>,
): Drift {
  const kept = new Set([...kinds.values()].map((change) => change.before));
  const gone = before.filter(({ at }) => !kept.has(at)).map(({ at }) => at);
  const changes: SentenceChange[] = [];
  const counts = { same: 0, moved: 0, reworded: 0, gone: 0, new: 0 };
  const add = (change: SentenceChange): void => {
    changes.push(change);
    counts[change.kind] += 1;
  };
  let next = 0;
  const addGone = (until: number): void => {
    for (; next < gone.length && (gone[next] ?? 0) < until; next += 1)
      add({ kind: 'gone', before: gone[next] ?? 0, after: null });
  };
  for (const { at } of after) {
    const change = kinds.get(at) ?? { kind: 'new', before: null, after: at };
    if (change.kind === 'same') addGone(change.before);
    add(change);
  }
  addGone(before.length);
  return { changes, counts, isChanged: counts.reworded + counts.gone + counts.new > 0 };
}

/**
 * What became of a stretch of the earlier text, a clause for example: 'same' when all its sentences are, 'gone' when none is left,
 * 'moved' when all are there and one of them elsewhere, else 'reworded'; null when no sentence stands in it.
 */
export function stretchChange(
  drift: Drift,
  before: PolicyReading,
  { start, end }: Stretch,
): Exclude<ChangeKind, 'new'> | null {
  const inside = before.sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  const positions = new Set(inside.map(({ at }) => at));
  const kinds = new Set<ChangeKind>();
  for (const { kind, before: at } of drift.changes) if (at !== null && positions.has(at)) kinds.add(kind);
  if (kinds.size === 0) return null;
  if (kinds.size === 1 && kinds.has('same')) return 'same';
  if (kinds.size === 1 && kinds.has('gone')) return 'gone';
  return kinds.has('reworded') || kinds.has('gone') ? 'reworded' : 'moved';
}

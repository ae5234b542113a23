/** How much two sentences say the same: by their words and by which stand beside each other. */
import { evenText } from './sentence-hash.ts';

/** A sentence as the set of its words and of its pairs of neighbours, as numbers; each once, in order of size. */
type Features = readonly number[];

/** Longest list of sentences that share a word: a word of more of them tells none apart. */
const MAX_SHARING = 300;
/** Sentences that are compared exactly, for each: those that share most. */
const COMPARED = 6;

/** Gives the same number for the same word. */
class Numbers {
  readonly #known = new Map<string, number>();
  of(word: string): number {
    const known = this.#known.get(word) ?? this.#known.size;
    this.#known.set(word, known);
    return known;
  }
}

function featuresOf(text: string, numbers: Numbers): Features {
  const words =
    evenText(text)
      .toLowerCase()
      .match(/[^\s.,;:!?()"'-]+/g) ?? [];
  const found = new Set<number>();
  words.forEach((word, at) => {
    found.add(numbers.of(word));
    if (at > 0) found.add(numbers.of(`${words[at - 1] ?? ''} ${word}`));
  });
  return [...found].sort((a, b) => a - b);
}

/** Dice's coefficient: 1 for the same words in the same order, 0 for none in common. */
function likeness(one: Features, other: Features): number {
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

/** Two texts by their positions in the lists, and how alike they are. */
export interface Likeness {
  readonly before: number;
  readonly after: number;
  readonly likeness: number;
}

/** The texts of two lists that are at least so alike, the most alike first; among equals those that stand nearest. */
export function alike(before: readonly string[], after: readonly string[], least: number): Likeness[] {
  const numbers = new Numbers();
  const ofBefore = before.map((text) => featuresOf(text, numbers));
  const ofAfter = after.map((text) => featuresOf(text, numbers));
  const having = new Map<number, number[]>();
  ofAfter.forEach((features, at) => {
    for (const feature of features) {
      const list = having.get(feature);
      if (list === undefined) having.set(feature, [at]);
      else list.push(at);
    }
  });
  const found: Likeness[] = [];
  ofBefore.forEach((features, at) => {
    const shared = new Map<number, number>();
    for (const feature of features) {
      const sharing = having.get(feature) ?? [];
      if (sharing.length > MAX_SHARING) continue;
      for (const other of sharing) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPARED);
    for (const [other] of best) {
      const value = likeness(features, ofAfter[other] ?? []);
      if (value >= least) found.push({ before: at, after: other, likeness: value });
    }
  });
  const share = after.length / Math.max(before.length, 1);
  const apart = ({ before: one, after: other }: Likeness): number => Math.abs(one * share - other);
  return found.sort((a, b) => b.likeness - a.likeness || apart(a) - apart(b));
}

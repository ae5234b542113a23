/**
 * Finds many phrases in a sentence at once, in time that grows with its length alone: each word is looked up once, and a phrase is followed as
 * a set of places, never by trying again. The form of a phrase is told in `schemas/reading-rules.ts`.
 */

/** Where a phrase was found: from one word up to, and without, another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What was found in one sentence. */
export type FoundPhrases = ReadonlyMap<string, readonly Span[]>;

interface Part {
  /** Number of the pattern of the word. */
  readonly pattern: number;
  readonly optional: boolean;
  /** How many other words may come before it. */
  readonly gap: number;
}

interface Phrase {
  readonly name: string;
  readonly parts: readonly Part[];
  /** Number of the pattern that must not stand just before it; null where anything may. */
  readonly notAfter: number | null;
}

/** What may not stand before a phrase, as it is written: `!user/domain name`. */
const NOT_AFTER = /^!(\S+) /u;

/** How a pattern of a word is looked up: whole, by its beginning, by its end, or by what it holds. */
class WordPatterns {
  readonly #numbers = new Map<string, number>();
  readonly #whole = new Map<string, number[]>();
  readonly #beginnings = new Map<string, number[]>();
  readonly #endings = new Map<string, number[]>();
  /** How long those are: a word is looked up once for each. */
  readonly #beginningLengths = new Set<number>();
  readonly #endingLengths = new Set<number>();
  readonly #inner: { readonly text: string; readonly pattern: number }[] = [];

  /** The number of a pattern such as `cookie/cookies` or `werbe*`. */
  numberOf(pattern: string): number {
    const known = this.#numbers.get(pattern);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(pattern, number);
    for (const way of pattern.split('/')) this.#add(way, number);
    return number;
  }

  #add(way: string, pattern: number): void {
    const open = way.startsWith('*');
    const text = way.slice(open ? 1 : 0, way.length > 1 && way.endsWith('*') ? -1 : undefined);
    const openEnd = way.length > 1 && way.endsWith('*');
    if (open && openEnd) {
      this.#inner.push({ text, pattern });
      return;
    }
    const place = open ? this.#endings : openEnd ? this.#beginnings : this.#whole;
    if (open) this.#endingLengths.add(text.length);
    else if (openEnd) this.#beginningLengths.add(text.length);
    const there = place.get(text);
    if (there) there.push(pattern);
    else place.set(text, [pattern]);
  }

  /** The numbers of all patterns that fit a word. */
  fitting(word: string): ReadonlySet<number> {
    const fitting = new Set<number>(this.#whole.get(word));
    const add = (patterns: readonly number[] = []): void => patterns.forEach((pattern) => fitting.add(pattern));
    for (const length of this.#beginningLengths) {
      if (length <= word.length) add(this.#beginnings.get(word.slice(0, length)));
    }
    for (const length of this.#endingLengths) {
      if (length <= word.length) add(this.#endings.get(word.slice(word.length - length)));
    }
    // No word of a language is longer; a page may be made to have one.
    const short = word.slice(0, 60);
    for (const { text, pattern } of this.#inner) if (short.includes(text)) fitting.add(pattern);
    return fitting;
  }
}

function partsOf(phrase: string, patterns: WordPatterns): Part[] {
  const parts: Part[] = [];
  let gap = 0;
  for (const piece of phrase.split(' ')) {
    if (piece.startsWith('~')) {
      gap = Number(piece.slice(1));
      continue;
    }
    const optional = piece.startsWith('[');
    parts.push({ pattern: patterns.numberOf(optional ? piece.slice(1, -1) : piece), optional, gap });
    gap = 0;
  }
  return parts;
}

/** A word that was looked up: its patterns, and the phrases that may begin with it. */
interface KnownWord {
  readonly fitting: ReadonlySet<number>;
  readonly phrases: readonly Phrase[];
}

/** How many words are kept looked up; a policy has a few thousand different ones. */
const MOST_KNOWN = 20_000;

/** Looks for the phrases of many names at once. */
export class PhraseFinder {
  readonly #patterns = new WordPatterns();
  readonly #known = new Map<string, KnownWord>();
  /** Phrases by the pattern of their first word. */
  readonly #byFirst = new Map<number, Phrase[]>();

  /** `names`: phrases by the name under which they are told when found. */
  constructor(names: Iterable<readonly [name: string, phrases: readonly string[]]>) {
    for (const [name, phrases] of names)
      for (const written of phrases) {
        const before = NOT_AFTER.exec(written);
        this.#add({
          name,
          parts: partsOf(written.replace(NOT_AFTER, ''), this.#patterns),
          notAfter: before?.[1] === undefined ? null : this.#patterns.numberOf(before[1]),
        });
      }
  }

  #add(phrase: Phrase): void {
    const first = phrase.parts[0]?.pattern;
    if (first === undefined) return;
    const there = this.#byFirst.get(first);
    if (there) there.push(phrase);
    else this.#byFirst.set(first, [phrase]);
  }

  /**
   * Every place of every phrase, those of a name in the order of the text. What must not stand just before a phrase may, where a comma
   * parts the two (`afterComma`): "email, address" speaks of an address.
   */
  find(words: readonly string[], afterComma: readonly boolean[] = []): FoundPhrases {
    const known = words.map((word) => this.#look(word));
    const found = new Map<string, Span[]>();
    known.forEach(({ phrases }, from) => {
      for (const phrase of phrases) {
        const { notAfter } = phrase;
        if (notAfter !== null && afterComma[from] !== true && known[from - 1]?.fitting.has(notAfter) === true) continue;
        const to = phrase.parts.length === 1 ? from + 1 : endOf(phrase, from, known);
        if (to === null) continue;
        const spans = found.get(phrase.name);
        if (spans) spans.push({ from, to });
        else found.set(phrase.name, [{ from, to }]);
      }
    });
    return found;
  }

  #look(word: string): KnownWord {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const fitting = this.#patterns.fitting(word);
    const look = { fitting, phrases: [...fitting].flatMap((pattern) => this.#byFirst.get(pattern) ?? []) };
    // A text made of ever new words must not fill the memory.
    if (this.#known.size < MOST_KNOWN) this.#known.set(word, look);
    return look;
  }
}

/** Where the phrase that begins at a word ends at the earliest; null where it does not stand there. */
function endOf({ parts }: Phrase, from: number, known: readonly KnownWord[]): number | null {
  const second = parts[1];
  // Most phrases are two words and need no list of places.
  if (parts.length === 2 && second?.optional === false) {
    for (let at = from + 1; at <= from + 1 + second.gap; at += 1)
      if (known[at]?.fitting.has(second.pattern) === true) return at + 1;
    return null;
  }
  // Places at which the next part may stand, in their order: at most a few dozen, since gaps are short.
  let places = [from + 1];
  for (const [n, { pattern, optional, gap }] of parts.entries()) {
    if (n === 0) continue;
    const next = optional ? [...places] : [];
    const last = (places.at(-1) ?? from) + gap;
    let at = places[0] ?? from;
    for (const place of places) {
      for (at = Math.max(at, place); at <= Math.min(place + gap, last); at += 1)
        if (known[at]?.fitting.has(pattern) === true) next.push(at + 1);
    }
    if (next.length === 0) return null;
    places = optional ? [...new Set(next)].sort((a, b) => a - b) : next;
  }
  return places[0] ?? null;
}

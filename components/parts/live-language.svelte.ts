/** A language that changes while a page is open: what is drawn in it is drawn anew word by word, and what is open stays open. */
import { untrack } from 'svelte';
import type { Language } from '../../words/language.ts';
import { declareLanguage } from './page-language.ts';

/** What a page is drawn in. A page that has words beside those of its language loads them with it. */
interface LoadedWords {
  readonly language: Language;
}

/** Follows the person's choice of a language. */
export class LiveLanguage<Words extends LoadedWords = LoadedWords> {
  /** Stays the same object; each of its members is read anew where it is drawn. */
  readonly language: Language;
  #words: Words;
  readonly #load: (chosen: string | null) => Promise<Words>;
  #turn = 0;

  /** `load`: gives the words that fit a choice; null: as the browser. */
  constructor(first: Words, load: (chosen: string | null) => Promise<Words>) {
    this.#words = $state.raw(first);
    this.#load = load;
    this.language = readLive(() => this.#words.language);
    declareLanguage(first.language);
  }

  /** The words of the moment. */
  get words(): Words {
    return this.#words;
  }

  /** Takes up another choice. A file that does not come leaves the page as it is, and one that comes late is not taken after a newer choice. */
  async take(chosen: string | null): Promise<void> {
    this.#turn += 1;
    const mine = this.#turn;
    const words = await this.#load(chosen).catch(() => null);
    if (words === null || mine !== this.#turn || words.language.code === this.#words.language.code) return;
    this.#words = words;
    declareLanguage(words.language);
  }
}

/** Functions ask for the language when they are called: components hold on to them from the time when they are made. */
function readLive(current: () => Language): Language {
  return {
    get code() {
      return current().code;
    },
    get direction() {
      return current().direction;
    },
    get locale() {
      return current().locale;
    },
    get file() {
      return current().file;
    },
    get names() {
      return current().names;
    },
    // A proxy keeps its type, which has a shape for each key.
    t: new Proxy(untrack(current).t, { apply: (_, self, asked): unknown => Reflect.apply(current().t, self, asked) }),
    plainNumber: (count) => current().plainNumber(count),
    countedNumber: (count, atLeast) => current().countedNumber(count, atLeast),
  };
}

/** What is read out of a policy's text before any rule on practices is asked. */
import type { Block, PolicyText } from './policy-text.ts';

/** One sentence, or an item, a cell or a heading that stands for one. */
export interface Sentence {
  /** Its position among the sentences of the text. */
  readonly at: number;
  /** Where it stands in the text, in UTF-16 units: `text.slice(start, end)` is its own text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Position of its block in `PolicyText.blocks`, and what that is. */
  readonly block: number;
  readonly kind: Block['kind'];
  readonly section: readonly string[];
  /** Position of the sentence that its words continue ("We may share:" for an item); null where it stands alone. */
  readonly leadIn: number | null;
  /**
   * The full statement: its own text, for an item with the lead-ins before it ("We may share: your address"), for a cell with the
   * headers of row and column. For rules; a quote is always `text` at its offsets.
   */
  readonly statement: string;
  /**
   * The first 16 hexadecimal digits of the SHA-256 of its own text, in UTF-8, spaces, quotation marks and dashes made alike
   * (`sentence-hash.ts`).
   */
  readonly hash: string;
}

/** The day or month since when the text is in force, or was last changed, as the text itself says. */
export type PolicyDate =
  | {
      readonly kind: 'found';
      /** '2020-01-01', or '2018-05' where it gives no day. */
      readonly iso: string;
      /** Which of the two the wording speaks of. */
      readonly of: 'in-force' | 'changed';
      /** Position of the sentence that says so. */
      readonly sentence: number;
    }
  | { readonly kind: 'none' };

/** Whether the text can be judged. All but `policy` forbid to say that something is not in it. */
export type ReadState =
  /** A policy, whole, in a language with rules. */
  | { readonly state: 'policy' }
  /** A policy that does not go on to its end: nothing may be said to be missing from it. */
  | { readonly state: 'cut-short'; readonly by: CutReason }
  | { readonly state: 'not-a-policy' }
  | { readonly state: 'language-without-rules' }
  /** Hardly any words: a script did not run, or the text is a picture or stands in a frame that cannot be read. */
  | { readonly state: 'empty'; readonly by: 'no-words' | 'unread-frame' };

/** Why a text is not whole: a limit of ours, a frame that could not be read, or a text that itself ends in mid-sentence ("Read more"). */
export type CutReason = 'limit' | 'unread-frame' | 'unfinished';

/** A text, read. */
export interface PolicyReading {
  /** Version of the reader: sentences and hashes of two readings can be compared when it is the same. */
  readonly version: number;
  readonly document: PolicyText;
  readonly sentences: readonly Sentence[];
  readonly state: ReadState;
  /** Language of the text as its words tell, or as the page declares where they don't; 'und' when neither tells. Two letters. */
  readonly language: string;
  readonly date: PolicyDate;
  /** Where the text says that questions may be sent: e-mail addresses and links of the sentences that invite them. */
  readonly questions: readonly string[];
}

/** A letter, as it is made, shown and given out. */
import type {
  LetterAnswer,
  LetterKind,
  LetterLaw,
  LetterJurisdiction,
  LetterSource,
} from '../../schemas/letter-data.ts';
import type { Route } from '../../schemas/policy-data.ts';

/** The kinds of letter, in the order in which they are offered. */
export const LETTER_KINDS = [
  'feedback',
  'access',
  'deletion',
  'objection',
  'optout',
  'complaint',
] as const satisfies readonly LetterKind[];

/** To whom a letter goes. Each way is null where we know none. */
export interface LetterRecipient {
  readonly name: string;
  readonly email: string | null;
  /** Address of the form or of the page that leads to it. */
  readonly form: string | null;
  readonly postal: string | null;
  /** The way to it that asks for something of the person; null where we know none. */
  readonly route: Route | null;
}

/** A letter. Pure text: what the person changes in it is theirs. */
export interface Letter {
  readonly kind: LetterKind;
  readonly region: string;
  readonly language: string;
  readonly recipient: LetterRecipient;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The law that it names, as it names it, and what that was compared with; null where it names none. */
  readonly basis: CitedLaw | null;
  /** The time that it asks for, where it stands, and what that was compared with; null where no law gives a time. */
  readonly answer: (CitedLaw & { readonly period: LetterAnswer }) | null;
  /** The marks, each in brackets, that stand in the text for the person to fill in; in their order, each once. */
  readonly toFill: readonly string[];
  /** That mark of them which the seal goes into; null where the seal stands in the letter. */
  readonly sealMark: string | null;
  /** What a form asks for by itself: the company with its address, the site, and when it was seen. */
  readonly fields: { readonly company: string; readonly site: string; readonly time: string };
  /** Ends an e-mail that is cut. */
  readonly rest: string;
}

/** A place in a law, by its name in a language. */
export interface CitedLaw {
  readonly law: string;
  /** Null where nobody has compared it with anything. */
  readonly source: LetterSource | null;
}

/** A jurisdiction with its law and the authority's route. */
export interface LetterPlace {
  readonly jurisdiction: LetterJurisdiction;
  readonly law: LetterLaw;
  readonly authority: Route;
}

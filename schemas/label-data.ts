/** The shapes of what labels rest on besides the clauses: whom a text names and for what, and what is newer than a text. */
import * as v from 'valibot';
import { CarriedKindSchema } from './policy-data.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const year = v.pipe(v.number(), v.integer(), v.minValue(1990));
const sources = v.pipe(v.array(text), v.minLength(1));

export const NamedCompanySchema = v.strictObject({
  /** As the text prints it. */
  printed: text,
  /** For what it is named; `service`: for anything that it does for the site. */
  as: v.picklist(['sign-in', 'privacy-program', 'service']),
  /** The clauses that print the name. */
  clauses: v.pipe(v.array(text), v.minLength(1)),
  /** Names that the company has borne; a service that one of them owns, and whose name begins with one, is the company's. */
  names: v.pipe(v.array(v.strictObject({ name: text, since: v.nullable(year), sources })), v.minLength(1)),
  /** Services with a name of their own, and since when they are the company's: what came after the text is not named by it. */
  services: v.array(v.strictObject({ name: text, since: year, sources })),
});
export type NamedCompany = v.InferOutput<typeof NamedCompanySchema>;

export const NamedCompaniesFileSchema = v.strictObject({ companies: v.array(NamedCompanySchema) });
export type NamedCompaniesFile = v.InferOutput<typeof NamedCompaniesFileSchema>;

/** `browser-parts.json`: parts of browsers in which sites keep things, and since when there are any. A text that is older could not speak of them. */
export const BrowserPartsFileSchema = v.strictObject({
  parts: v.array(
    v.strictObject({
      /** The kind of evidence. */
      seen: v.picklist(['service-worker', 'cache', 'origin-file', 'storage-bucket']),
      since: year,
      /** What is said beside "We cannot tell". */
      reason: text,
      sources,
    }),
  ),
});
export type BrowserPartsFile = v.InferOutput<typeof BrowserPartsFileSchema>;

/**
 * A policy's `carried-words.json`: under which words of the text falls each kind of thing that a request may carry. In the order of showing:
 * what tells a person from the next, then what was done, then the machine.
 */
export const CarriedWordsFileSchema = v.strictObject({
  kinds: v.array(
    v.variant('speaks', [
      v.strictObject({
        kind: CarriedKindSchema,
        /** `general`: by a wider word, or only in part. */
        speaks: v.picklist(['names', 'general']),
        /** The words, verbatim; they stand in the first of the clauses. */
        words: text,
        /** The sentences to show: the one with the words first, then what else the text says of such data. */
        clauses: v.pipe(v.array(text), v.minLength(1)),
      }),
      /** No sentence speaks of it. */
      v.strictObject({ kind: CarriedKindSchema, speaks: v.literal('not-found') }),
      /** Of the site or a setting, not of the person: not compared. */
      v.strictObject({ kind: CarriedKindSchema, speaks: v.literal('not-personal') }),
    ]),
  ),
});
export type CarriedWordsFile = v.InferOutput<typeof CarriedWordsFileSchema>;

const namePart = v.pipe(
  text,
  v.check((part) => {
    try {
      return new RegExp(`^(?:${part})$`) instanceof RegExp;
    } catch {
      return false;
    }
  }, 'must be a part of a regular expression'),
);

/** `names-of-no-browser.json`: names under which stands what looks like an identifier and tells no browser from another. */
export const NamesOfNoBrowserFileSchema = v.strictObject({
  groups: v.array(
    v.strictObject({
      what: text,
      /** Why it tells no browser from another. */
      basis: text,
      /** Whole names, in any case of letters. */
      whole: v.array(namePart),
      /** Ends of longer names, behind a mark or a capital. */
      ends: v.array(namePart),
      /** Where such a name is documented; none where it is only seen in use. */
      sources: v.array(text),
    }),
  ),
});

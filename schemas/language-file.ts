/** The shapes of the files of `locales/`, the project's and each organisation's. English holds words alone: its practices, clauses and routes stand in `policy-data/`. */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** Words of the pages, by key, as deep as the key has dots. */
export interface Words {
  readonly [key: string]: string | Words;
}
const words: v.GenericSchema<Words> = v.record(text, v.union([text, v.lazy(() => words)]));

const named = v.strictObject({
  /** BCP 47: 'de', 'pt-BR'. */
  code: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language tag such as "de" or "pt-BR"')),
  /** As its speakers write it. */
  name: text,
  direction: v.picklist(['ltr', 'rtl']),
});

const base = {
  language: named,
  /** What stores and the browser show; goes into `_locales/`. With the names in their places it may have 132 characters. */
  manifest: v.strictObject({ description: text }),
  /** Titles of the toolbar button, which the background needs without the rest. */
  badge: v.strictObject({ title: text, none: text, trouble: text, recording: text }),
  words,
};

const clauses = v.optional(v.record(text, v.strictObject({ summary: text, choice: v.optional(text) })));
const routes = v.optional(
  v.record(
    text,
    v.strictObject({
      title: text,
      purpose: text,
      text: v.optional(text),
      needs: v.optional(v.array(text)),
      whatItWas: v.optional(text),
    }),
  ),
);
const phrases = v.optional(v.record(text, text));

/** A language's file: words, and beside them the translations of what `policy-data/` says in English for all organisations. */
export const languageFile = v.strictObject({
  ...base,
  /** By id; a practice's situation, which has no word of the trade, by both ids with a dot between: 'newsletter-email.asked'. */
  practices: v.optional(
    v.record(text, v.strictObject({ plain: v.optional(text), name: v.optional(text), explanation: text })),
  ),
  routes,
  /** Any other sentence of the data, by the English one: what a company does, what a cookie is for, why we cannot tell. */
  phrases,
});

/**
 * A file of `policy-data/organisations/<id>/locales/`: the translations of what this organisation's own data says in English. An organisation
 * may have it in some languages and not in others.
 */
export const organisationLanguageFile = v.strictObject({
  clauses,
  routes,
  phrases,
  /** What other versions of the policy say, by the English summary. A module of its own holds it (build/language-part.ts). */
  history: phrases,
});

/** The translations of one organisation's data. */
export type OrganisationLanguageFile = v.InferOutput<typeof organisationLanguageFile>;

/** A language as pages get it: its file, with what each organisation adds to it. */
export type LanguageFile = v.InferOutput<typeof languageFile> &
  Pick<OrganisationLanguageFile, 'clauses'> & {
    /** By the organisation's id (build/language-part.ts). */
    readonly organisations?: Readonly<Record<string, Omit<OrganisationLanguageFile, 'history'>>>;
  };

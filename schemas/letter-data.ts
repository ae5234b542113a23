/** The shapes of `policy-data/letter-laws.json` (which law, which time, which authority) and `policy-data/letters/<language>.json` (the words of letters). */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case'));
const languageCode = v.pipe(v.string(), v.regex(/^[a-z]{2}(-[a-z]{2})?$/, 'must be a language, in lower case'));
const day = v.pipe(v.string(), v.isoDate());

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const PeriodSchema = v.strictObject({ count, unit: v.picklist(['day', 'working-day', 'month', 'without-delay']) });

/** A name alike in all languages, or by language. */
const byLanguage = v.union([text, v.record(languageCode, text)]);
/** Place in `sources` of what the statement was compared with; null where nobody has compared it. */
const read = v.nullable(count);

/** Where a right stands; null where the law gives no such right. */
const article = v.nullable(v.strictObject({ name: byLanguage, read }));

const AnswerSchema = v.strictObject({
  /** The requests that have this time for an answer. */
  kinds: v.pipe(v.array(v.picklist(['access', 'deletion', 'objection', 'optout'])), v.minLength(1)),
  ...PeriodSchema.entries,
  /** Where the time stands. */
  name: byLanguage,
  read,
  /** By how much it can be made longer; null where the law tells of nothing. */
  more: v.nullable(PeriodSchema),
});
export type LetterAnswer = v.InferOutput<typeof AnswerSchema>;

const SourceSchema = v.strictObject({
  /** `text`: the law's own words, where ever they were read. `account`: what somebody says of it. */
  is: v.picklist(['text', 'account']),
  title: text,
  address: v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
  /** The day on which it was read. */
  day,
});
export type LetterSource = v.InferOutput<typeof SourceSchema>;

const LetterLawSchema = v.strictObject({
  id,
  /** By language, how the law is cited: `Article {article} of the GDPR`. */
  cite: v.record(languageCode, text),
  articles: v.strictObject({
    access: article,
    deletion: article,
    objection: article,
    optout: article,
    complaint: article,
  }),
  /** How long a company has for an answer; a request that is in none has no time that we know. */
  answers: v.array(AnswerSchema),
  sources: v.array(SourceSchema),
});
export type LetterLaw = v.InferOutput<typeof LetterLawSchema>;

const LetterJurisdictionSchema = v.strictObject({
  /** As in routes.json: 'DE', 'US-CA'. */
  region: v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[A-Z]{2})?$/)),
  law: id,
  /** Id of the authority's route in routes.json, which has its address, what comes first and how long that takes. */
  route: id,
  /** Languages of the authority, the first one before all. English is offered besides. */
  languages: v.pipe(v.array(languageCode), v.minLength(1)),
  /** A state's name in its letters; a country's is the browser's. */
  place: v.optional(text),
  /** What the authority is called in letters of a language, where routes.json calls it otherwise. */
  authority: v.optional(v.record(languageCode, text)),
});
export type LetterJurisdiction = v.InferOutput<typeof LetterJurisdictionSchema>;

export const LetterLawsFileSchema = v.strictObject({
  date: day,
  laws: v.array(LetterLawSchema),
  jurisdictions: v.array(LetterJurisdictionSchema),
});
export type LetterLawsFile = v.InferOutput<typeof LetterLawsFileSchema>;

/** A place that the person fills in stands in brackets. */
const blank = v.pipe(text, v.regex(/^\[[^[\]{}]+\]$/u, 'must stand in brackets'));
const byKind = v.strictObject({
  feedback: text,
  access: text,
  deletion: text,
  objection: text,
  optout: text,
  complaint: text,
});
/** What a letter asks. */
export type LetterKind = keyof v.InferOutput<typeof byKind>;

/** Words of a letter. In them `{site}` stands for what is filled in from the record; each language has the same places (checks/check-letters.ts). */
export const LetterWordsFileSchema = v.strictObject({
  language: languageCode,
  /** The tag for `Intl`. */
  locale: text,
  blanks: v.strictObject({ name: blank, postal: blank, email: blank, asked: blank, answer: blank, seal: blank }),
  greeting: v.strictObject({ company: text, authority: text }),
  subject: byKind,
  intro: byKind,
  /** Whom a complaint is about, with its address. */
  about: text,
  seen: text,
  finding: text,
  label: v.strictObject({
    stated: text,
    'stated-in-general': text,
    'not-found': text,
    'cannot-tell': text,
    otherwise: text,
  }),
  /** `held` and `read`: the texts themselves, with their days. `says`: what stands in one of them on a practice. */
  text: v.strictObject({ held: text, read: text, none: text, says: text, compared: text }),
  /** The hosts at which a practice was seen. */
  seenAt: text,
  quote: text,
  companies: text,
  items: text,
  none: text,
  more: text,
  separator: v.string(),
  seal: text,
  limits: text,
  ask: byKind,
  basis: text,
  noBasis: text,
  answerBy: text,
  answerSoon: text,
  period: v.strictObject({ day: text, 'working-day': text, month: text, 'without-delay': text }),
  companyFirst: text,
  identify: text,
  closing: text,
  /** Ends an e-mail that was cut. */
  rest: text,
  /** Names of the practices, by id; absent in a language of the pages, which names them already. */
  practices: v.optional(v.record(id, text)),
});
export type LetterWordsFile = v.InferOutput<typeof LetterWordsFileSchema>;

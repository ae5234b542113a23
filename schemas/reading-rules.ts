/** The shape of `policy-data/reading/<language>.json`: by which words the sentences of a policy are known. docs/reading.md tells how it is written. */
import * as v from 'valibot';
import { CorpusCategorySchema } from './policy-data.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case'));

/**
 * Words that follow each other, in lower case, a space between two: `credit card/cards`. In a word `/` parts ways to write it, `*` stands
 * for any letters (at most two to a word, at its ends); `[word]` may be missing; `~3` stands for up to three words of any kind, at most eight;
 * `!user name` is a "name" that does not stand just after "user".
 */
const phrase = v.pipe(
  text,
  v.regex(
    /^(?:![^\s[\]~!]+ )?(?:[^\s[\]~!]+)(?: (?:~[1-8] )?\[?[^\s[\]~!]+\]?)*$/u,
    'must be words, each with one space before it; a gap only between two words',
  ),
  v.check((words) => words === words.toLowerCase(), 'must be in lower case'),
  v.check((words) => words.split(' ').length <= 12, 'must have 12 parts at the most'),
);
const phrases = v.pipe(v.array(phrase), v.minLength(1));
/** A phrase, or `@term`: any phrase of that term. */
const wanted = v.union([v.pipe(v.string(), v.regex(/^@[a-z0-9]+(-[a-z0-9]+)*$/)), phrase]);
const anyOf = v.pipe(v.array(wanted), v.minLength(1));

export type Category = v.InferOutput<typeof CorpusCategorySchema>;

/** How a sentence stands to what it speaks of: that it is done, may be done, is not done, is done if the person agreed, or can be refused. */
const StanceSchema = v.picklist(['does', 'may', 'does-not', 'with-consent', 'on-choice']);
export type Stance = v.InferOutput<typeof StanceSchema>;

/** One sentence as an example: `[Heading] Lead-in: || item`, or `the sentence before >> the sentence`. Heading, lead-in and the sentence before may be missing. */
const examples = v.pipe(v.array(text), v.minLength(1));

const ruleParts = {
  id,
  /** Each of these must be there; the first in the sentence itself, the others there or in its lead-in. */
  all: v.pipe(v.array(anyOf), v.minLength(1)),
  /** None of these may be there. */
  none: v.optional(anyOf),
  /** The sentence stands under a heading with one of these. */
  under: v.optional(anyOf),
  /** The first stands as near as that to each of the others, in words. */
  within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
  /** All of it stands in the sentence itself, none in a lead-in. */
  own: v.optional(v.literal(true)),
  /** The sentence before, or the one before that, in the same section, speaks of the same, and this one points back to it. */
  continues: v.optional(v.literal(true)),
  /** Where the words themselves tell it; else the sentence's other words do. */
  stance: v.optional(StanceSchema),
  /** The rule does not count where the sentence has one of these stances. */
  notWhen: v.optional(v.array(StanceSchema)),
  examples,
  counterExamples: v.optional(v.array(text)),
};

/** What stands here is as in `clauses.json`: how the sentence speaks of the practice, and of which situation of it alone. */
const PracticeRuleSchema = v.strictObject({
  ...ruleParts,
  practice: id,
  speaks: v.picklist(['names', 'general', 'otherwise', 'unclear']),
  /** With `unclear`: the id of a reason in `reasons.json`. */
  reason: v.optional(id),
  when: v.optional(
    v.strictObject({
      situation: v.optional(v.pipe(v.array(id), v.minLength(1))),
      seen: v.optional(
        v.pipe(
          v.array(v.picklist(['request', 'read-out', 'upload', 'geolocation', 'link', 'absence'])),
          v.minLength(1),
        ),
      ),
    }),
  ),
});
const CategoryRuleSchema = v.strictObject({ ...ruleParts, category: CorpusCategorySchema });
const RuleSchema = v.union([PracticeRuleSchema, CategoryRuleSchema]);
export type ReadingRule = v.InferOutput<typeof RuleSchema>;
export type PracticeRule = v.InferOutput<typeof PracticeRuleSchema>;

export const ReadingRulesFileSchema = v.strictObject({
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  /** Families of words, by name. */
  terms: v.record(id, phrases),
  /** Words that tell the stance. */
  stance: v.strictObject({
    /** "does not", "never": what comes after it, up to a border, is not done. */
    negation: phrases,
    /** What looks like a negation and is none: "not only". */
    notNegation: v.array(phrase),
    /** Where a negation ends besides at a semicolon: "but", "unless", "except". */
    border: phrases,
    /** "may", "from time to time". */
    hedge: phrases,
    /** "with your consent", "if you opt in". */
    consent: phrases,
    /** "you can opt out", "unsubscribe". */
    choice: phrases,
    /** "we do not use": what stands near it is not done at all, where nothing limits that. */
    denial: phrases,
    /** What limits it: "to" ("we do not use cookies to read your files"), "unless". */
    denialLimit: phrases,
  }),
  /** A sentence with one of these tells what a word means, and speaks of nothing. */
  aside: v.optional(phrases),
  /** Who does it. */
  actors: v.strictObject({ we: phrases, others: phrases, you: phrases }),
  /** Kinds of data, of ends and of those who get data: what a sentence names of them is told in its own words. */
  data: phrases,
  purposes: phrases,
  recipients: phrases,
  rules: v.pipe(v.array(RuleSchema), v.minLength(1)),
});
export type ReadingRulesFile = v.InferOutput<typeof ReadingRulesFileSchema>;

const reason = v.pipe(text, v.maxLength(200));
/** `reasons.json`: why a text does not settle a practice, in words that are translated with the other data. */
export const ReadingReasonsFileSchema = v.strictObject({
  /** Why a sentence that comes near a practice does not speak of it. */
  reasons: v.record(id, reason),
  /** Why nothing may be said to be missing from a text, by what was read of it. */
  silence: v.strictObject({
    'cut-short': reason,
    'not-a-policy': reason,
    'language-without-rules': reason,
    empty: reason,
  }),
});
export type ReadingReasonsFile = v.InferOutput<typeof ReadingReasonsFileSchema>;

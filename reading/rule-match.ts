/** Does a rule fit a sentence? Rules as they are asked: their phrases by name, found by the phrase that must stand in the sentence itself. */
import type { ReadingRule, ReadingRulesFile } from '../schemas/reading-rules.ts';
import { PhraseFinder, type FoundPhrases, type Span } from './phrase-finder.ts';
import { stanceAt, stancePhrases, type ReadWords } from './stance.ts';

/** A rule with its phrases by the names under which the finder tells them. */
export interface ReadyRule {
  readonly rule: ReadingRule;
  readonly all: readonly (readonly string[])[];
  readonly none: readonly string[];
  readonly under: readonly string[];
}

/** The rules of a language, ready to be asked. */
export interface ReadyRules {
  readonly finder: PhraseFinder;
  /** Rules by a phrase that their first condition takes. */
  readonly byFirst: ReadonlyMap<string, readonly ReadyRule[]>;
}

/** `@cookies` → the name of that term; a phrase is its own name. */
const nameOf = (wanted: string): string => (wanted.startsWith('@') ? `term ${wanted.slice(1)}` : `words ${wanted}`);

/** The name of the phrases with which a sentence tells what a word means. */
export const ASIDE = 'aside';

/** Names of kinds of words that no rule asks for and that each statement tells. */
export const ACTORS = { we: 'actor we', others: 'actor others', you: 'actor you' } as const;
export const NAMED_KINDS = { data: 'named data', purposes: 'named purposes', recipients: 'named recipients' } as const;

/**
 * Makes the rules of a language ready.
 *
 * @throws Error when a rule asks for a term that the file does not have
 */
export function readyRules(file: ReadingRulesFile): ReadyRules {
  const names = new Map<string, readonly string[]>(stancePhrases(file.stance));
  if (file.aside !== undefined) names.set(ASIDE, file.aside);
  for (const [term, phrases] of Object.entries(file.terms)) names.set(nameOf(`@${term}`), phrases);
  for (const kind of ['we', 'others', 'you'] as const) names.set(ACTORS[kind], file.actors[kind]);
  for (const kind of ['data', 'purposes', 'recipients'] as const) names.set(NAMED_KINDS[kind], file[kind]);

  const byFirst = new Map<string, ReadyRule[]>();
  for (const rule of file.rules) {
    const named = (wanted: readonly string[]): string[] =>
      wanted.map((one) => {
        const name = nameOf(one);
        if (!one.startsWith('@')) names.set(name, [one]);
        else if (!names.has(name)) throw new Error(`Rule "${rule.id}" asks for the term "${one}", which is not there.`);
        return name;
      });
    const ready = {
      rule,
      all: rule.all.map(named),
      none: named(rule.none ?? []),
      under: named(rule.under ?? []),
    };
    for (const name of new Set(ready.all[0])) {
      const there = byFirst.get(name);
      if (there) there.push(ready);
      else byFirst.set(name, [ready]);
    }
  }
  return { finder: new PhraseFinder(names), byFirst };
}

function spansOfAny(names: readonly string[], found: FoundPhrases): Span[] {
  const spans: Span[] = [];
  for (const name of names) for (const span of found.get(name) ?? []) spans.push(span);
  return spans;
}

/** Words between two places; 0 where they touch or overlap. */
const distance = (a: Span, b: Span): number => Math.max(0, a.from - b.to, b.from - a.to);

/** A sentence that a rule is asked about, with what was found in the headings above it. */
export interface AskedSentence extends ReadWords {
  readonly headings: FoundPhrases;
}

/** Where the rule's first condition stands in the sentence's own words; null where the rule does not fit. Whether it `continues` is asked elsewhere. */
export function fitOf({ rule, all, none, under }: ReadyRule, asked: AskedSentence): Span | null {
  const { found, headings, ownFrom } = asked;
  const has = (name: string): boolean => found.has(name);
  if (!all.every((names) => names.some(has)) || none.some(has)) return null;
  if (under.length > 0 && !under.some((name) => headings.has(name))) return null;
  const [first = [], ...others] = all;
  const wanted = others.map((names) =>
    spansOfAny(names, found).filter(({ from }) => rule.own !== true || from >= ownFrom),
  );
  const reach = rule.within ?? Infinity;
  const fits = spansOfAny(first, found).filter(
    (span) => span.from >= ownFrom && wanted.every((spans) => spans.some((one) => distance(span, one) <= reach)),
  );
  const { notWhen } = rule;
  return fits.find((span) => notWhen?.includes(rule.stance ?? stanceAt(span.from, asked)) !== true) ?? null;
}

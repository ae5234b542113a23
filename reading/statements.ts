/**
 * Sentences → statements: which practices and which categories each sentence speaks of, how, and by which rule. Fixed rules, read
 * from `policy-data/reading/<language>.json`; docs/reading.md tells how to redo them by hand.
 */
import type { Category, PracticeRule, ReadingRule, ReadingRulesFile, Stance } from '../schemas/reading-rules.ts';
import type { FoundPhrases } from './phrase-finder.ts';
import type { PolicyReading, Sentence } from './policy-reading.ts';
import { DENIED, onlyDenies } from './denial.ts';
import { ACTORS, ASIDE, fitOf, NAMED_KINDS, readyRules, type AskedSentence, type ReadyRule } from './rule-match.ts';
import { wordsOf, type SentenceWords } from './sentence-words.ts';
import { evenText } from './sentence-hash.ts';
import { stanceAt } from './stance.ts';

/** Who does what the sentence speaks of; `null` where it names nobody. */
export type Actor = 'we' | 'others' | 'both' | 'you' | null;

/** That a sentence speaks of a practice, or of a category of the OPP-115 corpus. */
export type Statement = {
  /** Position of the sentence in the reading. */
  readonly sentence: number;
  /** Where the sentence stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Where the words stand by which it was known. */
  readonly words: { readonly start: number; readonly end: number };
  /** The heading that it stands under, '' before the first. */
  readonly section: string;
  readonly stance: Stance;
  readonly actor: Actor;
  /** Kinds of data, of ends and of those who get data, in the sentence's own words or its lead-in's. */
  readonly data: readonly string[];
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  /** Id of the rule. */
  readonly rule: string;
} & (
  | {
      readonly about: 'practice';
      readonly practice: string;
      readonly speaks: PracticeRule['speaks'];
      /** With `unclear`: id of the reason. */
      readonly reason?: string | undefined;
      readonly when?: PracticeRule['when'];
    }
  | { readonly about: 'category'; readonly category: Category }
);

/** Finds the statements of texts in one language. */
export interface StatementFinder {
  readonly language: string;
  /** In the order of the text. */
  readonly find: (reading: Pick<PolicyReading, 'sentences'>) => Statement[];
}

/** From the most to the least that one sentence can say of a practice. */
const MOST: readonly PracticeRule['speaks'][] = ['names', 'otherwise', 'general', 'unclear'];

/** A sentence as rules are asked about it. */
interface Prepared extends AskedSentence {
  readonly sentence: Sentence;
  readonly statement: string;
}

/** Headings' words are the same for many sentences: looked at once. */
type Headings = Map<string, FoundPhrases>;
const NOTHING: FoundPhrases = new Map();

/**
 * Makes the finder of a language from its rules.
 *
 * @throws Error when a rule asks for a term that the file does not have
 */
export function createStatementFinder(file: ReadingRulesFile): StatementFinder {
  const { finder, byFirst } = readyRules(file);

  const lookIn = ({ words, afterComma }: SentenceWords): FoundPhrases => finder.find(words, afterComma);

  function prepare(sentence: Sentence, headings: Headings): Prepared {
    const own = wordsOf(sentence.text);
    const whole = sentence.statement === sentence.text ? own : wordsOf(sentence.statement);
    // A lead-in with which the whole grows past the limit is left out: the sentence's own words count first.
    const isWhole = whole.words.length - own.words.length >= 0 && whole.words.at(-1) === own.words.at(-1);
    const words = isWhole ? whole : own;
    const over = sentence.section.join('\n');
    const above = over === '' ? NOTHING : (headings.get(over) ?? lookIn(wordsOf(over)));
    headings.set(over, above);
    return {
      sentence,
      statement: isWhole ? sentence.statement : sentence.text,
      words,
      found: lookIn(words),
      ownFrom: words.words.length - own.words.length,
      headings: above,
    };
  }

  /** The rules that may fit: those whose first condition was found. */
  function candidates(found: FoundPhrases): Set<ReadyRule> {
    const rules = new Set<ReadyRule>();
    for (const name of found.keys()) for (const rule of byFirst.get(name) ?? []) rules.add(rule);
    return rules;
  }

  return {
    language: file.language,
    find({ sentences }) {
      const isNavigation = navigationIn(sentences);
      const headings: Headings = new Map();
      const all: Statement[] = [];
      /** What the two sentences before speak of, while in the same section. */
      let before: { readonly section: string; readonly about: readonly string[]; readonly older: readonly string[] } = {
        section: '',
        about: [],
        older: [],
      };
      for (const sentence of sentences) {
        if (sentence.kind === 'heading' || isNavigation(sentence)) continue;
        const prepared = prepare(sentence, headings);
        if (prepared.found.has(ASIDE)) continue;
        const section = sentence.section.join('\n');
        if (before.section !== section) before = { section, about: [], older: [] };
        const continued = new Set([...before.about, ...before.older]);
        const own: Statement[] = [];
        for (const ready of candidates(prepared.found)) {
          if (ready.rule.continues === true && !continued.has(subjectOf(ready.rule))) continue;
          const span = fitOf(ready, prepared);
          if (span !== null) own.push(statementOf(ready.rule, span.from, span.to, prepared));
        }
        const kept = strongest(own);
        all.push(...kept);
        const about = kept.filter((one) => !('speaks' in one) || one.speaks !== 'unclear').map(subjectOf);
        before = { section, about, older: before.about };
      }
      return all;
    },
  };
}

const subjectOf = (one: Statement | ReadingRule): string => ('practice' in one ? one.practice : one.category);

/** Tells items of a table of contents: they repeat a heading of the text word by word. */
function navigationIn(sentences: readonly Sentence[]): (sentence: Sentence) => boolean {
  const headings = new Set(
    sentences.filter(({ kind }) => kind === 'heading').map(({ text }) => evenText(text).toLowerCase()),
  );
  return ({ text }) => text.length < 120 && headings.has(evenText(text).toLowerCase());
}

function actorOf(found: FoundPhrases): Actor {
  const [we, others] = [found.has(ACTORS.we), found.has(ACTORS.others)];
  if (we && others) return 'both';
  if (we) return 'we';
  if (others) return 'others';
  return found.has(ACTORS.you) ? 'you' : null;
}

function statementOf(rule: ReadingRule, from: number, to: number, prepared: Prepared): Statement {
  const { sentence, statement, words, found } = prepared;
  // The sentence's own words end where the whole ends.
  const offset = sentence.end - statement.length;
  const named = (kind: keyof typeof NAMED_KINDS): string[] => [
    ...new Set(
      (found.get(NAMED_KINDS[kind]) ?? []).map((span) =>
        statement.slice(words.starts[span.from], words.ends[span.to - 1]),
      ),
    ),
  ];
  const common = {
    sentence: sentence.at,
    start: sentence.start,
    end: sentence.end,
    words: { start: offset + (words.starts[from] ?? 0), end: offset + (words.ends[to - 1] ?? 0) },
    section: sentence.section.at(-1) ?? '',
    stance: rule.stance ?? stanceAt(from, prepared),
    actor: actorOf(found),
    data: named('data'),
    purposes: named('purposes'),
    recipients: named('recipients'),
    rule: rule.id,
  };
  if ('category' in rule) return { ...common, about: 'category', category: rule.category };
  const { practice, speaks } = rule;
  if (speaks !== 'unclear' && onlyDenies(practice, { from, to }, prepared))
    return { ...common, stance: 'does-not', about: 'practice', practice, speaks: 'unclear', reason: DENIED };
  return { ...common, about: 'practice', practice, speaks, reason: rule.reason, when: rule.when };
}

/** What one sentence says of a subject once, by the most that it says; what it says of a situation alone stands first, as in `clauses.json`. */
function strongest(statements: readonly Statement[]): Statement[] {
  const rank = (one: Statement): number => (one.about === 'practice' ? MOST.indexOf(one.speaks) : 0);
  const whenOf = (one: Statement): string => (one.about === 'practice' ? JSON.stringify(one.when ?? null) : '');
  const best = new Map<string, Statement>();
  for (const one of statements) {
    const key = `${subjectOf(one)} ${whenOf(one)}`;
    const known = best.get(key);
    if (known === undefined || rank(one) < rank(known)) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => Number(whenOf(a) === 'null') - Number(whenOf(b) === 'null'));
}

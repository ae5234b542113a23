/** Are the rules by which policies are read sound? The rules within one language's file, and between it, the practices and the reasons. */
import { DENIED } from '../reading/denial.ts';
import type { Practice } from '../schemas/policy-data.ts';
import type { ReadingReasonsFile, ReadingRule, ReadingRulesFile } from '../schemas/reading-rules.ts';

/** One problem: of which rule or term, and what it is. */
export interface ReadingRulesProblem {
  readonly entry: string;
  readonly reason: string;
}

const wantedBy = ({ all, none = [], under = [] }: ReadingRule): string[] => [...all.flat(), ...none, ...under];

function practiceProblems(rule: ReadingRule, practices: readonly Practice[]): string[] {
  if (!('practice' in rule)) return [];
  const practice = practices.find(({ id }) => id === rule.practice);
  if (practice === undefined) return [`speaks of the practice "${rule.practice}", which is not in practices.json`];
  const situations = ['plain', ...(practice.situations ?? []).map(({ id }) => id)];
  return [
    ...(rule.when?.situation ?? [])
      .filter((situation) => !situations.includes(situation))
      .map((situation) => `the practice "${rule.practice}" has no situation "${situation}"`),
    ...(rule.speaks === 'otherwise' && rule.when === undefined ? ['says otherwise, and not of which situation'] : []),
    ...((rule.speaks === 'unclear') !== (rule.reason !== undefined)
      ? ['a reason belongs to a rule that is unclear, and to no other']
      : []),
  ];
}

/** Gives each problem of one language's rules. */
export function readingRulesProblems(
  file: ReadingRulesFile,
  practices: readonly Practice[] | null,
  { reasons }: ReadingReasonsFile,
): ReadingRulesProblem[] {
  const problems: ReadingRulesProblem[] = [];
  const say = (entry: string, reason: string): void => void problems.push({ entry, reason });
  const terms = new Set(Object.keys(file.terms));
  const used = new Set<string>();
  const seen = new Set<string>();
  for (const rule of file.rules) {
    if (seen.has(rule.id)) say(rule.id, 'stands twice');
    seen.add(rule.id);
    for (const wanted of wantedBy(rule)) {
      if (!wanted.startsWith('@')) continue;
      if (!terms.has(wanted.slice(1))) say(rule.id, `asks for the term "${wanted}", which is not there`);
      used.add(wanted.slice(1));
    }
    if ('reason' in rule && rule.reason !== undefined && !Object.hasOwn(reasons, rule.reason))
      say(rule.id, `gives the reason "${rule.reason}", which is not in reasons.json`);
    for (const reason of practices === null ? [] : practiceProblems(rule, practices)) say(rule.id, reason);
  }
  for (const term of terms) if (!used.has(term)) say(`@${term}`, 'no rule asks for this term');
  return problems;
}

/** Reasons that no language gives. */
export function unusedReasons(files: readonly ReadingRulesFile[], { reasons }: ReadingReasonsFile): string[] {
  const given = new Set(
    files.flatMap(({ rules }) => rules.map((rule) => ('reason' in rule ? rule.reason : undefined))),
  ).add(DENIED);
  return Object.keys(reasons).filter((id) => !given.has(id));
}

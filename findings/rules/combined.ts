/** Rules made of other rules. */
import type { PracticeRule } from '../recognised.ts';

/** All the evidence of several rules, in their order. */
export function together(...rules: readonly PracticeRule[]): PracticeRule {
  return (recognised) => rules.flatMap((rule) => rule(recognised));
}

/** The same evidence, in a situation that the practice's own words do not fit (`situations` in practices.json). */
export function inSituation(situation: string, rule: PracticeRule): PracticeRule {
  return (recognised) => rule(recognised).map((evidence) => ({ ...evidence, situation }));
}

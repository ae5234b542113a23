/** The public suffix list in a shape that can be asked at once: nothing is built at its start. Made by the build, see build/ship-less-data.ts. */
import type { PublicSuffixesFile, SharedPlacesFile } from '../schemas/policy-data.ts';
import { writeLines } from './sorted-lines.ts';

/** What stands behind a label of the index. Nothing behind it: a suffix by an ICANN rule. */
export const PRIVATE_RULE = '+';
/** Not a suffix itself, but longer ones end so. */
export const NO_RULE = '-';

/** Plain data: nobody but `registrable-domain.ts` reads it. */
export interface SuffixIndex {
  /**
   * Name → the labels that may stand before it, with spaces between them: 'uk' → 'ac co …'; `readLines` finds them. '' stands before a last label.
   * '*' is any label, '!city' none of those that it would be.
   */
  readonly below: string;
  /** Places that the list lacks, at and below which anybody may publish. */
  readonly places: readonly string[];
}

/** 'co.uk' → 'uk', 'co'; '!city.kobe.jp' → 'kobe.jp', '!city' */
function parts(rule: string): [parent: string, label: string] {
  const dot = rule.indexOf('.');
  return dot < 0 ? ['', rule] : [rule.slice(dot + 1), rule.slice(0, dot)];
}

/** Makes the index of both parts of the list. A rule that stands in both counts as ICANN's. */
export function indexSuffixes({ icann, private: ofOwners }: PublicSuffixesFile, places: SharedPlacesFile): SuffixIndex {
  const below = new Map<string, Map<string, string>>();
  const add = (rule: string, kind: string): void => {
    const [parent, label] = parts(rule);
    const labels = below.get(parent) ?? new Map<string, string>();
    const before = labels.get(label);
    if (before === undefined || before === NO_RULE) labels.set(label, kind);
    below.set(parent, labels);
    // The way to it from the end of a name, where no rule of its own stands.
    if (parent.includes('.')) add(parent, NO_RULE);
  };
  for (const rule of icann) add(rule, '');
  for (const rule of ofOwners) add(rule, PRIVATE_RULE);
  return {
    below: writeLines(
      new Map([...below].map(([name, labels]) => [name, [...labels].map(([label, kind]) => label + kind).join(' ')])),
    ),
    places: places.places.map(({ domain }) => domain),
  };
}

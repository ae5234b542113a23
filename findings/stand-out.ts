/** Which findings a person should read first. */
import type { Finding } from './finding';

/**
 * The findings that matter most, at most `most`: those that the text does not mention come first; among them, and after
 * them, what weighs most: identifiers that follow a person (weight 1), then what goes to other companies (2), then the rest.
 */
export function standOut(findings: readonly Finding[], most: number): readonly Finding[] {
  const silent = (finding: Finding): number => Number(finding.label !== 'not-found');
  return findings.toSorted((a, b) => silent(a) - silent(b) || a.practice.weight - b.practice.weight).slice(0, most);
}

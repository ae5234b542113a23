/** A quote as a reader of the page saw it: the words stay verbatim, the marks of Markdown in policy.md go. */
import type { Finding, MatchedClause } from '../findings/finding.ts';

/**
 * Takes away what the extraction added: addresses behind links, stars of bold type and of lists, hard spaces.
 *
 * 'please\u00a0[contact us](http://a.example)\u00a0**now**' → 'please contact us now'
 */
export function readableQuote(quote: string): string {
  return quote
    .replace(/\u00a0/g, ' ')
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/^\s*\*\s+/gm, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .trim();
}

const STRENGTH: readonly MatchedClause['speaks'][] = ['otherwise', 'names', 'general', 'unclear'];

/** The clauses of a finding, a promise that was not kept first, then those that name the practice; otherwise in the order of the text. */
export function clausesInOrder(finding: Finding): readonly MatchedClause[] {
  return finding.clauses.toSorted((a, b) => STRENGTH.indexOf(a.speaks) - STRENGTH.indexOf(b.speaks));
}

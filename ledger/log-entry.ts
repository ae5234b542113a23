/** What happens to the records of the tabs, told one by one while somebody follows (`SessionLedger.follow`). */
import type { Observation } from './observation.ts';
import type { Visit } from './visit.ts';

/** One thing that happened to the record of a tab. */
export type LogEntry =
  /**
   * A page's record began, or it was there when the following began; `visit`: as it was then. It may come again for the same document, when
   * somebody follows anew: then it holds all that is known of the page by then. `at`: milliseconds since 1970, like everywhere here.
   */
  | { readonly kind: 'page'; readonly at: number; readonly tab: number; readonly visit: Visit }
  /** Something was added to the record of that document. `ahead`: as `Visit.ahead`, where the record got it then. */
  | {
      readonly kind: 'facts';
      readonly tab: number;
      readonly document: string;
      readonly observations: readonly Observation[];
      readonly ahead?: number;
    }
  /** The person has taken back the permission for the page's site: the page tells nothing more. Told by nobody but `background/site-permission.ts`. */
  | { readonly kind: 'withheld'; readonly at: number; readonly tab: number; readonly document: string }
  /** The page was left. */
  | { readonly kind: 'left'; readonly at: number; readonly tab: number; readonly document: string };

/** How many facts are in these entries. */
export function factsIn(entries: readonly LogEntry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === 'facts' ? entry.observations.length : 0), 0);
}

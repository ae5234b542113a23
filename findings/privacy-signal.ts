/** Is the privacy signal (Global Privacy Control) sent on a page, and which route turns it on? */
import type { Visit } from '../ledger/visit.ts';

/** The route by which a person turns on the privacy signal (Global Privacy Control). */
export const SIGNAL_ROUTE = 'gpc';

/** Whether the browser, or Liner Notes for the person, sends the privacy signal on this page: then there is nothing to turn on. */
export function isSignalSent({ signal }: Pick<Visit, 'signal'>): boolean {
  return signal !== null && (signal.gpc === true || signal.ours);
}

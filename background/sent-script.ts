/** The script that compares typed text with what is sent: on the listed sites, only while full view is granted. */
import { listedPatterns } from '../observers/listed-sites.ts';
import { hasAllSites } from './all-sites.ts';
import { settleScript } from './registered-script.ts';

/** Where the script stands in the extension. */
export const SENT_SCRIPT = 'content-scripts/sent.js';

/**
 * Makes the registration what it should be now. It may be called at any time, and when all is right already it changes nothing.
 * Pages that are not on the list get the script when they are looked at (`start-watching.ts`).
 */
export async function settleSentScript(): Promise<void> {
  await settleScript(
    {
      id: 'sent',
      file: SENT_SCRIPT,
      matches: listedPatterns(),
      allFrames: true,
      runAt: 'document_start',
      world: 'ISOLATED',
    },
    await hasAllSites(),
  );
}

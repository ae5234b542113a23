/**
 * Runs in pages that are not on the list, where the person has allowed all sites (`background/all-sites.ts` registers
 * it): looks for the marks of the organisations that we know. Without them it keeps nothing and sends nothing.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionApi } from '../ledger/border/extension-api.ts';
import { sendRecognised } from '../ledger/border/send-messages.ts';
import { watchForMarks } from '../observers/page/mark-watch.ts';
import { createMarkObserver } from '../observers/page/page-marks.ts';
import { runningVisits, whenShown } from '../observers/page/running-visits.ts';
import { shippedMarkFinder, shippedMarkProof } from '../shipped/marks.ts';

export default defineContentScript({
  registration: 'runtime',
  allFrames: false,
  runAt: 'document_idle',
  main() {
    if (extensionApi().extension.inIncognitoContext) return;
    whenShown(() => {
      // The person was quicker and has asked for a look already.
      if (runningVisits() !== undefined) return;
      // Whether the host is a shared place is asked in the background.
      watchForMarks(createMarkObserver(shippedMarkFinder()), shippedMarkProof(), () => {
        if (runningVisits() === undefined) sendRecognised();
      });
    });
  },
});

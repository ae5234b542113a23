/**
 * Runs in pages that are not on the list, where the person has allowed all sites (`background/all-sites.ts` registers
 * it): looks for the marks of Sony Music. Without them it keeps nothing and sends nothing.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionApi } from '../ledger/border/extension-api.ts';
import { sendRecognised } from '../ledger/border/send-messages.ts';
import { watchForMarks } from '../observers/page/mark-watch.ts';
import { observePageMarks } from '../observers/page/page-marks.ts';
import { runningVisits, whenShown } from '../observers/page/running-visits.ts';
import organisation from '../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import { createMarkJudge } from '../recognition/mark-verdict.ts';
import type { Organisation } from '../schemas/policy-data.ts';

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
      const judge = createMarkJudge(organisation as Organisation, () => false);
      watchForMarks(observePageMarks, judge, () => {
        if (runningVisits() === undefined) sendRecognised();
      });
    });
  },
});

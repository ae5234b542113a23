/**
 * The second script of a page, in the page's own time: what stands in it and what it keeps. It joins the visits that
 * `page.content.ts` watches, and does nothing where none are watched (a private window). A frame of the page's own making keeps
 * nothing of its own.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { observeConsent } from '../observers/page/consent.ts';
import { observeDatabases } from '../observers/page/databases.ts';
import { observeDisguises } from '../observers/page/disguises.ts';
import { observeFlashCookies } from '../observers/page/flash-cookies.ts';
import { observeFlashObjects } from '../observers/page/flash-objects.ts';
import { isWithoutAddress } from '../observers/page/friendly-frame.ts';
import { observeForms } from '../observers/page/forms.ts';
import { observeFrames } from '../observers/page/frames.ts';
import { observeInnerRequests } from '../observers/page/inner-documents.ts';
import { observeLinks } from '../observers/page/links.ts';
import { createMarkObserver } from '../observers/page/page-marks.ts';
import { observeInPageTime } from '../observers/page/page-time.ts';
import { shippedMarkFinder } from '../shipped/marks.ts';
import { observeOwnConsent } from '../observers/page/own-consent.ts';
import { observePrivacySignal } from '../observers/page/privacy-signal.ts';
import { runningVisits, whenRunning, whenShown } from '../observers/page/running-visits.ts';
import { observeWebStorage } from '../observers/page/web-storage.ts';

export default defineContentScript({
  matches: [],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    if (isWithoutAddress()) {
      whenRunning((visits) => {
        visits.add({
          'page-details': observeInPageTime({
            'flash-objects': observeFlashObjects,
            frames: observeFrames,
            'inner-requests': observeInnerRequests,
            forms: observeForms,
            links: observeLinks,
            disguises: observeDisguises,
          }),
        });
      });
      return;
    }
    whenShown(() => {
      runningVisits()?.add({
        'page-details': observeInPageTime(
          {
            'own-consent': observeOwnConsent,
            'web-storage': observeWebStorage,
            'flash-cookies': observeFlashCookies,
            databases: observeDatabases,
            'privacy-signal': observePrivacySignal,
            frames: observeFrames,
            'inner-requests': observeInnerRequests,
            forms: observeForms,
            links: observeLinks,
            'flash-objects': observeFlashObjects,
            'page-marks': createMarkObserver(shippedMarkFinder()),
            disguises: observeDisguises,
          },
          { consent: observeConsent },
        ),
      });
    });
  },
});

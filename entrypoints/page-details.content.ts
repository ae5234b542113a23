/**
 * The second script of a page, in the page's own time: what stands in it and what it keeps. It joins the visits that
 * `page.content.ts` watches, and does nothing where none are watched (a private window).
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { observeConsent } from '../observers/page/consent';
import { observeDatabases } from '../observers/page/databases';
import { observeDisguises } from '../observers/page/disguises';
import { observeFlashCookies } from '../observers/page/flash-cookies';
import { observeFlashObjects } from '../observers/page/flash-objects';
import { observeForms } from '../observers/page/forms';
import { observeFrames } from '../observers/page/frames';
import { observeLinks } from '../observers/page/links';
import { observePageMarks } from '../observers/page/page-marks';
import { observePrivacySignal } from '../observers/page/privacy-signal';
import { runningVisits, whenShown } from '../observers/page/running-visits';
import { observeWebStorage } from '../observers/page/web-storage';

export default defineContentScript({
  matches: [],
  allFrames: true,
  runAt: 'document_end',
  main() {
    whenShown(() => {
      runningVisits()?.add({
        'web-storage': observeWebStorage,
        databases: observeDatabases,
        'flash-objects': observeFlashObjects,
        'flash-cookies': observeFlashCookies,
        frames: observeFrames,
        'page-marks': observePageMarks,
        forms: observeForms,
        links: observeLinks,
        consent: observeConsent,
        disguises: observeDisguises,
        'privacy-signal': observePrivacySignal,
      });
    });
  },
});

/**
 * Runs in the pages of the listed sites from their first moment, and in any other page when the person asks.
 * The match patterns come from sites.json by way of wxt.config.ts: written here, all of that file would be in the bundle.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { openDocument, sendObserved } from '../ledger/messages';
import { observeConsent } from '../observers/page/consent';
import { observeDatabases } from '../observers/page/databases';
import { observeFlashCookies } from '../observers/page/flash-cookies';
import { observeFlashObjects } from '../observers/page/flash-objects';
import { observeForms } from '../observers/page/forms';
import { observeFrames } from '../observers/page/frames';
import { observeGeolocation } from '../observers/page/geolocation';
import { observeLinks } from '../observers/page/links';
import { watchLoads } from '../observers/page/load-outcomes';
import { observePageMarks } from '../observers/page/page-marks';
import { observeResources } from '../observers/page/resources';
import { watchVisits, type Visits } from '../observers/page/visits';
import { observeWebStorage } from '../observers/page/web-storage';

/** Where a second injection into the same document finds the first: in the world of our content scripts, not the page's. */
const RUNNING = Symbol.for('liner-notes.visits');

/**
 * What is needed of the extension's API. The id is gone when the extension was updated or removed under the page. In a private
 * window the background's answer is "off"; asked for here, at the start of every page, it would cost a millisecond.
 */
interface ExtensionApi {
  readonly runtime?: { readonly id?: string };
  readonly extension: { readonly inIncognitoContext?: boolean };
}

/** `browser` in Firefox, `chrome` in Chromium: the polyfill's 10 kB are spared here. */
function extensionApi(): ExtensionApi {
  return (globalThis as { browser?: ExtensionApi }).browser ?? chrome;
}

function start(late: boolean): Visits {
  const lifetime = new AbortController();
  const observers = {
    requests: observeResources(watchLoads(lifetime.signal)),
    'web-storage': observeWebStorage,
    databases: observeDatabases,
    'flash-objects': observeFlashObjects,
    'flash-cookies': observeFlashCookies,
    frames: observeFrames,
    'page-marks': observePageMarks,
    forms: observeForms,
    links: observeLinks,
    consent: observeConsent,
    geolocation: observeGeolocation,
  };
  const border = {
    open: openDocument,
    send: sendObserved,
    mayReport: () => extensionApi().runtime?.id !== undefined && extensionApi().extension.inIncognitoContext !== true,
  };
  return watchVisits(observers, border, late, () => {
    lifetime.abort();
  });
}

export default defineContentScript({
  matches: [],
  allFrames: true,
  runAt: 'document_start',
  main() {
    const world = globalThis as { [RUNNING]?: Visits };
    const late = document.readyState !== 'loading';
    const run = (): void => {
      if (world[RUNNING] === undefined) world[RUNNING] = start(late);
      else world[RUNNING].again();
    };
    // A page that is prepared in the background has not been visited yet.
    if ('prerendering' in document && document.prerendering === true) {
      document.addEventListener('prerenderingchange', run, { once: true });
    } else {
      run();
    }
  },
});

/**
 * Runs in the pages of the listed sites from their first moment, and in any other page when the person asks: sees what would
 * be gone later. What can be read in the page's own time is seen by `page-details.content.ts`.
 * The match patterns come from sites.json by way of wxt.config.ts: written here, all of that file would be in the bundle.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionApi } from '../ledger/extension-api';
import { openDocument, sendObserved } from '../ledger/messages';
import { observeGeolocation } from '../observers/page/geolocation';
import { watchLoads } from '../observers/page/load-outcomes';
import { meetPageWorld, type Meeting } from '../observers/page/meet-page-world';
import { observeResources } from '../observers/page/resources';
import { runningVisits, setRunningVisits, whenShown } from '../observers/page/running-visits';
import { readyState } from '../observers/page/safe-document';
import { observeScripts } from '../observers/page/script-watch';
import { watchVisits, type Visits } from '../observers/page/visits';

/** The extension's id is gone when it was updated or removed under the page. */
function mayReport(): boolean {
  const { runtime } = extensionApi() as { readonly runtime?: { readonly id?: string } };
  return runtime?.id !== undefined;
}

function start(late: boolean, meeting: Meeting): Visits {
  const lifetime = new AbortController();
  const observers = {
    'script-watch': observeScripts(meeting, lifetime.signal),
    requests: observeResources(watchLoads(lifetime.signal)),
    geolocation: observeGeolocation,
  };
  const border = {
    open: openDocument,
    send: sendObserved,
    mayReport,
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
    if (extensionApi().extension.inIncognitoContext) return;
    const late = readyState() !== 'loading';
    // At once, before the page's first script: the page must not hear it.
    const meeting = runningVisits() === undefined ? meetPageWorld() : null;
    whenShown(() => {
      const visits = runningVisits();
      if (visits === undefined) setRunningVisits(start(late, meeting ?? meetPageWorld()));
      else visits.again();
    });
  },
});

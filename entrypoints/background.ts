/** Starts the background: every part's listeners are there when the worker's first turn ends. It decides nothing. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announceRecording, askPagesToTell } from '../background/announce-recording.ts';
import { createBadge } from '../background/badge.ts';
import { keepSettings } from '../background/current-settings.ts';
import { deliverSentRequests } from '../background/deliver-sent-requests.ts';
import { startFullView } from '../background/full-view.ts';
import { watchLeftPages } from '../background/left-pages.ts';
import { answerOwnPages } from '../background/own-page-messages.ts';
import { takePageMessages } from '../background/page-messages.ts';
import { answerForCookies } from '../background/page-cookies.ts';
import { startRecorder } from '../background/recorder.ts';
import { keepRegistrations } from '../background/registrations.ts';
import { watchSitePermissions, withheldPages, type WithheldPage } from '../background/site-permission.ts';
import { welcomeAfterInstallation } from '../background/welcome-page.ts';
import { SessionLedger } from '../ledger/border/session-ledger.ts';
import { followSettings } from '../ledger/border/settings-storage.ts';
import { seesAllRequests } from '../ledger/visit.ts';
import { clock } from '../observers/clock.ts';
import { watchCookies } from '../observers/network/cookie-watch.ts';
import { nameService, watchAliases } from '../observers/network/host-aliases.ts';
import { shippedCompanies } from '../shipped/companies.ts';
import { SISTER_DOMAINS } from '../shipped/sisters.ts';

/** Sister companies answer for themselves: whatever marks stand on their pages, nothing is watched without being asked. */
const SISTERS = SISTER_DOMAINS.map((domain) => `*://*.${domain}/*`);

function main(): void {
  const settings = keepSettings();
  const badge = createBadge(settings, shippedCompanies);
  const ledger = new SessionLedger(
    browser.storage.session,
    (tab, visit) => {
      cookies.recordChanged(tab, visit);
      void badge.show(tab, visit);
    },
    clock,
  );
  // Before anything that a page tells is taken: a recording that runs has it all.
  const recorder = startRecorder(ledger, {
    area: browser.storage.session,
    now: clock.now,
    setRecording(isRecording) {
      badge.setRecording(isRecording);
      fullView.tellApart(isRecording);
      cookies.tellApart(isRecording);
    },
    announce: async (isRecording) => {
      await announceRecording(ledger, badge, isRecording);
      // Of a page that was withheld before, there is a record, and nothing more will come.
      if (isRecording) (await withheldPages(() => ledger.visits())).forEach(noteWithheld);
    },
    handOver: () => askPagesToTell(ledger).then(fullView.handOver),
  });
  const noteWithheld = ({ tab, document }: WithheldPage): void => {
    void recorder.note({ kind: 'withheld', at: clock.now(), tab, document });
  };
  const leftPages = watchLeftPages(ledger);
  followSettings(() => {
    // A tab without a record has no badge, nor one whose page has gone.
    leftPages.present().then(
      (visits) => visits.forEach((visit, tab) => void badge.show(tab, visit)),
      () => undefined,
    );
  });
  keepRegistrations(SISTERS);
  watchSitePermissions(() => ledger.visits(), noteWithheld);
  const delivery = deliverSentRequests(() => ledger.visits());
  const cookies = watchCookies(ledger, {
    isRelevant: (host, visit) =>
      seesAllRequests(visit) || shippedCompanies().find(host, visit.address.host).relation !== 'other',
    keepsApart: import.meta.env.FIREFOX === true,
    isFullView: () => fullView.isOn(),
    trouble: (tab) => void badge.showTrouble(tab),
  });
  const fullView = startFullView(ledger);
  welcomeAfterInstallation();

  const names = nameService();
  const reportAliases =
    names === null
      ? null
      : watchAliases(names, shippedCompanies(), {
          isWanted: async () => (await settings()).aliases,
          record: (tab, document, observations) => ledger.record(tab, document, observations),
        });
  answerOwnPages({ ledger, leftPages, recorder });
  answerForCookies();
  takePageMessages({ ledger, badge, cookies, fullView, delivery, recorder, reportAliases });
}

// A module: the lists of companies and suffixes stand once in the extension, and not in the popup and here.
export default defineBackground({ type: 'module', main });

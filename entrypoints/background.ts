/**
 * Starts the background: who is heard, who is told, what is kept in step. It decides nothing.
 *
 * Long because: every event that the browser wakes it for is listened to here, in its first turn.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { badgeWords } from '../words/badge-words.ts';
import { fittingLanguage } from '../words/languages.ts';
import { badgeOf, NO_BADGE } from '../findings/badge.ts';
import type { ForgetReply, OpenedReply, PresentPage } from '../ledger/messages.ts';
import {
  isForgetMessage,
  isRecognisedMessage,
  readCheckMessage,
  readLeftMessage,
  readPageMessage,
} from '../ledger/read-message.ts';
import { SessionLedger } from '../ledger/border/session-ledger.ts';
import type { Settings } from '../ledger/settings.ts';
import { followSettings, readSettings, storedSettings } from '../ledger/border/settings-storage.ts';
import { seesAllRequests, type Visit } from '../ledger/visit.ts';
import { clock } from '../observers/clock.ts';
import { followAllSites, settleMarksScript } from '../background/all-sites.ts';
import { watchCookies } from '../observers/network/cookie-watch.ts';
import { nameService, watchAliases } from '../observers/network/host-aliases.ts';
import { passSentRequests } from '../background/deliver-sent-requests.ts';
import { settleSentScript } from '../background/sent-script.ts';
import { startFullView } from '../background/full-view.ts';
import { watchLeftPages } from '../background/left-pages.ts';
import { askWhichPage, tellPage } from '../background/page-presence.ts';
import { canPageRead, settlePrivacySignal } from '../background/privacy-signal-header.ts';
import { watchSitePermissions } from '../background/site-permission.ts';
import { startLooking } from '../background/start-looking.ts';
import { registrableDomain } from '../recognition/registrable-domain.ts';
import { shippedCompanies } from '../shipped/companies.ts';
import { SISTER_DOMAINS } from '../shipped/sisters.ts';

/** Sister companies answer for themselves: whatever marks stand on their pages, nothing is looked at without being asked. */
const SISTERS = SISTER_DOMAINS.map((domain) => `*://*.${domain}/*`);

/** Shows the welcome page, beside a page of a normal window: where all windows are private, it is not shown. */
async function welcome(): Promise<void> {
  const open = (await browser.tabs.query({})).filter(({ incognito }) => !incognito);
  const beside = open.find(({ active }) => active) ?? open[0];
  if (beside?.windowId === undefined) return;
  await browser.tabs.create({ url: '/welcome.html', windowId: beside.windowId });
}

/** Settles one after the other. Nothing is lost when it fails: the next start of the worker tries again. */
function inTurn(settle: () => Promise<unknown>): () => void {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    last = last.then(settle).catch(() => undefined);
  };
}

/** All that the background does; its listeners are there when the worker's first turn ends. */
function main(): void {
  const ledger = new SessionLedger(
    browser.storage.session,
    (tab, visit) => {
      cookies.changed(tab, visit);
      void showBadge(tab, visit);
    },
    clock,
  );
  const leftPages = watchLeftPages(ledger);
  /** Read at the first need of this worker, and followed from then on. */
  let settings: Promise<Settings> | undefined;
  const titles = ({ language }: Settings) => badgeWords(fittingLanguage(language, navigator.languages));

  async function showBadge(tab: number, visit: Visit | null): Promise<void> {
    const now = await (settings ??= readSettings());
    const { text, title } = now.badge ? badgeOf(visit, shippedCompanies(), titles(now)) : NO_BADGE;
    // The tab may be gone by now: then there is no badge to show, and nothing to mend.
    await Promise.allSettled([
      browser.action.setBadgeText({ tabId: tab, text }),
      browser.action.setTitle({ tabId: tab, title }),
    ]);
  }

  /** The record could not be written (storage full or broken): said where the person looks, and not only in a log. */
  async function showTrouble(tab: number): Promise<void> {
    const { trouble } = titles(await (settings ??= readSettings()));
    await Promise.allSettled([
      browser.action.setBadgeText({ tabId: tab, text: '!' }),
      browser.action.setTitle({ tabId: tab, title: trouble }),
    ]);
  }

  const names = nameService();
  const lookAtAliases =
    names === null
      ? null
      : watchAliases(names, shippedCompanies(), {
          isWanted: async () => (await (settings ??= readSettings())).aliases,
          record: (tab, document, observations) => ledger.record(tab, document, observations),
        });

  followSettings((now) => {
    settings = Promise.resolve(now);
    // A tab without a record has no badge either, nor one whose page has gone.
    leftPages.present().then(
      (visits) => visits.forEach((visit, tab) => void showBadge(tab, visit)),
      () => undefined,
    );
  });

  for (const settle of [() => settleMarksScript(SISTERS), settleSentScript]) {
    const settleNow = inTurn(settle);
    followAllSites(settleNow);
    settleNow();
  }
  const settleSignal = inTurn(async () => settlePrivacySignal((await storedSettings()).gpc));
  followSettings(settleSignal);
  settleSignal();

  watchSitePermissions(() => ledger.visits());
  const sent = passSentRequests(() => ledger.visits());
  const cookies = watchCookies(ledger, {
    isLookedAt: (host, visit) =>
      seesAllRequests(visit) || shippedCompanies().find(host, visit.address.host).relation !== 'other',
    keepsApart: import.meta.env.FIREFOX === true,
    trouble: (tab) => void showTrouble(tab),
  });
  const fullView = startFullView(ledger);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
  });

  /** The page around a frame, as it answers; where it is too busy to answer, the one that the tab's record is of. */
  async function pageAround(tab: number): Promise<PresentPage | null> {
    const presence = await askWhichPage(tab);
    if (presence !== 'unknown') return presence === 'nobody' ? null : presence;
    const visit = await ledger.visit(tab);
    return visit?.root === undefined ? null : { root: visit.root, document: visit.document };
  }

  /** Whether the page's scripts can read the signal that we send. */
  function askOfSignal(tab: number, { document, browserDocument }: Visit, signal: NonNullable<Visit['signal']>): void {
    canPageRead(tab, browserDocument)
      .then((read) =>
        read === null ? null : ledger.record(tab, document, [{ kind: 'privacy-signal', ...signal, read }]),
      )
      // A page that has gone is asked no more.
      .catch(() => undefined);
  }

  /** A page whose record had to make room is heard anew once it is looked at. */
  async function hearAgain(tab: number, root: string): Promise<void> {
    if (await ledger.wasEvicted(root)) await tellPage(tab, { type: 'again' }, 0);
  }

  type Reply = OpenedReply | ForgetReply;
  const ownPages = `${location.origin}/`;

  browser.runtime.onMessage.addListener((input: unknown, sender, answer: (reply: Reply) => void) => {
    const tab = sender.tab?.id;
    if (sender.id !== browser.runtime.id) return undefined;
    if (sender.url?.startsWith(ownPages) === true) {
      const unanswered = readCheckMessage(input);
      if (unanswered !== null) leftPages.check(unanswered.tab).catch(() => undefined);
      if (!isForgetMessage(input)) return undefined;
      ledger.forgetAll().then(
        (tabs) => {
          answer({ tabs });
        },
        (error: unknown) => {
          answer({ failed: error instanceof Error ? error.message : String(error) });
        },
      );
      return true;
    }
    // From here on only what a content script of ours says: pages of the extension write nothing into the ledger.
    if (tab === undefined) return undefined;
    if (isRecognisedMessage(input)) {
      if (sender.tab?.incognito !== false || sender.frameId !== 0 || sender.url === undefined) return undefined;
      // The page may have gone meanwhile, or the permission: then there is nothing to look at, and nothing to mend.
      startLooking(tab, { host: new URL(sender.url).hostname, documentId: sender.documentId }).catch(() => undefined);
      return undefined;
    }
    const left = readLeftMessage(input);
    if (left !== null) {
      // By then the browser counts the document as no frame of the tab. That it is the page, nobody else could know its id.
      ledger.leave(tab, left.root).catch(() => undefined);
      return undefined;
    }
    const read = readPageMessage(input);
    if (read === null) return undefined;
    // Which frame it is the browser knows; a page that is only made ready, or is kept for going back, is not what the tab shows.
    const message = { ...read.message, frame: sender.frameId === 0 ? 'top' : 'frame' } as const;
    if ((sender.documentLifecycle ?? 'active') !== 'active') return undefined;
    if (sender.tab?.incognito === true) {
      if (message.type === 'opened') answer({ off: 'private' });
      return undefined;
    }
    const isNewPage = message.type === 'opened' && message.frame === 'top';
    void ledger
      .take(tab, { ...read, message }, sender.documentId)
      .then((visit) => {
        if (isNewPage) fullView.opened(tab);
        if (isNewPage && visit?.root !== undefined) {
          // Frames that were there before tell in the new visit what they still show. Most pages have none yet.
          tellPage(tab, { type: 'page-opened', root: visit.root, document: visit.document }).catch(() => undefined);
        }
        if (visit?.signal?.ours === true && visit.signal.read === undefined) askOfSignal(tab, visit, visit.signal);
        if (visit !== null) lookAtAliases?.(tab, visit);
        else if (message.frame === 'top' && message.root !== undefined && sender.tab?.active === true)
          hearAgain(tab, message.root).catch(() => undefined);
        return visit === null ? undefined : cookies.heard(tab, visit, sender.tab);
      })
      .catch(() => showTrouble(tab));
    if (message.type !== 'opened') return undefined;
    sent.hears(tab);
    // Without an answer (storage is broken) the page goes on with a salt of its own.
    const site = registrableDomain(message.page.address.host);
    Promise.all([ledger.salt(), message.frame === 'frame' ? pageAround(tab) : undefined]).then(
      ([salt, page]) => {
        answer(page === undefined ? { salt, site } : { salt, site, page });
      },
      () => showTrouble(tab),
    );
    return true;
  });
}

// A module: the lists of companies and suffixes stand once in the extension, and not in the popup and here.
export default defineBackground({ type: 'module', main });

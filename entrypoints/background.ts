import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { badgeOf } from '../findings/badge';
import type { OpenedReply } from '../ledger/messages';
import { readPageMessage } from '../ledger/read-message';
import { SessionLedger } from '../ledger/session-ledger';
import type { Visit } from '../ledger/visit';
import { cookieReaches, observeCookies } from '../observers/network/cookies';
import { shippedCompanies } from '../recognition/shipped-companies';

/** Cookie changes come in bursts; one look serves them all. Milliseconds. */
const COOKIE_PAUSE = 250;

export default defineBackground(() => {
  const ledger = new SessionLedger(browser.storage.session, (tab, visit) => {
    void showBadge(tab, visit);
  });
  /** Visits whose cookies this worker has looked at: a worker that was restarted looks again. */
  const lookedAt = new Set<string>();
  let changedDomains = new Set<string>();
  let cookieTimer: ReturnType<typeof setTimeout> | undefined;

  async function lookAtCookies(tab: number, visit: Visit): Promise<void> {
    lookedAt.add(visit.document);
    const observations = await observeCookies(visit, await ledger.salt(), Date.now());
    await ledger.record(tab, visit.document, observations);
  }

  async function showBadge(tab: number, visit: Visit | null): Promise<void> {
    const { text, title } = badgeOf(visit, shippedCompanies());
    // The tab may be gone by now: then there is no badge to show, and nothing to mend.
    await Promise.allSettled([
      browser.action.setBadgeText({ tabId: tab, text }),
      browser.action.setTitle({ tabId: tab, title }),
    ]);
  }

  /** The record could not be written (storage full or broken): said where the person looks, and not only in a log. */
  async function showTrouble(tab: number): Promise<void> {
    await Promise.allSettled([
      browser.action.setBadgeText({ tabId: tab, text: '!' }),
      browser.action.setTitle({ tabId: tab, title: 'Liner Notes could not keep its record of this page' }),
    ]);
  }

  browser.runtime.onMessage.addListener((input: unknown, sender, answer: (reply: OpenedReply) => void) => {
    const tab = sender.tab?.id;
    // Only a content script of ours: pages of the extension write nothing here.
    if (sender.id !== browser.runtime.id || tab === undefined) return undefined;
    const read = readPageMessage(input);
    if (read === null) return undefined;
    const { message } = read;
    if (sender.tab?.incognito === true) {
      if (message.type === 'opened') answer({ off: 'private' });
      return undefined;
    }
    void ledger
      .take(tab, read)
      .then((visit) => (visit === null || lookedAt.has(visit.document) ? undefined : lookAtCookies(tab, visit)))
      .catch(() => showTrouble(tab));
    if (message.type !== 'opened') return undefined;
    // Without an answer (storage is broken) the page goes on with a salt of its own.
    ledger.salt().then(
      (salt) => {
        answer({ salt });
      },
      () => showTrouble(tab),
    );
    return true;
  });

  async function lookAtChangedCookies(domains: ReadonlySet<string>): Promise<void> {
    for (const [tab, visit] of await ledger.visits()) {
      const isTouched = [...domains].some((domain) => cookieReaches(domain, visit.address.host));
      if (isTouched) await lookAtCookies(tab, visit).catch(() => showTrouble(tab));
    }
  }

  browser.cookies.onChanged.addListener(({ cookie }) => {
    changedDomains.add(cookie.domain);
    cookieTimer ??= setTimeout(() => {
      const domains = changedDomains;
      changedDomains = new Set();
      cookieTimer = undefined;
      // When storage does not answer there is no tab to show it at; the next message of a page will.
      lookAtChangedCookies(domains).catch(() => undefined);
    }, COOKIE_PAUSE);
  });

  browser.tabs.onRemoved.addListener((tab) => {
    void ledger.forget(tab);
  });
});

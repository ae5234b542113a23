/** Which screen is this? tab, ledger and report → one state of the popup. */
import type { Report } from '../../findings/report.ts';
import type { LedgerState } from '../../ledger/ledger-state.ts';
import type { PresentPage } from '../../ledger/messages.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { SiteRecognition } from '../../recognition/site.ts';
import { withoutFragment } from '../../recognition/web-address.ts';
import type { PopupState, Relation, Unreadable } from '../../words/screens.ts';

/** The tab that the popup speaks of. */
export interface PopupTab {
  readonly id: number;
  /** Null where the browser does not tell us. */
  readonly url: string | null;
  readonly incognito: boolean;
  /**
   * The page that the tab shows, as its own script answers; null where nobody answers, which no watched page does that is still
   * there. Absent where that is not known (yet).
   */
  readonly page?: PresentPage | null;
}

/** What the state is decided from. */
export interface PopupFacts {
  readonly tab: PopupTab;
  readonly ledger: LedgerState;
  /** The report on the ledger's visit, if there is one. */
  readonly report: Report | null;
  /** What is known of the tab's address alone; null where the address is not known. */
  readonly recognition: SiteRecognition | null;
  /** True when the person asked to look and the browser did not allow it. */
  readonly refused: boolean;
  /** True when the browser does not let us watch the site, though it is on the list. */
  readonly withheld?: boolean;
}

/** Hosts of extension stores, where browsers let no extension in. */
const STORES = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com', 'addons.opera.com'];

function isStore(page: URL): boolean {
  return STORES.includes(page.hostname) || `${page.hostname}${page.pathname}`.startsWith('chrome.google.com/webstore');
}

function parse(url: string | null): URL | null {
  return url !== null && URL.canParse(url) ? new URL(url) : null;
}

/** The host of an http: or https: page, else null. */
export function hostOf(url: string | null): string | null {
  const parsed = parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.hostname : null;
}

function unreadable(url: string | null): Unreadable | null {
  const parsed = parse(url);
  if (parsed === null) return null;
  if (parsed.protocol === 'file:') return 'file';
  if (!/^https?:$/.test(parsed.protocol)) return 'browser-page';
  if (isStore(parsed)) return 'store';
  return /\.pdf$/i.test(parsed.pathname) ? 'pdf' : null;
}

function relationOf(recognition: SiteRecognition | null): Relation {
  const status = recognition?.status;
  return status === 'sister' || status === 'lookalike' || status === 'hinted' ? status : 'none';
}

function withoutVisit(facts: PopupFacts): PopupState {
  const host = hostOf(facts.tab.url);
  const { recognition } = facts;
  if (host !== null && recognition?.status === 'listed' && facts.withheld === true)
    return { is: 'not-permitted', host, recognition };
  if (facts.refused) return { is: 'unreadable', why: unreadable(facts.tab.url) ?? 'refused' };
  const why = unreadable(facts.tab.url);
  if (why !== null) return { is: 'unreadable', why };
  if (host !== null && recognition?.status === 'listed') return { is: 'not-watched-yet', host, recognition };
  return {
    is: 'not-covered',
    host,
    relation: relationOf(recognition),
    operator: recognition?.operator ?? null,
    asOf: recognition?.asOf ?? null,
  };
}

/**
 * Whether a record is of the document that the tab shows now. Its own script knows best; where that cannot be asked, the address
 * must at least be of the same host. An address that the browser does not tell is no page that we may watch.
 */
export function isOfThisPage(visit: Visit, { url, page }: PopupTab): boolean {
  if (visit.root !== undefined && page !== undefined) return page?.root === visit.root;
  const shown = parse(url);
  return shown?.hostname === visit.address.host && shown.protocol.startsWith('http');
}

/**
 * Whether a tab shows one page at both moments, whatever place in it. A page that has not answered yet is held for the one of the same
 * address, and so is one where nobody was there to answer: its script may not have begun. That it answers later is no news of it.
 */
export function isSamePage(before: PopupTab, now: PopupTab): boolean {
  if (before.id !== now.id || withoutFragment(before.url ?? '') !== withoutFragment(now.url ?? '')) return false;
  return !before.page || now.page === undefined || before.page.root === now.page?.root;
}

function withReport(report: Report): PopupState {
  const { status, policy } = report.recognition;
  if (status !== 'listed' && status !== 'by-marks') {
    return { is: 'looked-nothing', report, relation: relationOf(report.recognition) };
  }
  if (policy !== 'held') return { is: 'own-policy', report };
  if (report.findings.length === 0 && report.otherCompanies === 0 && report.items.length === 0) {
    return { is: 'nothing-yet', report };
  }
  return { is: report.visit.late ? 'counting-since' : 'normal', report };
}

/**
 * The one screen that fits. A private window comes before everything else: nothing of it is shown. A record of a page that the tab
 * shows no more is as good as none. What was seen of this page comes before what its address looks like: a page that could be
 * read is never called unreadable.
 */
export function popupState(facts: PopupFacts): PopupState {
  if (facts.tab.incognito) return { is: 'private' };
  switch (facts.ledger.state) {
    case 'loading':
      return { is: 'loading' };
    case 'error':
      return { is: 'error', message: facts.ledger.message };
    case 'empty':
      return withoutVisit(facts);
    case 'visit':
      if (!isOfThisPage(facts.ledger.visit, facts.tab)) return withoutVisit(facts);
      return facts.report === null ? { is: 'loading' } : withReport(facts.report);
  }
}

/** Wires the popup: reads the ledger, then mounts. It decides nothing. */
import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import Popup from '../../components/popup/Popup.svelte';
import { ViewCode } from '../../components/popup/view-code.svelte.ts';
import { declareLanguage } from '../../components/parts/page-language.ts';
import { languagesOf } from '../../words/organisation-languages.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';
import { hostOf, isOfThisPage, type PopupTab } from '../../components/popup/popup-state.ts';
import { LedgerView } from './ledger-view.svelte.ts';
import type { LedgerState } from '../../ledger/ledger-state.ts';
import { sendCheck } from '../../ledger/border/send-messages.ts';
import type { Settings } from '../../ledger/settings.ts';
import type { Visit } from '../../ledger/visit.ts';
import { askForAllSites, followAllSites } from '../../background/all-sites.ts';
import { askForListedSites } from '../../background/listed-sites-permission.ts';
import { followPermissions, mayWatch } from '../../background/site-permission.ts';
import { startWatching, startWatchingInTab } from '../../background/start-watching.ts';
import type { AskedPage } from '../../recognition/asked-page.ts';
import type { LanguageFile } from '../../schemas/language-file.ts';
import { shippedKnowledge } from '../../shipped/knowledge.ts';
import { errorMessage } from '../../words/error-message.ts';
import type { Report } from '../../findings/report.ts';
import type { TabAnswers } from './ask-tab.ts';
import { createJudge } from './create-judge.ts';
import type { CopyFacts } from '../../reading/copy-list.ts';
import { TabPolicyReader } from './policy-reader.svelte.ts';
import { TabView } from './tab-view.svelte.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import './popup.css';

/** What the popup has asked the browser for. */
export interface BegunPopup {
  /** The host that the popup's address names; null where it names none. */
  readonly namedHost: string | null;
  readonly tab: Promise<PopupTab>;
  /** Of that tab; rejects where there is none. */
  readonly answers: Promise<TabAnswers>;
  /** Whether that tab's site may be watched; null where its address tells no site. Never rejects. */
  readonly mayWatchTab: Promise<boolean | null>;
  /** Whether all sites are allowed. */
  readonly everywhere: Promise<boolean>;
  readonly settings: Promise<Settings>;
  /** What is known of the kept copies of policies; [] where nothing is kept. */
  readonly copies: Promise<readonly CopyFacts[]>;
  readonly language: Promise<LanguageFile>;
  /** True where the popup is a page of its own, which a link does not close. */
  readonly stays: boolean;
}

/** Links open beside the page; the popup then closes, which Firefox does not do by itself. */
function openLinks(event: MouseEvent, stays: boolean): void {
  const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  event.preventDefault();
  void browser.tabs.create({ url: link.href }).then(() => {
    if (!stays) window.close();
  });
}

/**
 * What there is to show: the tab with its record, or why neither could be found. `onRecord` hears of the record as soon as it is read: the tab's page
 * and the browser may take longer to answer.
 */
async function findRecord(
  { tab: found, answers, mayWatchTab }: BegunPopup,
  onRecord: (visit: Visit) => void,
): Promise<{
  tabView: { readonly current: PopupTab };
  view: { readonly current: LedgerState };
  mayWatchHere: boolean;
}> {
  try {
    const [tab, begun] = await Promise.all([found, answers]);
    const view = new LedgerView(tab.id, begun);
    const tabView = new TabView(tab, begun.presence);
    // A record of a page that has just opened: who is there now is asked anew.
    view.onOpened(() => void tabView.look());
    addEventListener('pagehide', () => {
      view.close();
      tabView.close();
    });
    const heard = view.ready.then(() => {
      if (view.current.state === 'visit') onRecord(view.current.visit);
    });
    const [mayWatchHost] = await Promise.all([mayWatchTab, heard, tabView.ready]);
    // A crash is told by nobody: the record and the number on the button go now.
    const checkRecord = (): void => {
      if (view.current.state === 'visit' && !isOfThisPage(view.current.visit, tabView.current)) sendCheck(tab.id);
    };
    checkRecord();
    // That nobody is there may be known only after the popup is drawn.
    if (tabView.current.page === undefined) void begun.presence.then(checkRecord);
    const { current } = view;
    // Where the browser tells no address (Firefox, when the permission is gone), the record knows it.
    const mayWatchHere = mayWatchHost ?? (current.state !== 'visit' || (await mayWatch(current.visit.address.host)));
    return { tabView, view, mayWatchHere };
  } catch (error) {
    // A tab that was closed meanwhile, for instance.
    const message = errorMessage(error);
    return {
      tabView: { current: { id: -1, url: null, incognito: false } },
      view: { current: { state: 'error', message } },
      mayWatchHere: true,
    };
  }
}

/** Mounts the popup when all of it is there, in one frame. */
export async function openPopup(begun: BegunPopup): Promise<void> {
  // All that is made here is made while the answers are on their way.
  const knowledge = shippedKnowledge();
  const judge = createJudge(knowledge);
  judge.prepare(begun.namedHost ?? hostOf(await begun.tab.then((tab) => tab.url).catch(() => null)));
  const { region } = await begun.settings;
  // Judged while the page's answer and the words are on their way.
  const { tabView, view, mayWatchHere } = await findRecord(begun, (visit) => {
    judge.prepareReport(visit, region);
  });
  const reportOf = (visit: Visit): Report => judge.report(visit, region);
  const [languageFile, allowed, copies] = await Promise.all([begun.language, begun.everywhere, begun.copies]);
  const reader = new TabPolicyReader(() => tabView.current, knowledge, copies);
  addEventListener('pagehide', () => reader.close());
  const { id } = tabView.current;
  let allSites = allowed;
  const setAllSites = (now: boolean): void => {
    allSites = now;
  };
  followAllSites(setAllSites);
  declareLanguage(languageFile.language);
  addEventListener('click', (event) => {
    openLinks(event, begun.stays);
  });
  const code = new ViewCode();
  // The band that index.html paints at once makes way for the whole in the same frame, and comes back where there is nothing to see.
  const band = [...document.body.childNodes];
  document.body.replaceChildren();
  try {
    mount(Popup, {
      target: document.body,
      props: {
        view,
        code,
        get tab() {
          return tabView.current;
        },
        region,
        languageFor: languagesOf(languageFile, SHIPPED_NAMES),
        version: browser.runtime.getManifest().version,
        judge: { report: reportOf, recognise: judge.recognise },
        allowed,
        reader,
        site: { allowed: mayWatchHere, isAllowed: mayWatch, ask: askForListedSites, follow: followPermissions },
        actions: {
          async askForAllSites() {
            const isAllowed = await askForAllSites();
            // At once: the next press may come before the browser's own word.
            if (isAllowed) setAllSites(true);
            return isAllowed;
          },
          followAllSites,
          // By what holds at the press: with all sites allowed, the browser would let us into other companies' frames.
          look: () => (allSites ? startWatching(id) : startWatchingInTab(id)),
          copy: (text: string) => navigator.clipboard.writeText(text),
          carried: async (page: AskedPage, hosts: readonly string[]) => {
            const { carriedRequests } = await import('../../observers/sent/carried-requests.ts');
            return carriedRequests(id, page, hosts);
          },
        },
      },
    });
  } catch (error) {
    document.body.replaceChildren(...band);
    throw error;
  }
  // While the person reads. Nothing is fetched before the first screen is painted.
  requestIdleCallback(() => void code.loadAll());
}

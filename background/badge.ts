/** The toolbar button of each tab: its number, its title and its popup's address, that a recording runs, or that the record could not be written. */
import { browser } from 'wxt/browser';
import { badgeOf, NO_BADGE, type Badge } from '../findings/badge.ts';
import type { Settings } from '../ledger/settings.ts';
import type { Visit } from '../ledger/visit.ts';
import type { CompanyFinder } from '../recognition/company.ts';
import { badgeTitles } from '../shipped/badge-titles.ts';
import { languages } from '../shipped/languages.ts';
import { buttonWords } from '../words/button-words.ts';
import { fittingLanguage } from '../words/fitting-language.ts';
import type { CurrentSettings } from './current-settings.ts';
import { popupAddress } from './popup-address.ts';

/** What the button of a tab can be made to show. Neither promise ever rejects. */
export interface ToolbarBadge {
  /** Shows the number of a visit; none for no visit, and where the person wants no number. */
  readonly show: (tab: number, visit: Visit | null) => Promise<void>;
  /** Shows that the record of a tab could not be written (storage full or broken): said where the person looks, and not only in a log. */
  readonly showTrouble: (tab: number) => Promise<void>;
  /** A recording runs, or has ended: so long every tab's button says so, also where the person wants no number. Tabs follow when they are next shown. */
  readonly setRecording: (isRecording: boolean) => void;
  /** Says it on the tabs that have no record too; once for each recording, since the browser keeps it. */
  readonly showRecording: () => Promise<void>;
}

/** Stands on the button while a recording runs; the title says it in words. */
const RECORDING = 'REC';

/** Gives whether the browser has taken both; without a tab, for all that have none of their own. The tab may be gone by now: then there is no badge to show, and nothing to mend. */
async function setBadge(of: { readonly tabId?: number }, { text, title }: Badge): Promise<boolean> {
  const { action } = browser;
  const set = await Promise.allSettled([action.setBadgeText({ ...of, text }), action.setTitle({ ...of, title })]);
  return set.every(({ status }) => status === 'fulfilled');
}

const titlesFor = ({ language }: Settings) => badgeTitles(fittingLanguage(languages, language, navigator.languages));

/** Creates the badge. `companies`: called when a number is first counted, so that a worker that shows none loads no list. */
export function createBadge(settings: CurrentSettings, companies: () => Pick<CompanyFinder, 'find'>): ToolbarBadge {
  /** What each tab shows or is being set to, and of which visit: a browser takes it away with the document. What was refused is set again. */
  const shown = new Map<number, string>();

  /** Nobody waits for it: a popup without it asks which tab it speaks of, and has its first words later. */
  function setPopup(tab: number, { address }: Visit, { title }: Badge): void {
    const popup = popupAddress({ tab, host: address.host, words: buttonWords(title) });
    browser.action.setPopup({ tabId: tab, popup }).catch(() => undefined);
  }

  let isRecording = false;

  function badgeFor(visit: Visit | null, now: Settings): Badge {
    if (isRecording) return { text: RECORDING, title: titlesFor(now).recording };
    return now.badge ? badgeOf(visit, companies(), titlesFor(now)) : NO_BADGE;
  }

  return {
    async show(tab, visit) {
      const badge = badgeFor(visit, await settings());
      const what = [visit?.document ?? '', badge.text, badge.title].join('\n');
      if (visit !== null && shown.get(tab) === what) return;
      if (visit === null) {
        shown.delete(tab);
      } else {
        shown.set(tab, what);
        setPopup(tab, visit, badge);
      }
      const isShown = await setBadge({ tabId: tab }, badge);
      if (!isShown && shown.get(tab) === what) shown.delete(tab);
    },
    async showTrouble(tab) {
      shown.delete(tab);
      await setBadge({ tabId: tab }, { text: '!', title: titlesFor(await settings()).trouble });
    },
    setRecording(isOn) {
      isRecording = isOn;
    },
    async showRecording() {
      const now = await settings();
      await setBadge({}, isRecording ? badgeFor(null, now) : NO_BADGE);
    },
  };
}

/**
 * Begins the popup: asks the browser for all that takes a journey to it (the tab, the settings, the language's file) before the
 * rest of the code is there. The questions and the code then travel side by side.
 */
import { languages, loadLanguage } from '../../shipped/languages.ts';
import { fittingLanguage } from '../../words/fitting-language.ts';
import { beginPage } from '../../components/parts/begin-page.ts';
import type { PopupTab } from '../../components/popup/popup-state.ts';
import { readStoredCopyList } from '../../reading/border/copy-list-storage.ts';
import { readSettings } from '../../ledger/border/settings-storage.ts';
import type { LanguageFile } from '../../schemas/language-file.ts';
import { hasAllSites } from '../../background/all-sites.ts';
import { readPopupAddress } from '../../background/popup-address.ts';
import { askTab, type TabAnswers } from './ask-tab.ts';
import { findTab, takeFirstQuestions } from './first-questions.ts';
import { askMayWatch } from './ask-may-watch.ts';
import { showKnown } from './show-known.ts';

/** `?tab=ID` names the tab, for tests and for other pages of the extension; else it is the one in front. */
const asked = new URLSearchParams(location.search).get('tab');
/** What the button's own address says of the tab: there it can be asked before the browser has told which it is. */
const named = readPopupAddress(location.search);

/** What the popup's plain script has asked by that address already. */
const begun = takeFirstQuestions();

/** Most people have chosen no language: the browser's is asked for without waiting for their answer. */
async function findLanguage(chosen: Promise<string | null>): Promise<LanguageFile> {
  const expected = fittingLanguage(languages, null, navigator.languages);
  const file = loadLanguage(expected);
  const code = fittingLanguage(languages, await chosen, navigator.languages);
  return code === expected ? file : loadLanguage(code);
}

/** Of the tab that it is, whatever the address named. */
async function findAnswers(found: Promise<PopupTab>): Promise<TabAnswers> {
  const { id } = await found;
  if (begun === null) return askTab(id);
  if (id === named?.tab) return begun.answers;
  begun.answers.endFollowing();
  return askTab(id);
}

const tab = begun?.tab ?? findTab(asked === null ? null : Number(asked));
const answers = findAnswers(tab);
const mayWatchTab = askMayWatch(tab, named?.host ?? null);
// Where it cannot be told, what is allowed for this tab has to do.
const everywhere = hasAllSites().catch(() => false);
const settings = readSettings(begun?.settings);
const copies = readStoredCopyList();
void showKnown(tab, named);
const language = findLanguage(settings.then((chosen) => chosen.language));

// What fails before the code is there that waits for it is no error that nobody takes up.
for (const question of [tab, answers, settings, copies, language]) question.catch(() => undefined);

beginPage(
  async () => {
    const { openPopup } = await import('./open-popup.ts');
    await openPopup({
      namedHost: named?.host ?? null,
      tab,
      answers,
      mayWatchTab,
      everywhere,
      settings,
      copies,
      language,
      stays: asked !== null,
    });
  },
  // Where the code that draws does not come, or fails before it draws, the band is all there is, and says so.
  () => document.getElementById('not-opened')?.removeAttribute('hidden'),
);

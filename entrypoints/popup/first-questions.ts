/**
 * The questions that the popup's plain script puts while the modules are still on their way, and where it leaves them for those: on the page's own
 * global object, since a plain script and a module share nothing else.
 */
import type { PopupTab } from '../../components/popup/popup-state.ts';
import { extensionApi } from '../../ledger/border/extension-api.ts';
import type { AskedSettings } from '../../ledger/border/settings-storage.ts';
import { SETTINGS_KEY } from '../../ledger/settings-version.ts';
import { askTab, type TabAnswers } from './ask-tab.ts';

/** Questions that are on their way. */
export interface FirstQuestions {
  /** The tab in front. */
  readonly tab: Promise<PopupTab>;
  /** Of the tab that the popup's address names. */
  readonly answers: TabAnswers;
  readonly settings: AskedSettings;
}

/** The global object of the popup's page. */
type PopupWorld = typeof globalThis & { linerNotesAsked?: FirstQuestions };

/** The tab in front, or the one of an id. Rejects where there is no such tab. */
export async function findTab(asked: number | null = null): Promise<PopupTab> {
  const { tabs } = extensionApi();
  const [tab] = asked === null ? await tabs.query({ active: true, currentWindow: true }) : [await tabs.get(asked)];
  return { id: tab?.id ?? -1, url: tab?.url ?? null, incognito: tab?.incognito ?? false };
}

/** Asks which tab is in front, what there is of the one that the popup's address names, and for the settings, and leaves it all for `takeFirstQuestions`. @throws where the extension is gone */
export function putFirstQuestions(named: number): void {
  // Who takes them up is told of a failure; until then nobody need be, and nobody will where one of the others cannot be put.
  const tab = findTab();
  tab.catch(() => undefined);
  const settings = extensionApi().storage.local.get(SETTINGS_KEY);
  settings.catch(() => undefined);
  (globalThis as PopupWorld).linerNotesAsked = { tab, answers: askTab(named), settings };
}

/** What was asked before; null where nothing was, and for whoever comes second. */
export function takeFirstQuestions(): FirstQuestions | null {
  const world = globalThis as PopupWorld;
  const questions = world.linerNotesAsked ?? null;
  delete world.linerNotesAsked;
  return questions;
}

/** Asks for what a tab's record and page have to say before the code is there that reads the answers: the journeys take as long as that code does. */
import { whoAnswers, type Presence } from '../../background/page-presence.ts';
import { extensionApi } from '../../ledger/border/extension-api.ts';
import { pieceKeys } from '../../ledger/piece-keys.ts';

/** Questions that are on their way. */
export interface TabAnswers {
  /** What stands under the keys of the tab's record. */
  readonly stored: Promise<Readonly<Record<string, unknown>>>;
  /** Whether any of it was told to have changed since it was asked for. Whoever asks follows the changes from here on. */
  readonly endFollowing: () => boolean;
  /** Who says to be the tab's page. */
  readonly presence: Promise<Presence>;
}

/** Asks both at once. The page and its frames are told that a person looks. */
export function askTab(tab: number): TabAnswers {
  const keys = pieceKeys(tab);
  let hasChanged = false;
  const onChanged = (changes: Readonly<Record<string, chrome.storage.StorageChange>>): void => {
    hasChanged ||= keys.some((key) => changes[key] !== undefined);
  };
  const { session } = extensionApi().storage;
  session.onChanged.addListener(onChanged);
  const stored = session.get(keys);
  // Who reads it is told of a failure; until then nobody need be.
  stored.catch(() => undefined);
  return {
    stored,
    endFollowing() {
      session.onChanged.removeListener(onChanged);
      return hasChanged;
    },
    presence: whoAnswers(tab, true),
  };
}

/** The settings in the browser's storage for this extension: every page of it reads and follows them there. */
import { browser } from 'wxt/browser';
import { SETTINGS_KEY as KEY } from '../settings-version.ts';
import { DEFAULT_SETTINGS, readSettingsOf, settingsOf, type Settings } from '../settings.ts';

const LOCK = 'liner-notes.settings';

/** What the browser gives for the key of the settings. */
export type AskedSettings = Promise<Readonly<Record<string, unknown>>>;

const ask = (): AskedSettings => browser.storage.local.get(KEY);

/** The settings as they are stored now, for what acts on them. `asked`: by who has asked for them before. @throws Error when storage cannot be read. */
export async function storedSettings(asked: AskedSettings = ask()): Promise<Settings> {
  return settingsOf((await asked)[KEY]);
}

/** The settings as they are now. Storage that cannot be read gives the defaults: a page without settings is better than none. */
export function readSettings(asked?: AskedSettings): Promise<Settings> {
  return storedSettings(asked).catch(() => DEFAULT_SETTINGS);
}

/**
 * One after the other, over all pages of the extension: each change is read, made and written before the next one is read. Lock and
 * line are both there for a browser that has no locks.
 */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { readonly locks?: LockManager };
  const locked = (): Promise<T> => (locks === undefined ? change() : locks.request(LOCK, change));
  const done = last.then(locked);
  last = done.catch(() => undefined);
  return done;
}

/**
 * Changes some of the settings. Members that a later release has stored beside them stay; settings of a later version, which cannot
 * be read, give way to the choice that is made now.
 *
 * @throws Error when storage cannot be read, since the other choices would be lost, or does not take them (full, broken).
 */
export function changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  return inTurn(async () => {
    const stored = (await ask())[KEY];
    const changed = { ...settingsOf(stored), ...change };
    const beside = readSettingsOf(stored).state === 'read' ? (stored as object) : {};
    await browser.storage.local.set({ [KEY]: { ...beside, ...changed } });
    return changed;
  });
}

/** Forgets every choice: all is as it was at the installation. @throws Error when storage does not let go of them. */
export function forgetSettings(): Promise<void> {
  return inTurn(() => browser.storage.local.remove(KEY));
}

/**
 * Reports every change; gives a function that stops it. It listens to this one area: the records of the tabs change often,
 * and each change would wake whoever listens to all of them.
 */
export function followSettings(onChange: (now: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (changes[KEY] !== undefined) onChange(settingsOf(changes[KEY].newValue));
  };
  const { onChanged: event } = browser.storage.local;
  event.addListener(listener);
  return () => {
    event.removeListener(listener);
  };
}

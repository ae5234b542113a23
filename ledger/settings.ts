/** What a person has chosen: kept in the browser's storage for this extension, read by every page of it. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';

// Each member falls back by itself, so that a damaged one takes no other choice with it.
const settings = v.object({
  version: v.literal(1),
  /** A language's tag; null: as the browser. */
  language: v.fallback(v.nullable(v.string()), null),
  /** Whether the toolbar button shows the number of other companies. */
  badge: v.fallback(v.boolean(), true),
  /** Whether the sites on the list are told: do not sell or share (Global Privacy Control). */
  gpc: v.fallback(v.boolean(), false),
  /** Where the person lives, as in routes.json ('DE', 'US-CA'); null: not said. */
  region: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[A-Z]{2})?$/))), null),
  /** Whether names of a site may be looked up, to see for whom they stand (Firefox). */
  aliases: v.fallback(v.boolean(), false),
});

/** The settings. */
export type Settings = Readonly<v.InferOutput<typeof settings>>;

/** What holds until something is chosen. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  language: null,
  badge: true,
  gpc: false,
  region: null,
  aliases: false,
};

const KEY = 'settings';
const LOCK = 'liner-notes.settings';

/** Stored settings → settings. What is missing, or was damaged, is as if nothing had been chosen. */
function read(stored: unknown): Settings {
  const parsed = v.safeParse(settings, stored);
  return parsed.success ? parsed.output : DEFAULT_SETTINGS;
}

/** The settings as they are stored now, for what acts on them. @throws Error when storage cannot be read. */
export async function storedSettings(): Promise<Settings> {
  return read((await browser.storage.local.get(KEY))[KEY]);
}

/** The settings as they are now. Storage that cannot be read gives the defaults: a page without settings is better than none. */
export function readSettings(): Promise<Settings> {
  return storedSettings().catch(() => DEFAULT_SETTINGS);
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

const members = (stored: unknown): object => (typeof stored === 'object' && stored !== null ? stored : {});

/**
 * Changes some of the settings. What a newer version has stored beside them stays.
 *
 * @throws Error when storage cannot be read, since the other choices would be lost, or does not take them (full, broken).
 */
export function changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  return inTurn(async () => {
    const stored = (await browser.storage.local.get(KEY))[KEY];
    const changed = { ...read(stored), ...change };
    await browser.storage.local.set({ [KEY]: { ...members(stored), ...changed } });
    return changed;
  });
}

/** Forgets every choice: all is as it was at the installation. @throws Error when storage does not let go of them. */
export function forgetSettings(): Promise<void> {
  return inTurn(() => browser.storage.local.remove(KEY));
}

/**
 * Tells of every change; gives a function that stops it. It listens to this one area: the records of the tabs change often,
 * and each change would wake whoever listens to all of them.
 */
export function followSettings(tell: (now: Settings) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
    if (changes[KEY] !== undefined) tell(read(changes[KEY].newValue));
  };
  const { onChanged: event } = browser.storage.local;
  event.addListener(onChanged);
  return () => {
    event.removeListener(onChanged);
  };
}

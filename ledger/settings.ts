/** What a person has chosen, and how it is read from what is stored. `border/settings-storage.ts` stores it. */
import * as v from 'valibot';
import { SETTINGS_VERSION, settingsVersion } from './settings-version.ts';
import type { Found } from './stored-value.ts';

// Each member falls back by itself, so that a damaged one takes no other choice with it.
const settings = v.object({
  version: v.literal(SETTINGS_VERSION),
  /** A language's tag; null: as the browser. */
  language: v.fallback(v.nullable(v.string()), null),
  /** Whether the toolbar button shows the number of other companies. */
  badge: v.fallback(v.boolean(), true),
  /** Whether the signal “do not sell or share” goes to the sites on the list (Global Privacy Control). */
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
  version: SETTINGS_VERSION,
  language: null,
  badge: true,
  gpc: false,
  region: null,
  aliases: false,
};

/** Reads stored settings. Members that this version does not know are left alone: a later release of the same version may have them. */
export function readSettingsOf(stored: unknown): Found<Settings> {
  if (stored === undefined || stored === null) return { state: 'none' };
  const version = settingsVersion(stored);
  if (version > SETTINGS_VERSION) return { state: 'newer', version };
  const parsed = v.safeParse(settings, stored);
  return parsed.success ? { state: 'read', value: parsed.output } : { state: 'damaged' };
}

/** Stored settings → settings. What is missing, was damaged, or is of a later version, is as if nothing had been chosen. */
export function settingsOf(stored: unknown): Settings {
  const found = readSettingsOf(stored);
  return found.state === 'read' ? found.value : DEFAULT_SETTINGS;
}

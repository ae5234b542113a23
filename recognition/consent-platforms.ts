/** Which consent platform stored an item or is behind a script, and which choice is stored. Pure: it is given what is stored. */
import platformsFile from '../policy-data/consent-platforms.json' with { type: 'json' };
import { CONSENT_READERS, type Choice, type Reader } from './consent-readers.ts';

/** What one platform has stored. */
export interface ConsentReading {
  readonly platform: string;
  readonly choice: Choice;
  /** Who made it, where what is stored tells that itself: the tool (nobody was asked), or the browser's signal. */
  readonly by: 'tool' | 'signal' | null;
  /** The name of the item that tells it. */
  readonly source: string;
  /** Two items of one name, or of two sites of one platform, tell different choices. */
  readonly several: boolean;
}

/** A platform's script: where it is loaded from, and whether it alone tells that somebody is asked. */
export interface ConsentScript {
  readonly platform: string;
  readonly source: string;
  /** False where the same script is loaded whether or not a banner is shown, or where the stored form is not known. */
  readonly asks: boolean;
}

interface Platform {
  readonly platform: string;
  readonly items: readonly ItemName[];
  /** Names that others use as well (the trade's own string): they say something of this platform only where its script was seen. */
  readonly borrowed: ReadonlySet<string>;
  readonly scripts: readonly string[];
  readonly asks: boolean;
  readonly read: Reader;
}

interface Entry {
  readonly name: string;
  readonly reader: string;
  readonly items: readonly string[];
  readonly scripts: readonly string[];
  readonly alone?: string;
  readonly borrows?: readonly string[];
}

/** A name of an item as the file writes it: fits one name, or all those of a pattern. */
interface ItemName {
  readonly test: (name: string) => boolean;
  /** Null where it is a pattern. */
  readonly plain: string | null;
}

/**
 * Most names are plain. A pattern is compiled when a name begins as it does, so that a page without the platform never pays for it:
 * all of them together took a page half of what our script in its own time took.
 */
function itemName(written: string): ItemName {
  if (/^[\w:-]+$/.test(written)) return { test: (name) => name === written, plain: written };
  // What stands before the first sign that is none of itself, or is repeated: '_iub_cs-s?\d+' → '_iub_cs-'.
  const [begin = ''] = /^[\w:-]*?(?=[^\w:-]|.[*+?{])/.exec(written) ?? [];
  let pattern: RegExp | undefined;
  return {
    test(name) {
      if (!name.startsWith(begin)) return false;
      pattern ??= new RegExp(`^(?:${written})$`);
      return pattern.test(name);
    },
    plain: null,
  };
}

const PLATFORMS: readonly Platform[] = (platformsFile.platforms as readonly Entry[]).map((entry) => ({
  platform: entry.name,
  items: entry.items.map(itemName),
  borrowed: new Set(entry.borrows),
  scripts: entry.scripts,
  asks: entry.alone !== 'unknown' && entry.items.length + (entry.borrows?.length ?? 0) > 0,
  read: CONSENT_READERS[entry.reader as keyof typeof CONSENT_READERS],
}));

const ITEMS = PLATFORMS.flatMap(({ items }) => items);
const PLAIN_NAMES: ReadonlySet<string | null> = new Set([
  ...ITEMS.map(({ plain }) => plain),
  ...PLATFORMS.flatMap(({ borrowed }) => [...borrowed]),
]);
const NAME_PATTERNS = ITEMS.filter(({ plain }) => plain === null);
/** Longer names are nobody's here. Characters. */
const MAX_NAME = 200;
/** Readings of one platform that are compared, where its names are stored more than once. */
const MAX_READINGS = 8;

/** Whether a cookie or an item of web storage of this name may tell of a choice at a consent platform. */
export function isConsentItem(name: string): boolean {
  return name.length <= MAX_NAME && (PLAIN_NAMES.has(name) || NAME_PATTERNS.some((pattern) => pattern.test(name)));
}

/** Each way to read what is stored under a platform's names: the first value of each name, then each other value in its place. */
function readingsOf(
  { items, borrowed, read }: Platform,
  stored: ReadonlyMap<string, readonly string[]>,
  mayBorrow: boolean,
): readonly (readonly [source: string, reading: ReturnType<Reader>])[] {
  const isItem = (name: string): boolean => items.some((item) => item.test(name)) || (mayBorrow && borrowed.has(name));
  const names = [...stored.keys()].filter(isItem);
  const first = items.find((item) => names.some((name) => item.test(name)));
  const mains = first === undefined ? names : names.filter((name) => first.test(name));
  const [main] = mains;
  if (main === undefined) return [];
  const readWith = (source: string, name: string, value: string): readonly [string, ReturnType<Reader>] => {
    const get = (other: string): string => (other === name ? value : (stored.get(other)?.[0] ?? ''));
    return [source, read(get(source), get, names)];
  };
  const base = readWith(main, main, stored.get(main)?.[0] ?? '');
  const others = names.flatMap((name) =>
    (stored.get(name) ?? []).slice(1).map((value) => readWith(mains.includes(name) ? name : main, name, value)),
  );
  const sites = mains.slice(1).map((name) => readWith(name, name, stored.get(name)?.[0] ?? ''));
  return [base, ...others, ...sites].slice(0, MAX_READINGS);
}

/**
 * What each platform has stored. `stored`: names with their values, in the order in which the page's own scripts get them.
 * `scriptSeen`: platforms whose script is on the page. A platform that has stored nothing that tells of a choice is left out.
 */
export function readConsents(
  stored: ReadonlyMap<string, readonly string[]>,
  scriptSeen: ReadonlySet<string> = new Set(),
): readonly ConsentReading[] {
  return PLATFORMS.flatMap((one): ConsentReading[] => {
    const readings = readingsOf(one, stored, scriptSeen.has(one.platform)).flatMap(([source, reading]) =>
      reading === null ? [] : [{ source, ...reading }],
    );
    const [first] = readings;
    if (first === undefined) return [];
    const { platform } = one;
    const { source } = first;
    // What cannot be read beside what can says nothing against it.
    const clear = readings.filter(({ choice }) => choice !== 'unknown');
    if (clear.some(({ choice }) => choice !== clear[0]?.choice))
      return [{ platform, choice: 'unknown', by: null, source, several: true }];
    const clearest = clear[0] ?? first;
    return [{ platform, choice: clearest.choice, by: clearest.by ?? null, source: clearest.source, several: false }];
  });
}

/** A script of a platform: where it stands in the file, and what its path begins with. */
interface KnownScript extends ConsentScript {
  readonly place: number;
  readonly path: string;
}

/** Scripts by the domain of their address, and those that a plug-in has on every site; arranged at the first use. */
let scripts:
  | { readonly byDomain: ReadonlyMap<string, readonly KnownScript[]>; readonly anywhere: readonly KnownScript[] }
  | undefined;

function arrangeScripts(): NonNullable<typeof scripts> {
  const all = PLATFORMS.flatMap(({ platform, scripts: written, asks }) =>
    written.map((script) => ({ platform, source: script, asks, script })),
  ).map(({ script, ...known }, place) => {
    const slash = script.indexOf('/');
    const domain = slash < 0 ? script : script.slice(0, slash);
    return { ...known, place, domain, path: slash < 0 ? '' : script.slice(slash) };
  });
  return {
    byDomain: Map.groupBy(
      all.filter(({ domain }) => domain !== ''),
      ({ domain }) => domain,
    ),
    anywhere: all.filter(({ domain }) => domain === ''),
  };
}

/** The platform of a script; null for any other. By the host of its address, or by a path that a plug-in has on every site. */
export function consentScript(address: string): ConsentScript | null {
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)/.exec(address) ?? [];
  if (host === '') return null;
  const name = host.toLowerCase();
  const { byDomain, anywhere } = (scripts ??= arrangeScripts());
  const found = anywhere.filter((script) => path.includes(script.path));
  // 'a.b.example' is under itself, under 'b.example' and under 'example'.
  for (let domain = name; domain !== ''; domain = domain.includes('.') ? domain.slice(domain.indexOf('.') + 1) : '') {
    for (const script of byDomain.get(domain) ?? [])
      if (path.startsWith(script.path)) found.push({ ...script, source: name });
  }
  // Of several the first in the file.
  const [first] = found.sort((one, other) => one.place - other.place);
  return first === undefined ? null : { platform: first.platform, source: first.source, asks: first.asks };
}

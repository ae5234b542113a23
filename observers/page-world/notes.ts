/**
 * What was noted so far, bounded whatever the page does, and told at most twice a second.
 *
 * Long because: every bound stands here, beside what it bounds.
 */
import { charCodeAt, slice, table, ticks, type Table } from './primordials.ts';
import type { ReadOutName, WriteApi, WriteStore } from './report-format.ts';

/** Milliseconds between two reports, and before the first of a burst. */
const PAUSE = 500;
const FIRST_PAUSE = 50;
/** Looks at the stack that one function may take at once, and the milliseconds in which it earns one more. One takes some microseconds. */
const LOOKS = 200;
const LOOK_PAUSE = 50;
/** Looks for items that were never written before: a cache of hundreds must not hide who writes the next one. */
const LOOKS_FOR_NEW = 1000;
/** Different items in one report, different items remembered, and things told apart in one count. */
const MAX_WRITES = 300;
const MAX_ITEMS = 1000;
const MAX_DISTINCT = 1000;
/** Scripts that each kind of read-out has room for. Nearly every script reads some property or listens, so those give way. */
const MAX_READERS = 200;
const GIVE_WAY: Table<boolean> = { __proto__: null, navigator: true, listeners: true } as never;
/** What fewer things were counted of than this gives way to another script. */
const FEW = 8;
/** Of a name that is longer no more is needed. */
const MAX_NAME = 200;

/** Running totals, of a script or of one canvas. */
export interface Totals {
  /** Numbers by name: they are told. */
  readonly n: Table<number>;
  /** Which things came: this is not. */
  readonly seen: Table<boolean>;
  kinds: number;
  /** The row in which a script's totals are told. */
  row: string;
}

export const newTotals = (row = ''): Totals => ({ n: table(), seen: table(), kinds: 0, row });

export function add({ n }: Totals, measure: string): void {
  n[measure] = (n[measure] ?? 0) + 1;
}

/** Sets a number if it is larger than what stands there. */
export function atLeast({ n }: Totals, measure: string, value: number): void {
  if (value > (n[measure] ?? 0)) n[measure] = value;
}

/** Counts a thing once, however often it comes. */
export function distinct(totals: Totals, measure: string, thing: string): void {
  const key = measure + slice(thing, 0, MAX_NAME);
  if (totals.seen[key] || totals.kinds >= MAX_DISTINCT) return;
  totals.seen[key] = true;
  totals.kinds += 1;
  add(totals, measure);
}

const whole = (time: number): number => time - (time % 1);

/** A text that fits between two tabs: control characters become spaces. */
function cell(text: string): string {
  let kept = '\t';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (charCodeAt(text, index) < 32) {
      kept += `${slice(text, from, index)} `;
      from = index + 1;
    }
  }
  return kept + slice(text, from);
}

/** A script that was looked for; null where it was not, to spare the page's time. */
export type Script = string | null;

export interface Notes {
  /** The script that calls. `api`: shares its looks. */
  readonly script: (api: string, looks?: number) => Script;
  /** `name`: only what is a text or a number. To make a text of an object would run the page's code. */
  readonly write: (api: WriteApi, store: WriteStore, name: unknown, script?: Script) => void;
  /** The totals of a script, which are told again; null where there is no room, or no script. */
  readonly readOut: (readOut: ReadOutName, script: Script) => Totals | null;
  /** Tells totals again that have changed. */
  readonly again: (totals: Totals) => void;
  /** Adds to a count of the script that calls; with `thing`, once for each thing. */
  readonly count: (readOut: ReadOutName, api: string, measure: string, thing?: string) => void;
  readonly flush: () => void;
}

interface Write {
  readonly at: number;
  count: number;
}

/** The scripts of one kind of read-out. */
interface Readers {
  readonly rows: Table<Totals>;
  count: number;
}

/**
 * Begins to note. `send` gets a report; `scriptNow` looks at the stack ('' where it tells nothing); `later` runs a function after
 * some milliseconds. The page may undo that, so a report that is overdue goes out with the next note.
 */
export function createNotes(
  send: (report: string) => void,
  scriptNow: () => string,
  later: (run: () => void, pause: number) => void,
): Notes {
  /** Up to when the looks of a function are spent. */
  const spent = table<number>();
  /** By kind, then by the beginning of their rows, as all that is told. */
  const kinds = table<Readers>();
  let changed = table<Totals>();
  /** Who wrote an item, where it was always the same script; '' where it was not. */
  const writers = table<string>();
  let items = 0;
  let writes = table<Write>();
  let waiting = 0;
  let leftOut = 0;
  let leftOutTold = 0;
  /** When the next report is due; 0 when nothing waits. */
  let due = 0;
  let sentAt = -2 * PAUSE;

  function flush(): void {
    let report = '';
    due = waiting = 0;
    for (const row in writes) report += `${row}\t${writes[row]?.at ?? 0}\t${writes[row]?.count ?? 0}\n`;
    writes = table();
    const time = whole(ticks());
    for (const row in changed) {
      const n = changed[row]?.n;
      report += `${row}\t${time}`;
      for (const name in n) report += `\t${name}\t${n[name] ?? 0}`;
      report += '\n';
    }
    changed = table();
    if (leftOut > leftOutTold) report += `x\t${(leftOutTold = leftOut)}\n`;
    if (report === '') return;
    sentAt = time;
    send(report);
  }

  /** Before a note is taken down: what is overdue goes out, and a time is set for what comes. */
  function wake(time: number): void {
    if (due !== 0 && time > due + PAUSE) flush();
    if (due !== 0) return;
    const pause = time - sentAt > PAUSE ? FIRST_PAUSE : sentAt + PAUSE - time;
    due = time + pause;
    later(flush, pause);
  }

  function mayLook(api: string, looks: number, time: number): boolean {
    const start = time - looks * LOOK_PAUSE;
    const before = spent[api] ?? start;
    const after = (before > start ? before : start) + LOOK_PAUSE;
    if (after > time) return false;
    spent[api] = after;
    return true;
  }

  const script = (api: string, looks = LOOKS): Script => (mayLook(api, looks, ticks()) ? scriptNow() : null);

  /** Makes room for one more script, where another has shown little. */
  function makeRoom(readers: Readers): boolean {
    for (const row in readers.rows) {
      if ((readers.rows[row]?.kinds ?? 0) >= FEW) continue;
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a table without a prototype
      delete readers.rows[row];
      return true;
    }
    return false;
  }

  function again(totals: Totals): void {
    wake(ticks());
    changed[totals.row] = totals;
  }

  function readOut(name: ReadOutName, by: Script): Totals | null {
    if (by === null) return null;
    const readers = (kinds[name] ??= { rows: table(), count: 0 });
    const row = `r\t${name}\t${by}`;
    let totals = readers.rows[row];
    if (!totals) {
      if (readers.count < MAX_READERS) readers.count += 1;
      else {
        leftOut += 1;
        if (!GIVE_WAY[name] || !makeRoom(readers)) {
          wake(ticks());
          return null;
        }
      }
      readers.rows[row] = totals = newTotals(row);
    }
    again(totals);
    return totals;
  }

  return {
    flush,
    script,
    readOut,
    again,
    write(api, store, name, by) {
      if (typeof name !== 'string' && typeof name !== 'number') return;
      const time = ticks();
      wake(time);
      const item = `w\t${api}\t${store}${cell(slice(`${name}`, 0, MAX_NAME))}`;
      const before = writers[item];
      let hand = before ?? '';
      const isNew = before === undefined;
      const looked = by === undefined ? script(isNew ? `new ${api}` : api, isNew ? LOOKS_FOR_NEW : LOOKS) : by;
      if (looked !== null) {
        hand = looked;
        if (isNew) {
          if ((items += 1) <= MAX_ITEMS) writers[item] = hand;
        } else if (before !== hand) writers[item] = '';
      }
      const row = `${item}\t${hand}`;
      const known = writes[row];
      if (known) known.count += 1;
      else if ((waiting += 1) <= MAX_WRITES) writes[row] = { at: whole(time), count: 1 };
      else leftOut += 1;
    },
    count(name, api, measure, thing) {
      const totals = readOut(name, script(api));
      if (!totals) return;
      if (thing === undefined) add(totals, measure);
      else distinct(totals, measure, thing);
    },
  };
}

/** What was noted so far, bounded whatever the page does, and told at most twice a second. */
import { charCodeAt, now, slice, table, type Table } from './primordials';
import type { ReadOutName, WriteApi, WriteStore } from './report-format';

/** Milliseconds between two reports, and before the first of a burst. */
const PAUSE = 500;
const FIRST_PAUSE = 50;
/** Looks at the stack that one function may take at once, and the milliseconds in which it earns one more. One takes some microseconds. */
const LOOKS = 200;
const LOOK_PAUSE = 50;
/** Different items in one report, different items remembered, scripts × kinds of read-outs, and things told apart in one of them. */
const MAX_WRITES = 300;
const MAX_ITEMS = 1000;
const MAX_READERS = 100;
const MAX_DISTINCT = 1000;
/** Of a name that is longer no more is needed. */
const MAX_NAME = 200;

/** Running totals, of a script or of one canvas. */
export interface Totals {
  /** Numbers by name: they are told. */
  readonly n: Table<number>;
  /** How often each thing came: this is not. */
  readonly seen: Table<number>;
  kinds: number;
}

export const newTotals = (): Totals => ({ n: table(), seen: table(), kinds: 0 });

export function add({ n }: Totals, measure: string): void {
  n[measure] = (n[measure] ?? 0) + 1;
}

/** Sets a number if it is larger than what stands there. */
export function atLeast({ n }: Totals, measure: string, value: number): void {
  if (value > (n[measure] ?? 0)) n[measure] = value;
}

/** How often a thing has come, this time included; 0 when there are too many to tell apart. */
export function times(totals: Totals, measure: string, thing: string): number {
  const key = measure + slice(thing, 0, MAX_NAME);
  const before = totals.seen[key] ?? 0;
  if (before === 0 && (totals.kinds += 1) > MAX_DISTINCT) return 0;
  return (totals.seen[key] = before + 1);
}

/** Counts a thing once, however often it comes. */
export function distinct(totals: Totals, measure: string, thing: string): void {
  if (times(totals, measure, thing) === 1) add(totals, measure);
}

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

export interface Notes {
  /** `name`: only what is a text or a number. To make a text of an object would run the page's code. */
  readonly write: (api: WriteApi, store: WriteStore, name: unknown) => void;
  /** The totals of the script that calls; null where it is not looked at, to spare the page's time. `api`: shares its looks. */
  readonly readOut: (readOut: ReadOutName, api: string) => Totals | null;
  /** Adds to a count of the script that calls; with `thing`, once for each thing. */
  readonly count: (readOut: ReadOutName, api: string, measure: string, thing?: string) => void;
  readonly flush: () => void;
}

interface Write {
  readonly at: number;
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
  /** By the beginning of their rows, as all that is told. */
  const readers = table<Totals>();
  let readerCount = 0;
  let changed = table<Totals>();
  /** Who wrote an item, where it was always the same script; '' where it was not. */
  const writers = table<string>();
  let items = 0;
  let writes = table<Write>();
  let waiting = 0;
  /** When the next report is due; 0 when nothing waits. */
  let due = 0;
  let sentAt = 0;

  function flush(): void {
    let report = '';
    due = waiting = 0;
    for (const row in writes) report += `${row}\t${writes[row]?.at ?? 0}\t${writes[row]?.count ?? 0}\n`;
    writes = table();
    for (const row in changed) {
      const n = changed[row]?.n;
      report += `${row}\t${now()}`;
      for (const name in n) report += `\t${name}\t${n[name] ?? 0}`;
      report += '\n';
    }
    changed = table();
    if (report === '') return;
    sentAt = now();
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

  function mayLook(api: string, time: number): boolean {
    const start = time - LOOKS * LOOK_PAUSE;
    const before = spent[api] ?? 0;
    const after = (before > start ? before : start) + LOOK_PAUSE;
    if (after > time) return false;
    spent[api] = after;
    return true;
  }

  function readOut(name: ReadOutName, api: string): Totals | null {
    const time = now();
    if (!mayLook(api, time)) return null;
    wake(time);
    const row = `r\t${name}\t${scriptNow()}`;
    const totals = readers[row] ?? newTotals();
    if (!readers[row] && (readerCount += 1) > MAX_READERS) return null;
    return (changed[row] = readers[row] = totals);
  }

  return {
    flush,
    write(api, store, name) {
      if (typeof name !== 'string' && typeof name !== 'number') return;
      const time = now();
      wake(time);
      const item = `w\t${api}\t${store}${cell(slice(`${name}`, 0, MAX_NAME))}`;
      const before = writers[item];
      let script = before ?? '';
      if (mayLook(api, time)) {
        script = scriptNow();
        if (before === undefined) {
          if ((items += 1) <= MAX_ITEMS) writers[item] = script;
        } else if (before !== script) writers[item] = '';
      }
      const row = `${item}\t${script}`;
      const known = writes[row];
      if (known) known.count += 1;
      else if ((waiting += 1) <= MAX_WRITES) writes[row] = { at: time, count: 1 };
    },
    readOut,
    count(name, api, measure, thing) {
      const totals = readOut(name, api);
      if (!totals) return;
      if (thing === undefined) add(totals, measure);
      else distinct(totals, measure, thing);
    },
  };
}

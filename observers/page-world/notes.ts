/**
 * What was noted so far, bounded whatever the page does, and told at most twice a second. While a call waits only the stack is taken
 * down; whose it is, and what follows from that, is read before a report.
 *
 * Long because: every bound stands here, beside what it bounds.
 */
import type { Call } from './calling-script.ts';
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
/** Looks for one item between two readings: who writes it more often in so short a time does so in a loop. */
const LOOKS_FOR_ITEM = 16;
/** What may wait to be read: a stack keeps the functions alive that it runs through. */
const MAX_WAITING = 300;
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

/** A look at the stack: the call that was taken down, and its script once it is read. Null where nobody looked, to spare the page's time. */
export type Look = { call: Call | null; script: string | null } | null;

/** Notes a write. `name`: only what is a text or a number. To make a text of an object would run the page's code. `look`: an earlier one. */
export type Writer = (name: unknown, look?: Look) => void;

export interface Notes {
  /**
   * Looks who calls, and runs `use` when it is read, in the order of the calls; never where it gives null. `api`: shares its looks.
   */
  readonly look: (api: string, use?: (script: string) => void, looks?: number) => Look;
  /** The script that was looked for, read at once. */
  readonly scriptOf: (look: NonNullable<Look>) => string;
  /** Notes what is kept by way of one function. */
  readonly writer: (api: WriteApi, store: WriteStore) => Writer;
  /** The totals of a script, which are told again; null where there is no room. */
  readonly readOut: (readOut: ReadOutName, script: string) => Totals | null;
  /** Tells totals again that have changed. */
  readonly again: (totals: Totals) => void;
  /** Adds to a count of the script that calls; with `thing`, once for each thing. */
  readonly count: (readOut: ReadOutName, api: string, measure: string, thing?: string) => void;
  readonly flush: () => void;
}

interface Write {
  at: number;
  count: number;
}

/** How often somebody may still look who calls a function. */
interface Looks {
  /** Up to when its looks are spent. */
  spent: number;
  /** In this reading they are, so that its calls cost next to nothing. */
  quietIn: number;
}

/** An item that was written. */
interface Item {
  /** The beginning of its rows. */
  readonly row: string;
  /** Who wrote it, where it was always the same script; '' where it was not; null before that is read, undefined before somebody looked. */
  hand: string | null | undefined;
  /** The reading for which its looks are counted. From `LOOKS_FOR_ITEM` on, its calls are only counted. */
  reading: number;
  looks: number;
  /** Calls since the last reading for which nobody looked, and the time of the first. */
  rest: number;
  restAt: number;
}

/** What is to be done when a stack is read. */
interface Waiting {
  readonly look: NonNullable<Look>;
  readonly use: (script: string) => void;
}

/** The scripts of one kind of read-out. */
interface Readers {
  readonly rows: Table<Totals>;
  count: number;
}

/** How calls are taken down and read (`calling-script.ts`). */
export interface Calls {
  readonly take: (api: string) => Call | null;
  readonly read: (use: (scriptOf: (call: Call | null) => string) => void) => void;
}

/**
 * Begins to note. `send` gets a report; `later` runs a function when the page is idle, after some milliseconds. The page may
 * undo that, so a report that is overdue goes out with the next note.
 */
export function createNotes(
  send: (report: string) => void,
  calls: Calls,
  later: (run: () => void, pause: number) => void,
): Notes {
  const looksAt = table<Looks>();
  /** By kind, then by the beginning of their rows, as all that is told. */
  const kinds = table<Readers>();
  let changed = table<Totals>();
  let items = 0;
  let writes = table<Write>();
  let rows = 0;
  let leftOut = 0;
  let leftOutTold = 0;
  /** When the next report is due; 0 when nothing waits. */
  let due = 0;
  let sentAt = -2 * PAUSE;
  /** Counts readings. */
  let reading = 1;
  // Tables with numbers for names: to put something into a list may run the page's code.
  let waiting = table<Waiting>();
  let counted = table<Item>();
  let held = 0;
  let missed = 0;

  /** Reads a look once, and lets its stack go. */
  function settle(look: NonNullable<Look>, script: (call: Call | null) => string): string {
    look.script ??= script(look.call);
    look.call = null;
    return look.script;
  }

  function tell(item: Item, script: string, at: number, count: number): void {
    const row = `${item.row}\t${script}`;
    const known = writes[row];
    if (known) known.count += count;
    else if ((rows += 1) <= MAX_WRITES) writes[row] = { at: whole(at), count };
    else leftOut += count;
  }

  /** Reads all stacks that wait. */
  function digest(): void {
    const stacks = waiting;
    const rests = counted;
    const count = held;
    waiting = table();
    counted = table();
    held = 0;
    reading += 1;
    if (count > 0)
      calls.read((script) => {
        for (let index = 1; index <= count; index += 1) {
          const one = stacks[index];
          one?.use(settle(one.look, script));
        }
      });
    for (let index = 1; index <= count; index += 1) {
      const item = rests[index];
      if (!item) continue;
      tell(item, item.hand ?? '', item.restAt, item.rest);
      item.rest = 0;
    }
  }

  function flush(): void {
    let report = '';
    // What is noted while stacks are read goes into this report.
    due = Infinity;
    digest();
    due = rows = 0;
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
    // To wait for an idle moment may take another pause.
    if (due !== 0 && time > due + 2 * PAUSE) flush();
    if (due !== 0) return;
    const pause = time - sentAt > PAUSE ? FIRST_PAUSE : sentAt + PAUSE - time;
    due = time + pause;
    later(flush, pause);
  }

  function whenRead(look: NonNullable<Look>, use: (script: string) => void): void {
    waiting[(held += 1)] = { look, use };
    if (held >= MAX_WAITING) digest();
  }

  function look(api: string, use: (script: string) => void = () => undefined, most = LOOKS): Look {
    const looks = (looksAt[api] ??= { spent: -Infinity, quietIn: 0 });
    // Now and then it is asked whether the page has stopped our timer.
    if (looks.quietIn === reading && (missed += 1) % 256 !== 0) return null;
    const time = ticks();
    wake(time);
    const start = time - most * LOOK_PAUSE;
    const after = (looks.spent > start ? looks.spent : start) + LOOK_PAUSE;
    if (after > time) {
      looks.quietIn = reading;
      return null;
    }
    looks.spent = after;
    const made: Look = { call: calls.take(api), script: null };
    whenRead(made, use);
    return made;
  }

  /** Lets another script have the room of one that has shown little. */
  function giveWay(readers: Readers): boolean {
    for (const row in readers.rows) {
      if ((readers.rows[row]?.kinds ?? 0) >= FEW) continue;
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a table without a prototype
      delete readers.rows[row];
      return true;
    }
    return false;
  }

  function readOut(name: ReadOutName, by: string): Totals | null {
    const readers = (kinds[name] ??= { rows: table(), count: 0 });
    const row = `r\t${name}\t${by}`;
    let totals = readers.rows[row];
    if (!totals) {
      if (readers.count < MAX_READERS) readers.count += 1;
      else {
        leftOut += 1;
        if (!GIVE_WAY[name] || !giveWay(readers)) return null;
      }
      readers.rows[row] = totals = newTotals(row);
    }
    changed[row] = totals;
    return totals;
  }

  const told =
    (item: Item, time: number) =>
    (script: string): void => {
      item.hand = (item.hand ?? script) === script ? script : '';
      tell(item, script, time, 1);
    };

  function writer(api: WriteApi, store: WriteStore): Writer {
    const known = table<Item>();
    const forNew = `new ${api}`;
    const begun = `w\t${api}\t${store}`;
    return (name, given) => {
      if (typeof name !== 'string' && typeof name !== 'number') return;
      const text = `${name}`;
      const key = text.length > MAX_NAME ? slice(text, 0, MAX_NAME) : text;
      let item = known[key];
      if (!item) {
        item = { row: begun + cell(key), hand: undefined, reading, looks: 0, rest: 0, restAt: 0 };
        if ((items += 1) <= MAX_ITEMS) known[key] = item;
      }
      if (item.reading !== reading) {
        item.reading = reading;
        item.looks = 0;
      }
      if (given) {
        const time = ticks();
        wake(time);
        whenRead(given, told(item, time));
        return;
      }
      if (given === undefined && item.looks < LOOKS_FOR_ITEM) {
        const isNew = item.hand === undefined;
        item.looks += 1;
        item.hand ??= null;
        if (look(isNew ? forNew : api, told(item, ticks()), isNew ? LOOKS_FOR_NEW : LOOKS)) return;
        item.looks = LOOKS_FOR_ITEM;
        if (isNew) item.hand = undefined;
      }
      item.rest += 1;
      if (item.rest % 256 !== 1) return;
      // Now and then it is asked whether the page has stopped our timer.
      const time = ticks();
      wake(time);
      if (item.rest > 1) return;
      item.rest = 1;
      item.restAt = time;
      counted[(held += 1)] = item;
      if (held >= MAX_WAITING) digest();
    };
  }

  return {
    flush,
    scriptOf(one) {
      if (one.script === null)
        calls.read((script) => {
          settle(one, script);
        });
      return one.script ?? '';
    },
    readOut,
    writer,
    look,
    again(totals) {
      wake(ticks());
      changed[totals.row] = totals;
    },
    count(name, api, measure, thing) {
      look(api, (script) => {
        const totals = readOut(name, script);
        if (!totals) return;
        if (thing === undefined) add(totals, measure);
        else distinct(totals, measure, thing);
      });
    },
  };
}

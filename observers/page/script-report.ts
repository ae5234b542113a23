/** Reads a report from the page's own world. Whatever stands in it was made by a page, and what does not fit is dropped. */
import {
  clip,
  MAX_NAME_LENGTH,
  toAddress,
  type ReadOutObservation,
  type WriteObservation,
} from '../../ledger/observation.ts';
import { READ_OUTS, WRITE_APIS } from '../page-world/report-format.ts';
import { clock } from '../clock.ts';

/** What a report may say. */
export type ScriptFact = WriteObservation | ReadOutObservation;

/** Longest report that is read, in UTF-16 code units, and most lines of it. */
const MAX_REPORT = 400_000;
const MAX_LINES = 500;
const MAX_MEASURES = 16;
const MOST = 1e9;
/** A time below it is in ticks of the document (three years of them), one above it is by the wall clock. */
const LONGEST_TICKS = 1e11;

const STORES: Readonly<Record<WriteObservation['api'], readonly WriteObservation['store'][]>> = {
  'set-cookie': [],
  'document.cookie': ['cookie'],
  cookieStore: ['cookie'],
  setItem: ['local', 'session'],
  'indexedDB.open': ['indexed-db'],
  'IDBObjectStore.put': ['indexed-db'],
};

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Math.min(Number(text), MOST) : null;
}

/** The page's half tells times by the document's own clock, which both have: only how long ago it was is taken from there. */
function timeOf(text: string | undefined, now: number): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) return now;
  const ticks = Number(text);
  const time = ticks < LONGEST_TICKS ? clock.at(ticks) : clock.ofWall(ticks);
  return time >= clock.at(0) && time <= now ? time : now;
}

interface Script {
  readonly host: string | null;
  readonly path: string;
  /** The file by way of which it called, without scheme. */
  readonly way: string | null;
}

/** Host and path of an address; of no host where it is none of the web. */
function place(text: string): { readonly host: string | null; readonly path: string } {
  const address = text === '' ? null : toAddress(text);
  if (address === null || !/^https?$/.test(address.scheme) || address.host.length > 255)
    return { host: null, path: '' };
  return { host: address.host, path: address.path };
}

/** What was read of scripts: totals are told again and again, in one report after the other. */
const SCRIPTS = new Map<string, Script>();
/** Most scripts that are remembered; then the memory starts over. */
const MAX_SCRIPTS = 500;

function readScript(text = ''): Script {
  const known = SCRIPTS.get(text);
  if (known !== undefined) return known;
  if (SCRIPTS.size >= MAX_SCRIPTS) SCRIPTS.clear();
  const read = script(text);
  SCRIPTS.set(text, read);
  return read;
}

/** 'HAND' or 'HAND WAY' */
function script(text: string): Script {
  const [hand = '', way = ''] = text.split(' ', 2);
  const by = place(way);
  return { ...place(hand), way: by.host === null ? null : clip(by.host + by.path, MAX_NAME_LENGTH) };
}

function readWrite(cells: readonly string[], host: string, now: number): WriteObservation | null {
  const api = WRITE_APIS.find((known) => known === cells[1]);
  if (api === undefined) return null;
  const store = STORES[api].find((known) => known === cells[2]);
  const count = whole(cells[6]);
  if (store === undefined || count === null || count === 0) return null;
  const { host: writer, path, way } = readScript(cells[4]);
  const name = clip(cells[3] ?? '', MAX_NAME_LENGTH);
  const by = way === null ? {} : { way };
  return {
    kind: 'write',
    at: timeOf(cells[5], now),
    store,
    host,
    name,
    api,
    writer,
    path,
    ...by,
    source: 'page',
    count,
  };
}

function readReadOut(cells: readonly string[], host: string, now: number): ReadOutObservation | null {
  const readOut = READ_OUTS.find((known) => known === cells[1]);
  if (readOut === undefined) return null;
  const measures = new Map<string, number>();
  for (let index = 4; index + 1 < cells.length && measures.size < MAX_MEASURES; index += 2) {
    const name = cells[index] ?? '';
    const value = whole(cells[index + 1]);
    if (/^[a-z][A-Za-z]{0,19}$/.test(name) && value !== null) measures.set(name, value);
  }
  if (measures.size === 0) return null;
  const { host: from, path } = readScript(cells[2]);
  const at = timeOf(cells[3], now);
  return { kind: 'read-out', at, readOut, host, script: from, path, measures: Object.fromEntries(measures) };
}

/** How many facts the page's half had no room for so far, where a report tells it. */
export function leftOutIn(report: unknown): number {
  return typeof report === 'string' ? (whole(/(?:^|\n)x\t(\d{1,15})\n/.exec(report)?.[1]) ?? 0) : 0;
}

/** The facts in a report; `host` is the document's, `now` the time. Anything at all may be given. */
export function readScriptReport(report: unknown, host: string, now: number): ScriptFact[] {
  if (typeof report !== 'string' || report.length > MAX_REPORT) return [];
  return report
    .split('\n', MAX_LINES)
    .map((line) => line.split('\t'))
    .flatMap((cells) => {
      if (cells[0] === 'w') return readWrite(cells, host, now) ?? [];
      return cells[0] === 'r' ? (readReadOut(cells, host, now) ?? []) : [];
    });
}

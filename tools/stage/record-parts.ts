/** Parts of the records that the popup's states are made of: whole ones, at a fixed time, so that every picture repeats. */
import type { Address, FormObservation, LinkRole, MarkObservation } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { HostRecord, StoredItemRecord } from '../../ledger/visit-entries.ts';

/** When every record begins: 22 November 2026, 12:04:05 UTC. */
export const SINCE = Date.UTC(2026, 10, 22, 12, 4, 5);
const DAY = 86_400_000;

export function at(host: string, path = '/', scheme: Address['scheme'] = 'https'): Address {
  return { scheme, host, path };
}

/** A record of a page that has shown nothing yet. */
export function record(host: string, change: Partial<Visit> = {}): Visit {
  return {
    version: 2,
    document: 'a-document-of-the-states',
    startedAt: SINCE,
    since: SINCE,
    late: false,
    address: at(host),
    updatedAt: SINCE + 9000,
    hosts: [],
    frames: [],
    items: [],
    flashObjects: [],
    flashCookies: [],
    forms: [],
    links: [],
    marks: [],
    consents: [],
    geolocation: null,
    limits: [],
    redirects: [],
    writes: [],
    readOuts: [],
    typedTexts: [],
    disguises: [],
    gone: [],
    signal: null,
    fullView: null,
    scriptWatch: null,
    browserDocument: null,
    leftOut: {},
    ...change,
  };
}

export function contacted(host: string, count = 1, change: Partial<HostRecord> = {}): HostRecord {
  return {
    host,
    count,
    failed: 0,
    pixels: 0,
    insecure: 0,
    firstAt: SINCE + 400,
    lastAt: SINCE + 2400,
    initiators: ['script'],
    paths: ['/'],
    identifiers: [],
    ...change,
  };
}

export function kept(
  store: StoredItemRecord['store'],
  host: string,
  name: string,
  change: Partial<StoredItemRecord> = {},
): StoredItemRecord {
  return {
    at: SINCE + 900,
    store,
    host,
    name,
    size: 42,
    shape: 'text',
    hash: null,
    cookie: null,
    firstAt: SINCE + 900,
    written: true,
    removed: false,
    ...change,
  };
}

/** A cookie of the host's domain; `days` null: it ends with the browser. */
export function cookie(
  host: string,
  name: string,
  days: number | null,
  change: Partial<StoredItemRecord> = {},
): StoredItemRecord {
  const domain = host.split('.').slice(-2).join('.');
  return kept('cookie', host, name, {
    cookie: {
      domain,
      expiresAt: days === null ? null : SINCE + days * DAY,
      httpOnly: false,
      secure: true,
      sameSite: 'lax',
      partition: null,
    },
    ...change,
  });
}

type Form = Visit['forms'][number];

export function form(host: string, target: Address | null, change: Partial<Form> = {}): Form {
  return {
    at: SINCE + 700,
    id: 'form-1',
    host,
    target,
    method: 'post',
    fields: [],
    purposes: ['unknown'] satisfies FormObservation['purposes'],
    words: [],
    ...change,
  };
}

export function link(
  role: LinkRole,
  address: Address,
  text: string,
  scopes: readonly string[] = [],
): Visit['links'][number] {
  return { at: SINCE + 700, role, address, text, scopes };
}

export function frame(host: string, path: string, title: string): Visit['frames'][number] {
  return { at: SINCE + 800, address: at(host, path), title };
}

export function mark(id: string, on: MarkObservation['on'], detail: string): Visit['marks'][number] {
  return { at: SINCE + 600, mark: id, detail, on };
}

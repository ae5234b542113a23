/** Parts of the records that the popup's states are made of: whole ones, at a fixed time, so that every picture repeats. */
import type { Address, LinkRole, MarkObservation } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { HostRecord, StoredItemRecord } from '../../ledger/visit-entries.ts';
import { entryOf } from '../../ledger/visit-lists.ts';
import { at, form as observedForm, link as observedLink } from '../builders/observations.ts';
import { AT, makeHost, makeItem, makeVisit } from '../builders/visits.ts';

const DAY = 86_400_000;

/** A record of a page that has shown nothing yet. */
export function record(host: string, change: Partial<Visit> = {}): Visit {
  return makeVisit({ document: 'a-document-of-the-states', address: at(host), updatedAt: AT + 9000, ...change });
}

export function contacted(host: string, count = 1, change: Partial<HostRecord> = {}): HostRecord {
  return makeHost(host, { count, firstAt: AT + 400, lastAt: AT + 2400, paths: ['/'], ...change });
}

export function kept(
  store: StoredItemRecord['store'],
  host: string,
  name: string,
  change: Partial<StoredItemRecord> = {},
): StoredItemRecord {
  return makeItem({ at: AT + 900, store, host, name, shape: 'text', hash: null, firstAt: AT + 900, ...change });
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
      expiresAt: days === null ? null : AT + days * DAY,
      httpOnly: false,
      secure: true,
      sameSite: 'lax',
      partition: null,
    },
    ...change,
  });
}

export function form(
  host: string,
  target: Address | null,
  change: Partial<Visit['forms'][number]> = {},
): Visit['forms'][number] {
  return entryOf(observedForm({ at: AT + 700, host, target, ...change }));
}

export function link(
  role: LinkRole,
  address: Address,
  text: string,
  scopes: readonly string[] = [],
): Visit['links'][number] {
  return entryOf(observedLink(role, { at: AT + 700, address, text, scopes }));
}

export function frame(host: string, path: string, title: string): Visit['frames'][number] {
  return { at: AT + 800, address: at(host, path), title };
}

export function mark(id: string, on: MarkObservation['on'], detail: string): Visit['marks'][number] {
  return { at: AT + 600, mark: id, detail, on };
}

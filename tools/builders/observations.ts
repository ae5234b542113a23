/** Observations for tests and states, each a whole one; who makes one names only what it is about. */
import type {
  Address,
  ConsentObservation,
  FormObservation,
  LinkObservation,
  PageObservation,
  RequestObservation,
  StoredItemObservation,
} from '../../ledger/observation.ts';
import { openVisit, type Visit } from '../../ledger/visit.ts';

/** Noon on the day of the capture: any time would do. */
export const NOON = Date.UTC(2011, 11, 31, 12);

export const PAGE_HOST = 'www.bobdylan.com';

export function at(host: string, path = '/', scheme: Address['scheme'] = 'https'): Address {
  return { scheme, host, path };
}

export function page(change: Partial<PageObservation> = {}): PageObservation {
  return { kind: 'page', at: NOON, address: at(PAGE_HOST), late: false, ...change };
}

export function request(host: string, change: Partial<RequestObservation> = {}): RequestObservation {
  return {
    kind: 'request',
    at: NOON + 10,
    address: at(host, '/script.js'),
    initiator: 'script',
    failed: null,
    pixel: false,
    identifiers: [],
    ...change,
  };
}

/** A choice that was there at the first look, or none; `change` makes it one that came. */
export function consent(
  choice: ConsentObservation['choice'],
  when: number,
  change: Partial<ConsentObservation> = {},
): ConsentObservation {
  return {
    kind: 'consent',
    at: when,
    after: null,
    platform: 'OneTrust',
    host: PAGE_HOST,
    choice,
    maker: choice === 'none-yet' ? null : 'earlier',
    source: choice === 'none-yet' ? 'cdn.cookielaw.org' : 'OptanonConsent',
    several: false,
    ...change,
  };
}

export function stored(
  name: string,
  store: StoredItemObservation['store'] = 'local',
  change: Partial<StoredItemObservation> = {},
): StoredItemObservation {
  return {
    kind: 'stored-item',
    at: NOON + 20,
    store,
    host: PAGE_HOST,
    name,
    size: 20,
    shape: 'text',
    hash: null,
    change: 'present',
    cookie:
      store === 'cookie'
        ? {
            domain: 'bobdylan.com',
            expiresAt: null,
            httpOnly: false,
            secure: true,
            sameSite: 'lax',
            partition: null,
          }
        : null,
    ...change,
  };
}

export function form(change: Partial<FormObservation> = {}): FormObservation {
  return {
    kind: 'form',
    at: NOON + 30,
    id: 'form-1',
    host: PAGE_HOST,
    target: at(PAGE_HOST, '/send'),
    method: 'post',
    fields: [],
    purposes: ['unknown'],
    words: [],
    ...change,
  };
}

export function link(role: LinkObservation['role'], change: Partial<LinkObservation> = {}): LinkObservation {
  return {
    kind: 'link',
    at: NOON + 40,
    role,
    address: at('shop.example'),
    text: 'A link',
    scopes: [],
    ...change,
  };
}

export function visit(change: Partial<PageObservation> = {}): Visit {
  return openVisit('document-1', NOON, page(change));
}

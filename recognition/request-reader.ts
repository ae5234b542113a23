/** What does a request carry? Its names in the words of the company that it went to, where we know them. */
import type { CarriedKind, RequestReaderEntry } from '../schemas/policy-data';
import type { CarriedRequest } from './carried-request';
import { requestParts, type CarriedPart } from './request-parts';

/** A thing that a request carried, and the name under which it did. */
export interface CarriedProperty extends CarriedPart {
  readonly kind: CarriedKind;
}

/** A request, read. */
export interface ReadRequest {
  readonly host: string;
  readonly path: string;
  readonly at: number;
  readonly method: string | null;
  /** Whose names it was read by; null where we have no reader for its address. */
  readonly reader: string | null;
  readonly properties: readonly CarriedProperty[];
  /** All names and values, those that we know among them. */
  readonly parts: readonly CarriedPart[];
  /** How many parts did not fit. */
  readonly leftOut: number;
  readonly bodyUnread: boolean;
}

type Reader = Omit<RequestReaderEntry, 'sources'>;

/** What companies send in place of an identifier that they do not have. */
const NOTHING = /^(0|null|undefined|none|false|\(not set\)|anonymous)$/i;
const HASH = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i;
const HASHED: Partial<Record<CarriedKind, CarriedKind>> = {
  email: 'email-hash',
  phone: 'phone-hash',
  name: 'name-hash',
};
/** Kinds that tell one person or browser from the next. */
export const IDENTIFYING: ReadonlySet<CarriedKind> = new Set<CarriedKind>([
  ...(['email', 'email-hash', 'phone', 'phone-hash', 'name', 'name-hash'] as const),
  ...(['user-id', 'browser-id', 'session-id', 'click-id', 'other-id', 'ip'] as const),
]);

/** The kind of a value: an address of a person may have come as a hash, and some names stand for a title or an address. */
function kindOf(kind: CarriedKind, value: string): CarriedKind {
  if (kind === 'page-address') return /^[a-z]+:\/\/|^\//i.test(value) ? kind : 'page-title';
  return HASH.test(value) ? (HASHED[kind] ?? kind) : kind;
}

/** An address without query, fragment and user name, with its host and its path: '[::1]' is a host, and 'me:secret@' is none. */
function addressOf(url: string): { readonly address: string; readonly host: string; readonly path: string } {
  try {
    const { protocol, host, hostname, pathname } = new URL(url);
    return { address: `${protocol}//${host}${pathname}`, host: hostname, path: pathname };
  } catch {
    return { address: '', host: '', path: '/' };
  }
}

/**
 * Makes a reader of requests. Of two readers that know a name, the first decides.
 *
 * @throws SyntaxError when an address is no regular expression.
 */
export function createRequestReader(readers: readonly Reader[]): (request: CarriedRequest) => ReadRequest {
  const known = readers.map(({ name, addresses, carries }) => ({
    name,
    addresses: addresses.map((source) => new RegExp(source)),
    kinds: new Map(
      Object.entries(carries).flatMap(([kind, names]) => names.map((one) => [one, kind as CarriedKind] as const)),
    ),
  }));

  return ({ url, method, body, bodyUnread, at }) => {
    const { address, host, path } = addressOf(url);
    const fitting = known.filter(({ addresses }) => addresses.some((pattern) => pattern.test(address)));
    const { parts, leftOut } = requestParts(url, body);
    const properties = parts.flatMap((part): CarriedProperty[] => {
      const kind = fitting.map(({ kinds }) => kinds.get(part.name)).find((found) => found !== undefined);
      if (kind === undefined || (IDENTIFYING.has(kind) && NOTHING.test(part.value))) return [];
      return [{ ...part, kind: kindOf(kind, part.value) }];
    });
    return { host, path, at, method, reader: fitting[0]?.name ?? null, properties, parts, leftOut, bodyUnread };
  };
}

/** What does a request carry? Its names in the words of the company that it went to, where we know them. */
import type { CarriedKind, RequestReaderEntry } from '../schemas/policy-data.ts';
import type { CarriedRequest } from './carried-request.ts';
import { requestParts, type CarriedPart } from './request-parts.ts';

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
const NOTHING = /^(0|null|undefined|none|false|n|tv\.1|\(not set\)|anonymous|\[\]|\{\})$/i;
/** Hex of 128, 160 and 256 bits, and base64 of 256. */
const HASH = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\w+/-]{43}=?)$/i;
const E_MAIL = /^[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/;
/** What may come hashed, with what its hash is called and what it looks like in the clear. */
const HASHED: readonly (readonly [plain: CarriedKind, hash: CarriedKind, clear: RegExp])[] = [
  ['email', 'email-hash', /@/],
  ['phone', 'phone-hash', /^\+?[\d ().-]{6,20}$/],
  ['name', 'name-hash', /^[^\d]{1,60}$/],
  ['place', 'place-hash', /^(?:[^\d]{1,60}|[\w -]{3,10})$/],
  ['gender', 'gender-hash', /^[^\d]{1,20}$/],
  ['birth-date', 'birth-date-hash', /^\d{1,4}(?:[-/.]?\d{1,2}[-/.]?\d{1,4})?$/],
];
/** Kinds that tell one person or browser from the next. */
export const IDENTIFYING: ReadonlySet<CarriedKind> = new Set<CarriedKind>([
  ...(['email', 'email-hash', 'phone', 'phone-hash', 'name', 'name-hash'] as const),
  ...(['user-id', 'browser-id', 'session-id', 'click-id', 'other-id', 'ip'] as const),
]);

/**
 * The kind of a value, by its form: what is said of a person may have come as a hash, or in the clear under a name that promises a hash;
 * some names stand for a title or an address.
 */
function kindOf(kind: CarriedKind, value: string): CarriedKind {
  if (kind === 'page-address') return /^[a-z]+:\/\/|^\//i.test(value) ? kind : 'page-title';
  for (const [plain, hash, clear] of HASHED) {
    if (kind === plain) return HASH.test(value) ? hash : plain;
    if (kind === hash) return !HASH.test(value) && clear.test(value) ? plain : hash;
  }
  return kind;
}

/** 'list[0]' and 'list[]' → 'list[*]' */
function withoutPlaces(name: string): string {
  return name.replace(/\[\d*\]/g, '[*]');
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
 * Makes a reader of requests. Of two readers that know a name, the first decides. An e-mail address is one under whichever name, sent to whomever.
 *
 * @throws SyntaxError when an address or the form of a value is no regular expression.
 */
export function createRequestReader(readers: readonly Reader[]): (request: CarriedRequest) => ReadRequest {
  const known = readers.map(({ name, addresses, when = {}, carries }) => {
    const kinds = new Map<string, CarriedKind[]>();
    for (const [kind, names] of Object.entries(carries))
      for (const one of names) kinds.set(one, [...(kinds.get(one) ?? []), kind as CarriedKind]);
    return {
      name,
      addresses: addresses.map((source) => new RegExp(source)),
      when: Object.entries(when).map(([part, form]) => [part, new RegExp(`^(?:${form})$`)] as const),
      kinds,
    };
  });

  return ({ url, method, body, bodyUnread, at }) => {
    const { address, host, path } = addressOf(url);
    const { parts, leftOut } = requestParts(url, body);
    const fitting = known.filter(
      ({ addresses, when }) =>
        addresses.some((pattern) => pattern.test(address)) &&
        when.every(([name, form]) => parts.some((part) => part.name === name && form.test(part.value))),
    );
    const properties = parts.flatMap((part): CarriedProperty[] => {
      const partKinds = fitting
        .map(({ kinds }) => kinds.get(part.name) ?? kinds.get(withoutPlaces(part.name)))
        .find((kinds) => kinds !== undefined);
      if (partKinds === undefined) return E_MAIL.test(part.value) ? [{ ...part, kind: 'email' }] : [];
      return partKinds
        .filter((kind) => !(IDENTIFYING.has(kind) && NOTHING.test(part.value)))
        .map((kind) => ({ ...part, kind: kindOf(kind, part.value) }));
    });
    return { host, path, at, method, reader: fitting[0]?.name ?? null, properties, parts, leftOut, bodyUnread };
  };
}

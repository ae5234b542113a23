/**
 * The shape of every observation that a record may hold: those of a page (`observation-schema.ts`), and what the browser alone
 * reports. For records that come from elsewhere, such as a capture that is opened again.
 */
import * as v from 'valibot';
import {
  address,
  alike,
  consent,
  disguise,
  flashCookie,
  flashObject,
  form,
  frame,
  geolocation,
  hash,
  host,
  limit,
  link,
  mark,
  few,
  name,
  page,
  privacySignal,
  readOut,
  request,
  storedItem,
  time,
  typedText,
  view,
  write,
} from './observation-schema.ts';
import { MAX_NAME_LENGTH, type CookieAttributes, type Observation } from './observation.ts';

const kind = v.pipe(v.string(), v.maxLength(40));
const source = v.picklist(['page', 'frame', 'background']);

/** A cookie's lifetime and limits. */
export const cookieAttributes = v.strictObject({
  domain: host,
  expiresAt: v.nullable(v.pipe(v.number(), v.finite())),
  httpOnly: v.boolean(),
  secure: v.boolean(),
  sameSite: v.picklist(['no_restriction', 'lax', 'strict', 'unspecified']),
  partition: v.nullable(host),
  crossSite: v.exactOptional(v.literal(true)),
  hostOnly: v.exactOptional(v.literal(true)),
  path: v.exactOptional(name),
  storeId: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH))),
}) satisfies v.GenericSchema<unknown, CookieAttributes>;

/** Where a value may be kept. */
export const store = v.picklist([
  'cookie',
  'local',
  'session',
  'indexed-db',
  'cache',
  'service-worker',
  'origin-file',
  'storage-bucket',
]);
/** A stored item; cookies among them. */
export const knownItem = v.strictObject({
  ...storedItem.entries,
  store,
  cookie: v.nullable(cookieAttributes),
});
/** Who wrote an item; responses among them. */
export const knownWrite = v.strictObject({
  ...write.entries,
  api: v.picklist(['set-cookie', 'document.cookie', 'cookieStore', 'setItem', 'indexedDB.open', 'IDBObjectStore.put']),
  source,
});
/** One step of a redirect. */
export const redirect = v.strictObject({
  kind: v.literal('redirect'),
  at: time,
  chain: kind,
  from: address,
  to: address,
  resource: kind,
  source,
});
/** A collector under a host of the site, by its shape or by the host's alias. */
export const knownDisguise = v.strictObject({ ...disguise.entries, reason: v.picklist(['shape', 'alias']) });
/** The privacy signal, and whether the page's scripts read it. */
export const knownSignal = v.strictObject({ ...privacySignal.entries, read: v.exactOptional(v.boolean()) });
/** How far the page can be looked into. */
export const knownView = v.strictObject({
  ...view.entries,
  view: v.picklist(['full', 'script-watch']),
  ended: v.exactOptional(v.literal(true)),
});
const networkRequest = v.strictObject({
  kind: v.literal('network-request'),
  at: time,
  address,
  resource: kind,
  source,
  by: v.nullable(host),
  outcome: v.picklist(['done', 'failed', 'blocked']),
  upload: v.boolean(),
  identifiers: few(v.strictObject({ name, hash }), 10),
  count: alike,
});
const look = v.strictObject({ kind: v.literal('look'), at: time, observer: kind });

/** Every observation. */
export const knownObservation = v.variant('kind', [
  page,
  request,
  frame,
  knownItem,
  flashObject,
  flashCookie,
  form,
  link,
  mark,
  consent,
  geolocation,
  networkRequest,
  redirect,
  knownWrite,
  readOut,
  typedText,
  knownDisguise,
  knownSignal,
  knownView,
  limit,
  look,
]) satisfies v.GenericSchema<unknown, Observation>;

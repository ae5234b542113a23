/**
 * The shape of each kind of observation as a content script may report it. What the browser alone reports, and no page may say, is
 * wider: `known-observation-schema.ts`.
 *
 * Long because: it mirrors the union of `observation.ts`, member by member.
 */
import * as v from 'valibot';
import { LAST_TIME, MAX_DETAIL_LENGTH, MAX_NAME_LENGTH, MAX_TEXT_LENGTH, type Observation } from './observation.ts';

/** More than anything happens between two messages: a larger number is made up, and would be written out one by one. */
const MOST_ALIKE = 1_000_000;

export const time = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LAST_TIME));
/** How many alike one that was told stands for. */
export const alike = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ALIKE)));
/** Larger numbers are no whole numbers any more to those who read them. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
export const name = v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH));
export const words = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH));
export const host = v.pipe(v.string(), v.maxLength(255));
export const hash = v.pipe(v.string(), v.maxLength(24));
export const few = <const S extends v.GenericSchema>(schema: S, most: number) =>
  v.pipe(v.array(schema), v.maxLength(most));

export const address = v.strictObject({
  scheme: v.picklist(['http', 'https', 'ws', 'wss', 'other']),
  host,
  path: name,
});
export const shape = v.picklist([
  'empty',
  'number',
  'yes-no',
  'time',
  'uuid',
  'identifier',
  'e-mail',
  'address',
  'json',
  'flash-object',
  'text',
]);

export const page = v.strictObject({ kind: v.literal('page'), at: time, address, late: v.boolean() });
export const request = v.strictObject({
  kind: v.literal('request'),
  at: time,
  address,
  initiator: v.pipe(v.string(), v.maxLength(40)),
  failed: v.nullable(v.boolean()),
  pixel: v.boolean(),
  identifiers: few(v.strictObject({ name, hash }), 10),
  count: alike,
});
export const frame = v.strictObject({ kind: v.literal('frame'), at: time, address, title: words });
export const storedItem = v.strictObject({
  kind: v.literal('stored-item'),
  at: time,
  // Cookies are reported by the cookies API alone, never by a page.
  store: v.picklist(['local', 'session', 'indexed-db', 'cache', 'service-worker', 'origin-file', 'storage-bucket']),
  host,
  name,
  size: v.nullable(count),
  shape: v.nullable(shape),
  hash: v.nullable(hash),
  change: v.picklist(['present', 'written', 'removed']),
  since: v.exactOptional(time),
  cookie: v.null(),
});
export const flashObject = v.strictObject({
  kind: v.literal('flash-object'),
  at: time,
  form: v.picklist(['object', 'embed', 'request', 'swfobject', 'ruffle']),
  address: v.nullable(address),
  parameters: few(name, 40),
});
export const flashCookie = v.strictObject({
  kind: v.literal('flash-cookie'),
  at: time,
  host,
  key: name,
  name,
  size: count,
  amf: v.nullable(v.picklist([0, 3])),
  entries: few(v.strictObject({ name, type: words, shape: v.nullable(shape), hash: v.nullable(hash) }), 60),
  damaged: v.nullable(v.picklist(['not-flash', 'ends-early', 'too-large', 'unknown-value'])),
});
export const fieldMeaning = v.picklist([
  'email',
  'friend-email',
  'tel',
  'mobile',
  'name',
  'postal-address',
  'zip-code',
  'country',
  'birth-date',
  'age',
  'gender',
  'user-name',
  'password',
  'card-number',
  'card-detail',
  'upload',
  'consent-box',
  'search',
  'hidden',
  'other',
]);
export const form = v.strictObject({
  kind: v.literal('form'),
  at: time,
  id: name,
  host,
  target: v.nullable(address),
  method: v.picklist(['get', 'post', 'dialog', 'none']),
  fields: few(
    v.strictObject({
      name,
      meaning: fieldMeaning,
      required: v.exactOptional(v.literal(true)),
      preset: v.exactOptional(v.literal(true)),
    }),
    60,
  ),
  policy: v.exactOptional(v.nullable(address)),
  purposes: few(
    v.picklist([
      'newsletter',
      'text-messages',
      'account',
      'payment',
      'tell-a-friend',
      'sweepstakes',
      'job',
      'search',
      'contact',
      'unknown',
    ]),
    10,
  ),
  words: few(words, 10),
});
export const link = v.strictObject({
  kind: v.literal('link'),
  at: time,
  role: v.picklist(['sign-in', 'pre-save', 'shop', 'policy', 'choice', 'feedback', 'cookie-settings', 'outbound']),
  address: v.nullable(address),
  text: words,
  scopes: few(name, 40),
});
export const mark = v.strictObject({
  kind: v.literal('mark'),
  at: time,
  mark: name,
  detail: v.pipe(v.string(), v.maxLength(MAX_DETAIL_LENGTH)),
  on: v.picklist(['script', 'frame', 'image', 'style', 'form', 'link', 'element', 'footer', 'other']),
});
export const consent = v.strictObject({
  kind: v.literal('consent'),
  at: time,
  after: v.nullable(time),
  platform: words,
  host,
  choice: v.picklist(['none-yet', 'accepted', 'refused', 'partly', 'some', 'withdrawn', 'unknown']),
  maker: v.nullable(v.picklist(['person', 'signal', 'tool', 'earlier', 'unknown'])),
  source: name,
  several: v.boolean(),
});
export const geolocation = v.strictObject({
  kind: v.literal('geolocation'),
  at: time,
  state: v.picklist(['granted', 'denied', 'prompt']),
});
export const write = v.strictObject({
  kind: v.literal('write'),
  at: time,
  store: v.picklist(['cookie', 'local', 'session', 'indexed-db']),
  host,
  name,
  // What a header wrote is reported by the browser alone, never by a page.
  api: v.picklist(['document.cookie', 'cookieStore', 'setItem', 'indexedDB.open', 'IDBObjectStore.put']),
  writer: v.nullable(host),
  path: name,
  way: v.exactOptional(name),
  source: v.literal('page'),
  count: alike,
});
export const readOut = v.strictObject({
  kind: v.literal('read-out'),
  at: time,
  readOut: v.picklist(['canvas', 'webgl', 'audio', 'fonts', 'navigator', 'listeners', 'location']),
  host,
  script: v.nullable(host),
  path: name,
  measures: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{0,19}$/)), count),
    v.check((measures) => Object.keys(measures).length <= 16),
  ),
});
export const typedText = v.strictObject({
  kind: v.literal('typed-text'),
  at: time,
  field: fieldMeaning,
  name,
  address,
  form: v.picklist(['plain', 'encoded', 'base64', 'md5', 'sha1', 'sha256', 'sha512']),
  source: v.picklist(['page', 'frame', 'background']),
});
export const disguise = v.strictObject({
  kind: v.literal('disguise'),
  at: time,
  address,
  collector: words,
  // An alias is reported by the browser alone.
  reason: v.literal('shape'),
  detail: v.pipe(v.string(), v.maxLength(MAX_DETAIL_LENGTH)),
});
export const privacySignal = v.strictObject({
  kind: v.literal('privacy-signal'),
  at: time,
  gpc: v.nullable(v.boolean()),
  ours: v.boolean(),
});
export const view = v.strictObject({
  kind: v.literal('view'),
  at: time,
  view: v.literal('script-watch'),
  state: v.picklist(['from-start', 'late', 'silent']),
});
export const limit = v.strictObject({
  kind: v.literal('limit'),
  at: time,
  observer: v.pipe(v.string(), v.maxLength(40)),
  reason: v.picklist(['too-many', 'not-permitted', 'failed']),
  count,
});

/** Every observation that a content script may report. */
export const pageObservation = v.variant('kind', [
  page,
  request,
  frame,
  storedItem,
  flashObject,
  flashCookie,
  form,
  link,
  mark,
  consent,
  geolocation,
  // Requests, redirects and headers are reported by the browser alone, never by a page.
  write,
  readOut,
  typedText,
  disguise,
  privacySignal,
  view,
  limit,
]) satisfies v.GenericSchema<unknown, Observation>;

/** The shape of a record of a visit that comes from elsewhere: each list's entries, deeply, and how many of them there may be. */
import * as v from 'valibot';
import { knownDisguise, knownItem, knownSignal, knownView, knownWrite, redirect } from './known-observation-schema.ts';
import {
  consent,
  count,
  few,
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
  name,
  page,
  readOut,
  time,
  typedText,
} from './observation-schema.ts';
import { LIST_NAMES, type ListName } from './list-names.ts';
import { VISIT_LISTS } from './visit-lists.ts';
import { RECORD_VERSION, type Visit } from './visit.ts';

/** The least that an entry takes in a record, in bytes: a list has at most as many as find room in its share. */
const LEAST_ENTRY = 20;
const most = (list: ListName): number => Math.ceil(VISIT_LISTS[list].share / LEAST_ENTRY);

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const initiator = v.pipe(v.string(), v.maxLength(40));
const tally = v.strictObject({ count, failed: count, insecure: count });
const network = v.strictObject({
  observed: tally,
  page: tally,
  frame: tally,
  background: tally,
  blocked: count,
  uploads: count,
  uploadsFrom: time,
  uploadsUntil: time,
  by: few(host, 10),
});
const hostRecord = v.strictObject({
  host,
  count,
  failed: count,
  pixels: count,
  insecure: count,
  firstAt: time,
  lastAt: time,
  initiators: few(initiator, 100),
  paths: few(name, 10),
  identifiers: few(v.strictObject({ name, hash }), 20),
  network: v.exactOptional(network),
});

const { change: _change, since: _since, ...itemEntries } = v.omit(knownItem, ['kind']).entries;
const item = v.strictObject({
  ...itemEntries,
  within: v.exactOptional(v.nullable(time)),
  firstAt: time,
  written: v.boolean(),
  removed: v.boolean(),
  restoredAt: v.exactOptional(time),
});
const writeRecord = v.strictObject({ ...v.omit(knownWrite, ['kind']).entries, count, lastAt: time });
const { choice, maker, source, after } = consent.entries;
const { kind: _consentKind, after: _after, maker: _maker, ...consentEntries } = consent.entries;
const consentRecord = v.strictObject({
  ...consentEntries,
  history: few(v.strictObject({ choice, at: time, after, maker, source }), 20),
});
const gone = v.strictObject({
  store: knownItem.entries.store,
  host,
  name,
  partition: v.exactOptional(host),
  crossSite: v.exactOptional(v.literal(true)),
  hostOnly: v.exactOptional(v.literal(true)),
  path: v.exactOptional(name),
  storeId: v.exactOptional(name),
  hash,
  at: time,
});
const fullView = v.strictObject({
  ...v.omit(knownView, ['kind']).entries,
  until: v.exactOptional(time),
  offSince: v.exactOptional(time),
});

/** A visit's record of this version. */
export const visitSchema = v.strictObject({
  version: v.literal(RECORD_VERSION),
  document: id,
  root: v.exactOptional(id),
  startedAt: time,
  since: time,
  late: v.boolean(),
  address: page.entries.address,
  updatedAt: time,
  ahead: v.exactOptional(time),
  hosts: few(hostRecord, most('hosts')),
  frames: few(v.omit(frame, ['kind']), most('frames')),
  items: few(item, most('items')),
  flashObjects: few(v.omit(flashObject, ['kind']), most('flashObjects')),
  flashCookies: few(v.omit(flashCookie, ['kind']), most('flashCookies')),
  forms: few(v.omit(form, ['kind']), most('forms')),
  links: few(v.omit(link, ['kind']), most('links')),
  marks: few(v.omit(mark, ['kind']), most('marks')),
  consents: few(consentRecord, most('consents')),
  limits: few(v.omit(limit, ['kind']), most('limits')),
  redirects: few(v.omit(redirect, ['kind']), most('redirects')),
  writes: few(writeRecord, most('writes')),
  readOuts: few(v.omit(readOut, ['kind']), most('readOuts')),
  typedTexts: few(v.omit(typedText, ['kind']), most('typedTexts')),
  disguises: few(v.omit(knownDisguise, ['kind']), most('disguises')),
  gone: few(gone, most('gone')),
  geolocation: v.nullable(v.omit(geolocation, ['kind'])),
  signal: v.nullable(v.omit(knownSignal, ['kind'])),
  fullView: v.nullable(fullView),
  scriptWatch: v.nullable(v.omit(knownView, ['kind'])),
  browserDocument: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  leftOut: v.record(v.picklist(LIST_NAMES), count),
  looks: v.exactOptional(v.record(initiator, time)),
}) satisfies v.GenericSchema<unknown, Visit>;

/** What others ask of a HAR: its published schema, and what the importers of DevTools and of the EDPB's tool cannot do without. */
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Har } from 'har-format';
import schemas from 'har-schema';

const require = createRequire(import.meta.url);
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json') as object);
(formats as unknown as (to: Ajv) => void)(ajv);
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

/** What the schema of HAR 1.2 says (har-schema 2.0.0, ahmadnassri/har-schema). */
export function harSchemaFaults(har: unknown): readonly string[] {
  return ajv.validate('har.json#', har)
    ? []
    : (ajv.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** DevTools: where one of these is no number or no time, `HARBase.safeNumber` and `safeDate` throw, and nothing is imported. */
function importOfDevTools(har: unknown): void {
  const object = (value: unknown, what: string): Loose => {
    if (!isObject(value)) throw new Error(`${what} is no object`);
    return value;
  };
  const numbers = (of: Loose, names: readonly string[]): void => {
    for (const name of names) if (Number.isNaN(Number(of[name]))) throw new Error(`${name} is no number`);
  };
  const date = (of: Loose): void => {
    if (Number.isNaN(new Date(of.startedDateTime as string).getTime())) throw new Error('startedDateTime is no date');
  };
  const log = object(object(har, 'root').log, 'log');
  object(log.creator, 'creator');
  for (const page of listOf(log.pages)) {
    date(object(page, 'page'));
    object((page as Loose).pageTimings, 'pageTimings');
  }
  if (!Array.isArray(log.entries)) throw new Error('entries is no list');
  for (const one of log.entries as readonly unknown[]) {
    const entry = object(one, 'entry');
    date(entry);
    numbers(entry, ['time']);
    const request = object(entry.request, 'request');
    numbers(request, ['headersSize', 'bodySize']);
    const response = object(entry.response, 'response');
    numbers(response, ['status', 'headersSize', 'bodySize']);
    numbers(object(response.content, 'content'), ['size']);
    numbers(object(entry.timings, 'timings'), ['send', 'wait', 'receive']);
    // `typeof null` is an object to it, of which it then asks the members.
    if (typeof entry._initiator === 'object') object(entry._initiator, '_initiator');
    for (const list of [request.cookies, request.headers, response.cookies, response.headers])
      for (const item of listOf(list)) object(item, 'an item');
  }
}

/** DevTools' names of resource types (front_end/core/common/ResourceType.ts): another one is taken for none. */
const RESOURCE_TYPES = new Set(
  'xhr fetch script stylesheet image media font document texttrack websocket webtransport eventsource ping preflight manifest csp-violation-report other'.split(
    ' ',
  ),
);

/**
 * What DevTools' importer asks: ChromeDevTools/devtools-frontend, front_end/models/har/HARFormat.ts at 15cc5ee (what throws) and
 * Importer.ts at 038d808 (pages by their id, in the order of time, types by their name).
 */
export function devToolsFaults(har: unknown): readonly string[] {
  try {
    importOfDevTools(har);
  } catch (error) {
    return [String(error)];
  }
  const { pages = [], entries } = (har as Har).log;
  const ids = pages.map(({ id }) => id);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two pages have one id']),
    ...entries.flatMap(({ pageref, _resourceType }, at) => [
      ...(pageref === undefined || ids.includes(pageref) ? [] : [`entry ${at}: no page ${pageref}`]),
      ...(_resourceType === undefined || RESOURCE_TYPES.has(String(_resourceType))
        ? []
        : [`entry ${at}: ${String(_resourceType)}`]),
    ]),
  ];
}

const isAddress = (text: unknown): boolean => typeof text === 'string' && URL.canParse(text);

/**
 * What the EDPB Website Auditing Tool asks: patmmccann/edpb-website-auditing-tool (a public copy of its source),
 * app/handlers/collectors/har-collector.ts at 0b23242: `mainUrl` is `pages[0].title`; who asked is `_initiator.url`, or the title of the page
 * that `pageref` finds; `cookies` and `headers` are gone through; app/handlers/cards/traffic-card.ts takes the host of `request.url`.
 */
export function auditingToolFaults(har: unknown): readonly string[] {
  const log = (har as { readonly log: Loose }).log;
  const member = (of: unknown, name: string): unknown => (isObject(of) ? of[name] : undefined);
  const pages = listOf(log.pages);
  const faults: string[] = [];
  if (typeof member(log.creator, 'name') !== 'string') faults.push('no creator');
  if (!isAddress(member(pages[0], 'title'))) faults.push('the first page has no address');
  for (const [at, entry] of listOf(log.entries).entries()) {
    const page = pages.find((one) => member(one, 'id') === member(entry, 'pageref'));
    const request = member(entry, 'request');
    const asked = [member(member(entry, '_initiator'), 'url'), member(page, 'title')];
    if (!asked.some(isAddress)) faults.push(`entry ${at}: nobody asked`);
    if (!isAddress(member(request, 'url'))) faults.push(`entry ${at}: no address`);
    for (const list of [member(request, 'cookies'), member(member(entry, 'response'), 'headers')])
      if (!Array.isArray(list)) faults.push(`entry ${at}: no list of cookies or headers`);
  }
  return faults;
}

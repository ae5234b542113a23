/** A capture that comes from elsewhere → a capture, or what is wrong with it. Nothing of it is believed before it fits. Pure. */
import * as v from 'valibot';
import { knownObservation } from '../ledger/known-observation-schema.ts';
import { address, count, time } from '../ledger/observation-schema.ts';
import { visitSchema } from '../ledger/visit-schema.ts';
import { KEPT_COPY_SCHEMA, readCopy } from '../reading/kept-copy.ts';
import {
  CAPTURE_FORMAT,
  CAPTURE_VERSION,
  MAX_CAPTION,
  MAX_CAPTURE_NAME,
  MAX_CAPTURE_NOTE,
  MAX_FACTS,
  MAX_PAGES,
  MAX_PICTURES,
  type Capture,
} from './capture.ts';

const ordinal = v.pipe(count, v.minValue(1));
const short = v.pipe(v.string(), v.maxLength(200));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Whether this browser can tell the time of a zone: of another one, no time in the report could be written. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Most policies in force of a capture. */
const MAX_TEXTS = 100;

/** The form of the conditions of a capture. */
export const conditionsSchema = v.strictObject({
  readAt: time,
  timeZone: v.pipe(short, v.check(isTimeZone)),
  utcOffset: v.pipe(v.number(), v.integer(), v.minValue(-900), v.maxValue(900)),
  extension: v.strictObject({
    name: short,
    version: short,
    target: v.picklist(['chromium', 'firefox']),
    filesHash: v.nullable(hash),
  }),
  browser: v.strictObject({ name: short, version: v.nullable(short), platform: v.nullable(short) }),
  languages: v.pipe(v.array(short), v.maxLength(50)),
  gpc: v.nullable(v.boolean()),
  cookiesEnabled: v.nullable(v.boolean()),
  thirdPartyCookies: v.nullable(v.picklist(['allowed', 'blocked'])),
  profile: v.nullable(v.picklist(['clean', 'used'])),
  region: v.nullable(short),
});

/** The form of a capture; the published JSON Schema is made of it (`docs/capture-1.schema.json`). */
export const captureSchema = v.strictObject({
  format: v.literal(CAPTURE_FORMAT),
  version: v.literal(CAPTURE_VERSION),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/)),
  kind: v.picklist(['visit', 'recording']),
  name: v.pipe(v.string(), v.maxLength(MAX_CAPTURE_NAME)),
  note: v.pipe(v.string(), v.maxLength(MAX_CAPTURE_NOTE)),
  startedAt: time,
  endedAt: time,
  conditions: conditionsSchema,
  pages: v.pipe(
    v.array(
      v.strictObject({
        no: ordinal,
        tab: ordinal,
        openedAt: time,
        leftAt: v.nullable(time),
        withheldAt: v.optional(time),
        visit: visitSchema,
      }),
    ),
    v.minLength(1),
    v.maxLength(MAX_PAGES),
  ),
  facts: v.pipe(
    v.array(v.strictObject({ seq: ordinal, page: ordinal, observation: knownObservation })),
    v.maxLength(MAX_FACTS),
  ),
  leftOut: count,
  interruptions: count,
  ended: v.optional(v.picklist(['running', 'stopped', 'cut-off', 'full', 'no-room'])),
  texts: v.pipe(v.array(KEPT_COPY_SCHEMA), v.maxLength(MAX_TEXTS)),
  pictures: v.pipe(
    v.array(
      v.strictObject({
        ...{ page: ordinal, address, at: time, caption: v.pipe(v.string(), v.maxLength(MAX_CAPTION)) },
        file: v.pipe(v.string(), v.regex(/^picture-\d{1,3}\.png$/)),
        ...{ hash, width: ordinal, height: ordinal },
      }),
    ),
    v.maxLength(MAX_PICTURES),
  ),
});

/** What came of reading. */
export type ReadCapture =
  | { readonly state: 'read'; readonly capture: Capture }
  /** No capture at all: another file, or text that is no JSON. */
  | { readonly state: 'foreign' }
  /** Of a later version of Liner Notes. */
  | { readonly state: 'newer'; readonly version: number }
  /** A capture by its own words, but not in its form. `where`: the first place that does not fit, as 'pages.0.visit.hosts'. */
  | { readonly state: 'damaged'; readonly where: string };

const HEAD = v.object({ format: v.literal(CAPTURE_FORMAT), version: v.pipe(v.number(), v.integer()) });

/** What does not fit together, though each part does by itself; null where all does. */
function misfit({ pages, facts, texts, pictures }: Capture): string | null {
  if (pages.some(({ no }, at) => no !== at + 1)) return 'pages';
  if (facts.some(({ seq, page }, at) => page > pages.length || (at > 0 && seq <= (facts[at - 1]?.seq ?? 0))))
    return 'facts';
  if (texts.some((text) => readCopy(text) === null)) return 'texts';
  const names = new Set(pictures.map(({ file }) => file));
  return names.size < pictures.length || pictures.some(({ page }) => page > pages.length) ? 'pictures' : null;
}

/** Reads a capture. Never throws, whatever the input is. */
export function readCapture(input: unknown): ReadCapture {
  const head = v.safeParse(HEAD, input);
  if (!head.success) return { state: 'foreign' };
  const { version } = head.output;
  if (version > CAPTURE_VERSION) return { state: 'newer', version };
  const read = v.safeParse(captureSchema, input, { abortEarly: true });
  if (!read.success) return { state: 'damaged', where: v.getDotPath(read.issues[0]) ?? '' };
  const capture: Capture = read.output;
  const where = misfit(capture);
  return where === null ? { state: 'read', capture } : { state: 'damaged', where };
}

/** Reads the text of a file. Never throws. */
export function readCaptureText(text: string): ReadCapture {
  try {
    return readCapture(JSON.parse(text));
  } catch {
    return { state: 'foreign' };
  }
}

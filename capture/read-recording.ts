/** What stands in the database of recordings → a recording, or what is wrong with it. Pure. */
import * as v from 'valibot';
import { MAX_CAPTURE_NAME, MAX_CAPTURE_NOTE } from './capture.ts';
import { conditionsSchema } from './read-capture.ts';
import { RECORDING_VERSION, type Recording } from './recording.ts';

const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const schema = v.strictObject({
  version: v.literal(RECORDING_VERSION),
  id: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(MAX_CAPTURE_NAME)),
  note: v.pipe(v.string(), v.maxLength(MAX_CAPTURE_NOTE)),
  startedAt: time,
  endedAt: v.nullable(time),
  keptAt: time,
  state: v.picklist(['running', 'stopped', 'cut-off', 'full', 'no-room']),
  bytes: count,
  batches: count,
  facts: count,
  pages: count,
  pictures: count,
  pictureBytes: count,
  dropped: count,
  interruptions: count,
  hosts: v.array(v.string()),
  shown: v.array(v.strictTuple([v.number(), v.string()])),
  conditions: conditionsSchema,
});

const HEAD = v.object({ version: v.pipe(v.number(), v.integer()) });

/** What came of reading. `newer`: a later version of the extension has kept it. */
export type ReadRecording =
  | { readonly state: 'read'; readonly recording: Recording }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'damaged' };

/** Reads what stands in the database. Never throws. */
export function readRecording(stored: unknown): ReadRecording {
  const head = v.safeParse(HEAD, stored);
  if (head.success && head.output.version > RECORDING_VERSION) return { state: 'newer', version: head.output.version };
  const read = v.safeParse(schema, stored);
  return read.success ? { state: 'read', recording: read.output } : { state: 'damaged' };
}

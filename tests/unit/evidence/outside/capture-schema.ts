/** What our published JSON Schema says of a capture's file, asked by another program's means (ajv) than those by which we read it. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const schema = JSON.parse(readFileSync('docs/capture-1.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

/** The first place that does not fit; none where all does. */
export function captureSchemaFaults(capture: unknown): readonly string[] {
  return validate(capture)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

/** The published JSON Schema of a capture is that of the code. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { CAPTURE_VERSION } from '../../../capture/capture.ts';
import { captureSchema } from '../../../capture/read-capture.ts';

it('is written down in docs/, for whoever reads a capture by another program', async () => {
  // What JSON Schema cannot say (finite numbers, own checks) is left out of it: it lets through what the reader may refuse, never the other way.
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `A capture of Liner Notes, version ${String(CAPTURE_VERSION)}`,
    ...toJsonSchema(captureSchema, { errorMode: 'ignore' }),
  };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    `../../../docs/capture-${String(CAPTURE_VERSION)}.schema.json`,
  );
});

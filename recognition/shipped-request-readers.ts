/** The readers that ship: our own first, since they were made for the web. Only loaded when a person opens what was sent. */
import ownFile from '../policy-data/request-readers.json' with { type: 'json' };
import trackharFile from '../policy-data/trackhar.json' with { type: 'json' };
import type { RequestReaderEntry } from '../schemas/policy-data.ts';
import { createRequestReader, type ReadRequest } from './request-reader.ts';
import type { CarriedRequest } from './carried-request.ts';

/** Builds the reader. The files were checked against their schemas when the extension was built. */
export function shippedRequestReader(): (request: CarriedRequest) => ReadRequest {
  const readers = [...ownFile.readers, ...trackharFile.readers] as readonly Omit<RequestReaderEntry, 'sources'>[];
  return createRequestReader(readers);
}

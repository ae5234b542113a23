/** The public suffix list that ships. The build runs this file and puts what comes out in its place (build/ship-less-data.ts). */
import placesFile from '../policy-data/shared-places.json' with { type: 'json' };
import suffixesFile from '../policy-data/public-suffixes.json' with { type: 'json' };
import { indexSuffixes } from './suffix-index.ts';

/** The files were checked against their schemas when the extension was built. */
export const shippedSuffixIndex = indexSuffixes(suffixesFile, placesFile);

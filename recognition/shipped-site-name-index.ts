/** The names of what is a site's own, that ship. The build runs this file and puts what comes out in its place (build/ship-less-data.ts). */
import readersFile from '../policy-data/request-readers.json' with { type: 'json' };
import { indexSiteNames } from './site-names.ts';

/** The file was checked against its schema when the extension was built. */
export const shippedSiteNameIndex = indexSiteNames(readersFile);

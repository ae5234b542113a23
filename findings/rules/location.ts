/** Where the person is: looked up by their address on the network, or asked of the browser. */
import { isConsentHost } from '../../recognition/consent-hosts.ts';
import { consentOwners } from '../consent-split.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';
import { together } from './combined.ts';
import { filedUnder } from './contacted.ts';

/** Services that work out a place, but not the country check of a consent tool, which only tells which banner to show. */
const placeServices: PracticeRule = (seen) => {
  const asking = consentOwners(seen);
  return filedUnder('ip-location')(seen).filter(
    ({ host }) => !isConsentHost(host) && !asking.has(seen.companyOf(host).owner),
  );
};

/** Scripts that were heard to ask the browser where it is, with the answer as the permission stands. */
const geolocationAsked: PracticeRule = ({ visit }) =>
  visit.readOuts
    .filter(({ readOut }) => readOut === 'location')
    .map(({ script, host, path, measures, at }): Evidence => ({
      kind: 'geolocation',
      path,
      permission: visit.geolocation?.state ?? null,
      host: script ?? host,
      at,
      count: measures.asked ?? 1,
      situation: 'asked',
    }));

/** Both ways to learn a place. */
export const locationLookUp: PracticeRule = together(placeServices, geolocationAsked);

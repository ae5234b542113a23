/** Where the person is: looked up by their address on the network, or asked of the browser. */
import { isConsentHost } from '../../recognition/consent-hosts.ts';
import { consentOwners } from '../consent-split.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';
import { together } from './combined.ts';
import { filedUnder } from './contacted.ts';

/** Services that work out a place, but not the country check of a consent tool, which only tells which banner to show. */
const placeServices: PracticeRule = (recognised) => {
  const asking = consentOwners(recognised);
  return filedUnder('ip-location')(recognised).filter(
    ({ host }) => !isConsentHost(host) && !asking.has(recognised.companyOf(host).owner),
  );
};

/** Scripts that asked the browser where it is, with the state of the permission. */
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

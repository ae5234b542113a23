/**
 * Calls of known collectors under other names than their makers' own: of the page's site, of another site of the same owner, or
 * of anybody's server. Whose the host is, is judged later (`findings/rules/disguise.ts`).
 *
 * It stands beside `resources.ts`, since the shapes would not fit into the script at the document's start. What came before is
 * given to it all the same (`resource-entries.ts`).
 */
import { toAddress } from '../../ledger/observation.ts';
import { collectorShape, isMakersHost } from '../../recognition/collector-shapes.ts';
import { clock } from '../clock.ts';
import { firstSightings } from './first-sightings.ts';
import type { VisitObserver } from './observer.ts';
import { followResources, type ResourceEntry } from './resource-entries.ts';

/** Most collectors and hosts that are told of in one visit; pages have one or two. */
const MOST = 30;

/** Reports each collector once for each host that is called in its way, whatever calls it: image, beacon, fetch or script. */
export const observeDisguises: VisitObserver = (watch) => {
  const { report, signal, since } = watch;
  const isNew = firstSightings(watch, 'disguises', MOST);

  function reportDisguises(entries: readonly ResourceEntry[]): void {
    for (const { name, startTime, initiatorType } of entries) {
      const found = collectorShape(name, initiatorType);
      const address = found === null ? null : toAddress(name);
      if (found === null || address === null || isMakersHost(address.host)) continue;
      if (!isNew(`${found.collector} ${address.host}`)) continue;
      const at = clock.at(startTime);
      report({ kind: 'disguise', at, address, collector: found.collector, reason: 'shape', detail: found.detail });
    }
  }

  followResources({ since, signal, take: reportDisguises });
};

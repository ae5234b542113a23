/** Collectors of other companies under hosts of the site's own, or of another site of the same owner. */
import type { Visit } from '../../ledger/visit.ts';
import { parameterNames } from '../../recognition/collector-shapes.ts';
import { collectorOf } from '../../recognition/collectors.ts';
import type { CompanyCategory } from '../../schemas/policy-data.ts';
import type { DisguiseEvidence, Evidence } from '../evidence.ts';
import type { PracticeRule, Recognised } from '../recognised.ts';

/**
 * Below '/cdn-cgi/' stands what Cloudflare answers itself on each site that it delivers. The address of a script brings the tool into
 * the page; what it collects goes out by other calls.
 */
function situationOf(path: string): string | null {
  if (path.startsWith('/cdn-cgi/')) return 'deliverer';
  return /(?:\.js|\/gtag\/js)$/.test(path) ? 'script' : null;
}

/**
 * The evidence of one collector under one host. Software that sites run themselves (Matomo, Snowplow) counts by its alias
 * only: its shape says nothing of another company.
 */
function evidenceOf(
  { address, at, collector, reason, detail }: Visit['disguises'][number],
  companyOf: Recognised['companyOf'],
): DisguiseEvidence[] {
  // Under another company's host it is no disguise: that company is named by itself.
  if (companyOf(address.host).relation === 'other') return [];
  const observed = { kind: 'disguise', host: address.host, at, count: 1 } as const;
  if (reason === 'alias')
    return [{ ...observed, collector, sign: { by: 'alias', host: detail }, behind: detail, situation: 'alias' }];
  const known = collectorOf(collector);
  if (known === null || known.selfRun) return [];
  const situation = situationOf(address.path);
  return [
    {
      ...observed,
      collector: known.name,
      sign: { by: 'shape', path: address.path, parameters: parameterNames(detail) },
      behind: known.host,
      ...(situation === null ? {} : { situation }),
    },
  ];
}

/** One piece of evidence for each collector and host. */
export const collectorInDisguise: PracticeRule = ({ visit, companyOf }) =>
  visit.disguises.flatMap((disguise) => evidenceOf(disguise, companyOf));

/**
 * The evidence of the collectors that are there for something: what stands behind a name of the site does what it does under its own. By the
 * collector's shape where that tells, else by the company that the name stands for.
 */
export function disguisesFor(wanted: CompanyCategory): PracticeRule {
  return ({ visit, companyOf }) =>
    visit.disguises.flatMap((disguise) => {
      const purposes = collectorOf(disguise.collector)?.purposes;
      const isFor = ({ behind = '' }: Evidence): boolean =>
        purposes === undefined ? companyOf(behind).category === wanted : purposes.includes(wanted);
      // How it hides is said under the practice of hiding.
      return evidenceOf(disguise, companyOf)
        .filter(isFor)
        .map(({ situation: _, ...plain }) => plain);
    });
}

/** Pixel tags under the site's own names: calls of such a collector that are there only for the call. */
export const pixelInDisguise: PracticeRule = ({ visit, companyOf }) =>
  visit.hosts.flatMap(({ host, pixels, paths, firstAt }): Evidence[] => {
    // The first path is that of the first pixel, where there was one: the host may serve spacers of 1 × 1 as well.
    const isCall = ({ address }: Visit['disguises'][number]): boolean =>
      address.host === host && address.path === paths[0];
    const collectors = visit.disguises.filter((one) => isCall(one) && evidenceOf(one, companyOf).length > 0);
    if (pixels === 0 || collectors.length === 0) return [];
    return [{ kind: 'pixel', paths, host, at: firstAt, count: pixels }];
  });

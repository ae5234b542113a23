/** Who stands behind a shape of `collector-shapes.ts`? */
import type { CompanyCategory } from '../schemas/policy-data.ts';
import type { CollectorId } from './collector-shapes.ts';

/** A collector and the company behind it. */
export interface Collector {
  readonly name: string;
  /** A host of its own, under which our lists of companies name its owner. */
  readonly host: string;
  /**
   * True for software that many sites run themselves, on their own machines: under the site's own name it then tells nobody
   * else anything, so its shape is no sign of another company.
   */
  readonly selfRun: boolean;
  /** What it is there for. */
  readonly purposes: readonly CompanyCategory[];
}

const collector = (name: string, host: string, purposes: readonly CompanyCategory[], selfRun = false): Collector => ({
  name,
  host,
  selfRun,
  purposes,
});
const COUNTS: readonly CompanyCategory[] = ['analytics'];
const ADVERTISES: readonly CompanyCategory[] = ['ad', 'analytics'];
const LOADS: readonly CompanyCategory[] = ['tag-manager'];

const COLLECTORS: Readonly<Record<CollectorId, Collector>> = {
  'google-analytics': collector('Google Analytics', 'www.google-analytics.com', COUNTS),
  'google-tag-manager': collector('Google Tag Manager', 'www.googletagmanager.com', LOADS),
  meta: collector('Meta Pixel', 'www.facebook.com', ADVERTISES),
  'adobe-analytics': collector('Adobe Analytics', 'sc.omtrdc.net', COUNTS),
  'adobe-edge': collector('Adobe Experience Platform', 'edge.adobedc.net', COUNTS),
  matomo: collector('Matomo', 'matomo.cloud', COUNTS, true),
  snowplow: collector('Snowplow', 'd32hwlnfiv2gyn.cloudfront.net', COUNTS, true),
  segment: collector('Segment', 'cdn.segment.com', COUNTS),
  tealium: collector('Tealium', 'collect.tealiumiq.com', COUNTS),
  piano: collector('Piano Analytics', 'logs.ati-host.net', COUNTS),
  mixpanel: collector('Mixpanel', 'api-js.mixpanel.com', COUNTS),
  'cloudflare-analytics': collector('Cloudflare Web Analytics', 'static.cloudflareinsights.com', COUNTS),
  'cloudflare-zaraz': collector('Cloudflare Zaraz', 'cloudflare.com', LOADS),
  tiktok: collector('TikTok Pixel', 'analytics.tiktok.com', ADVERTISES),
  pardot: collector('Pardot', 'pi.pardot.com', ['marketing', 'analytics']),
  eloqua: collector('Oracle Eloqua', 't.eloqua.com', ['marketing', 'analytics']),
  mapp: collector('Mapp Intelligence', 'q3.webtrekk.net', COUNTS),
};

/** The collector of an id; null for a text that is none. */
export function collectorOf(id: string): Collector | null {
  return Object.hasOwn(COLLECTORS, id) ? COLLECTORS[id as CollectorId] : null;
}

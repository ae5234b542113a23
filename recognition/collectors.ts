/** Who stands behind a shape of `collector-shapes.ts`? */
import type { CollectorId } from './collector-shapes';

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
}

const collector = (name: string, host: string, selfRun = false): Collector => ({ name, host, selfRun });

const COLLECTORS: Readonly<Record<CollectorId, Collector>> = {
  'google-analytics': collector('Google Analytics', 'www.google-analytics.com'),
  'google-tag-manager': collector('Google Tag Manager', 'www.googletagmanager.com'),
  meta: collector('Meta Pixel', 'www.facebook.com'),
  'adobe-analytics': collector('Adobe Analytics', 'sc.omtrdc.net'),
  'adobe-edge': collector('Adobe Experience Platform', 'edge.adobedc.net'),
  matomo: collector('Matomo', 'matomo.cloud', true),
  snowplow: collector('Snowplow', 'd32hwlnfiv2gyn.cloudfront.net', true),
  segment: collector('Segment', 'cdn.segment.com'),
  tealium: collector('Tealium', 'collect.tealiumiq.com'),
  piano: collector('Piano Analytics', 'logs.ati-host.net'),
  mixpanel: collector('Mixpanel', 'api-js.mixpanel.com'),
  'cloudflare-analytics': collector('Cloudflare Web Analytics', 'static.cloudflareinsights.com'),
  'cloudflare-zaraz': collector('Cloudflare Zaraz', 'cloudflare.com'),
  tiktok: collector('TikTok Pixel', 'analytics.tiktok.com'),
  pardot: collector('Pardot', 'pi.pardot.com'),
  eloqua: collector('Oracle Eloqua', 't.eloqua.com'),
  mapp: collector('Mapp Intelligence', 'q3.webtrekk.net'),
};

/** The collector of an id; null for a text that is none. */
export function collectorOf(id: string): Collector | null {
  return Object.hasOwn(COLLECTORS, id) ? COLLECTORS[id as CollectorId] : null;
}

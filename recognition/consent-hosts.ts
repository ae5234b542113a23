/** Hosts of the companies that run consent platforms: their scripts, frames, logs and look-ups of the region. */
import platformsFile from '../policy-data/consent-platforms.json' with { type: 'json' };

const DOMAINS = new Set(Object.values(platformsFile.hosts as Readonly<Record<string, readonly string[]>>).flat());

/** Whether a host belongs to a consent platform: without it nobody could be asked. */
export function isConsentHost(host: string): boolean {
  for (let name = host.toLowerCase(); name !== '';) {
    if (DOMAINS.has(name)) return true;
    const dot = name.indexOf('.');
    if (dot < 0) return false;
    name = name.slice(dot + 1);
  }
  return false;
}

/** The sites on the list, where the ordinary scripts run by themselves: read from the manifest, into which the build writes them. */
import { extensionApi } from '../ledger/border/extension-api.ts';
import { domainOfPattern, isUnder } from '../recognition/host-name.ts';

/** Their match patterns, such as '*://*.sonymusic.com/*'. */
export function listedPatterns(): readonly string[] {
  const scripts = extensionApi().runtime.getManifest().content_scripts ?? [];
  return [...new Set(scripts.flatMap(({ matches }) => matches ?? []))];
}

/** Read once: the browser copies the manifest for each question, and a frame is asked about for each request. */
let listedDomains: readonly string[] | undefined;

/** Whether a host is on the list, or below a domain that is. */
export function isListed(host: string): boolean {
  listedDomains ??= listedPatterns().map(domainOfPattern);
  return listedDomains.some((domain) => isUnder(host, domain));
}

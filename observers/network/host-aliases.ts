/**
 * For which host does a name of the page's site stand? Firefox alone can be asked, by `browser.dns`, and it is asked only where
 * the person has chosen so in the settings: the answer may cost a question to the name service that the browser uses, for a name
 * that the page has used a moment before. From memory alone (the flag "offline") Firefox never answers: it keeps the names of each
 * site apart from ours, tried in Firefox 153.
 */
import { browser } from 'wxt/browser';
import { clip, MAX_DETAIL_LENGTH, MAX_TEXT_LENGTH, type DisguiseObservation } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { CompanyFinder } from '../../recognition/company.ts';
import { collectorBehind, hostsWithAlias } from '../../recognition/host-alias.ts';

/** What is used of Firefox's `dns` (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/dns/resolve). */
export interface NameService {
  readonly resolve: (host: string, flags: string[]) => Promise<{ readonly canonicalName?: string }>;
}

/** Requests come in bursts; one look serves them all. Milliseconds. */
export const ALIAS_PAUSE = 1000;
/** Most names that are asked for on one page. */
const MAX_HOSTS = 20;
/** Most answers that are remembered; after that the memory starts over. */
const MAX_REMEMBERED = 300;

/** The browser's name service; null in browsers that let no extension ask. */
export function nameService(): NameService | null {
  return (browser as { dns?: NameService }).dns ?? null;
}

/** What the look at aliases needs of the background. */
export interface AliasBorder {
  /** Whether the person has chosen that names are looked up. */
  readonly isWanted: () => Promise<boolean>;
  readonly record: (tab: number, document: string, observations: readonly DisguiseObservation[]) => Promise<unknown>;
}

/**
 * Gives what is to be called with each new state of a tab's visit: a moment later the site's own hosts in it are looked up, each
 * once as long as the background lives, and collectors behind them are recorded. It never throws; a name without an answer has no alias.
 */
export function watchAliases(
  service: NameService,
  companies: Pick<CompanyFinder, 'find'>,
  { isWanted, record }: AliasBorder,
): (tab: number, visit: Visit) => void {
  const answers = new Map<string, Promise<string>>();
  const waiting = new Map<number, Visit>();

  function aliasOf(host: string): Promise<string> {
    const known = answers.get(host);
    if (known !== undefined) return known;
    if (answers.size >= MAX_REMEMBERED) answers.clear();
    const answer = service.resolve(host, ['canonical_name']).then(
      ({ canonicalName = '' }) => canonicalName,
      () => '',
    );
    answers.set(host, answer);
    return answer;
  }

  async function disguiseOf(host: string, visit: Visit): Promise<DisguiseObservation[]> {
    const alias = await aliasOf(host);
    const collector = collectorBehind(visit.address.host, alias, companies);
    const known = visit.hosts.find((record) => record.host === host);
    if (collector === null || known === undefined) return [];
    return [
      {
        kind: 'disguise',
        at: known.firstAt,
        address: { scheme: known.insecure === known.count ? 'http' : 'https', host, path: known.paths[0] ?? '/' },
        collector: clip(collector, MAX_TEXT_LENGTH),
        reason: 'alias',
        // Its end says whose it is.
        detail: alias.slice(-MAX_DETAIL_LENGTH),
      },
    ];
  }

  async function reportAliases(tab: number): Promise<void> {
    const visit = waiting.get(tab);
    waiting.delete(tab);
    if (visit === undefined || !(await isWanted())) return;
    const reportedHosts = new Set(
      visit.disguises.filter(({ reason }) => reason === 'alias').map(({ address }) => address.host),
    );
    const hosts = hostsWithAlias(
      visit.hosts.map(({ host }) => host),
      visit.address.host,
    ).filter((host) => !reportedHosts.has(host));
    const found = await Promise.all(hosts.slice(0, MAX_HOSTS).map((host) => disguiseOf(host, visit)));
    if (found.flat().length > 0) await record(tab, visit.document, found.flat());
  }

  return (tab, visit) => {
    const isAwaited = waiting.has(tab);
    waiting.set(tab, visit);
    // When the record cannot be written, the next message of the page tells the person so.
    if (!isAwaited) setTimeout(() => void reportAliases(tab).catch(() => undefined), ALIAS_PAUSE);
  };
}

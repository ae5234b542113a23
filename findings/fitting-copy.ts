/**
 * Which of the person's copies is the text in force of a page? docs/reading.md tells the order.
 *
 * The site's own link to its policy decides; where none is known, the same site, and last the same operator in the same country. So a national
 * policy speaks for its own organisation's sites, and for no other country's.
 */
import type { CopyFacts } from '../reading/copy-list.ts';
import { pageOf } from '../reading/page-of-address.ts';
import { registrableDomain } from '../recognition/registrable-domain.ts';
import type { SiteRecognition } from '../recognition/site.ts';

const bare = (host: string): string => host.replace(/^www\./, '');

/** The latest text that can be judged; where there is none, the latest that was read, which then says why it cannot. */
function latest(copies: readonly CopyFacts[]): CopyFacts | null {
  const inOrder = copies.toSorted((a, b) => b.readAt - a.readAt);
  return inOrder.find(({ state }) => state === 'policy' || state === 'cut-short') ?? inOrder[0] ?? null;
}

/** Whether two sites are run by one operator in one country. Of artists' sites the list knows the platform alone, which is no operator. */
function areOfOneOperator(one: SiteRecognition, other: SiteRecognition): boolean {
  return (
    one.organisation !== null &&
    one.organisation === other.organisation &&
    one.policy === other.policy &&
    one.operator !== null &&
    one.operator === other.operator &&
    one.site !== null &&
    other.site !== null &&
    one.site.kind !== 'artist' &&
    one.site.country === other.site.country
  );
}

/**
 * The copy that speaks for a page of `host`; null where none does.
 *
 * `recognise` tells whose a host is, for the hosts on which copies were read.
 */
export function fittingCopy(
  host: string,
  recognition: SiteRecognition,
  copies: readonly CopyFacts[],
  recognise: (host: string) => SiteRecognition,
): CopyFacts | null {
  if (copies.length === 0) return null;
  const { policyUrl } = recognition;
  if (policyUrl !== null) {
    const page = pageOf(policyUrl);
    const there = copies.filter((copy) => copy.page === page);
    if (there.length > 0) return latest(there);
    // The link leads on to another address of the same host, as links of before a new design do.
    const at = URL.canParse(policyUrl) ? bare(new URL(policyUrl).hostname) : null;
    return latest(copies.filter((copy) => bare(copy.host) === at && copy.state !== 'not-a-policy'));
  }
  const site = registrableDomain(host);
  const sameHost = copies.filter((copy) => bare(copy.host) === bare(host));
  const sameSite = copies.filter((copy) => registrableDomain(copy.host) === site);
  const sameOperator = copies.filter((copy) => areOfOneOperator(recognition, recognise(copy.host)));
  return latest(sameHost) ?? latest(sameSite) ?? latest(sameOperator);
}

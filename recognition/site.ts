/** Whose is a page? Its host and its marks → organisation, with reasons and confidence. */
import type { Lookalike, Organisation, Site } from '../schemas/policy-data.ts';
import { createMarkJudge, type MarkVerdict, type Reason, type SeenMark } from './mark-verdict.ts';
import { isSharedPlace } from './registrable-domain.ts';

/** What is known of a page's owner. */
export interface SiteRecognition {
  /**
   * `listed`: the host is on our list. `by-marks`: the page's own marks show it. `sister`: belongs to a sister company of the
   * organisation. `lookalike`: resembles its sites and is none. `hinted`: marks too weak to say so. `not-covered`: nothing points to it.
   */
  readonly status: 'listed' | 'by-marks' | 'sister' | 'lookalike' | 'hinted' | 'not-covered';
  /** The entry of sites.json, where the host is listed. */
  readonly site: Site | null;
  /** Who runs it, in words. */
  readonly operator: string | null;
  /** The year in which that was read, where it is not known to hold today. */
  readonly asOf: number | null;
  /** Label ("Columbia (US)") where the paths of the organisation's platform tell it. */
  readonly label: string | null;
  /** `held`: the text that we hold is its policy's. `own`: it has its own. `none`: no policy of ours speaks for it. */
  readonly policy: 'held' | 'own' | 'none';
  /** The policy of today, where its address is known. */
  readonly policyUrl: string | null;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Each reason: a stable code, for the popup's words, and what was found. No code has the same mark or detail twice. */
  readonly reasons: readonly Reason[];
}

/** Tells whose a page is. */
export interface SiteRecogniser {
  /** `host` as the browser gives it; upper case, a port and a trailing dot do no harm. Never throws. */
  readonly recognise: (host: string, marks: readonly SeenMark[]) => SiteRecognition;
}

/** The policy that a page's own links name; null where they name none, or both (a choice of countries). */
function linkedPolicy({ heldPolicy, ownPolicy }: MarkVerdict): { policy: 'held' | 'own'; link: SeenMark } | null {
  if (heldPolicy !== null) return ownPolicy === null ? { policy: 'held', link: heldPolicy } : null;
  return ownPolicy === null ? null : { policy: 'own', link: ownPolicy };
}

/** The address of a policy link, fit to be opened; null for a detail that is cut or is none. */
function openable({ detail }: SeenMark): string | null {
  return /^https?:\/\//.test(detail) && !detail.endsWith('…') ? detail : null;
}

function recogniseListed(site: Site, verdict: MarkVerdict, organisation: Organisation): SiteRecognition {
  const linked = site.group === organisation.id ? linkedPolicy(verdict) : null;
  // The page's own link beats the list, since artist sites change hands. Away from our text it always does; towards our
  // text only on artist sites, whose country the list infers: a company's site may link to its parent's policy as well.
  const beaten =
    linked !== null && linked.policy !== site.policy && (linked.policy === 'own' || site.kind === 'artist');
  const { policy, policyUrl } = beaten ? { policy: linked.policy, policyUrl: openable(linked.link) } : site;
  const own: Reason = {
    code: 'own-policy',
    mark: beaten ? linked.link.mark : null,
    detail: policyUrl ?? site.operator,
  };
  return {
    status: 'listed',
    site,
    operator: site.operator,
    asOf: null,
    label: verdict.label,
    policy,
    policyUrl,
    confidence: verdict.proven ? 'high' : site.confidence,
    reasons: [
      { code: 'host-listed', mark: null, detail: site.domain },
      ...(policy === 'own' ? [own] : []),
      ...verdict.reasons,
    ],
  };
}

function recogniseByMarks(verdict: MarkVerdict, organisation: Organisation): SiteRecognition {
  const linked = linkedPolicy(verdict);
  const noLink = verdict.heldPolicy === null && verdict.ownPolicy === null;
  return {
    status: 'by-marks',
    site: null,
    // The platform alone does not say who runs a site; the page's own words do.
    operator: verdict.claimed ? organisation.legalName : null,
    asOf: null,
    label: verdict.label,
    policy: linked?.policy ?? (noLink && verdict.isHeldLabel ? 'held' : 'none'),
    policyUrl: linked === null ? null : openable(linked.link),
    confidence: verdict.confidence,
    reasons:
      linked?.policy === 'own'
        ? [{ code: 'own-policy', mark: linked.link.mark, detail: linked.link.detail }, ...verdict.reasons]
        : verdict.reasons,
  };
}

function recogniseLookalike(lookalike: Lookalike, verdict: MarkVerdict, organisation: Organisation): SiteRecognition {
  const reason: Reason = { code: 'lookalike-host', mark: null, detail: lookalike.domain };
  const isSister = lookalike.relation === 'sister';
  if (!isSister && verdict.proven) {
    // It may have come to the organisation since the list was made: the page beats the list, with less confidence.
    const found = recogniseByMarks(verdict, organisation);
    return { ...found, confidence: 'medium', reasons: [reason, ...found.reasons] };
  }
  return {
    status: isSister ? 'sister' : 'lookalike',
    site: null,
    operator: lookalike.operator,
    asOf: lookalike.asOf ?? null,
    label: null,
    policy: 'none',
    policyUrl: null,
    confidence: 'medium',
    reasons: [reason, ...verdict.reasons],
  };
}

/** 'WWW.BobDylan.com.:443' → 'www.bobdylan.com' */
function normalise(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
}

/** Asks a map for the host and each of its parents: 'a.b.com' → 'a.b.com', 'b.com', 'com'. A label is never cut. */
function findByHost<T>(byDomain: ReadonlyMap<string, T>, host: string): T | null {
  for (let rest = host; rest !== '';) {
    const found = byDomain.get(rest);
    if (found !== undefined) return found;
    const dot = rest.indexOf('.');
    rest = dot < 0 ? '' : rest.slice(dot + 1);
  }
  return null;
}

/**
 * Builds a recogniser from the three files.
 *
 * @throws Error when a domain stands twice, in one list or in both, or the id of a mark does.
 */
export function createSiteRecogniser(
  sites: readonly Site[],
  lookalikes: readonly Lookalike[],
  organisation: Organisation,
): SiteRecogniser {
  const byDomain = new Map<string, (verdict: MarkVerdict) => SiteRecognition>();
  const list = (domain: string, answer: (verdict: MarkVerdict) => SiteRecognition): void => {
    if (byDomain.has(domain)) throw new Error(`Domain ${domain} stands twice in the lists of sites`);
    byDomain.set(domain, answer);
  };
  for (const site of sites) list(site.domain, (verdict) => recogniseListed(site, verdict, organisation));
  for (const other of lookalikes) list(other.domain, (verdict) => recogniseLookalike(other, verdict, organisation));
  const judge = createMarkJudge(organisation, isSharedPlace);

  return {
    recognise(pageHost, marks) {
      const host = normalise(pageHost);
      const verdict = judge(host, marks);
      const answer = findByHost(byDomain, host);
      if (answer !== null) return answer(verdict);
      if (verdict.proven) return recogniseByMarks(verdict, organisation);
      return {
        status: verdict.reasons.length > 0 ? 'hinted' : 'not-covered',
        site: null,
        operator: null,
        asOf: null,
        label: null,
        policy: 'none',
        policyUrl: null,
        confidence: 'low',
        reasons: verdict.reasons,
      };
    },
  };
}

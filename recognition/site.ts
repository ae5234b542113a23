/** Whose is a page? Its host and its marks → organisation, with reasons and confidence. */
import type { Lookalike, Organisation, Site } from '../schemas/policy-data.ts';
import { createMarkJudge, type MarkVerdict, type Reason, type SeenMark } from './mark-verdict.ts';
import { findByHost, normaliseHost } from './host-name.ts';
import { strongest, type Judged } from './strongest-marks.ts';
import { isSharedPlace } from './registrable-domain.ts';

/** What is known of a page's owner. */
export interface SiteRecognition {
  /**
   * `listed`: the host is on our list. `by-marks`: the page's own marks show it. `sister`: belongs to a sister company of the
   * organisation. `lookalike`: resembles its sites and is none. `hinted`: marks too weak to say so. `not-covered`: nothing points to it.
   */
  readonly status: 'listed' | 'by-marks' | 'sister' | 'lookalike' | 'hinted' | 'not-covered';
  /** Id of the organisation that all this is said of; null where nothing points to any. */
  readonly organisation: string | null;
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

function recogniseListed(site: Site, { about, verdict }: Judged): SiteRecognition {
  const linked = site.group === about.id ? linkedPolicy(verdict) : null;
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
    organisation: about.id,
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

function recogniseByMarks({ about, verdict }: Judged): SiteRecognition {
  const linked = linkedPolicy(verdict);
  const noLink = verdict.heldPolicy === null && verdict.ownPolicy === null;
  return {
    status: 'by-marks',
    organisation: about.id,
    site: null,
    // The platform alone does not say who runs a site; the page's own words do.
    operator: verdict.claimed ? about.legalName : null,
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

/** What is no site of the organisation: its lookalikes, and pages with marks too weak or none at all. */
function recogniseOther(
  status: 'sister' | 'lookalike' | 'hinted' | 'not-covered',
  organisation: string | null,
  { operator, asOf = null }: { readonly operator: string | null; readonly asOf?: number | null | undefined },
  reasons: readonly Reason[],
): SiteRecognition {
  return {
    status,
    organisation,
    site: null,
    operator,
    asOf,
    label: null,
    policy: 'none',
    policyUrl: null,
    confidence: operator === null ? 'low' : 'medium',
    reasons,
  };
}

function recogniseLookalike(lookalike: Lookalike, its: Judged, proven: Judged | undefined): SiteRecognition {
  const reason: Reason = { code: 'lookalike-host', mark: null, detail: lookalike.domain };
  if (lookalike.relation === 'other' && proven !== undefined) {
    const found = recogniseByMarks(proven);
    // It may have come to the organisation since the list was made: the page beats the list, with less confidence.
    return proven.about.id === its.about.id
      ? { ...found, confidence: 'medium', reasons: [reason, ...found.reasons] }
      : found;
  }
  const status = lookalike.relation === 'sister' ? 'sister' : 'lookalike';
  return recogniseOther(status, its.about.id, lookalike, [reason, ...its.verdict.reasons]);
}

/** What the list says of a domain. */
type Entry = { readonly of: string } & ({ readonly site: Site } | { readonly lookalike: Lookalike });

/** The files of one organisation that tell its pages. */
export interface OrganisationSites {
  readonly about: Organisation;
  readonly sites: readonly Site[];
  readonly lookalikes: readonly Lookalike[];
}

/**
 * Builds a recogniser for the pages of all organisations. A page is of one of them at most. What stands on it decides: marks that prove an
 * organisation beat the list of another. Where they prove two, or none, the listed host decides; where it is on no list, the stronger marks.
 * A sister company's page stays its own, whatever it bears. What one organisation lists as a lookalike may be another's site.
 *
 * @throws Error when a domain stands twice, in one list or in two, or the id of a mark does.
 */
export function createSiteRecogniser(organisations: readonly OrganisationSites[]): SiteRecogniser {
  const byDomain = new Map<string, Entry>();
  const list = (domain: string, entry: Entry): void => {
    const before = byDomain.get(domain);
    if (before !== undefined && (before.of === entry.of || ('site' in before && 'site' in entry)))
      throw new Error(`Domain ${domain} stands twice in the lists of sites`);
    if (before === undefined || 'lookalike' in before) byDomain.set(domain, entry);
  };
  for (const { about, sites, lookalikes } of organisations) {
    for (const site of sites) list(site.domain, { of: about.id, site });
    for (const lookalike of lookalikes) list(lookalike.domain, { of: about.id, lookalike });
  }
  const judges = organisations.map(({ about }) => ({ about, judge: createMarkJudge(about, isSharedPlace) }));

  return {
    recognise(pageHost, marks) {
      const host = normaliseHost(pageHost.replace(/:\d*$/, ''));
      const judged = judges.map(({ about, judge }) => ({ about, verdict: judge(host, marks) }));
      const proven = judged.filter(({ verdict }) => verdict.proven);
      const entry = findByHost(byDomain, host);
      const its = judged.find(({ about }) => about.id === entry?.of);
      if (entry !== null && its !== undefined) {
        if ('lookalike' in entry) return recogniseLookalike(entry.lookalike, its, strongest(proven));
        const { site } = entry;
        const stays = proven.length === 0 || proven.includes(its) || site.group !== its.about.id;
        if (stays) return recogniseListed(site, its);
      }
      const found = strongest(proven);
      if (found !== undefined) return recogniseByMarks(found);
      const hinted = strongest(judged.filter(({ verdict }) => verdict.reasons.length > 0));
      return hinted === undefined
        ? recogniseOther('not-covered', null, { operator: null }, [])
        : recogniseOther('hinted', hinted.about.id, { operator: null }, hinted.verdict.reasons);
    },
  };
}

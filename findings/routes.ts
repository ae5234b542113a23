/** Where can a person answer back? What a page showed, and where the person lives → the routes that fit, in order. */
import type { Visit } from '../ledger/visit';
import type { CompanyMatch } from '../recognition/company';
import type { SiteRecognition } from '../recognition/site';
import type { Route, Site } from '../schemas/policy-data';
import type { OfferedRoute } from './report';

/** What an offer is made from. */
export interface OfferInput {
  /** Ids of the practices that the page showed. */
  readonly practices: readonly string[];
  /** What the page contacted of other companies: the company's name, and all names by which a route may call it. */
  readonly companies: readonly Pick<CompanyMatch, 'owner' | 'names'>[];
  /** Where the person lives, as in routes.json ('DE', 'US-CA', 'EU'); null when they have not said. */
  readonly region: string | null;
  readonly policy: SiteRecognition['policy'];
  /** The site's entry, where it is listed: tells its country, and whether it is a sister company's. */
  readonly site?: Site | null;
  /** Whether the privacy signal is sent on this page (`isSignalSent`): its route is then not offered. */
  readonly signalSent?: boolean;
}

/** The route by which a person turns on the privacy signal (Global Privacy Control). */
export const SIGNAL_ROUTE = 'gpc';

/** Whether the browser, or Liner Notes for the person, sends the privacy signal on this page: then there is nothing to turn on. */
export function isSignalSent({ signal }: Pick<Visit, 'signal'>): boolean {
  return signal !== null && (signal.gpc === true || signal.ours);
}

/** Offers routes. */
export interface RouteOffer {
  /**
   * The routes that fit: Sony Music's own, the trade's and the companies' choices, regulators, reading. Each at most once,
   * always in the same order. A route that is dead, or that another replaces, is never among them.
   */
  readonly offer: (input: OfferInput) => OfferedRoute[];
  /** What to use instead of a route, best first; [] for an unknown id or where nothing replaces it. */
  readonly replacementsOf: (id: string) => Route[];
}

/** Member states of the European Union, and Iceland, Liechtenstein and Norway, where its data protection law holds too. */
export const EEA: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE'.split(' '),
);

/** The regions of the regulators that are offered when nobody said where they live: few, and the widest. */
const WIDE_REGIONS: readonly string[] = ['US', 'GB', 'EU'];

/** Whether a route made for `route` serves somebody in `region`. In the US without a state, each state's routes may. */
function covers(route: string, region: string): boolean {
  if (route === '*' || route === region) return true;
  if (route === 'EU') return EEA.has(region);
  return route.startsWith(`${region}-`) || region.startsWith(`${route}-`);
}

const isSonys = ({ kind }: Route): boolean => kind.startsWith('sony-');

/** The parts of the offer, in their order. */
function partOf({ kind }: Route): number {
  if (kind === 'sony-optout' || kind === 'sony-contact') return 0;
  if (kind === 'sony-policy') return 1;
  if (kind === 'setting' || kind === 'optout') return 2;
  if (kind === 'vendor') return 3;
  if (kind === 'regulator') return 4;
  return kind === 'complaint' ? 5 : 6;
}

/** Why a route fits what was seen; null when it does not. A route with both practices and companies needs one of each. */
function reasonFor(route: Route, input: OfferInput): OfferedRoute['because'] | null {
  const practices = route.practices.filter((id) => input.practices.includes(id));
  const owners = input.companies
    .filter(({ names }) => names.some((name) => route.companies.includes(name)))
    .map(({ owner }) => owner);
  if (route.companies.length > 0) {
    const fits = owners.length > 0 && (route.practices.length === 0 || practices.length > 0);
    return fits ? { kind: 'company', names: [...new Set(owners)] } : null;
  }
  if (route.practices.length > 0) return practices.length > 0 ? { kind: 'practice', names: practices } : null;
  return isSonys(route) || route.kind === 'regulator' || route.kind === 'complaint'
    ? { kind: 'always', names: [] }
    : null;
}

/** Whether a route serves the person and the site. */
function fitsPlace(route: Route, { region, policy, site }: OfferInput, siteCountry: string | null): boolean {
  const serves = (place: string | null): boolean => place !== null && covers(route.region, place);
  if (isSonys(route)) {
    // A sister company answers for itself, and nobody at Sony Music for a site that is not its own.
    if (policy === 'none' || (site?.group ?? 'sony-music') !== 'sony-music') return false;
    return route.region === '*' || serves(siteCountry) || serves(region);
  }
  // Complaints by way of the policy's own go-between: only where that policy speaks.
  if (route.kind === 'complaint') return policy === 'us-2011-12-31';
  if (route.region === '*' || serves(region)) return true;
  if (region !== null) return false;
  return serves(siteCountry) || (route.kind === 'regulator' && WIDE_REGIONS.includes(route.region));
}

/**
 * Builds the offer from routes.json.
 *
 * @throws Error when an id stands twice, or `insteadUse` names no route.
 */
export function createRouteOffer(routes: readonly Route[]): RouteOffer {
  const byId = new Map<string, Route>();
  for (const route of routes) {
    if (byId.has(route.id)) throw new Error(`Route ${route.id} stands twice in routes.json`);
    byId.set(route.id, route);
  }
  const replacements = new Map<string, Route[]>();
  for (const route of routes) {
    const found = route.insteadUse.map((id) => {
      const instead = byId.get(id);
      if (instead === undefined) throw new Error(`Route ${route.id} is replaced by ${id}, which routes.json lacks`);
      return instead;
    });
    replacements.set(route.id, found);
  }
  const usable = routes.filter(
    ({ kind, worksToday, insteadUse }) => kind !== 'dead' && worksToday !== 'no' && insteadUse.length === 0,
  );

  return {
    offer(input) {
      // The policy of 2011 is the United States company's: a site under it, listed or not, has that country.
      const siteCountry = input.site?.country ?? (input.policy === 'us-2011-12-31' ? 'US' : null);
      // Sony Music's own: those of the site's country first. The others: those of the person's own country first.
      const distance = (route: Route): number => {
        const place = isSonys(route) ? siteCountry : (input.region ?? siteCountry);
        return place === null || route.region === '*' || !covers(route.region, place) ? 1 : 0;
      };
      return usable
        .flatMap((route) => {
          if (input.signalSent === true && route.id === SIGNAL_ROUTE) return [];
          if (!fitsPlace(route, input, siteCountry)) return [];
          const because = reasonFor(route, input);
          return because === null ? [] : [{ route, because }];
        })
        .sort((a, b) => partOf(a.route) - partOf(b.route) || distance(a.route) - distance(b.route));
    },
    replacementsOf: (id) => [...(replacements.get(id) ?? [])],
  };
}

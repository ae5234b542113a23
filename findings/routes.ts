/** Where can a person answer back? What a page showed, and where the person lives → the routes that fit, in order. */
import type { CompanyMatch } from '../recognition/company.ts';
import type { SiteRecognition } from '../recognition/site.ts';
import type { Organisation, Policy, Route, Site } from '../schemas/policy-data.ts';
import { SIGNAL_ROUTE } from './privacy-signal.ts';
import { distance, isFor, placesOf } from './route-places.ts';

/** What an offer is made from. */
export interface OfferInput {
  /** Ids of the practices that the page showed. */
  readonly practices: readonly string[];
  /** What the page contacted of other companies: the company's name, and all names by which a route may call it. */
  readonly companies: readonly Pick<CompanyMatch, 'owner' | 'names'>[];
  /** By practice, the companies that it was seen with: where a link or a button leads, too. */
  readonly met?: Readonly<Record<string, OfferInput['companies']>>;
  /** Where the person lives, as in routes.json ('DE', 'US-CA', 'EU'); null when they have not said. */
  readonly region: string | null;
  readonly policy: SiteRecognition['policy'];
  /** The site's entry, where it is listed: tells its country, and whether it is a sister company's. */
  readonly site?: Site | null;
  /** Whether the privacy signal is sent on this page (`isSignalSent`): its route is then not offered. */
  readonly signalSent?: boolean;
}

/** A route that fits what was seen, and why it is offered. */
export interface OfferedRoute {
  readonly route: Route;
  /** `always`: the organisation's own. Else names of companies or ids of practices that were seen. */
  readonly because: { readonly kind: 'always' | 'company' | 'practice'; readonly names: readonly string[] };
}

/** Offers routes. */
export interface RouteOffer {
  /**
   * The routes that fit: the organisation's own, the trade's and the companies' choices, regulators, reading. Each at most once,
   * always in the same order. A route that is dead, or that another replaces, is never among them.
   */
  readonly offer: (input: OfferInput) => OfferedRoute[];
  /** What to use instead of a route, best first; [] for an unknown id or where nothing replaces it. */
  readonly replacementsOf: (id: string) => Route[];
}

/** The regions of the regulators that are offered when nobody said where they live: few, and the widest. */
const WIDE_REGIONS: readonly string[] = ['US', 'GB', 'EU'];

const isOwn = ({ kind }: Route): boolean => kind.startsWith('own-');

/** The parts of the offer, in their order. What can be asked of the organisation in any case stands first, and first of all the contact. */
function partOf(route: Route): number {
  const { kind, practices, address } = route;
  const inAnyCase = practices.length === 0;
  switch (kind) {
    case 'own-contact':
      return inAnyCase && address !== null ? 0 : inAnyCase ? 2 : 3;
    case 'own-optout':
      return inAnyCase ? 1 : 3;
    case 'own-policy':
      return 4;
    case 'setting':
    case 'optout':
      return 5;
    case 'vendor':
      return 6;
    case 'regulator':
      return 7;
    case 'complaint':
      return 8;
    case 'learn':
    case 'dead':
      return 9;
  }
}

/** A place where somebody takes back what a company's account may be used for: offered by what the page asks for. */
const isPermission = ({ kind, companies }: Route): boolean => kind === 'setting' && companies.length > 0;

/** Why a route fits what was seen; null when it does not. A route with both practices and companies needs one of each. */
function reasonFor(route: Route, input: OfferInput): OfferedRoute['because'] | null {
  const practices = route.practices.filter((id) => input.practices.includes(id));
  const owners = input.companies
    .filter(({ names }) => names.some((name) => route.companies.includes(name)))
    .map(({ owner }) => owner);
  if (isPermission(route)) return practices.length > 0 ? { kind: 'practice', names: practices } : null;
  if (route.companies.length > 0) {
    const fits = owners.length > 0 && (route.practices.length === 0 || practices.length > 0);
    return fits ? { kind: 'company', names: [...new Set(owners)] } : null;
  }
  if (route.practices.length > 0) return practices.length > 0 ? { kind: 'practice', names: practices } : null;
  return isOwn(route) || route.kind === 'regulator' || route.kind === 'complaint'
    ? { kind: 'always', names: [] }
    : null;
}

/** Whether a route of the organisation `id`, or of all, serves the person and the site. */
function fitsPlace(
  route: Route,
  { region, policy, site }: OfferInput,
  id: string,
  siteCountry: string | null,
): boolean {
  const serves = (place: string | null): boolean => place !== null && isFor(route, place);
  /** In the United States without a state, a form for people of one state may be theirs. */
  const mayServe = (place: string | null): boolean =>
    serves(place) || placesOf(route).some((own) => own.startsWith(`${place}-`));
  if (isOwn(route)) {
    // A sister company answers for itself, and the organisation for no site that is not its own.
    if (policy === 'none' || (site?.group ?? id) !== id) return false;
    if (route.region === '*') return true;
    return route.residentsOnly === true ? mayServe(region ?? siteCountry) : serves(siteCountry) || serves(region);
  }
  // Complaints by way of the policy's own go-between: only where that policy speaks.
  if (route.kind === 'complaint') return policy === 'held';
  if (route.region === '*' || serves(region)) return true;
  if (region !== null) return false;
  return serves(siteCountry) || (route.kind === 'regulator' && WIDE_REGIONS.includes(route.region));
}

/** Where a permission is taken back when no page of the account's own service is known. */
const ANY_ACCOUNT_ROUTE = 'account-apps';
/** A page that saves ahead often asks for the service only after a press: then each that we know may be the one. */
const PRE_SAVE = 'pre-save';

/**
 * Of what fits, what leads on: at the music service or sign-in that the page is known to ask, and not at each that we know; at the
 * authority of the person's own place, and not at a list of authorities beside it.
 */
function leadingOn(offered: readonly OfferedRoute[], { region, met = {} }: OfferInput): OfferedRoute[] {
  const isAskedIn = ({ companies }: Route, practice: string): boolean =>
    met[practice]?.some(({ names }) => names.some((name) => companies.includes(name))) === true;
  const known = new Set(
    offered.flatMap(({ route }) =>
      isPermission(route) ? route.practices.filter((practice) => isAskedIn(route, practice)) : [],
    ),
  );
  const hasOwn = offered.some(({ route }) => route.kind === 'regulator' && distance(route, region) === 0);
  return offered.filter(({ route, because: { names: practices } }) => {
    if (route.id === ANY_ACCOUNT_ROUTE) return practices.some((practice) => !known.has(practice));
    if (isPermission(route)) {
      return practices.some(
        (practice) => isAskedIn(route, practice) || (practice === PRE_SAVE && !known.has(PRE_SAVE)),
      );
    }
    const isWideList = route.authority?.does === 'find' && region !== null && distance(route, region) > 0;
    return !(isWideList && hasOwn);
  });
}

/** The organisation whose routes are offered, and the country for which the text that we hold was made. */
export type RouteOwner = Pick<Organisation, 'id'> & Pick<Policy, 'jurisdiction'>;

/**
 * Builds the offer for the pages of an organisation, from its own routes and everybody's.
 *
 * @throws Error when an id stands twice, or `insteadUse` names no route.
 */
export function createRouteOffer(routes: readonly Route[], owner: RouteOwner): RouteOffer {
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
      // A site under the text that we hold, listed or not, has that text's country.
      const siteCountry = input.site?.country ?? (input.policy === 'held' ? owner.jurisdiction : null);
      // Made for where the person lives before all; of the organisation's own then those of the site's country, whose policy it is.
      const nearness = (route: Route): number => {
        if (route.kind === 'own-policy') return distance(route, siteCountry);
        const near = distance(route, input.region ?? siteCountry);
        return isOwn(route) && near === 3 && siteCountry !== null && isFor(route, siteCountry) ? 1.5 : near;
      };
      const offered = usable.flatMap((route) => {
        if (input.signalSent === true && route.id === SIGNAL_ROUTE) return [];
        if (!fitsPlace(route, input, owner.id, siteCountry)) return [];
        const because = reasonFor(route, input);
        return because === null ? [] : [{ route, because }];
      });
      return leadingOn(offered, input).sort(
        (a, b) => partOf(a.route) - partOf(b.route) || nearness(a.route) - nearness(b.route),
      );
    },
    replacementsOf: (id) => [...(replacements.get(id) ?? [])],
  };
}

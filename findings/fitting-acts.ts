/** What a person can do about one practice or one company, where they stand: our own switch, what is made for it, the companies' pages, the organisation's own. */
import type { Finding } from './finding.ts';
import type { ContactedCompany, Report } from './report.ts';
import type { OfferedRoute } from './routes.ts';
import { practiceRoutes } from './practice-routes.ts';
import { isSignalSent, SIGNAL_ROUTE } from './privacy-signal.ts';
import type { OptOut } from '../recognition/company.ts';
import { namesOf } from '../recognition/contacted.ts';
import type { Route } from '../schemas/policy-data.ts';
import { nearestRoute } from './route-groups.ts';

/** One thing to do. `id` tells it from the others of a list; `href` is where it leads, null for what is told in words alone. */
export type FittingAct = { readonly id: string } & (
  | { readonly kind: 'own-switch'; readonly href: string }
  | { readonly kind: 'route'; readonly href: string | null; readonly route: Route }
  | { readonly kind: 'company-choice'; readonly href: string; readonly optOut: OptOut }
  | { readonly kind: 'privacy-page'; readonly href: string; readonly company: string }
);

/** Where our own switch for the privacy signal stands, with what is sent and its limits. */
export const OWN_SWITCH = '/options.html#gpc';
/** Most of a kind that are offered beside a practice: all others are one step away. */
const MOST = 3;

/**
 * Whether our own switch does something here: the signal is sent to the sites of the list alone, and where the browser sends it
 * already there is nothing to switch on.
 */
export function hasOwnSwitch({ recognition, visit }: Pick<Report, 'recognition' | 'visit'>): boolean {
  return recognition.status === 'listed' && !isSignalSent(visit);
}

const OWN_SWITCH_ACT: FittingAct = { kind: 'own-switch', id: 'own-switch', href: OWN_SWITCH };

function routeAct(route: Route): FittingAct {
  return { kind: 'route', id: route.id, href: route.address, route };
}

/** Whether it leads to a company's own page. */
export function isOfCompany(act: FittingAct): boolean {
  switch (act.kind) {
    case 'own-switch':
      return false;
    case 'route':
      return act.route.companies.length > 0;
    case 'company-choice':
    case 'privacy-page':
      return true;
  }
}

/** The pages of a company's own that are offered: those to choose on first, then those to read. */
function companyActs(met: ContactedCompany, routes: readonly OfferedRoute[]): readonly FittingAct[] {
  const names = namesOf(met);
  const { privacyUrl, company } = met;
  const ownRoutes = routes
    .map(({ route }) => route)
    .filter(({ companies }) => companies.some((name) => names.includes(name)));
  const choices = met.optOuts.map((optOut): FittingAct => ({
    kind: 'company-choice',
    id: optOut.url,
    href: optOut.url,
    optOut,
  }));
  const privacyPage: readonly FittingAct[] =
    privacyUrl === null ? [] : [{ kind: 'privacy-page', id: privacyUrl, href: privacyUrl, company: company.name }];
  return onceEach([
    ...ownRoutes.filter(({ kind }) => kind === 'optout').map(routeAct),
    ...choices,
    ...ownRoutes.filter(({ kind }) => kind === 'vendor').map(routeAct),
    ...privacyPage,
  ]);
}

/** Two ways to one place are one: the first of them stays. */
function onceEach(acts: readonly FittingAct[]): readonly FittingAct[] {
  const place = ({ href, id }: FittingAct): string => href ?? id;
  return acts.filter((act, index) => acts.findIndex((other) => place(other) === place(act)) === index);
}

/** The organisation's own form or address, where one is offered: it is the one who has the company on its page. */
function ownAct({ routes }: Report, region: string | null): readonly FittingAct[] {
  const nearest = nearestRoute(routes, region);
  return nearest?.kind.startsWith('own-') === true ? [routeAct(nearest)] : [];
}

/** All that fits a company: its own pages, then the organisation's. */
export function actsForCompany(met: ContactedCompany, report: Report, region: string | null): readonly FittingAct[] {
  return onceEach([...companyActs(met, report.routes), ...ownAct(report, region)]);
}

/** The companies of a finding as they were met on the page, those whose page no route leads to. */
function withoutRoute({ companies }: Finding, report: Report, routes: readonly Route[]): readonly ContactedCompany[] {
  const keys = new Set(companies.map(({ company }) => company.key));
  return report.companies
    .filter(({ company }) => company.relation === 'other' && keys.has(company.key))
    .filter((met) => !routes.some((route) => namesOf(met).some((name) => route.companies.includes(name))));
}

/**
 * All that fits a finding, each place once: our own switch, choices that the companies met in it give, what is made for the practice or
 * named by its clauses, the organisation's form, the companies' own pages. `region`: where the person lives, or null.
 */
export function actsForPractice(finding: Finding, report: Report, region: string | null): readonly FittingAct[] {
  const routes = practiceRoutes(report.routes, finding).filter(({ kind }) => kind !== 'learn');
  const switches = hasOwnSwitch(report) && routes.some(({ id }) => id === SIGNAL_ROUTE);
  const named = finding.clauses.flatMap(({ clause }) => clause.routes);
  const isTheirs = ({ companies }: Route): boolean => companies.length > 0;
  const isForIt = ({ practices, id }: Route): boolean => practices.includes(finding.practice.id) || named.includes(id);
  const choices = routes.filter((route) => isTheirs(route) && route.kind !== 'vendor');
  const made = routes.filter((route) => !isTheirs(route) && isForIt(route) && !(switches && route.id === SIGNAL_ROUTE));
  const pages = [
    ...routes.filter(({ kind }) => kind === 'vendor').map(routeAct),
    ...withoutRoute(finding, report, routes).flatMap((met) => companyActs(met, []).slice(0, 1)),
  ];
  return onceEach([
    ...(switches ? [OWN_SWITCH_ACT] : []),
    ...choices.slice(0, MOST).map(routeAct),
    ...made.slice(0, MOST).map(routeAct),
    ...ownAct(report, region),
    ...pages.slice(0, MOST),
  ]);
}

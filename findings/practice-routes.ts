/** Which of the ways to answer back fit one practice: what it offers to press, where the reader stands. */
import type { Route } from '../schemas/policy-data.ts';
import type { Finding } from './finding.ts';
import type { OfferedRoute } from './routes.ts';

/** Whether a route is a page of one of the companies that the finding met. */
function isOfItsCompanies(route: Route, { companies }: Finding): boolean {
  const names = companies.flatMap(({ company, services }) => [company.name, ...services.flatMap((one) => one.names)]);
  return names.some((name) => route.companies.includes(name));
}

/** The parts of the list, in their order; null for a route that has nothing to do with the finding. */
function partOf(route: Route, finding: Finding): number | null {
  const { id } = finding.practice;
  const forPractice = route.practices.includes(id);
  // Where a permission is taken back was offered by the practice already; that of a company met here stands first.
  if (route.kind === 'setting' && route.companies.length > 0)
    return forPractice ? (isOfItsCompanies(route, finding) ? 0 : 1) : null;
  if (route.companies.length > 0) {
    if (!isOfItsCompanies(route, finding) || (route.practices.length > 0 && !forPractice)) return null;
    // A choice that the company itself gives stands before all; its page to read after what anybody can do.
    return route.kind === 'vendor' ? 4 : route.kind === 'learn' ? 5 : 0;
  }
  if (forPractice) return route.kind === 'learn' ? 5 : 1;
  if (finding.clauses.some(({ clause }) => clause.routes.includes(route.id))) return 2;
  return route.kind === 'own-contact' && route.practices.length === 0 && route.address !== null ? 3 : null;
}

/**
 * Of the routes that were offered for a visit, those that fit one finding: choices of the companies met in it, choices made for
 * the practice, those that its clauses name, the way to ask the organisation itself, then the companies' own pages and reading.
 */
export function practiceRoutes(offered: readonly OfferedRoute[], finding: Finding): Route[] {
  return offered
    .flatMap(({ route }) => {
      const part = partOf(route, finding);
      return part === null ? [] : [{ route, part }];
    })
    .sort((a, b) => a.part - b.part)
    .map(({ route }) => route);
}

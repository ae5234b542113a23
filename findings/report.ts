/** Everything that a page's record comes to: what the popup shows, the badge counts and the copied text says. */
import type { Visit } from '../ledger/visit.ts';
import type { CompanyFinder, CompanyMatch, OptOut } from '../recognition/company.ts';
import { namesOf, type Contact } from '../recognition/contacted.ts';
import type { SiteRecognition } from '../recognition/site.ts';
import type { StoredItemKnowledge } from '../recognition/stored-item.ts';
import type { Route } from '../schemas/policy-data.ts';
import type { Evidence } from './evidence.ts';
import type { Finding, Label } from './finding.ts';
import type { AllKnowledge, Knowledge, OrganisationKnowledge } from './knowledge.ts';
import { matchClauses } from './match.ts';
import { practiceRules } from './practices.ts';
import { isSignalSent } from './privacy-signal.ts';
import { recogniseVisit } from './recognise-visit.ts';
import type { KnownStoredItem } from './recognised.ts';
import { nearestRoute } from './route-groups.ts';
import type { OfferedRoute } from './routes.ts';
import { signUpForms, type SignUpForm } from './sign-up-forms.ts';

/** A company that the page contacted, with all its hosts. */
export interface ContactedCompany extends Contact {
  /** Opt-out pages of the company and of those of its services that were met. */
  readonly optOuts: readonly OptOut[];
  readonly privacyUrl: string | null;
  /** Where it is at home, as an ISO 3166 code; null where we do not know. */
  readonly country: string | null;
}

/** The whole report on a visit. Derived, never stored. */
export interface Report {
  readonly visit: Visit;
  readonly recognition: SiteRecognition;
  /** Whose page it is, or, on a page of nobody, whose text stands in the background. */
  readonly organisation: OrganisationKnowledge;
  /** The text's silence first, then by weight. */
  readonly findings: readonly Finding[];
  /** Other companies first by count of requests, the same owner's hosts last. */
  readonly companies: readonly ContactedCompany[];
  /** Companies with relation `other`: the badge's number. */
  readonly otherCompanies: number;
  readonly items: readonly KnownStoredItem[];
  /** What is known of each of the visit's Flash cookies, in their order; null for a name that is unknown to us. */
  readonly flashKnowledge: readonly StoredItemKnowledge[];
  /** The forms for signing up, in the order in which they were seen. */
  readonly signUps: readonly SignUpForm[];
  /** The company's own first, then choices of the trade, then regulators, then reading. */
  readonly routes: readonly OfferedRoute[];
  /** The one route to name first (`nearestRoute`); undefined where none is offered. */
  readonly firstRoute: Route | undefined;
}

/** The order of the findings: where the text promises something else first, then where it is silent. */
const LABEL_ORDER: readonly Label[] = ['not-found', 'cannot-tell', 'stated-in-general', 'stated'];
const orderOf = ({ label, otherwise }: Finding): number => (otherwise === true ? -1 : LABEL_ORDER.indexOf(label));

/** Sorts findings: where the text promises something else first, then where it is silent; of those alike the weightier first. */
export function byWeight(a: Finding, b: Finding): number {
  return orderOf(a) - orderOf(b) || a.practice.weight - b.practice.weight;
}

/** The other companies behind what was seen; none where it is the site's own, or nobody knows whose. */
function otherCompanies(evidence: Evidence, companyOf: (host: string) => CompanyMatch): readonly CompanyMatch[] {
  const { host, behind = host } = evidence;
  const holders = evidence.kind === 'shared-identifier' ? evidence.holders : [];
  const got = holders.filter(({ isSite, how }) => !isSite && how === 'got').map((holder) => holder.host);
  const hosts = [...new Set([behind, ...got])].filter((one) => one !== '');
  return hosts.map(companyOf).filter(({ relation }) => relation === 'other');
}

/** A company with what our file knows of it: under its own name first, then under those of the services that were met. Read when it is asked for. */
function contacted(contact: Contact, companies: CompanyFinder): ContactedCompany {
  let known: readonly string[] | undefined;
  const names = (): readonly string[] => (known ??= namesOf(contact));
  const first = (fact: 'privacyUrl' | 'country'): string | null => {
    for (const name of names()) {
      const found = companies.details(name)[fact];
      if (found !== null) return found;
    }
    return null;
  };
  return {
    ...contact,
    get optOuts() {
      return names().flatMap((name) => companies.optOut(name) ?? []);
    },
    get privacyUrl() {
      return first('privacyUrl');
    },
    get country() {
      return first('country');
    },
  };
}

/** Judges every practice that the visit shows. */
export function judge(
  visit: Visit,
  knowledge: Knowledge,
  policy: SiteRecognition['policy'],
  recognised = recogniseVisit(visit, knowledge),
): Finding[] {
  return knowledge.practices
    .flatMap((practice): Finding[] => {
      const evidence = practiceRules[practice.id]?.(recognised) ?? [];
      if (evidence.length === 0) return [];
      const companiesOf = (one: Evidence): readonly CompanyMatch[] => otherCompanies(one, recognised.companyOf);
      return [matchClauses(practice, evidence, companiesOf, knowledge.organisation.clauses, policy)];
    })
    .sort(byWeight);
}

/**
 * Makes the report on a visit: pure, so the same visit gives the same report to anyone, offline.
 * `region`: where the person lives, as in routes.json, or null when they have not said.
 */
export function createReport(visit: Visit, all: AllKnowledge, region: string | null): Report {
  const recognition = all[0].sites.recognise(visit.address.host, visit.marks);
  const knowledge = all.find(({ organisation }) => organisation.id === recognition.organisation) ?? all[0];
  const recognised = recogniseVisit(visit, knowledge);
  const findings = judge(visit, knowledge, recognition.policy, recognised);
  const companies = recognised.contacts
    .map((contact) => contacted(contact, knowledge.companies))
    .sort(
      (a, b) => Number(a.company.relation !== 'other') - Number(b.company.relation !== 'other') || b.count - a.count,
    );
  const others = companies.filter(({ company }) => company.relation === 'other');
  const input = {
    practices: findings.map(({ practice }) => practice.id),
    companies: others.flatMap(({ services }) => services.map(({ service }) => service)),
    met: Object.fromEntries(
      findings.map(({ practice, companies: met }) => [practice.id, met.flatMap(({ services }) => services)]),
    ),
    region,
    policy: recognition.policy,
    site: recognition.site,
    signalSent: isSignalSent(visit),
  };
  const { organisation } = knowledge;
  let routes: readonly OfferedRoute[] | undefined;
  let signUps: readonly SignUpForm[] | undefined;
  return {
    visit,
    recognition,
    organisation,
    findings,
    companies,
    otherCompanies: others.length,
    items: recognised.items,
    flashKnowledge: visit.flashCookies.map(({ name, host }) => {
      const [only, ...others] = knowledge.storedItems.candidates('flash', name, host, null);
      return only === undefined || others.length > 0 ? null : only;
    }),
    // Read in two of the popup's views alone.
    get signUps() {
      return (signUps ??= signUpForms(visit, recognised.companyOf));
    },
    // The first screen names one route, and mostly one of the organisation's own: the long list is read by who asks for all.
    get routes() {
      return (routes ??= organisation.routes.offer(input));
    },
    get firstRoute() {
      return nearestRoute(organisation.askRoutes.offer(input), region) ?? nearestRoute(this.routes, region);
    },
  };
}

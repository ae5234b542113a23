/** Everything that a page's record comes to: what the popup shows, the badge counts and the copied text says. */
import type { Visit } from '../ledger/visit.ts';
import type { CompanyFinder, CompanyMatch, OptOut } from '../recognition/company.ts';
import { namesOf, type Contact } from '../recognition/contacted.ts';
import type { SiteRecognition } from '../recognition/site.ts';
import type { StoredItemKnowledge } from '../recognition/stored-item.ts';
import type { NamedCompany } from '../schemas/label-data.ts';
import type { ClauseIndex } from './clauses.ts';
import type { Evidence } from './evidence.ts';
import type { Finding, Label } from './finding.ts';
import type { AllKnowledge, Knowledge, OrganisationKnowledge } from './knowledge.ts';
import { matchClauses } from './match.ts';
import { namedCompany } from './named.ts';
import { practiceRules } from './practices.ts';
import { isSignalSent } from './privacy-signal.ts';
import { recogniseVisit } from './recognise-visit.ts';
import type { KnownStoredItem } from './recognised.ts';
import type { OfferedRoute } from './routes.ts';

/** A company that the page contacted, with all its hosts. */
export interface ContactedCompany extends Contact {
  /** Where the text names this company, and for what; absent where it does not. */
  readonly named?: NamedCompany;
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
  /** The company's own first, then choices of the trade, then regulators, then reading. */
  readonly routes: readonly OfferedRoute[];
}

/** The order of the findings: where the text promises something else first, then where it is silent. */
const LABEL_ORDER: readonly Label[] = ['not-found', 'cannot-tell', 'stated-in-general', 'stated'];
const orderOf = ({ label, otherwise }: Finding): number => (otherwise === true ? -1 : LABEL_ORDER.indexOf(label));

/** The other companies behind what was seen; none where it is the site's own, or nobody knows whose. */
function otherCompanies(evidence: Evidence, companyOf: (host: string) => CompanyMatch): readonly CompanyMatch[] {
  const { host, behind = host } = evidence;
  const holders = evidence.kind === 'shared-identifier' ? evidence.holders : [];
  const got = holders.filter(({ isSite, how }) => !isSite && how === 'got').map((holder) => holder.host);
  const hosts = [...new Set([behind, ...got])].filter((one) => one !== '');
  return hosts.map(companyOf).filter(({ relation }) => relation === 'other');
}

/** Where the text names one of its services that were met. */
function namedIn({ services }: Contact, clauses: ClauseIndex): Pick<ContactedCompany, 'named'> {
  const named = services.map(({ service }) => namedCompany(service, clauses)).find((entry) => entry !== null);
  return named === undefined ? {} : { named };
}

/** What our file knows of a company: under its own name first, then under those of the services that were met. */
function factsOf(
  { company, services }: Contact,
  companies: CompanyFinder,
): Pick<ContactedCompany, 'optOuts' | 'privacyUrl' | 'country'> {
  const names = namesOf({ company, services });
  const details = names.map((name) => companies.details(name));
  return {
    optOuts: names.flatMap((name) => companies.optOut(name) ?? []),
    privacyUrl: details.find(({ privacyUrl }) => privacyUrl !== null)?.privacyUrl ?? null,
    country: details.find(({ country }) => country !== null)?.country ?? null,
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
    .sort((a, b) => orderOf(a) - orderOf(b) || a.practice.weight - b.practice.weight);
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
    .map((contact): ContactedCompany => ({
      ...contact,
      ...namedIn(contact, knowledge.organisation.clauses),
      ...factsOf(contact, knowledge.companies),
    }))
    .sort(
      (a, b) => Number(a.company.relation !== 'other') - Number(b.company.relation !== 'other') || b.count - a.count,
    );
  const others = companies.filter(({ company }) => company.relation === 'other');
  return {
    visit,
    recognition,
    organisation: knowledge.organisation,
    findings,
    companies,
    otherCompanies: others.length,
    items: recognised.items,
    flashKnowledge: visit.flashCookies.map(({ name, host }) => {
      const [only, ...others] = knowledge.storedItems.candidates('flash', name, host, null);
      return only === undefined || others.length > 0 ? null : only;
    }),
    routes: knowledge.organisation.routes.offer({
      practices: findings.map(({ practice }) => practice.id),
      companies: others.flatMap(({ services }) => services.map(({ service }) => service)),
      met: Object.fromEntries(
        findings.map(({ practice, companies: met }) => [practice.id, met.flatMap(({ services }) => services)]),
      ),
      region,
      policy: recognition.policy,
      site: recognition.site,
      signalSent: isSignalSent(visit),
    }),
  };
}

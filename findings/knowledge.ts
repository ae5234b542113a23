/** All that judging needs to know, as data that is handed in. */
import type { CompanyFinder } from '../recognition/company.ts';
import type { SiteRecogniser } from '../recognition/site.ts';
import type { StoredItemFinder } from '../recognition/stored-item.ts';
import type { CarriedWordsFile } from '../schemas/label-data.ts';
import type { Policy, Practice } from '../schemas/policy-data.ts';
import type { ClauseIndex } from './clauses.ts';
import type { PrintedRoute } from './route-groups.ts';
import type { RouteOffer } from './routes.ts';

/** What is known of pages in general, whoever runs them. */
export interface CommonKnowledge {
  readonly practices: readonly Practice[];
  /** Tells the pages of all organisations. */
  readonly sites: SiteRecogniser;
  readonly companies: CompanyFinder;
  readonly storedItems: StoredItemFinder;
}

/** What is known of one organisation: the policy that speaks for its pages, and how to answer back. */
export interface OrganisationKnowledge {
  readonly id: string;
  /** As sentences call it, as its contracts do, and what it and its sister companies are called together. */
  readonly name: string;
  readonly legalName: string;
  readonly family?: string | undefined;
  /** Names with which the setters of its own stored items begin. */
  readonly itemSetters: readonly string[];
  /** Where the text that we hold comes from. */
  readonly policy: Policy;
  readonly clauses: ClauseIndex;
  /** What the text calls the kinds of data that requests carry. */
  readonly carriedWords: CarriedWordsFile;
  readonly routes: RouteOffer;
  /** Of these only what asks the organisation itself, which is little: its contacts and its ways to opt out. */
  readonly askRoutes: RouteOffer;
  /** Id of the route that takes any question; null where there is none. */
  readonly feedbackRoute: string | null;
  /** The routes that the text printed and that are no longer the ones to use. */
  readonly printedRoutes: readonly PrintedRoute[];
}

/** Everything that is known, ready to judge the pages of one organisation. */
export interface Knowledge extends CommonKnowledge {
  readonly organisation: OrganisationKnowledge;
}

/** The knowledge for the pages of each organisation. Pages of nobody are judged by the first. */
export type AllKnowledge = readonly [Knowledge, ...Knowledge[]];

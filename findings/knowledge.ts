/** All that judging needs to know, as data that is handed in. */
import type { CompanyFinder } from '../recognition/company.ts';
import type { SiteRecogniser } from '../recognition/site.ts';
import type { StoredItemFinder } from '../recognition/stored-item.ts';
import type { Practice } from '../schemas/policy-data.ts';
import type { ClauseIndex } from './clauses.ts';
import type { RouteOffer } from './routes.ts';

/** What is known of pages in general, whoever runs them. */
export interface CommonKnowledge {
  readonly practices: readonly Practice[];
  readonly companies: CompanyFinder;
  readonly storedItems: StoredItemFinder;
}

/** What is known of one organisation: its sites, the policy that speaks for them, and how to answer back. */
export interface OrganisationKnowledge {
  readonly sites: SiteRecogniser;
  readonly clauses: ClauseIndex;
  readonly routes: RouteOffer;
}

/** Everything that is known, ready to judge the pages of one organisation. */
export type Knowledge = CommonKnowledge & OrganisationKnowledge;

/** The files of policy-data/ → everything that is known, ready to judge a page. Whoever calls it has the files from where it likes. */
import type { CompanyFinder } from '../recognition/company.ts';
import { createSiteRecogniser } from '../recognition/site.ts';
import type { StoredItemFinder } from '../recognition/stored-item.ts';
import type { BrowserPartsFile, CarriedWordsFile, NamedCompaniesFile } from '../schemas/label-data.ts';
import type {
  ClausesFile,
  LookalikesFile,
  Organisation,
  Policy,
  PracticesFile,
  Route,
  RoutesFile,
  SitesFile,
} from '../schemas/policy-data.ts';
import { createClauseIndex } from './clauses.ts';
import type { AllKnowledge, CommonKnowledge, OrganisationKnowledge } from './knowledge.ts';
import { printedRoutes } from './route-groups.ts';
import { createRouteOffer } from './routes.ts';

/** What is the same for every organisation. */
export interface CommonFiles {
  readonly practices: PracticesFile;
  readonly browserParts: BrowserPartsFile;
  /** Ways to answer back that lead to nobody's own. */
  readonly routes: RoutesFile;
  readonly companies: CompanyFinder;
  readonly storedItems: StoredItemFinder;
}

/** The files of one organisation, and of the policy of it that is held. */
export interface OrganisationFiles {
  readonly organisation: Organisation;
  readonly sites: SitesFile;
  readonly lookalikes: LookalikesFile;
  readonly routes: RoutesFile;
  readonly policy: Policy;
  readonly clauses: ClausesFile;
  readonly namedCompanies: NamedCompaniesFile;
  readonly carriedWords: CarriedWordsFile;
}

/** What a function makes is made when it is first asked for, and once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function knowledgeOf(files: OrganisationFiles, common: CommonFiles): OrganisationKnowledge {
  const { id, name, legalName, family, itemSetters, feedbackRoute } = files.organisation;
  const { captureDate, jurisdiction } = files.policy;
  const { namedCompanies: named, carriedWords, policy } = files;
  const routes = once(() => [...files.routes.routes, ...common.routes.routes]);
  const offer = once(() => createRouteOffer(routes(), { id, jurisdiction }));
  // What another replaces is never offered, and what replaces it may be everybody's.
  const asks = ({ kind, insteadUse }: Route): boolean =>
    (kind === 'own-contact' || kind === 'own-optout') && insteadUse.length === 0;
  const askOffer = once(() => createRouteOffer(files.routes.routes.filter(asks), { id, jurisdiction }));
  const printed = once(() => printedRoutes(routes()));
  return {
    id,
    name,
    legalName,
    family,
    itemSetters,
    feedbackRoute,
    policy,
    clauses: createClauseIndex(files.clauses, { named, browserParts: common.browserParts, captureDate }),
    carriedWords,
    get routes() {
      return offer();
    },
    get askRoutes() {
      return askOffer();
    },
    get printedRoutes() {
      return printed();
    },
  };
}

/**
 * Builds the knowledge for the pages of each organisation, in the order given. Pages of nobody are judged by the first.
 *
 * @throws Error when there is no organisation, or when files disagree: a domain or a mark that stands twice; and for a clause or a route that
 * does, when it is first asked for
 */
export function createKnowledge(common: CommonFiles, organisations: readonly OrganisationFiles[]): AllKnowledge {
  const { companies, storedItems } = common;
  const known: CommonKnowledge = {
    practices: common.practices.practices,
    sites: createSiteRecogniser(
      organisations.map(({ organisation, sites, lookalikes }) => ({
        about: organisation,
        sites: sites.sites,
        lookalikes: lookalikes.lookalikes,
      })),
    ),
    companies,
    storedItems,
  };
  const [first, ...others] = organisations.map((files) => {
    const organisation = once(() => knowledgeOf(files, common));
    return {
      ...known,
      get organisation() {
        return organisation();
      },
    };
  });
  if (first === undefined) throw new Error('No organisation is known');
  return [first, ...others];
}

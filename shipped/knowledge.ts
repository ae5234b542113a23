/** Everything that ships in `policy-data/`, ready to be asked; built once, by the pages that need it. */
import carriedWords from 'virtual:organisations/carried-words.json';
import clauses from 'virtual:organisations/clauses.json';
import lookalikes from 'virtual:organisations/lookalikes.json';
import namedCompanies from 'virtual:organisations/named-companies.json';
import organisations from 'virtual:organisations/organisation.json';
import policies from 'virtual:organisations/policy.json';
import sites from 'virtual:organisations/sites.json';
import browserParts from '../policy-data/browser-parts.json' with { type: 'json' };
import practicesFile from '../policy-data/practices.json' with { type: 'json' };
import { createClauseIndex } from '../findings/clauses.ts';
import type { AllKnowledge, CommonKnowledge, OrganisationKnowledge } from '../findings/knowledge.ts';
import { printedRoutes } from '../findings/route-groups.ts';
import { createRouteOffer } from '../findings/routes.ts';
import { shippedStoredItemIndex } from '../recognition/shipped-stored-item-index.ts';
import { createSiteRecogniser } from '../recognition/site.ts';
import { createStoredItemFinder } from '../recognition/stored-item.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type { Organisation, PracticesFile } from '../schemas/policy-data.ts';
import { shippedCompanies } from './companies.ts';
import { fileOf } from './file-of.ts';
import { shippedRoutesOf } from './routes.ts';

/** Builds what is known of one organisation. */
function knowledgeOf({ id, name, itemSetters, feedbackRoute }: Organisation): OrganisationKnowledge {
  const policy = fileOf(policies, id);
  const { captureDate, jurisdiction } = policy;
  const routes = shippedRoutesOf(id);
  const named = fileOf(namedCompanies, id);
  return {
    id,
    name,
    itemSetters,
    feedbackRoute,
    policy,
    clauses: createClauseIndex(fileOf(clauses, id), {
      named,
      browserParts: browserParts as BrowserPartsFile,
      captureDate,
    }),
    carriedWords: fileOf(carriedWords, id),
    routes: createRouteOffer(routes, { id, jurisdiction }),
    printedRoutes: printedRoutes(routes),
  };
}

/** Builds the knowledge. The files were checked against their schemas when the extension was built. */
export function shippedKnowledge(): AllKnowledge {
  const common: CommonKnowledge = {
    practices: (practicesFile as PracticesFile).practices,
    sites: createSiteRecogniser(
      organisations.map(({ id, file }) => ({
        about: file,
        sites: fileOf(sites, id).sites,
        lookalikes: fileOf(lookalikes, id).lookalikes,
      })),
    ),
    companies: shippedCompanies(),
    storedItems: createStoredItemFinder(shippedStoredItemIndex),
  };
  const [first, ...others] = organisations.map(({ file }) => ({ ...common, organisation: knowledgeOf(file) }));
  if (first === undefined) throw new Error('No organisation ships');
  return [first, ...others];
}

/** Everything that ships in `policy-data/`, ready to be asked; built once, by the pages that need it. */
import practicesFile from '../policy-data/practices.json' with { type: 'json' };
import lookalikesFile from '../policy-data/organisations/sony-music/lookalikes.json' with { type: 'json' };
import organisation from '../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import routesFile from '../policy-data/organisations/sony-music/routes.json' with { type: 'json' };
import sitesFile from '../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import { shippedCompanies } from '../recognition/shipped-companies.ts';
import { shippedStoredItemIndex } from '../recognition/shipped-stored-item-index.ts';
import { createSiteRecogniser } from '../recognition/site.ts';
import { createStoredItemFinder } from '../recognition/stored-item.ts';
import type { LookalikesFile, Organisation, PracticesFile, RoutesFile, SitesFile } from '../schemas/policy-data.ts';
import type { Knowledge } from './knowledge.ts';
import { createRouteOffer } from './routes.ts';
import { shippedClauses } from './shipped-clauses.ts';

/** Builds the knowledge. The files were checked against their schemas when the extension was built. */
export function shippedKnowledge(): Knowledge {
  return {
    practices: (practicesFile as PracticesFile).practices,
    clauses: shippedClauses(),
    sites: createSiteRecogniser(
      (sitesFile as SitesFile).sites,
      (lookalikesFile as LookalikesFile).lookalikes,
      organisation as Organisation,
    ),
    companies: shippedCompanies(),
    storedItems: createStoredItemFinder(shippedStoredItemIndex),
    routes: createRouteOffer((routesFile as RoutesFile).routes),
  };
}

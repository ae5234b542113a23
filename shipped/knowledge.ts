/** Everything that ships in `policy-data/`, ready to be asked; built once, by the pages that need it. */
import carriedWords from 'virtual:organisations/carried-words.json';
import clauses from 'virtual:organisations/clauses.json';
import lookalikes from 'virtual:organisations/lookalikes.json';
import namedCompanies from 'virtual:organisations/named-companies.json';
import organisations from 'virtual:organisations/organisation.json';
import policies from 'virtual:organisations/policy.json';
import routes from 'virtual:organisations/routes.json';
import sites from 'virtual:organisations/sites.json';
import browserParts from '../policy-data/browser-parts.json' with { type: 'json' };
import practicesFile from '../policy-data/practices.json' with { type: 'json' };
import commonRoutes from '../policy-data/routes.json' with { type: 'json' };
import { createKnowledge } from '../findings/create-knowledge.ts';
import type { AllKnowledge } from '../findings/knowledge.ts';
import { shippedStoredItemIndex } from '../recognition/shipped-stored-item-index.ts';
import { createStoredItemFinder } from '../recognition/stored-item.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type { PracticesFile, RoutesFile } from '../schemas/policy-data.ts';
import { shippedCompanies } from './companies.ts';
import { fileOf } from './file-of.ts';

/** Builds the knowledge. The files were checked against their schemas when the extension was built. */
export function shippedKnowledge(): AllKnowledge {
  return createKnowledge(
    {
      practices: practicesFile as PracticesFile,
      browserParts: browserParts as BrowserPartsFile,
      routes: commonRoutes as RoutesFile,
      companies: shippedCompanies(),
      storedItems: createStoredItemFinder(shippedStoredItemIndex),
    },
    organisations.map(({ id, file }) => ({
      organisation: file,
      sites: fileOf(sites, id),
      lookalikes: fileOf(lookalikes, id),
      routes: fileOf(routes, id),
      policy: fileOf(policies, id),
      clauses: fileOf(clauses, id),
      namedCompanies: fileOf(namedCompanies, id),
      carriedWords: fileOf(carriedWords, id),
    })),
  );
}

/** Reads everything that is known from the files on disk: in plain Node, without a bundler, and with further organisations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisationFile, organisationFolders, type OrganisationFolder } from '../checks/organisation-folders.ts';
import { createKnowledge, type OrganisationFiles } from '../findings/create-knowledge.ts';
import type { AllKnowledge } from '../findings/knowledge.ts';
import { indexCompanies, ownDomainsOf } from '../recognition/company-index.ts';
import { createCompanyFinder } from '../recognition/company.ts';
import { indexStoredItems } from '../recognition/stored-item-index.ts';
import { createStoredItemFinder } from '../recognition/stored-item.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type {
  CompaniesFile,
  PracticesFile,
  RoutesFile,
  StoredItemsFile,
  TailCompaniesFile,
  ThirdPartyWebFile,
} from '../schemas/policy-data.ts';

/** What a JSON file holds; the schemas were asked before (`checkPolicyData`). */
function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function filesOf(folder: OrganisationFolder): OrganisationFiles {
  const read = (name: string): unknown => readJson(organisationFile(folder, name));
  return {
    organisation: read('organisation.json') as OrganisationFiles['organisation'],
    sites: read('sites.json') as OrganisationFiles['sites'],
    lookalikes: read('lookalikes.json') as OrganisationFiles['lookalikes'],
    routes: read('routes.json') as OrganisationFiles['routes'],
    policy: read('policy.json') as OrganisationFiles['policy'],
    clauses: read('clauses.json') as OrganisationFiles['clauses'],
    namedCompanies: read('named-companies.json') as OrganisationFiles['namedCompanies'],
    carriedWords: read('carried-words.json') as OrganisationFiles['carriedWords'],
  };
}

/**
 * Builds the knowledge from `root/policy-data/` as it stands. `further`: folders of organisations that are taken in besides, as the
 * variable LINER_NOTES_ORGANISATIONS lists them; without it, those that the variable names.
 *
 * @throws Error when a file is missing or is no JSON
 */
export function readKnowledge(root: string, further?: string): AllKnowledge {
  const data = (name: string): unknown => readJson(join(root, 'policy-data', name));
  const organisations = organisationFolders(root, further).map(filesOf);
  const companies = indexCompanies(
    data('companies.json') as CompaniesFile,
    data('third-party-web.json') as ThirdPartyWebFile,
    organisations.map(({ sites, organisation }) => ownDomainsOf(sites, organisation)),
    data('tail-companies.json') as TailCompaniesFile,
  );
  return createKnowledge(
    {
      practices: data('practices.json') as PracticesFile,
      browserParts: data('browser-parts.json') as BrowserPartsFile,
      routes: data('routes.json') as RoutesFile,
      companies: createCompanyFinder(companies),
      storedItems: createStoredItemFinder(indexStoredItems(data('stored-items.json') as StoredItemsFile)),
    },
    organisations,
  );
}

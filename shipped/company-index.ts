/** The companies that ship. The build runs this file and puts what comes out in its place (build/ship-less-data.ts). */
import organisations from 'virtual:organisations/organisation.json';
import sites from 'virtual:organisations/sites.json';
import companiesFile from '../policy-data/companies.json' with { type: 'json' };
import storedItems from '../policy-data/stored-items.json' with { type: 'json' };
import tail from '../policy-data/tail-companies.json' with { type: 'json' };
import thirdPartyWeb from '../policy-data/third-party-web.json' with { type: 'json' };
import { indexCompanies, ownDomainsOf } from '../recognition/company-index.ts';
import { withOwnersOf } from '../recognition/owner-names.ts';
import type { CompaniesFile, StoredItemsFile, TailCompaniesFile, ThirdPartyWebFile } from '../schemas/policy-data.ts';
import { fileOf } from './file-of.ts';

/** The files were checked against their schemas when the extension was built. */
export const shippedCompanyIndex = withOwnersOf(
  indexCompanies(
    companiesFile as CompaniesFile,
    thirdPartyWeb as unknown as ThirdPartyWebFile,
    organisations.map(({ id, file }) => ownDomainsOf(fileOf(sites, id), file)),
    tail as unknown as TailCompaniesFile,
  ),
  (storedItems as StoredItemsFile).items.map(({ setter }) => setter),
);

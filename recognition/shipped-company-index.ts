/** The companies that ship. The build runs this file and puts what comes out in its place (build/ship-less-data.ts). */
import companiesFile from '../policy-data/companies.json' with { type: 'json' };
import organisation from '../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import sitesFile from '../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import tail from '../policy-data/tail-companies.json' with { type: 'json' };
import thirdPartyWeb from '../policy-data/third-party-web.json' with { type: 'json' };
import type { CompaniesFile, SitesFile, TailCompaniesFile, ThirdPartyWebFile } from '../schemas/policy-data.ts';
import { indexCompanies, ownDomainsOf } from './company-index.ts';

/** The files were checked against their schemas when the extension was built. */
export const shippedCompanyIndex = indexCompanies(
  companiesFile as CompaniesFile,
  thirdPartyWeb as unknown as ThirdPartyWebFile,
  ownDomainsOf(sitesFile as SitesFile, organisation),
  tail as unknown as TailCompaniesFile,
);

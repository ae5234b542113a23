/** The company finder over the data that ships, built at the first question: a sleeping worker wakes for less. */
import companiesFile from '../policy-data/companies.json' with { type: 'json' };
import organisation from '../policy-data/sony-music/organisation.json' with { type: 'json' };
import sitesFile from '../policy-data/sony-music/sites.json' with { type: 'json' };
import thirdPartyWeb from '../policy-data/third-party-web.json' with { type: 'json' };
import type { CompaniesFile, SitesFile, ThirdPartyWebFile } from '../schemas/policy-data';
import { createCompanyFinder, type CompanyFinder } from './company';

let finder: CompanyFinder | undefined;

/** The finder, the same one at each call. The files were checked against their schemas when the extension was built. */
export function shippedCompanies(): CompanyFinder {
  finder ??= createCompanyFinder(companiesFile as CompaniesFile, thirdPartyWeb as unknown as ThirdPartyWebFile, [
    ...(sitesFile as SitesFile).sites.filter(({ group }) => group === 'sony-music').map(({ domain }) => domain),
    ...organisation.ownDomains,
  ]);
  return finder;
}

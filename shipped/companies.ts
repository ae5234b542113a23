/** The company finder over the data that ships. */
import { createCompanyFinder, type CompanyFinder } from '../recognition/company.ts';
import { shippedCompanyIndex } from './company-index.ts';

let finder: CompanyFinder | undefined;

/** The finder, the same one at each call, so that the answers for hosts are kept for everybody. */
export function shippedCompanies(): CompanyFinder {
  finder ??= createCompanyFinder(shippedCompanyIndex);
  return finder;
}

/** The clauses of the policy that ships, ready to be asked. */
import browserParts from '../policy-data/browser-parts.json' with { type: 'json' };
import clausesFile from '../policy-data/organisations/sony-music/policies/2011-12-31/clauses.json' with { type: 'json' };
import namedFile from '../policy-data/organisations/sony-music/policies/2011-12-31/named-companies.json' with { type: 'json' };
import policy from '../policy-data/organisations/sony-music/policies/2011-12-31/policy.json' with { type: 'json' };
import type { BrowserPartsFile, NamedCompaniesFile } from '../schemas/label-data.ts';
import type { ClausesFile, Policy } from '../schemas/policy-data.ts';
import { createClauseIndex, type ClauseIndex } from './clauses.ts';

/** The policy whose sentences are quoted. */
export const shippedPolicy: Policy = policy;

/** Builds the index. The files were checked against their schemas when the extension was built. */
export function shippedClauses(): ClauseIndex {
  return createClauseIndex(clausesFile as ClausesFile, {
    named: namedFile as NamedCompaniesFile,
    browserParts: browserParts as BrowserPartsFile,
    captureDate: shippedPolicy.captureDate,
  });
}

import { describe, expect, it } from 'vitest';
import companies from '../../../../policy-data/companies.json' with { type: 'json' };
import consentPlatforms from '../../../../policy-data/consent-platforms.json' with { type: 'json' };
import deliveryHosts from '../../../../policy-data/delivery-hosts.json' with { type: 'json' };
import requestReaders from '../../../../policy-data/request-readers.json' with { type: 'json' };
import storedItems from '../../../../policy-data/stored-items.json' with { type: 'json' };
import tail from '../../../../policy-data/tail-companies.json' with { type: 'json' };
import thirdPartyWeb from '../../../../policy-data/third-party-web.json' with { type: 'json' };
import trackhar from '../../../../policy-data/trackhar.json' with { type: 'json' };
import { cleanName } from '../../../../scripts/company-names.ts';
import { plainDomains } from '../../../../scripts/import-companies.ts';

/** Every name that is shown as a company's, by its file. */
const names: readonly (readonly [file: string, names: readonly (string | null)[]])[] = [
  ['third-party-web.json', thirdPartyWeb.entities.flatMap(([name, owner]) => [String(name), String(owner)])],
  ['tail-companies.json', tail.entities.flatMap(([name, owner]) => [String(name), String(owner)])],
  [
    'companies.json',
    [
      ...[...companies.companies, ...companies.overrides].flatMap(({ name, owner }) => [name, owner]),
      ...companies.optOuts.map(({ owner }) => owner),
    ],
  ],
  ['consent-platforms.json', consentPlatforms.platforms.map(({ name }) => name)],
  ['delivery-hosts.json', deliveryHosts.networks.map(({ name }) => name)],
  ['request-readers.json', requestReaders.readers.map(({ name }) => name)],
  ['stored-items.json', storedItems.items.map(({ setter }) => setter)],
  ['trackhar.json', trackhar.readers.map(({ name }) => name)],
];

describe.each(names)('the names in %s', (_file, all) => {
  const shown = all.filter((name) => name !== null);

  it('hold no entity, nothing that nobody sees, no word of the list’s makers, no outer space', () => {
    const wrong = /&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);|[\p{Cc}\p{Cf}\uFFFD]|\bvoid$|^\s|\s$|\s\s|Ã.|Â./iu;
    expect(shown.filter((name) => wrong.test(name))).toEqual([]);
  });

  it('are such as the import would leave them', () => {
    expect(shown.filter((name) => cleanName(name) !== name)).toEqual([]);
  });
});

it('third-party-web.json holds domains that a browser could ask for, and no entry without one', () => {
  const odd = thirdPartyWeb.entities.filter((entity) => {
    const domains = entity[3] as string[];
    return domains.length === 0 || plainDomains(domains).join() !== domains.join();
  });
  expect(odd).toEqual([]);
});

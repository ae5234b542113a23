import { describe, expect, it } from 'vitest';
import { createOwnSetters } from '../../../findings/item-owner.ts';
import { createCompanyFinder } from '../../../recognition/company.ts';
import { indexCompanies } from '../../../recognition/company-index.ts';
import { shippedCompanies } from '../../../shipped/companies.ts';
import storedItemsJson from '../../../policy-data/stored-items.json' with { type: 'json' };

const sources = ['a test'];
const finder = createCompanyFinder(
  indexCompanies(
    {
      date: '2026-11-26',
      companies: [
        {
          name: 'Meter',
          owner: 'Meter',
          category: 'analytics',
          purpose: 'Counts.',
          domains: ['meter.example'],
          country: null,
          homepage: null,
          privacyUrl: null,
          sources,
        },
        {
          name: 'Drum Pixel',
          owner: 'Drum',
          category: 'ad',
          purpose: 'Shows.',
          domains: ['drum.example'],
          country: null,
          homepage: null,
          privacyUrl: null,
          sources,
        },
      ],
      overrides: [],
      owners: [
        { name: 'Drum', now: 'Orchestra', how: 'part', since: '2025', sources },
        { name: 'Old Reed', now: 'Reed', how: 'renamed', since: null, sources },
        { name: 'Reed', now: 'Orchestra', how: 'part', since: null, sources },
      ],
      countryNames: [],
      optOuts: [],
    },
    {
      source: 'a list',
      entities: [
        ['Meter', 'Somebody Else', 'analytics', ['meter.example']],
        ['Reed Tag', 'Old Reed', 'ad', ['reed.example']],
      ],
    },
    [],
  ),
);

describe('the owner of a name', () => {
  it.each([
    ['Drum Pixel', 'Orchestra', 'a service of a company that was bought'],
    ['Drum', 'Orchestra', 'a company that was bought, which no service is called after'],
    ['Orchestra', 'Orchestra', 'the buyer'],
    ['Reed', 'Orchestra', 'the later name of a company that was bought'],
    ['Old Reed', 'Orchestra', 'the former name of a company that was bought'],
    ['DRUM, Inc.', 'Orchestra', 'another spelling'],
    ['Meter', 'Meter', 'a name that a list files under somebody else, and our file does not'],
  ])('%s is %s: %s', (name, owner) => {
    expect(finder.ownerNamed(name)).toBe(owner);
  });

  it('is not made up', () => {
    expect(finder.ownerNamed('Nobody')).toBeNull();
    expect(finder.ownerNamed('')).toBeNull();
  });

  it('is for each setter of stored-items.json the owner of the domains that its items are found at', () => {
    const shipped = shippedCompanies();
    const page = 'www.a-page-of-nobody.example';
    const isOwnSetter = createOwnSetters(['Sony Music']);
    const items = storedItemsJson.items.filter(({ setter }) => !isOwnSetter(setter));
    const apart = items.flatMap(({ setter, domains }) =>
      domains
        .map((domain) => shipped.find(domain, page))
        .filter(({ known, owner }) => known && owner !== shipped.ownerNamed(setter))
        .map(({ owner }) => `${setter}: ${shipped.ownerNamed(setter) ?? 'nobody'}, not ${owner}`),
    );
    expect([...new Set(apart)]).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createCompanyFinder } from '../../../recognition/company.ts';
import { indexCompanies, ownDomainsOf } from '../../../recognition/company-index.ts';
import { shippedCompanyIndex } from '../../../shipped/company-index.ts';
import type { CompaniesFile, SitesFile, ThirdPartyWebFile } from '../../../schemas/policy-data.ts';

type Company = CompaniesFile['companies'][number];

function company(name: string, domains: string[], change: Partial<Company> = {}): Company {
  const facts = { country: null, homepage: null, privacyUrl: null, sources: ['test'] };
  return { name, owner: name, category: 'tours', purpose: `${name}.`, domains, ...facts, ...change };
}

function ours(change: Partial<CompaniesFile> = {}): CompaniesFile {
  return { date: '2026-11-22', companies: [], overrides: [], owners: [], countryNames: [], optOuts: [], ...change };
}

const none: ThirdPartyWebFile = { source: 'test', entities: [] };

/** The domains of an index in their order, each with the line of its company. */
function domainsOf({ companies, domains }: ReturnType<typeof indexCompanies>): string[][] {
  const rows = domains.split('~').slice(0, -1);
  return rows.map((row) => {
    const [domain = '', position = ''] = row.split(' ');
    return [domain, companies.slice(parseInt(position, 36)).split('~')[0] ?? ''];
  });
}

describe('indexCompanies', () => {
  it('writes companies, domains and what else is known', () => {
    const index = indexCompanies(
      ours({
        companies: [
          company('Gauge', ['g.example'], { owner: 'Meter', country: 'DE' }),
          company('Plain', ['p.example']),
        ],
      }),
      { source: 'test', entities: [['Web', 'Web', 'cdn', ['g.example', 'web.example']]] },
      [['g.example', 'unlisted.example'], ['label.example']],
    );
    expect(index.companies).toBe('Gauge|Meter|tours|Gauge.|~Plain||tours|Plain.|~Web||cdn||~');
    expect(domainsOf(index)).toEqual([
      ['g.example', 'Gauge|Meter|tours|Gauge.|'],
      ['p.example', 'Plain||tours|Plain.|'],
      ['web.example', 'Web||cdn||'],
    ]);
    expect(index.own).toEqual([
      { domains: ['g.example', 'unlisted.example'], owners: ['Meter'] },
      { domains: ['label.example'], owners: [] },
    ]);
    expect(index.details).toEqual([['Gauge', 'DE', null, null]]);
  });

  it('asks the tail last, and tells a company that is named above as above', () => {
    const index = indexCompanies(
      ours({ companies: [company('Gauge', ['g.example'], { owner: 'Meter' })] }),
      { source: 'test', entities: [['Web', 'Webs', 'cdn', ['web.example']]] },
      [],
      {
        entities: [
          ['Gauge', 'Somebody', 'ad', ['g.example', 'gauge-cdn.example'], 'a'],
          ['Web', 'Web', 'ad', ['web-too.example'], 'a'],
          ['Tail', 'Owner', 'other', ['tail.example', 'web.example'], 'a'],
          ['Tail', 'Owner', 'other', ['tails.example'], 'b'],
        ],
      },
    );
    expect(domainsOf(index)).toEqual([
      ['g.example', 'Gauge|Meter|tours|Gauge.|'],
      ['gauge-cdn.example', 'Gauge|Meter|tours|Gauge.|'],
      ['tail.example', 'Tail|Owner|other||'],
      ['tails.example', 'Tail|Owner|other||'],
      ['web-too.example', 'Web|Webs|cdn||'],
      ['web.example', 'Web|Webs|cdn||'],
    ]);
  });

  it('files an owner of the tail under its name of today, however the tail spells it', () => {
    const index = indexCompanies(ours({ companies: [company('Gauge', ['g.example'], { owner: 'Meter' })] }), none, [], {
      entities: [
        ['One', 'Meter, Inc.', 'ad', ['one.example'], 'a'],
        ['Two', 'Scale Ltd', 'ad', ['two.example'], 'a'],
        ['Three', 'SCALE', 'ad', ['three.example'], 'a'],
      ],
    });
    const owners = createCompanyFinder(index);
    const ownerOf = (host: string): string => owners.find(host, 'a-page.example').owner;
    expect(ownerOf('one.example')).toBe('Meter');
    expect(ownerOf('two.example')).toBe(ownerOf('three.example'));
  });

  it('writes companies that are told alike once', () => {
    const override = {
      name: 'A',
      owner: 'A',
      category: 'ad' as const,
      purpose: 'Ads.',
      sources: ['test'],
    };
    const index = indexCompanies(
      ours({
        overrides: [
          { ...override, domain: 'a.example' },
          { ...override, domain: 'b.example' },
        ],
      }),
      none,
      [],
    );
    expect(index.companies).toBe('A||ad|Ads.|~');
    expect(domainsOf(index)).toEqual([
      ['a.example', 'A||ad|Ads.|'],
      ['b.example', 'A||ad|Ads.|'],
    ]);
  });

  it.each([
    ['two companies', { companies: [company('A', ['a.example', 'x.example']), company('B', ['x.example'])] }],
    ['one company twice', { companies: [company('A', ['x.example', 'x.example'])] }],
    [
      'a company and a correction',
      {
        companies: [company('A', ['x.example'])],
        overrides: [
          { domain: 'x.example', name: 'B', owner: 'B', category: 'ad' as const, purpose: 'Ads.', sources: ['test'] },
        ],
      },
    ],
  ])('refuses a domain that stands for %s', (_, change) => {
    expect(() => indexCompanies(ours(change), none, [])).toThrow(/x\.example stands for/);
  });

  it.each([
    ['a name with a separator', company('A|B', ['x.example'])],
    ['a name with the end of a line', company('A~B', ['x.example'])],
    ['a purpose with a separator', company('A', ['x.example'], { purpose: 'This | that.' })],
    ['no name', company('', ['x.example'])],
    ['a domain without a dot', company('A', ['localhost'])],
    ['a domain with a separator', company('A', ['x.|.example'])],
  ])('refuses %s', (_, broken) => {
    expect(() => indexCompanies(ours({ companies: [broken] }), none, [])).toThrow(Error);
  });
});

describe('ownDomainsOf', () => {
  it('takes the sites of Sony Music and the hosts of its services, not those of sister companies', () => {
    const site = { kind: 'artist', operator: 'x', country: 'US', policy: 'own', policyUrl: null } as const;
    const rest: Pick<SitesFile['sites'][number], 'confidence' | 'sources'> = { confidence: 'high', sources: ['test'] };
    const file: SitesFile = {
      date: '2026-11-22',
      sites: [
        { ...site, ...rest, domain: 'artist.example', group: 'sony-music' },
        { ...site, ...rest, domain: 'sister.example', group: 'smej' },
      ],
    };
    expect(ownDomainsOf(file, { id: 'sony-music', ownDomains: ['cdn.example'] })).toEqual([
      'artist.example',
      'cdn.example',
    ]);
  });
});

describe('the index that ships', () => {
  it('comes through JSON as it is', () => {
    expect(JSON.parse(JSON.stringify(shippedCompanyIndex))).toEqual(shippedCompanyIndex);
  });
});

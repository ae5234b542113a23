import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompanyFinder } from '../../../recognition/company.ts';
import { indexCompanies } from '../../../recognition/company-index.ts';
import { registrableDomain } from '../../../recognition/registrable-domain.ts';
import type { CompaniesFile, ThirdPartyWebFile } from '../../../schemas/policy-data.ts';

type Company = CompaniesFile['companies'][number];

function company(name: string, domains: string[], change: Partial<Company> = {}): Company {
  return {
    name,
    owner: name,
    category: 'tours',
    purpose: `What ${name} does.`,
    domains,
    country: null,
    homepage: null,
    privacyUrl: null,
    sources: ['test'],
    ...change,
  };
}

function ours(change: Partial<CompaniesFile> = {}): CompaniesFile {
  return { date: '2026-11-22', companies: [], overrides: [], owners: [], countryNames: [], optOuts: [], ...change };
}

/** By way of JSON, as the index travels from the build to the browser. */
const finderOf = (...files: Parameters<typeof indexCompanies>) =>
  createCompanyFinder(JSON.parse(JSON.stringify(indexCompanies(...files))) as ReturnType<typeof indexCompanies>);

const none: ThirdPartyWebFile = { source: 'test', entities: [] };
const threeEntities: ThirdPartyWebFile = {
  source: 'test',
  entities: [
    ['Gauge', 'Gauge', 'analytics', ['gauge.example', 'www.shared.example']],
    ['Gauge Ads', 'Gauge', 'ad', ['ads.gauge.example']],
    ['Latecomer', 'Latecomer', 'cdn', ['gauge.example', '192.0.2.7']],
  ],
};

describe('find', () => {
  const finder = finderOf(ours(), threeEntities, []);

  it.each([
    ['the domain itself', 'gauge.example', 'Gauge'],
    ['a host below it', 'a.b.gauge.example', 'Gauge'],
    ['the longer domain before the shorter one', 'px.ads.gauge.example', 'Gauge Ads'],
    ['an entry for a host also for those below it', 'x.www.shared.example', 'Gauge'],
    ['capitals and a dot at the end', 'WWW.Gauge.Example.', 'Gauge'],
    ['an address in numbers', '192.0.2.7', 'Latecomer'],
  ])('knows %s', (_, host, name) => {
    expect(finder.find(host, 'page.example')).toMatchObject({ name, known: true, relation: 'other' });
  });

  it.each([
    ['a name that only ends alike', 'notgauge.example', 'notgauge.example'],
    ['the domain above an entry', 'shared.example', 'shared.example'],
    ['an address in numbers that nobody named', '198.51.100.7', '198.51.100.7'],
    ['a name of every object', '__proto__', '__proto__'],
    ['another name of every object', 'constructor.prototype', 'constructor.prototype'],
  ])('does not take %s for a company', (_, host, name) => {
    expect(finder.find(host, 'page.example')).toEqual({
      key: name,
      name,
      owner: name,
      names: [name],
      category: 'unknown',
      purpose: null,
      known: false,
      relation: 'other',
    });
  });

  it('takes the first entity where two name a domain, and makes up no sentence for it', () => {
    expect(finder.find('gauge.example', 'page.example')).toMatchObject({
      category: 'analytics',
      purpose: null,
    });
  });

  it('prefers our companies and corrections to third-party-web', () => {
    const corrected = finderOf(
      ours({
        companies: [company('Stagehand', ['tour.gauge.example'])],
        overrides: [
          {
            domain: 'gauge.example',
            name: 'Gauge Replay',
            owner: 'Gauge',
            category: 'session-recording',
            purpose: 'Records.',
            sources: ['test'],
          },
        ],
      }),
      threeEntities,
      [],
    );
    expect(corrected.find('cdn.gauge.example', '').name).toBe('Gauge Replay');
    expect(corrected.find('cdn.gauge.example', '')).toMatchObject({
      category: 'session-recording',
      purpose: 'Records.',
    });
    expect(corrected.find('tour.gauge.example', '')).toMatchObject({
      name: 'Stagehand',
      purpose: 'What Stagehand does.',
    });
    expect(corrected.find('ads.gauge.example', '').name).toBe('Gauge Ads');
  });

  it('still knows a host after more hosts than it keeps answers for', () => {
    for (let n = 0; n < 10_000; n += 1) finder.find(`${n}.flood.example`, 'page.example');
    expect(finder.find('gauge.example', 'page.example').name).toBe('Gauge');
    expect(finder.find('3.flood.example', 'page.example').name).toBe('flood.example');
  });
});

describe('relation', () => {
  const finder = finderOf(
    ours({
      companies: [
        company('Label Files', ['labelfiles.example'], { owner: 'Label' }),
        company('Label Links', ['lbl.example'], { owner: 'Label' }),
      ],
    }),
    threeEntities,
    [['artist.example', 'band.example', 'labelfiles.example'], ['rival.example']],
  );

  it.each([
    ['own-host', 'the page itself', 'artist.example', 'artist.example'],
    ['own-host', 'another host of its site', 'img.artist.example', 'www.artist.example'],
    ['own-host', 'another host of an unlisted site', 'a.shop.co.uk', 'b.shop.co.uk'],
    ['own-host', 'the same host in other letters', 'Artist.Example.', 'artist.example'],
    ['same-owner', 'two of our domains', 'band.example', 'www.artist.example'],
    ['same-owner', 'our files on a site of ours', 'cdn.labelfiles.example', 'artist.example'],
    ['same-owner', 'a company to which our file gives the same owner', 'go.lbl.example', 'artist.example'],
    ['same-owner', 'two names of one known owner', 'ads.gauge.example', 'www.shared.example'],
    ['own-host', 'a page of another organisation itself', 'cdn.rival.example', 'rival.example'],
    ['other', 'our files on a page of another organisation', 'cdn.labelfiles.example', 'rival.example'],
    ['other', 'files of another organisation on a site of ours', 'rival.example', 'band.example'],
    ['other', 'our files on a strange page', 'cdn.labelfiles.example', 'elsewhere.example'],
    ['other', 'a known company on a site of ours', 'gauge.example', 'artist.example'],
    ['other', 'an unknown company on a site of ours', 'px.unheard.example', 'artist.example'],
    ['other', 'two sites under one second level', 'a.co.uk', 'b.co.uk'],
    ['other', 'two hosts without a name', '', ''],
    ['other', 'dots alone', '...', '..'],
  ])('%s: %s', (relation, _, host, pageHost) => {
    expect(finder.find(host, pageHost).relation).toBe(relation);
  });

  it('counts a strange page never as ours, even when nothing of ours has an owner', () => {
    const unowned = finderOf(ours(), none, [['artist.example']]);
    expect(unowned.find('a.example', 'b.example').relation).toBe('other');
  });
});

describe('places where everybody may have a part', () => {
  const finder = finderOf(
    ours({ companies: [company('Shop system', ['myshopify.com', 'cdn.shops.example'])] }),
    { source: 's', entities: [] },
    [],
  );

  it.each([
    ['other', 'two shops of one system', 'shop-2.myshopify.com', 'shop-1.myshopify.com'],
    ['other', 'the company that runs the system, from a shop of it', 'cdn.shops.example', 'shop-1.myshopify.com'],
    ['own-host', 'two hosts of one shop', 'img.shop-1.myshopify.com', 'shop-1.myshopify.com'],
    ['same-owner', 'two names of the company itself', 'cdn.shops.example', 'myshopify.com'],
    ['other', 'two pages of strangers', 'b.github.io', 'a.github.io'],
  ])('%s: %s', (relation, _what, host, page) => {
    expect(finder.find(host, page).relation).toBe(relation);
  });

  it('name an unknown host by what somebody registered there', () => {
    expect(finder.find('img.b.github.io', 'www.a.example').name).toBe('b.github.io');
  });
});

describe('optOut, details and privacyUrl', () => {
  const finder = finderOf(
    ours({
      companies: [
        company('Gauge', ['g.example'], { privacyUrl: 'https://g.example/privacy', country: 'DE' }),
        company('Plain', ['plain.example']),
      ],
      optOuts: [
        {
          owner: 'Gauge',
          url: 'https://g.example/out',
          what: 'Opt out of Gauge',
          lastChecked: null,
          sources: ['test'],
        },
      ],
    }),
    none,
    [],
  );

  it('give what the file says', () => {
    expect(finder.optOut('Gauge')).toEqual({ url: 'https://g.example/out', what: 'Opt out of Gauge' });
    expect(finder.privacyUrl('Gauge')).toBe('https://g.example/privacy');
    expect(finder.details('Gauge')).toEqual({
      country: 'DE',
      homepage: null,
      privacyUrl: 'https://g.example/privacy',
    });
  });

  it.each(['Plain', 'gauge', 'unheard of', '__proto__', ''])('give null for %j', (name) => {
    expect(finder.optOut(name)).toBeNull();
    expect(finder.privacyUrl(name)).toBeNull();
    expect(finder.details(name)).toEqual({ country: null, homepage: null, privacyUrl: null });
  });
});

describe('with hosts that no browser should give', () => {
  const finder = finderOf(ours({ companies: [company('Gauge', ['gauge.example'])] }), threeEntities, [
    ['artist.example'],
  ]);
  const host = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('.', 'a', 'co', 'uk', '[', ':', '1'), maxLength: 400 }),
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.constantFrom(
      '',
      '.',
      '..',
      '__proto__',
      'constructor',
      'toString',
      'GAUGE.example.',
      'a'.repeat(10_000),
      'a.'.repeat(5_000),
      '.'.repeat(10_000),
    ),
  );

  it('names every one, and throws for none', () => {
    fc.assert(
      fc.property(host, host, (subject, page) => {
        const match = finder.find(subject, page);
        expect(match.name).not.toBe('');
        expect(match.key).toBe(match.name);
        expect(match.name.length).toBeLessThanOrEqual(253);
        expect(match.known).toBe(match.category !== 'unknown');
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same answer again, and in whatever order it is asked', () => {
    fc.assert(
      fc.property(host, host, (subject, page) => {
        const fresh = finderOf(ours({ companies: [company('Gauge', ['gauge.example'])] }), threeEntities, [
          ['artist.example'],
        ]);
        expect(finder.find(subject, page)).toEqual(fresh.find(subject, page));
      }),
    );
  });

  it('gives a registrable domain that is its own registrable domain', () => {
    fc.assert(
      fc.property(host, (subject) => {
        const domain = registrableDomain(subject);
        expect(registrableDomain(domain)).toBe(domain);
      }),
      { numRuns: 2_000 },
    );
  });
});

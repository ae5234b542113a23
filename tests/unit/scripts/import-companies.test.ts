import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import spellings from '../../../policy-data/company-spellings.json' with { type: 'json' };
import { lettersOf } from '../../../scripts/company-names.ts';
import { importRows, openSlips, plainDomains, type ListedEntity } from '../../../scripts/import-companies.ts';

const nothing = { corrections: [], right: [] };
const entity = (name: string, domains: string[], company?: string): ListedEntity => ({
  name,
  company,
  category: 'ad',
  domains,
});

describe('plainDomains', () => {
  it.each([
    [
      ['ads.example.com', '*.ads.example.com', '*.Example.com'],
      ['ads.example.com', 'example.com'],
    ],
    [[' Example.COM. ', '.example.com', 'https://example.com/a?b'], ['example.com']],
    [['exam\u200bple.com\n', 'example.com:8080'], ['example.com']],
    [
      ['192.0.2.1', '[2001:db8::1]', 'localhost', '', '*', 'com', 'a..b.com', '-a.com', 'exa mple.com'],
      ['example.com'],
    ],
    [
      ['xn--bcher-kva.example', '_dmarc.example.com'],
      ['xn--bcher-kva.example', '_dmarc.example.com'],
    ],
  ])('%j → %j', (listed, plain) => {
    expect(plainDomains(listed)).toEqual(plain);
  });
});

describe('importRows', () => {
  it('drops what names nobody, what was taken back, and what has no domain', () => {
    const rows = importRows(
      [
        entity('nRelate-VOID', ['*.nrelate.com'], 'nRelate'),
        entity('test', ['*.testtesttest.com'], 'test only'),
        entity('Unknown', []),
        entity('Gauge', []),
        entity('Numbers', ['192.0.2.1']),
        entity('Meter', ['*.meter.example']),
      ],
      nothing,
    );
    expect(rows).toEqual([['Meter', 'Meter', 'ad', ['meter.example']]]);
  });

  it('makes the name its own owner, where the owner is nobody', () => {
    const rows = importRows(
      [entity('Gauge', ['gauge.example'], 'Open Source'), entity('Meter', ['meter.example'], 'Acme-VOID')],
      nothing,
    );
    expect(rows.map(([name, owner]) => [name, owner])).toEqual([
      ['Gauge', 'Gauge'],
      ['Meter', 'Meter'],
    ]);
  });

  it('has a name once, with all its domains', () => {
    const rows = importRows(
      [entity('Gauge', ['b.example', 'a.example']), entity(' Gauge ', ['a.example', 'c.example'])],
      nothing,
    );
    expect(rows).toEqual([['Gauge', 'Gauge', 'ad', ['b.example', 'a.example', 'c.example']]]);
  });

  it('files a consent platform with its maker', () => {
    const rows = importRows([entity('Gauge CMP', ['cmp.gauge.example']), entity('ACMP', ['acmp.example'])], nothing);
    expect(rows.map(([name, owner]) => [name, owner])).toEqual([
      ['ACMP', 'ACMP'],
      ['Gauge CMP', 'Gauge'],
    ]);
  });

  it('corrects names and owners, and spells an owner as we do', () => {
    const rows = importRows(
      [entity('LeasdBoxer', ['leadboxer.com'], 'acme &amp; sons'), entity('Pay', ['pay.example'], 'Paypal')],
      { corrections: [{ from: 'LeasdBoxer', to: 'LeadBoxer' }], right: [] },
      ['Acme & Sons', 'PayPal'],
    );
    expect(rows.map(([name, owner]) => [name, owner])).toEqual([
      ['LeadBoxer', 'Acme & Sons'],
      ['Pay', 'PayPal'],
    ]);
  });
});

describe('openSlips', () => {
  it('names each that misses its domain by a letter, until somebody says that it is right', () => {
    const rows = importRows(
      [entity('Sreamer', ['streamer.com'], 'Acmee'), entity('Gauge', ['gauge.com'], 'Streamers')],
      nothing,
    );
    expect(openSlips(rows, nothing)).toEqual([['Sreamer', 'streamer']]);
    expect(openSlips(rows, { corrections: [], right: [{ name: 'Sreamer' }] })).toEqual([]);
  });
});

describe('policy-data/company-spellings.json', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('third-party-web/nostats-subset'));
  const listed = JSON.parse(readFileSync(join(folder, 'dist', 'entities-nostats.json'), 'utf8')) as ListedEntity[];
  const uncorrected = importRows(listed, nothing);

  it('corrects only what the list still says, to what the entry’s own domain spells', () => {
    const wrong = spellings.corrections.filter(({ from, to, domain }) => {
      const entry = uncorrected.find(([name, owner]) => name === from || owner === from);
      const spelt = domain.split('.').some((label) => lettersOf(label) === lettersOf(to));
      return entry === undefined || !entry[3].includes(domain) || !spelt;
    });
    expect(wrong).toEqual([]);
  });

  it('calls right only what would be asked about', () => {
    const asked = new Set(openSlips(uncorrected, nothing).map(([name]) => name));
    expect(spellings.right.filter(({ name }) => !asked.has(name))).toEqual([]);
  });
});

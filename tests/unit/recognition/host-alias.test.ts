import { describe, expect, it } from 'vitest';
import { collectorBehind, hostsWithAlias } from '../../../recognition/host-alias.ts';
import { shippedCompanies } from '../../../shipped/companies.ts';

const PAGE = 'www.columbiarecords.com';

describe('hosts whose alias is asked for', () => {
  it('are those of the page’s own site, without the page’s own and the bare name', () => {
    const hosts = [
      PAGE,
      'columbiarecords.com',
      'metrics.columbiarecords.com',
      'a.b.columbiarecords.com',
      'www.facebook.com',
    ];
    expect(hostsWithAlias(hosts, PAGE)).toEqual(['metrics.columbiarecords.com', 'a.b.columbiarecords.com']);
  });

  it('are none on a page without a name', () => {
    expect(hostsWithAlias(['a.example', '10.0.0.1'], '10.0.0.1')).toEqual([]);
  });
});

describe('the company behind an alias', () => {
  const companies = shippedCompanies();

  it.each([
    ['columbiarecords.com.sc.omtrdc.net', 'Adobe Experience Cloud'],
    ['columbiarecords.com.data.adobedc.net', 'Adobe Experience Cloud'],
    ['label.ati-host.net', 'AT Internet'],
    ['x.matomo.cloud', 'Matomo'],
  ])('%s collects', (alias, name) => {
    expect(collectorBehind(PAGE, alias, companies)).toBe(name);
  });

  it.each([
    ...['d111111abcdef8.cloudfront.net', 'www.columbiarecords.com.edgekey.net', 'x.fastly.net', 'x.akamaized.net'],
    ...[
      'x.us-east-1.elb.amazonaws.com',
      'shops.myshopify.com',
      'sonymusic.com',
      PAGE,
      'unknown.example',
      '',
      '10.0.0.1',
    ],
  ])('%s does not', (alias) => {
    expect(collectorBehind(PAGE, alias, companies)).toBeNull();
  });
});

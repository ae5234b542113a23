import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { deliveryDomain, handsOutForAll } from '../../../recognition/delivery-hosts.ts';

const [{ companies }] = shippedKnowledge();
const companyOf = (host: string) => companies.find(host, 'www.bobdylan.com');

describe('a host that hands out the files of anybody', () => {
  it.each([
    ['d111111abcdef8.cloudfront.net', true],
    ['lantern.global.ssl.fastly.net', true],
    ['lantern-site.b-cdn.net', true],
    ['lantern.netdna-ssl.com', true],
    ['lantern.azureedge.net', true],
    ['lantern-a.akamaihd.net', true],
    ['lantern-site.netlify.app', true],
    ['lantern.s3.eu-west-1.amazonaws.com', true],
    ['storage.googleapis.com', true],
    ['cdn.jsdelivr.net', true],
    ['unpkg.com', true],
    ['cdnjs.cloudflare.com', true],
    ['cdn.shopify.com', true],
    ['B-CDN.NET.', true],
    ['connect.facebook.net', false],
    ['www.googletagmanager.com', false],
    ['cdn.lantern-metrics.example', false],
    ['notcloudfront.net', false],
    ['cloudfront.net.example', false],
    ['www.bobdylan.com', false],
    ['', false],
  ])('%s: %s', (host, shared) => {
    expect(handsOutForAll(host, companyOf)).toBe(shared);
  });

  it('is not the place on a network that the lists give to one company', () => {
    expect(companyOf('d2r1yp2w7bby2u.cloudfront.net').owner).toBe('CleverTap');
    expect(handsOutForAll('d2r1yp2w7bby2u.cloudfront.net', companyOf)).toBe(false);
  });

  it('is the same network for all its places', () => {
    expect(deliveryDomain('a.b.cloudfront.net')).toBe('cloudfront.net');
    expect(deliveryDomain('cloudfront.example')).toBeNull();
  });
});

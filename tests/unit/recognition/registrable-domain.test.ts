import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { getDomain, parse } from 'tldts';
import organisation from '../../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import suffixes from '../../../policy-data/public-suffixes.json' with { type: 'json' };
import places from '../../../policy-data/shared-places.json' with { type: 'json' };
import sitesFile from '../../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import { isSharedPlace, registrableDomain } from '../../../recognition/registrable-domain.ts';

/** What a library that reads the same list says; it gives null for a suffix itself, which we leave whole. */
function byLibrary(host: string): string {
  return getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? host;
}

const rules = [...suffixes.icann, ...suffixes.private];
const nameOf = (rule: string): string => rule.replace(/^!/, '').replace(/^\*/, 'any');

describe('the registrable domain', () => {
  it.each([
    ['www.bobdylan.com', 'bobdylan.com'],
    // A country's second level, and a country that sells names without one.
    ['shop.a.co.uk', 'a.co.uk'],
    ['www.go.de', 'go.de'],
    ['cdn.go.de', 'go.de'],
    ['a.band.art.br', 'band.art.br'],
    ['a.band.tv.br', 'band.tv.br'],
    ['a.band.id.au', 'band.id.au'],
    ['x.web.id', 'x.web.id'],
    ['x.gr.jp', 'x.gr.jp'],
    ['a.me.uk', 'a.me.uk'],
    ['band.in.th', 'band.in.th'],
    ['x.asso.fr', 'x.asso.fr'],
    ['x.gen.nz', 'x.gen.nz'],
    ['x.idv.tw', 'x.idv.tw'],
    ['x.gen.tr', 'x.gen.tr'],
    ['x.ad.jp', 'x.ad.jp'],
    // Wildcards and their exceptions.
    ['a.b.c.ck', 'b.c.ck'],
    ['a.www.ck', 'www.ck'],
    ['a.city.kobe.jp', 'city.kobe.jp'],
    ['a.b.c.kobe.jp', 'b.c.kobe.jp'],
    // Two shops on one platform are two sites.
    ['shop-1.myshopify.com', 'shop-1.myshopify.com'],
    ['x.shop-2.myshopify.com', 'shop-2.myshopify.com'],
    ['fan.github.io', 'fan.github.io'],
    ['a.fan.s3.amazonaws.com', 'fan.s3.amazonaws.com'],
    ['d111111abcdef8.cloudfront.net', 'd111111abcdef8.cloudfront.net'],
    // Suffixes themselves, addresses and names of one label stay whole.
    ['github.io', 'github.io'],
    ['co.uk', 'co.uk'],
    ['com', 'com'],
    ['localhost', 'localhost'],
    ['10.0.0.1', '10.0.0.1'],
    ['[2001:db8::1]', '[2001:db8::1]'],
    ['', ''],
    // What browsers and pages make of names.
    ['WWW.BobDylan.COM.', 'bobdylan.com'],
    ['2001:DB8::1', '2001:db8::1'],
    ['.example.com', 'example.com'],
    ['EXAMPLE.COM...', 'example.com'],
    ['x..a..com', 'a.com'],
    ['...', ''],
    ['www.a.com.example', 'com.example'],
    ['widget.found.ee', 'found.ee'],
    ['sme.lnk.to', 'lnk.to'],
    ['t.co', 't.co'],
    ['a.constructor', 'a.constructor'],
    ['x.__proto__', 'x.__proto__'],
  ])('of %o is %o', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });

  it('agrees with a library on every rule of the list, and on names below it', () => {
    const differing = rules
      .map(nameOf)
      .flatMap((name) => [name, `a.${name}`, `b.a.${name}`, `c.b.a.${name}`])
      .filter((host) => registrableDomain(host) !== byLibrary(host));
    expect(differing).toEqual([]);
    expect(rules.length).toBeGreaterThan(9000);
  });

  it('agrees with a library on names put together from labels of the list', () => {
    const label = fc.oneof(
      fc.constantFrom(
        'www',
        'a',
        'b-1',
        'xn--p1ai',
        'co',
        'com',
        'uk',
        'jp',
        'kobe',
        'ck',
        'amazonaws',
        's3',
        'myshopify',
      ),
      fc.constantFrom(...rules).map((rule) => nameOf(rule)),
    );
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const host = labels.join('.');
        expect(registrableDomain(host)).toBe(byLibrary(host));
      }),
      { numRuns: 3000 },
    );
  });
});

it('the list is what scripts/update-public-suffixes.ts makes of the installed package', () => {
  const script = join(import.meta.dirname, '../../../scripts/update-public-suffixes.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr).not.toContain('is not what the installed package gives');
  expect(status).toBe(0);
});

describe('a shared place', () => {
  it.each([
    'fan.github.io',
    'copy.workers.dev',
    'artist.wixsite.com',
    'artist.blogspot.com',
    'artist.webflow.io',
    'artist.neocities.org',
    'bucket.s3.amazonaws.com',
    'x.azurewebsites.net',
    'www-bobdylan-com.translate.goog',
    'artist.wordpress.com',
    'artist.squarespace.com',
    'artist.carrd.co',
    'shop-1.myshopify.com',
    'web.archive.org',
    'sites.google.com',
    'artist.tumblr.com',
    'storage.googleapis.com',
    'artist.bandcamp.com',
  ])('is %s', (host) => {
    expect(isSharedPlace(host)).toBe(true);
    expect(isSharedPlace(`${host.toUpperCase()}.`)).toBe(true);
  });

  it.each([
    'www.bobdylan.com',
    'sonymusic.co.jp',
    'www.sonymusic.co.uk',
    'notgithub.io.example',
    'bandcamp.example',
    '10.0.0.1',
    'localhost',
    '',
  ])('is not %o', (host) => {
    expect(isSharedPlace(host)).toBe(false);
  });

  it('is each private rule of the list, as a library says', () => {
    const differing = suffixes.private
      .filter((rule) => !rule.startsWith('!'))
      .map((rule) => `a.${nameOf(rule)}`)
      .filter(
        (host) => parse(host, { allowPrivateDomains: true, validateHostname: false }).isPrivate !== isSharedPlace(host),
      );
    expect(differing).toEqual([]);
  });

  it('is no site of Sony Music that has a name of its own, and none of its own hosts', () => {
    const atPlaces = sitesFile.sites.map(({ domain }) => domain).filter(isSharedPlace);
    expect(atPlaces).toEqual(
      atPlaces.filter((domain) => places.places.some((place) => domain.endsWith(`.${place.domain}`))),
    );
    expect(organisation.ownDomains.filter(isSharedPlace)).toEqual([]);
  });
});

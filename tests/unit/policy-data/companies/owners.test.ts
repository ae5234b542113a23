/** Is a company its owner, by whichever names the lists file it? Over all that is known, ours and third-party-web's. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import companiesJson from '../../../../policy-data/companies.json' with { type: 'json' };
import thirdPartyWebJson from '../../../../policy-data/third-party-web.json' with { type: 'json' };
import type { Visit } from '../../../../ledger/visit.ts';
import type { HostRecord } from '../../../../ledger/visit-entries.ts';
import { spellingOf } from '../../../../recognition/company-owners.ts';
import { contactedCompanies, countOtherCompanies } from '../../../../recognition/contacted.ts';
import { shippedCompanies } from '../../../../shipped/companies.ts';
import { CompaniesFileSchema, ThirdPartyWebFileSchema } from '../../../../schemas/policy-data.ts';
import { makeHost, makeVisit } from '../../../../tools/builders/visits.ts';

const companies = v.parse(CompaniesFileSchema, companiesJson);
const { entities } = v.parse(ThirdPartyWebFileSchema, thirdPartyWebJson);
const finder = shippedCompanies();
const PAGE = 'www.a-page-of-nobody.example';

const domains = [
  ...new Set([
    ...companies.companies.flatMap((company) => company.domains),
    ...companies.overrides.map(({ domain }) => domain),
    ...entities.flatMap(([, , , theirs]) => theirs),
  ]),
];
const matches = domains.map((domain) => finder.find(domain, PAGE));

/** A page of nobody that contacted these hosts. */
function visitTo(hosts: readonly string[]): Visit {
  const records = hosts.map((host): HostRecord => makeHost(host));
  return makeVisit({ address: { scheme: 'https', host: PAGE, path: '/' }, hosts: records });
}
const count = (...hosts: string[]): number => countOtherCompanies(visitTo(hosts), finder);

describe('the number of companies', () => {
  it.each([
    [
      'Google',
      'www.googletagmanager.com www.google-analytics.com stats.g.doubleclick.net fonts.gstatic.com www.youtube.com www.google.com ajax.googleapis.com maps.googleapis.com rr1.googlevideo.com i.ytimg.com',
    ],
    ['Adobe', 'use.typekit.net assets.adobedtm.com dpm.demdex.net sonymusic.112.2o7.net cm.everesttech.net'],
    ['Amazon', 's.amazon-adsystem.com m.media-amazon.com d1234.cloudfront.net player.twitch.tv'],
    ['OneTrust', 'cdn.cookielaw.org geolocation.onetrust.com'],
  ])('of pages with nothing but %s is one', (owner, hosts) => {
    const met = contactedCompanies(visitTo(hosts.split(' ')), finder);
    expect(met.map(({ company }) => company.name)).toEqual([owner]);
    expect(met[0]?.hosts).toHaveLength(hosts.split(' ').length);
    expect(met[0]?.services.flatMap((service) => service.hosts)).toHaveLength(hosts.split(' ').length);
  });

  it.each([
    ['Facebook, Instagram and WhatsApp', ['www.facebook.com', 'www.instagram.com', 'wa.me']],
    ['Twitter and X', ['platform.twitter.com', 'x.com', 'static.ads-twitter.com', 't.co']],
  ])('of %s is one', (_, hosts) => {
    expect(count(...hosts)).toBe(1);
  });

  it('counts each host of nobody that is known by its own site', () => {
    expect(count('a.one.example', 'b.one.example', 'two.example')).toBe(2);
  });

  it('is, over all hosts that are known, the number of their owners', () => {
    const all = contactedCompanies(visitTo(domains), finder).filter(({ company }) => company.relation === 'other');
    const names = all.map(({ company }) => company.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const spelt = names.map(spellingOf);
    expect(names.filter((_, index) => spelt.indexOf(spelt[index] ?? '') !== index)).toEqual([]);
    expect(new Set(names)).toEqual(
      new Set(matches.filter(({ relation }) => relation === 'other').map(({ owner }) => owner)),
    );
  });
});

describe('an owner', () => {
  it('is nobody’s service: no name stands for a company and for a part of another one', () => {
    const ownerOf = new Map(matches.map(({ name, owner }) => [name, owner]));
    const parts = matches.filter(({ owner }) => (ownerOf.get(owner) ?? owner) !== owner);
    expect(parts.map(({ owner }) => `${owner} is of ${ownerOf.get(owner) ?? ''}`)).toEqual([]);
  });

  it('is never told by a name of former times', () => {
    const former = new Set(companies.owners.map(({ name }) => name));
    expect([...new Set(matches.map(({ owner }) => owner))].filter((owner) => former.has(owner))).toEqual([]);
  });

  it('has a row only where some list files a company under that name', () => {
    const filed = new Set([
      ...[...companies.companies, ...companies.overrides, ...companies.owners.map(({ now }) => ({ owner: now }))].map(
        ({ owner }) => owner,
      ),
      ...entities.map(([, owner]) => owner),
    ]);
    expect(companies.owners.map(({ name }) => name).filter((name) => !filed.has(name))).toEqual([]);
  });

  it('is found by any of its names, and a brand by its own', () => {
    const namesOf = (host: string): readonly string[] => finder.find(host, PAGE).names;
    for (const { name, now, how } of companies.owners) {
      const under = matches.filter(({ owner, names }) => names.includes(name) && owner !== name);
      expect(under.length, `${name} → ${now} (${how})`).toBeGreaterThan(0);
    }
    expect(namesOf('fonts.gstatic.com')).toContain('Google');
  });
});

describe('the company of today behind', () => {
  it.each([
    ['ad.spotxchange.com', 'Magnite'],
    ['sync.springserve.com', 'Magnite'],
    ['pixel.tapad.com', 'Experian'],
    ['pixel.mathtag.com', 'Infillion'],
    ['p.adsymptotic.com', 'Microsoft'],
    ['cdn.parsely.com', 'Automattic'],
    ['native.sharethrough.com', 'Equativ'],
    ['servedby.flashtalking.com', 'Mediaocean'],
    ['collector.tealeaf.ibmcloud.com', 'Acoustic'],
    ['www.sc.pages01.net', 'Acoustic'],
    ['cdn.polyfill.io', 'Funnull'],
    ['teespring.com', 'Amaze'],
    ['sourcepoint.mgr.consensu.org', 'Didomi'],
    ['sdk.privacy-center.org', 'Didomi'],
    ['app.securiti.ai', 'Veeam'],
    ['artist.bio.to', 'Linkfire'],
    ['tix.to', 'Linkfire'],
    ['gate.sc', 'SoundCloud'],
    ['vyd.co', 'Vydia'],
    ['untd.io', 'UnitedMasters'],
    ['linkco.re', 'TuneCore Japan'],
    ['signup.set.live', 'Music Audience Exchange'],
    ['www.even.biz', 'EVEN Labs'],
    ['www.hive.co', 'Hive'],
    ['artist.link', 'Odesli'],
  ])('%s is %s', (host, owner) => {
    const { known, owner: found } = finder.find(host, PAGE);
    expect(known ? found : null).toBe(owner);
  });
});

describe('a host under the suffix of a country', () => {
  it.each([
    [
      'Google',
      'www.google.de www.google.co.jp www.google.com.mx www.google.es www.google.lu www.google.co.za google.ch www.youtube.de',
    ],
    ['Amazon', 'www.amazon.de www.amazon.co.jp www.amazon.com.br www.amazon.com.au www.amazon.ie'],
    [
      'Live Nation Entertainment',
      'www.ticketmaster.it www.ticketmaster.com.br www.ticketmaster.no www.livenation.co.uk www.livenation.de',
    ],
    ['eBay', 'www.ebay.de www.ebay.co.uk www.ebay.com.au'],
  ])('is of %s', (owner, hosts) => {
    expect(hosts.split(' ').map((host) => [host, finder.find(host, PAGE).owner])).toEqual(
      hosts.split(' ').map((host) => [host, owner]),
    );
    expect(count(...hosts.split(' '))).toBe(1);
  });

  it.each([
    'google.evil.com',
    'www.google.evil.com',
    'google.com.evil.de',
    'google.de.evil.example',
    'notgoogle.de',
    'www.my-google.co.uk',
    'google.co.de',
    'google.github.io',
    'google.example',
    'google.xyz',
  ])('%s is not Google’s', (host) => {
    expect(finder.find(host, PAGE).owner).not.toBe('Google');
  });

  it('is no more than another name: the page of one is not the page of another', () => {
    expect(finder.find('www.google.de', 'www.google.de').relation).toBe('own-host');
  });
});

describe('a www of a domain of ours', () => {
  it('is told like the domain, whatever third-party-web says', () => {
    expect(finder.find('www.google.com', PAGE)).toMatchObject({ name: 'Google', owner: 'Google' });
    for (const domain of companies.companies.flatMap((company) => company.domains)) {
      const told = finder.find(`www.${domain}`, PAGE);
      if (!companies.overrides.some((override) => override.domain === `www.${domain}`))
        expect([domain, told.name]).toEqual([domain, finder.find(domain, PAGE).name]);
    }
  });
});

describe('what hands out the files of others', () => {
  it.each([
    ['d111111abcdef8.cloudfront.net', 'cdn'],
    ['artist.global.ssl.fastly.net', 'cdn'],
    ['artist.herokuapp.com', 'hosting'],
    ['artist.github.io', 'hosting'],
    ['app.netlify.com', 'hosting'],
  ])('%s is filed as %s', (host, category) => {
    expect(finder.find(host, PAGE).category).toBe(category);
  });
});

describe('who owns what today', () => {
  it.each([
    ['Meta', 'www.facebook.com www.instagram.com wa.me www.threads.net'],
    ['X Corp.', 'platform.twitter.com x.com t.co static.ads-twitter.com'],
    ['Microsoft', 'bat.bing.com www.clarity.ms px.ads.linkedin.com ib.adnxs.com artist.github.io'],
    ['Contentsquare', 'static.hotjar.com t.contentsquare.net cdnssl.clicktale.net cdn.heapanalytics.com'],
    ['Salesforce', 'cdn.evgnet.com artist.evergage.com pi.pardot.com artist.herokuapp.com'],
    ['Twilio', 'cdn.segment.com api.sendgrid.com'],
    ['Bending Spoons', 'player.vimeo.com players.brightcove.net www.eventbrite.com www.toneden.io'],
    ['Usercentrics', 'consent.cookiebot.com consent.cookiebot.eu app.usercentrics.eu'],
    ['TrustArc', 'consent.trustarc.com privacy-policy.truste.com'],
    ['Akamai', 'c.go-mpulse.net rpxnow.com'],
    ['TransUnion', 'mpsnare.iesnare.com d.agkn.com'],
    ['Criteo', 'x.bidswitch.net static.criteo.net'],
    ['Magnite', 'fastlane.rubiconproject.com'],
    ['Teads', 'widgets.outbrain.com a.teads.tv'],
    ['Awin', 'www.awin1.com www.dwin1.com'],
    ['Epsilon', 'www.dotomi.com adfarm.mediaplex.com'],
    ['Oracle', 'z.moatads.com s7.addthis.com tags.bluekai.com t.eloqua.com'],
    ['Index Exchange', 'ssum.casalemedia.com js-sec.indexww.com'],
    ['LiveIntent', 'rp.liadm.com'],
    ['Adobe', 'www.everestjs.net cm.everesttech.net'],
    ['Spotify', 'pixels.spotify.com pixel.byspotify.com open.spotify.com pdst.fm'],
    ['Comcast', 'mssl.fwmrm.net'],
    ['Suno', 'widget.songkick.com'],
    ['Fever', 'widgets.dice.fm feverup.com'],
    ['Intuit', 'artist.us1.list-manage.com'],
    ['Universal Music Group and Sony Music Entertainment', 'hls.vevo.com'],
  ])('%s: %s', (owner, hosts) => {
    expect(hosts.split(' ').map((host) => [host, finder.find(host, PAGE).owner])).toEqual(
      hosts.split(' ').map((host) => [host, owner]),
    );
    expect(count(...hosts.split(' '))).toBe(1);
  });

  it.each([
    ['pixels.spotify.com', 'ad'],
    ['www.everestjs.net', 'ad'],
    ['secure.quantserve.com', 'ad'],
    ['bam.nr-data.net', 'analytics'],
    ['shop.app', 'payment'],
    ['geolocation.onetrust.com', 'consent-provider'],
    ['omny.fm', 'player'],
    ['sdk.iad-01.braze.com', 'marketing'],
    ['artist.lnkfi.re', 'pre-save'],
    ['bnds.us', 'tours'],
    ['ampl.ink', 'pre-save'],
    ['loox.io', 'marketing'],
    ['tools.applemediaservices.com', 'player'],
  ])('%s is there for %s', (host, category) => {
    expect(finder.find(host, PAGE).category).toBe(category);
  });

  it('tells the opt-out of a brand under its buyer', () => {
    const namesOf = (host: string): readonly string[] => finder.find(host, PAGE).names;
    expect(namesOf('px.ads.linkedin.com').some((name) => finder.optOut(name)?.url.includes('linkedin'))).toBe(true);
    expect(namesOf('bat.bing.com').some((name) => finder.optOut(name)?.url.includes('linkedin'))).toBe(false);
    expect(namesOf('www.facebook.com').some((name) => finder.optOut(name)?.url.includes('facebook'))).toBe(true);
  });
});

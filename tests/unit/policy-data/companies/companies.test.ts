import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import companiesJson from '../../../../policy-data/companies.json' with { type: 'json' };
import spellings from '../../../../policy-data/company-spellings.json' with { type: 'json' };
import suffixes from '../../../../policy-data/public-suffixes.json' with { type: 'json' };
import sitesFile from '../../../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import tailJson from '../../../../policy-data/tail-companies.json' with { type: 'json' };
import thirdPartyWebJson from '../../../../policy-data/third-party-web.json' with { type: 'json' };
import { createCompanyFinder } from '../../../../recognition/company.ts';
import { indexCompanies } from '../../../../recognition/company-index.ts';
import { handsOutForAll } from '../../../../recognition/delivery-hosts.ts';
import { registrableDomain } from '../../../../recognition/registrable-domain.ts';
import { lettersOf } from '../../../../scripts/company-names.ts';
import { nameReader } from '../../../../scripts/import-companies.ts';
import {
  CompaniesFileSchema,
  CompanyCategorySchema,
  TailCompaniesFileSchema,
  ThirdPartyWebFileSchema,
  type CompaniesFile,
} from '../../../../schemas/policy-data.ts';

const companies = v.parse(CompaniesFileSchema, companiesJson);
const thirdPartyWeb = v.parse(ThirdPartyWebFileSchema, thirdPartyWebJson);
const tail = v.parse(TailCompaniesFileSchema, tailJson);
const nothing: CompaniesFile = {
  date: companies.date,
  companies: [],
  overrides: [],
  owners: [],
  countryNames: [],
  optOuts: [],
};
/** Third-party-web by itself, and with our companies and corrections. */
const theirs = createCompanyFinder(indexCompanies(nothing, thirdPartyWeb, []));
const ownSites = sitesFile.sites.filter(({ group }) => group === 'sony-music').map(({ domain }) => domain);
const finder = createCompanyFinder(indexCompanies(companies, thirdPartyWeb, [ownSites], tail));
const page = 'www.a-page-of-nobody.example';

/** Every domain that any file names, with the company that the finder gives. */
const allMatches = [
  ...companies.companies.flatMap(({ domains }) => domains),
  ...companies.overrides.map(({ domain }) => domain),
  ...thirdPartyWeb.entities.flatMap(([, , , domains]) => domains),
  ...tail.entities.flatMap(([, , , domains]) => domains),
].map((domain) => finder.find(domain, page));

describe('companies.json', () => {
  it('has at least 60 companies that third-party-web lacks, and 40 opt-out pages', () => {
    expect(companies.companies.length).toBeGreaterThanOrEqual(60);
    expect(companies.optOuts.length).toBeGreaterThanOrEqual(40);
  });

  it('names a company once', () => {
    const names = companies.companies.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('holds no domain that third-party-web knows: that is what a correction is for', () => {
    const known = companies.companies.flatMap(({ domains }) =>
      domains.filter((domain) => theirs.find(domain, page).known),
    );
    expect(known).toEqual([]);
  });

  it('corrects only what third-party-web knows', () => {
    expect(companies.overrides.filter(({ domain }) => !theirs.find(domain, page).known)).toEqual([]);
  });

  it('writes every purpose as a sentence', () => {
    const purposes = [...companies.companies, ...companies.overrides].map(({ purpose }) => purpose);
    expect(purposes.filter((purpose) => !/^[A-Z].*\.$/.test(purpose))).toEqual([]);
  });

  it('uses none of the words that judge', () => {
    expect(JSON.stringify(companies)).not.toMatch(/violat|illegal|\bsp(y|ies|ying)\b|—|–/i);
  });

  it('offers opt-out pages under names that the finder can give, each once', () => {
    const names = new Set(allMatches.flatMap((match) => match.names));
    expect(companies.optOuts.map(({ owner }) => owner).filter((owner) => !names.has(owner))).toEqual([]);
    expect(new Set(companies.optOuts.map(({ owner }) => owner)).size).toBe(companies.optOuts.length);
  });

  it('gives a company one owner, one category and one purpose on all its hosts', () => {
    const byName = new Map<string, Set<string>>();
    for (const { name, owner, category, purpose } of allMatches) {
      byName.set(name, (byName.get(name) ?? new Set()).add([owner, category, purpose].join(' | ')));
    }
    expect([...byName].filter(([, kinds]) => kinds.size > 1).map(([name, kinds]) => [name, ...kinds])).toEqual([]);
  });

  it('has a known host for every category', () => {
    const categories = new Set(allMatches.map(({ category }) => category));
    expect(CompanyCategorySchema.options.filter((category) => !categories.has(category))).toEqual([]);
  });

  it('holds no domain under which strangers register theirs', () => {
    const domains = [
      ...companies.companies.flatMap((company) => company.domains),
      ...companies.overrides.map(({ domain }) => domain),
    ];
    // 'com', 'co.uk' and the like: there a further label makes another registrable domain. A company that lets others have a part of its
    // own domain (a shop system) is by rights named for it.
    const isSuffix = (domain: string): boolean => registrableDomain(`x.${domain}`) !== registrableDomain(domain);
    expect(domains.filter((domain) => isSuffix(domain) && !suffixes.private.includes(domain))).toEqual([]);
  });
});

describe('the finder over the shipped data', () => {
  it.each([
    [
      'session-recording',
      'edge.fullstory.com rs.fullstory.com static.hotjar.com script.hotjar.com www.clarity.ms c.clarity.ms cdn.mouseflow.com',
    ],
    [
      'session-recording',
      'cdn.logrocket.io r.lr-in-prod.com web-sdk.smartlook.com tools.luckyorange.com cdn.inspectlet.com script.crazyegg.com',
    ],
    [
      'session-recording',
      't.contentsquare.net cdnssl.clicktale.net cdn.quantummetric.com cdn.gbqofs.com report.x.glassboxdigital.io ws.sessioncam.com',
    ],
    ['session-recording', 'cdn.decibelinsight.net collector.tealeaf.ibmcloud.com'],
    [
      'ip-location',
      'ipapi.co ipinfo.io pro.ip-api.com freegeoip.net freegeoip.app api.ipstack.com api.ipgeolocation.io get.geojs.io api.ipdata.co',
    ],
    ['ip-location', 'api.db-ip.com geoip-js.maxmind.com js.maxmind.com geoip-js.com www.geoplugin.net'],
    [
      'fingerprinting',
      'fpjscdn.net api.fpjs.io h.online-metrix.net mpsnare.iesnare.com cdn.siftscience.com cdn.sift.com js.datadome.co',
    ],
    [
      'tag-manager',
      'www.googletagmanager.com tags.tiqcdn.com nexus.ensighten.com assets.adobedtm.com cdn.tagcommander.com tagmanager.google.com',
    ],
    [
      'sign-in',
      'accounts.google.com appleid.apple.com appleid.cdn-apple.com accounts.spotify.com login.microsoftonline.com cdns.gigya.com',
    ],
    ['sign-in', 'connect.deezer.com login.tidal.com secure.soundcloud.com api.amazon.com cdn.auth0.com'],
    [
      'payment',
      'js.stripe.com www.paypal.com js.braintreegateway.com x.klarnacdn.net pay.google.com deposit.us.shopifycs.com',
    ],
    [
      'consent-provider',
      'cdn.cookielaw.org geolocation.onetrust.com consent.cookiebot.com consent.cookiebot.eu consent.trustarc.com cdn-cookieyes.com app.usercentrics.eu',
    ],
    [
      'tickets',
      'www.ticketmaster.com s1.ticketm.net www.axs.com widgets.dice.fm www.seetickets.com www.eventim.de img.evbuc.com',
    ],
    [
      'tours',
      'widget.bandsintown.com rest.bandsintown.com widget.songkick.com widget-app.songkick.com widget.seated.com',
    ],
    [
      'pre-save',
      'sme.lnk.to services.linkfire.com found.ee ffm.to fast-cdn.ffm.to orcd.co smarturl.it show.co www.toneden.io distrokid.com',
    ],
    ['fan-club', 'www.patreon.com weverse.io levellr.com discord.com'],
    ['text-messages', 'embed.laylo.com cdn.attn.tv sdk.postscript.io mgu-embed.community.com superphone.io'],
    [
      'mailing',
      'artist.us1.list-manage.com chimpstatic.com static.klaviyo.com madmimi.com cl.exct.net pages.exacttarget.com',
    ],
    [
      'merchandise',
      'cdn.shopify.com artist.myshopify.com static.musictoday.com www.merchbar.com libraries.wmgartistservices.com',
    ],
    [
      'player',
      'open.spotify.com embed-cdn.spotifycdn.com w.soundcloud.com widget.deezer.com embed.tidal.com embed.music.apple.com f4.bcbits.com',
    ],
    [
      'social',
      'www.facebook.com connect.facebook.net www.instagram.com platform.twitter.com x.com analytics.tiktok.com tr.snapchat.com',
    ],
    [
      'ad',
      'bat.bing.com stats.g.doubleclick.net dpm.demdex.net cm.everesttech.net s.amazon-adsystem.com idsync.rlcdn.com',
    ],
    ['analytics', 'www.google-analytics.com sonymusic.112.2o7.net sb.scorecardresearch.com'],
    ['video', 'www.youtube.com www.youtube-nocookie.com player.vimeo.com'],
  ])('knows for %s: %s', (category, hosts) => {
    for (const host of hosts.split(' ')) expect([host, finder.find(host, page).category]).toEqual([host, category]);
  });

  it.each([
    [
      'Google',
      'www.google.com www.youtube.com firebase.googleapis.com www.googletagmanager.com stats.g.doubleclick.net fonts.gstatic.com i.ytimg.com',
    ],
    ['Meta', 'www.facebook.com www.instagram.com wa.me www.threads.com'],
    ['Microsoft', 'bat.bing.com www.clarity.ms login.live.com'],
    [
      'Amazon',
      's.amazon-adsystem.com music.amazon.com bucket.s3.amazonaws.com d1234.cloudfront.net player.twitch.tv m.media-amazon.com',
    ],
    ['Adobe', 'use.typekit.net assets.adobedtm.com dpm.demdex.net sonymusic.112.2o7.net www.adobe.com'],
    ['Apple', 'embed.music.apple.com is1-ssl.mzstatic.com appleid.apple.com tools.applemusic.com'],
    ['Salesforce', 'cdn.krxd.net cl.exct.net pi.pardot.com nova.collect.igodigital.com'],
    ['Sony Music Entertainment', 'forms.sonymusicfans.com cdn-p.smehost.net tools.sonymusiccreative.com orcd.co'],
  ])('gives to %s: %s', (owner, hosts) => {
    for (const host of hosts.split(' ')) expect([host, finder.find(host, page).owner]).toEqual([host, owner]);
  });

  it.each([
    ['cdn-p.smehost.net', 'www.bobdylan.com', 'same-owner'],
    ['www.johnnycash.com', 'www.bobdylan.com', 'same-owner'],
    ['orcd.co', 'www.bobdylan.com', 'same-owner'],
    ['media.bobdylan.com', 'www.bobdylan.com', 'own-host'],
    ['cdn-p.smehost.net', 'www.a-page-of-nobody.example', 'other'],
    ['www.sonymusic.co.jp', 'www.bobdylan.com', 'other'],
    ['sme.lnk.to', 'www.bobdylan.com', 'other'],
    ['sonymusic.112.2o7.net', 'www.sonymusic.com', 'other'],
  ])('sees %s from %s as %s', (host, pageHost, relation) => {
    expect(finder.find(host, pageHost).relation).toBe(relation);
  });
});

describe('tail-companies.json', () => {
  const both = createCompanyFinder(indexCompanies(companies, thirdPartyWeb, []));

  it('tells the same of a company in each of its rows', () => {
    const byName = new Map<string, Set<string>>();
    for (const [name, owner, category] of tail.entities)
      byName.set(name, (byName.get(name) ?? new Set()).add(`${owner} | ${category}`));
    expect([...byName].filter(([, kinds]) => kinds.size > 1)).toEqual([]);
  });

  it('spells an owner as the other files do: one owner never counts twice', () => {
    const spellings = new Map<string, Set<string>>();
    for (const { owner } of allMatches)
      spellings.set(lettersOf(owner), (spellings.get(lettersOf(owner)) ?? new Set()).add(owner));
    const ofTail = new Set(tail.entities.map(([, owner]) => lettersOf(owner)));
    const twice = [...spellings].filter(([letters, { size }]) => size > 1 && ofTail.has(letters));
    expect(twice.map(([, same]) => [...same])).toEqual([]);
  });

  it('names most of what it names itself: a domain that the other files learn may go from here', () => {
    const asked = tail.entities.flatMap(([, , , domains]) => domains);
    expect(asked.filter((domain) => both.find(domain, page).known).length).toBeLessThan(asked.length / 10);
  });

  it.each(['www.espncdn.com', 'i.etsystatic.com', 'static.fncstatic.com', 'i.guim.co.uk', 'github.githubassets.com'])(
    'does not take %s, a company’s own files, for a network that hands out anybody’s',
    (host) => {
      expect(['cdn', 'hosting']).not.toContain(finder.find(host, page).category);
    },
  );

  it.each(['site.b-cdn.net', 'shop.z01.azurefd.net', 'app.pages.dev', 'app.netlify.app', 'cdn.wpmucdn.com'])(
    'takes %s for one that hands out anybody’s',
    (host) => {
      expect(handsOutForAll(host, (each) => finder.find(each, page))).toBe(true);
    },
  );

  it('names no domain under which strangers register theirs, but for those who let them', () => {
    const icann = new Set(suffixes.icann);
    expect(tail.entities.flatMap(([, , , domains]) => domains).filter((domain) => icann.has(domain))).toEqual([]);
  });

  it.each([
    ['Cloudflare', 'something.pages.dev'],
    ['Google', 'project-1.firebaseio.com'],
    ['bunny.net', 'site.b-cdn.net'],
    ['Microsoft', 'shop-a1b2.z01.azurefd.net'],
    ['Yandex', 'storage.yandex.net'],
    ['Alibaba', 'g.alicdn.com'],
    ['VK', 'sun9-1.userapi.com'],
    ['Baidu', 'pos.baidu.com'],
    ['Dropbox', 'www.dropbox.com'],
    ['NAVER', 'wcs.naver.net'],
    ['Ogury', 'ms-cookie-sync.presage.io'],
  ])('gives to %s: %s', (owner, host) => {
    expect(finder.find(host, page).owner).toBe(owner);
  });
});

describe('third-party-web.json', () => {
  /** Hosts that the package itself saw on the web, and its own answer for each. */
  const require = createRequire(import.meta.url);
  const { getEntity } = require('third-party-web/nostats-subset') as {
    getEntity: (host: string) => { name: string } | undefined;
  };
  const named = nameReader(spellings);
  const seen = readFileSync(require.resolve('third-party-web/dist/domain-map.csv'), 'utf8').split('\n');

  it('gives for the hosts that the package knows what the package gives', () => {
    const known = seen
      .map((line) => line.slice(0, line.indexOf(',')))
      .filter((host) => host !== '' && getEntity(host) !== undefined);
    expect(known.length).toBeGreaterThan(20_000);
    // Names are cleaned on the way; an entry that names nobody is left out.
    const different = known.filter((host) => {
      const { name, known: isKnown } = theirs.find(host, page);
      const expected = named(getEntity(host)?.name ?? '');
      return expected === null ? isKnown : lettersOf(name) !== lettersOf(expected);
    });
    // The package gives mediaplex.com to one entity and the hosts below it to another of the same owner; companies.json settles it.
    expect(different.filter((host) => !host.endsWith('.mediaplex.com'))).toEqual([]);
  });

  it('is what scripts/update-companies.ts makes of the installed package', () => {
    const { version } = JSON.parse(readFileSync(require.resolve('third-party-web/package.json'), 'utf8')) as {
      version: string;
    };
    expect(thirdPartyWeb.source).toBe(`third-party-web@${version}`);
  });
});

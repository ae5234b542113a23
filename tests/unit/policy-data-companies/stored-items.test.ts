import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import companiesFile from '../../../policy-data/companies.json' with { type: 'json' };
import storedItemsJson from '../../../policy-data/stored-items.json' with { type: 'json' };
import thirdPartyWeb from '../../../policy-data/third-party-web.json' with { type: 'json' };
import { MAX_NAME_LENGTH, type Store } from '../../../ledger/observation';
import { createStoredItemFinder } from '../../../recognition/stored-item';
import { indexStoredItems } from '../../../recognition/stored-item-index';
import { StoredItemsFileSchema } from '../../../schemas/policy-data';

const file = v.parse(StoredItemsFileSchema, storedItemsJson);
const finder = createStoredItemFinder(indexStoredItems(file));

describe('stored-items.json', () => {
  it('has at least 120 items, in four kinds of stores', () => {
    expect(file.items.length).toBeGreaterThanOrEqual(120);
    const stores = new Set(file.items.flatMap((item) => item.stores));
    expect([...stores].sort()).toEqual(expect.arrayContaining(['cookie', 'indexed-db', 'local', 'session']));
  });

  it('can give every one of its items for the name and the hosts that it is for', () => {
    for (const item of file.items) {
      for (const store of item.stores) {
        for (const host of item.domains.length === 0 ? ['www.a-page-of-nobody.example'] : item.domains) {
          expect([item.name, finder.find(store, item.name, host)?.name]).toEqual([item.name, item.name]);
        }
      }
    }
  });

  it('has no name longer than an observation can carry, and no prefix so short that it takes in strangers', () => {
    for (const { name, match } of file.items) {
      expect(name.length).toBeLessThan(MAX_NAME_LENGTH);
      if (match === 'prefix') expect([name, name.length >= 3]).toEqual([name, true]);
    }
  });

  it('ties every name of one or two letters to the hosts that use it', () => {
    const short = file.items.filter(
      ({ name, domains, match }) => match === 'exact' && name.length <= 2 && domains.length === 0,
    );
    // Shopify's own cookies, kept under the shop's domain; and mPulse's.
    expect(short.map(({ name }) => name)).toEqual(['_y', '_s', 'RT']);
  });

  it('writes every purpose as a sentence', () => {
    expect(file.items.map(({ purpose }) => purpose).filter((purpose) => !/^[A-Z].*\.$/.test(purpose))).toEqual([]);
  });

  it('uses none of the words that judge', () => {
    expect(JSON.stringify(file)).not.toMatch(/violat|illegal|\bsp(y|ies|ying)\b|—|–/i);
  });

  it('names setters that the companies know, or says that it is the site itself', () => {
    const known = new Set([
      ...thirdPartyWeb.entities.flatMap(([name, owner]) => [name, owner]),
      ...[...companiesFile.companies, ...companiesFile.overrides].flatMap(({ name, owner }) => [name, owner]),
    ]);
    const unknown = new Set(
      file.items.map(({ setter }) => setter).filter((setter) => !known.has(setter) && !setter.startsWith('The site')),
    );
    // Kinds of setters, and two companies whose hosts third-party-web gives to others.
    expect([...unknown].sort()).toEqual([
      'A consent manager',
      'Imperva',
      'LiveIntent',
      'Several advertising companies',
    ]);
  });
});

describe('the finder over the shipped items', () => {
  const here = 'www.bobdylan.com';
  it.each<[Store, string, string, string, string, boolean]>([
    ['cookie', '_ga', here, 'Google', 'analytics', true],
    ['cookie', '_ga_ABC123DEF4', here, 'Google', 'analytics', true],
    ['cookie', '_gat_UA-12345-1', here, 'Google', 'analytics', false],
    ['cookie', '_gcl_au', here, 'Google', 'advertising', true],
    ['cookie', 'NID', 'www.google.com', 'Google', 'advertising', true],
    ['cookie', 'IDE', 'doubleclick.net', 'Google', 'advertising', true],
    ['cookie', '_fbp', here, 'Facebook', 'advertising', true],
    ['cookie', 'fr', 'facebook.com', 'Facebook', 'advertising', true],
    ['cookie', '_ttp', here, 'TikTok', 'advertising', true],
    ['cookie', 'VISITOR_INFO1_LIVE', 'youtube.com', 'Google', 'media', true],
    ['local', 'yt-remote-device-id', 'www.youtube.com', 'Google', 'media', true],
    ['session', 'yt-remote-session-app', 'www.youtube-nocookie.com', 'Google', 'media', false],
    ['indexed-db', 'LogsDatabaseV2:V1234||', 'www.youtube.com', 'Google', 'media', true],
    ['cookie', 'sp_t', 'open.spotify.com', 'Spotify', 'media', true],
    ['cookie', 'AMCV_1234@AdobeOrg', here, 'Adobe', 'analytics', true],
    ['cookie', '_shopify_y', here, 'Shopify', 'analytics', true],
    ['cookie', 'wordpress_logged_in_0123abcd', here, 'The site (WordPress)', 'security', true],
    ['cookie', 'OptanonConsent', here, 'OneTrust', 'consent', false],
    ['local', 'uc_settings', here, 'Usercentrics CMP', 'consent', false],
    ['cookie', 'sme_cookie_en', here, 'Sony Music Entertainment', 'consent', false],
    ['cookie', '__cf_bm', here, 'Cloudflare', 'security', true],
    ['cookie', '_dd_s', here, 'Datadog', 'analytics', true],
    ['cookie', '_hjSessionUser_1234', here, 'Hotjar', 'analytics', true],
    ['cookie', '_clck', here, 'Microsoft', 'analytics', true],
    ['cookie', '__kla_id', here, 'Klaviyo', 'advertising', true],
    ['cookie', 'mp_abc_mixpanel', here, 'Mixpanel', 'analytics', true],
    ['cookie', 'PHPSESSID', here, 'The site (PHP)', 'necessary', true],
    ['cookie', 'JSESSIONID', here, 'The site (Java server)', 'necessary', true],
    ['cookie', 'JSESSIONID', 'bam.nr-data.net', 'New Relic', 'analytics', true],
    ['cookie', '__stripe_mid', here, 'Stripe', 'security', true],
  ])('%s %s of %s: %s, %s', (store, name, host, setter, category, identifier) => {
    expect(finder.find(store, name, host)).toMatchObject({ setter, category, identifier });
  });

  it.each<[Store, string, string]>([
    ['cookie', 'NID', here],
    ['cookie', 'session', here],
    ['cookie', 'i', here],
    ['cookie', 'm', here],
    ['cookie', 'fr', here],
    ['local', '_ga', here],
    ['local', `${here}/player.swf/prefs`, here],
    ['cookie', 'constructor', here],
  ])('claims nothing about %s %s of %s', (store, name, host) => {
    expect(finder.find(store, name, host)).toBeNull();
  });
});

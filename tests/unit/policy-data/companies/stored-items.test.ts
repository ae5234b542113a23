import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import companiesFile from '../../../../policy-data/companies.json' with { type: 'json' };
import storedItemsJson from '../../../../policy-data/stored-items.json' with { type: 'json' };
import thirdPartyWeb from '../../../../policy-data/third-party-web.json' with { type: 'json' };
import { MAX_NAME_LENGTH, type Store } from '../../../../ledger/observation.ts';
import { createStoredItemFinder } from '../../../../recognition/stored-item.ts';
import { indexStoredItems } from '../../../../recognition/stored-item-index.ts';
import { StoredItemsFileSchema } from '../../../../schemas/policy-data.ts';

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
          const found = item.rest === undefined ? finder.candidates(store, item.name, host, null) : [];
          const { name, setter } = item;
          if (item.rest === undefined)
            expect([name, found.map((one) => [one.name, one.setter])]).toEqual([
              name,
              expect.arrayContaining([[name, setter]]),
            ]);
        }
      }
    }
  });

  it('knows each name whose maker gives it a form by an example of that form, and no other', () => {
    const examples: Readonly<Record<string, readonly [fits: string, other: string]>> = {
      _ga_: ['_ga_ABC123DEF4', '_ga_my-own'],
      _gac_: ['_gac_UA-123-4', '_gac_mine'],
      visitor_id: ['visitor_id123456-hash', 'visitor_identifier'],
      mp_: ['mp_0123abcd_mixpanel', 'mp_player_volume'],
      ph_: ['ph_phc_0123abcd_posthog', 'ph_value'],
      uc_: ['uc_user_interaction', 'uc_cart'],
      IR_: ['IR_12345', 'IR_camera'],
      AMP_: ['AMP_0123abcdef', 'AMP_volume'],
      AMP_MKTG_: ['AMP_MKTG_0123abcdef', 'AMP_MKTG_x'],
      _hp2_: ['_hp2_id.1234', '_hp2_x'],
      _px: ['_pxvid', '_pxel'],
      SL_C_: ['SL_C_23361dd035530_VID', 'SL_C_x'],
      cto_: ['cto_bundle', 'cto_name'],
      _cs_: ['_cs_c', '_cs_lang'],
      ajs_: ['ajs_user_traits', 'ajs_other'],
      kndctr_: ['kndctr_ABC_AdobeOrg_identity', 'kndctr_x'],
    };
    expect([...new Set(file.items.filter(({ rest }) => rest !== undefined).map(({ name }) => name))].sort()).toEqual(
      Object.keys(examples).sort(),
    );
    for (const [name, [fits, other]] of Object.entries(examples)) {
      const entry = file.items.find((item) => item.name === name && item.rest !== undefined);
      const store = entry?.stores[0] ?? 'cookie';
      const names = (asked: string) => finder.candidates(store, asked, 'a.example', null).map((item) => item.name);
      expect([name, names(fits)]).toEqual([name, expect.arrayContaining([expect.stringContaining(name)])]);
      expect([other, names(other)]).toEqual([other, []]);
    }
  });

  it('tells no name that is common words of one company, unless its address, its form or a contact tells so', () => {
    const common = new RegExp(
      `^_*(?:${[
        'id|uid|uuid|guid|sid|cid|pid|vid|did|aid|user|visitor|client|customer|device|browser|member|guest|anonymous|account|person',
        'session|sess|visit|token|auth|login|csrf|xsrf|key|hash|code|data|state|status|store|storage|cache|config|settings?|prefs?|preferences?',
        'cart|basket|shop|order|currency|locali[sz]ation|locale|lang|language|country|region|geo|place|location|time|date|version|test|debug',
        'cookies?|consent|policy|privacy|notice|gdpr|choice|opt|out|in|accepted|agreed|viewed|behaviou?r|control|player|video|page|pages|landing|referrer',
        'last|first|external|original|orig|keep|alive|feedback|survey|branch|run|form|x|y|s|t|m|i|c|a|b',
      ].join(
        '|',
      )})(?:[-_.]*(?:id|uid|uuid|token|key|session|user|visitor|consent|cookies?|policy|notice|control|referrer|time|page|data|state|hash|run|first|form|x))*[-_.]*$`,
      'i',
    );
    const told = file.items.filter(
      ({ name, domains, proof, shapes, setter, stores }) =>
        common.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')) &&
        domains.length === 0 &&
        proof === undefined &&
        shapes === undefined &&
        !stores.includes('flash') &&
        !/^(?:The site|A consent manager)/.test(setter),
    );
    expect(told.map(({ name, setter }) => `${name}: ${setter}`)).toEqual([]);
  });

  it('has an address for each source that it names, and says which were not found', () => {
    const found = file.items.filter(({ source }) => source !== null);
    expect(found.length / file.items.length).toBeGreaterThan(0.6);
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
      file.items
        .filter(({ role }) => role !== 'hosting')
        .map(({ setter }) => setter)
        .filter((setter) => !known.has(setter) && !setter.startsWith('The site')),
    );
    // Kinds of setters, and companies of which no host is known.
    expect([...unknown].sort()).toEqual([
      'A consent manager',
      'Piwik PRO',
      'RudderStack',
      'Several advertising companies',
      'Topspin',
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
    ['cookie', 'VISITOR_INFO1_LIVE', 'youtube.com', 'Google', 'advertising', true],
    ['cookie', '__Secure-3PSID', 'google.com', 'Google', 'advertising', true],
    ['cookie', '__Secure-ROLLOUT_TOKEN', 'youtube.com', 'Google', 'media', true],
    ['cookie', '__Secure-PHPSESSID', here, 'The site (PHP)', 'necessary', true],
    ['cookie', '__Host-JSESSIONID', here, 'The site (Java server)', 'necessary', true],
    ['cookie', 'sessionid', here, 'The site', 'necessary', true],
    ['local', 'yt-remote-device-id', 'www.youtube.com', 'Google', 'media', true],
    ['session', 'yt-remote-session-app', 'www.youtube-nocookie.com', 'Google', 'media', false],
    ['indexed-db', 'LogsDatabaseV2:V1234||', 'www.youtube.com', 'Google', 'media', true],
    ['cookie', 'sp_t', 'open.spotify.com', 'Spotify', 'media', true],
    ['cookie', 'kndctr_1234_AdobeOrg_identity', here, 'Adobe', 'analytics', true],
    ['cookie', 'kndctr_1234_AdobeOrg_consent', here, 'Adobe', 'consent', false],
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
    expect(finder.candidates(store, name, host, null)).toMatchObject([{ setter, category, identifier }]);
  });

  it.each<[Store, string, string]>([
    ['cookie', 'NID', here],
    ['cookie', 'session', here],
    ['cookie', 'visitor_id', here],
    ['cookie', '__Secure-anything', 'google.com'],
    ['local', 'uc_cart', here],
    ['cookie', 'i', here],
    ['cookie', 'm', here],
    ['cookie', 'fr', here],
    ['local', '_ga', here],
    ['local', `${here}/player.swf/prefs`, here],
    ['cookie', 'constructor', here],
  ])('claims nothing about %s %s of %s', (store, name, host) => {
    expect(finder.candidates(store, name, host, null)).toEqual([]);
  });
});

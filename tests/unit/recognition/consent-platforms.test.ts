import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import platformsFile from '../../../policy-data/consent-platforms.json' with { type: 'json' };
import { isConsentHost } from '../../../recognition/consent-hosts.ts';
import { consentScript, isConsentItem, readConsents } from '../../../recognition/consent-platforms.ts';
import { CONSENT_READERS } from '../../../recognition/consent-readers.ts';

const { platforms } = platformsFile;

type Items = Readonly<Record<string, string | readonly string[]>>;

/** What is read out of items as a page keeps them; several values of one name in the order in which scripts get them. */
function read(items: Items, seen: readonly string[] = []) {
  const stored = new Map(Object.entries(items).map(([name, value]) => [name, [value].flat()]));
  return readConsents(stored, new Set(seen));
}

/** The one platform that is told, with its choice and who made it. */
function told(items: Items, seen: readonly string[] = []): readonly unknown[] {
  return read(items, seen).map(({ platform, choice, by }) => [platform, choice, by]);
}

/** Any UTF-16 units, halves of pairs among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units));

interface Example {
  readonly state: string;
  readonly by?: string;
  readonly items: Items;
}
const EXAMPLES = platforms.flatMap(({ name, examples }) =>
  (examples as unknown as readonly Example[]).map(({ state, by = null, items }) => [name, state, by, items] as const),
);

describe('what each platform stores, by its documented forms', () => {
  it.each(EXAMPLES)('%s: %s, made by %s: %j', (name, state, by, items) => {
    // No other platform takes these items for its own.
    expect(told(items, [name])).toEqual([[name, state, by]]);
  });

  it.each(platforms.map(({ name }) => name))('%s: percent-encoded once more, it says the same', (name) => {
    for (const [, state, by, items] of EXAMPLES.filter(([platform]) => platform === name)) {
      const encoded = Object.entries(items).map(([item, value]): [string, string] => [
        item,
        encodeURIComponent(String(value)),
      ]);
      expect(told(Object.fromEntries(encoded), [name])).toEqual([[name, state, by]]);
    }
  });
});

describe('readConsents', () => {
  it.each<[string, Items, readonly unknown[]]>([
    [
      'groups of which none is optional',
      { OptanonConsent: 'groups=C0001:1', OptanonAlertBoxClosed: '2026' },
      ['OneTrust', 'unknown', null],
    ],
    [
      'no groups at all',
      { OptanonConsent: 'isGpcEnabled=0', OptanonAlertBoxClosed: '2026' },
      ['OneTrust', 'unknown', null],
    ],
    [
      'a cookie that is encoded whole',
      { OptanonConsent: encodeURIComponent('isGpcEnabled=0&groups=C0001:1,C0002:0'), OptanonAlertBoxClosed: 'x' },
      ['OneTrust', 'refused', null],
    ],
    [
      'groups inside of the landing page',
      {
        OptanonConsent: `landingPath=${encodeURIComponent('https://a.example/?x=1&groups=C0002:1')}&groups=C0001%3A1%2CC0002%3A0`,
        OptanonAlertBoxClosed: 'x',
      },
      ['OneTrust', 'refused', null],
    ],
    ['a token that is none', { didomi_token: 'not base64!' }, ['Didomi', 'unknown', null]],
    ['a press without settings', { uc_user_interaction: 'true' }, ['Usercentrics', 'unknown', null]],
    [
      'the newer keys beside the older ones',
      {
        uc_settings: '{"services":[]}',
        uc_user_interaction: 'false',
        ucData: '{"consent":{"services":{"a":{"name":"A","consent":true}}}}',
      },
      ['Usercentrics', 'accepted', null],
    ],
    [
      'a needed service beside a refusal',
      {
        ucData:
          '{"gcm":{"adStorage":"denied","analyticsStorage":"denied"},"consent":{"services":{"a":{"name":"Tag Manager","consent":true},"b":{"name":"Ads","consent":false}}}}',
      },
      ['Usercentrics', 'refused', null],
    ],
    [
      'defaults that nobody chose',
      { ucData: '{"consent":{"type":"IMPLICIT","services":{"a":{"name":"A","consent":false}}}}' },
      ['Usercentrics', 'none-yet', null],
    ],
    ['levels that are none', { notice_gdpr_prefs: 'all' }, ['TrustArc', 'unknown', null]],
    [
      'levels in local storage',
      {
        'truste.eu.cookie.notice_preferences': '{"name":"truste.eu.cookie.notice_preferences","value":"2:","path":"/"}',
      },
      ['TrustArc', 'accepted', null],
    ],
    ['a banner without answers', { 'cmplz_banner-status': 'dismissed' }, ['Complianz', 'unknown', null]],
    [
      'a choice with the signal of the browser',
      {
        CookieConsent:
          "{stamp:'x',necessary:true,preferences:false,statistics:false,marketing:false,method:'implied',gpp:'DBABLA~BVQVAAAABgA.YA'}",
      },
      ['Cookiebot', 'refused', 'signal'],
    ],
  ])('%s', (_what, items, expected) => {
    expect(told(items)).toEqual([expected]);
  });

  it('takes the first of two values of one name where both say the same', () => {
    const cookie = (stamp: string): string => `{stamp:'${stamp}',preferences:false,statistics:false,marketing:false}`;
    expect(read({ CookieConsent: [cookie('a'), cookie('b')] })).toMatchObject([{ choice: 'refused', several: false }]);
  });

  it.each<[string, Items]>([
    [
      'two cookies of one name',
      { CookieConsent: ['{preferences:false,marketing:false}', '{preferences:true,marketing:true}'] },
    ],
    [
      'the other way round',
      { CookieConsent: ['{preferences:true,marketing:true}', '{preferences:false,marketing:false}'] },
    ],
    ['two sites of one platform', { '_iub_cs-1': '{"consent":true}', '_iub_cs-2': '{"consent":false}' }],
    [
      'a second value of a name beside the first',
      { cmplz_marketing: ['allow', 'deny'], 'cmplz_banner-status': 'dismissed' },
    ],
    ['a cookie and an item that differ', { klaro: ['{"a":true}', '{"a":false}'] }],
  ])('cannot tell which of two choices holds: %s', (_what, items) => {
    expect(read(items)).toMatchObject([{ choice: 'unknown', by: null, several: true }]);
  });

  it('reads on where only one of two values can be read', () => {
    expect(read({ klaro: ['?', '{"a":false}'] })).toMatchObject([{ choice: 'refused', several: false }]);
  });

  it("takes the trade's string for a platform's own where its script was seen", () => {
    const string = 'CP9HEwAP9HEwAAHABBENAvEgAAAAAAAAAAZQAAAAAAAA';
    expect(told({ 'euconsent-v2': string })).toEqual([['IAB Transparency and Consent Framework', 'refused', null]]);
    expect(told({ 'euconsent-v2': string }, ['InMobi Choice'])).toContainEqual(['InMobi Choice', 'refused', null]);
  });

  it('takes a name that others use for nobody’s without the script', () => {
    expect(read({ 'cookies-analytics': 'true', sp_consent: 'x' })).toEqual([]);
  });

  it('tells each of two platforms', () => {
    const items = { klaro: '{"a":true}', CookieConsent: '{preferences:false}' };
    expect(told(items)).toEqual([
      ['Cookiebot', 'refused', null],
      ['Klaro', 'accepted', null],
    ]);
  });

  it.each([
    '',
    'CookieConsentX',
    'my_sme_cookie_en',
    'sme_cookie_',
    'cmplz',
    'optanonconsent',
    '__proto__',
    '_sp_id.1fff',
    '_iub_cs-',
    'x'.repeat(10_000),
  ])('knows no item %.40s', (name) => {
    expect(isConsentItem(name)).toBe(false);
    expect(read({ [name]: 'x' })).toEqual([]);
  });

  it('gives a choice or nothing for any value, without an exception', () => {
    const CHOICE = /^(?:none-yet|accepted|refused|partly|some|unknown)$/;
    fc.assert(
      fc.property(anyText, fc.string({ maxLength: 50 }), fc.json(), (value, other, json) => {
        return Object.values(CONSENT_READERS).every((reader) =>
          [value, json, btoa(encodeURIComponent(json))].every((text) => {
            const stored = reader(text, () => other, ['a', other]);
            return stored === null || CHOICE.test(stored.choice);
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('consentScript', () => {
  it.each([
    [
      'https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js',
      'Sony Music consent script',
      'tools.sonymusiccreative.com',
      false,
    ],
    [
      'https://tools.sonymusiccreative.com/sme_cookie/sme_cookie.js',
      'Sony Music cookie notice',
      'tools.sonymusiccreative.com',
      true,
    ],
    ['https://cdn.cookielaw.org/scripttemplates/otSDKStub.js', 'OneTrust', 'cdn.cookielaw.org', true],
    ['https://CDN.cookielaw.org:443/x.js?y#z', 'OneTrust', 'cdn.cookielaw.org', true],
    ['https://consent.cookiebot.com/uc.js', 'Cookiebot', 'consent.cookiebot.com', true],
    ['https://sdk.privacy-center.org/x/loader.js', 'Didomi', 'sdk.privacy-center.org', true],
    ['https://app.usercentrics.eu/browser-ui/latest/loader.js', 'Usercentrics', 'app.usercentrics.eu', true],
    ['https://web.cmp.usercentrics.eu/ui/loader.js', 'Usercentrics', 'web.cmp.usercentrics.eu', true],
    ['https://consent.trustarc.com/notice?domain=x', 'TrustArc', 'consent.trustarc.com', true],
    ['https://cmp.osano.com/x/osano.js', 'Osano', 'cmp.osano.com', true],
    ['https://cdn-cookieyes.com/client_data/x/script.js', 'CookieYes', 'cdn-cookieyes.com', true],
    ['https://cmp.inmobi.com/choice/x/choice.js', 'InMobi Choice', 'cmp.inmobi.com', true],
    [
      'https://www.bobdylan.com/wp-content/plugins/complianz-gdpr/cookiebanner/js/complianz.min.js',
      'Complianz',
      '/wp-content/plugins/complianz-gdpr',
      true,
    ],
    [
      'https://fundingchoicesmessages.google.com/i/pub-1?ers=1',
      'Google Funding Choices',
      'fundingchoicesmessages.google.com',
      false,
    ],
  ])('%s is %s', (address, platform, source, asks) => {
    expect(consentScript(address)).toEqual({ platform, source, asks });
  });

  it.each([
    ['https://cdn-ukwest.onetrust.com/scripttemplates/otSDKStub.js', 'OneTrust'],
    ['https://www.bobdylan.com/static/onetrust/scripttemplates/otSDKStub.js', 'OneTrust'],
    ['https://geolocation.onetrust.com/cookieconsentpub/v1/geo/location', 'OneTrust'],
    ['https://cdn.iubenda.com/cs/tcf/stub-v2.js', 'iubenda'],
    ['https://embeds.iubenda.com/widgets/7f.js', 'iubenda'],
    ['https://app.termly.io/embed.min.js', 'Termly'],
    ['https://app.termly.io/resource-blocker/7f?autoBlock=on', 'Termly'],
    ['https://cdn.shopify.com/shopifycloud/privacy-banner/storefront-banner.js', 'Shopify'],
    ['https://shop.bobdylan.com/cdn/shopifycloud/privacy-banner/storefront-banner.js', 'Shopify'],
    ['https://gdpr-wrapper.privacymanager.io/gdpr/7f/gdpr-liveramp.js', 'LiveRamp Privacy Manager'],
    ['https://app.enzuzo.com/scripts/cookiebar/7f', 'Enzuzo'],
    ['https://cdn-prod.securiti.ai/consent/cookie-consent-sdk-loader.js', 'Securiti'],
    ['https://transcend-cdn.com/cm/7f/airgap.js', 'Transcend'],
  ])('%s is %s', (address, platform) => {
    expect(consentScript(address)).toMatchObject({ platform });
  });

  it.each([
    ['Wix draws its sites', 'https://static.parastorage.com/services/wix-thunderbolt/dist/main.1a2b.bundle.min.js'],
    ['a tag manager', 'https://tags.tiqcdn.com/utag/sony/main/prod/utag.js'],
    ['a tag manager', 'https://artist.containers.piwik.pro/0a1b.js'],
    ['a tag manager', 'https://assets.adobedtm.com/launch-EN1.min.js'],
    ['a tag manager', 'https://cdn.tagcommander.com/1/tc_site.js'],
    ['analytics', 'https://artist.piwik.pro/ppms.js'],
    [
      'what other banners call on in a shop',
      'https://cdn.shopify.com/shopifycloud/consent-tracking-api/v0.1/consent-tracking-api.js',
    ],
    ['the shop’s own runtime', 'https://cdn.shopify.com/shopifycloud/shopify/assets/storefront/features-1.js'],
    ['a site’s runtime', 'https://assets.squarespace.com/universal/scripts-compressed/common-1-min.en-US.js'],
    ['HubSpot’s counter', 'https://js.hs-scripts.com/123.js'],
    ['HubSpot’s forms', 'https://js.hsforms.net/forms/embed/v2.js'],
    ['Google’s advertisements', 'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js'],
    ['a shown policy', 'https://cdn.iubenda.com/iubenda.js'],
    ['kept answers of forms', 'https://cdn.iubenda.com/cons/iubenda_cons.js'],
    ['a shown policy', 'https://app.termly.io/embed-policy.min.js'],
    ['a shown policy', 'https://app.enzuzo.com/scripts/privacy/7f'],
    ['a shown policy', 'https://privacyportal-cdn.onetrust.com/privacy-notice-scripts/otnotice-1.0.min.js'],
    [
      'receipts of forms',
      'https://privacyportal-cdn.onetrust.com/consent-receipt-scripts/scripts/otconsent-1.0.min.js',
    ],
    ['consent in forms', 'https://cdn-prod.securiti.ai/consent/form-consent-sdk.js'],
    ['an identifier for advertising', 'https://ats-wrapper.privacymanager.io/ats-modules/7f/ats.js'],
    ['a system that keeps sites', 'https://sony.crownpeak.net/site/main.js'],
    ['a plug-in of WordPress', 'https://www.bobdylan.com/wp-content/plugins/woocommerce/assets/js/cart.min.js'],
    ['a plug-in of WordPress', 'https://www.bobdylan.com/wp-content/plugins/jetpack/cookie.js'],
  ])('%s is no consent tool: %s', (_what, address) => {
    expect(consentScript(address)).toBeNull();
  });

  it.each([
    'https://a.example/x.js',
    'https://tools.sonymusiccreative.com/other.js',
    '',
    'https://a.example/?u=https://cdn.cookielaw.org/x.js',
    'https://cdn.cookielaw.org.a.example/x.js',
    'https://cdn.cookielaw.org@a.example/x.js',
    'data:text/javascript,cdn.cookielaw.org',
    `https://a.example/x.js?token=${'w'.repeat(200_000)}`,
  ])('%.60s is none', (address) => {
    expect(consentScript(address)).toBeNull();
  });
});

describe('isConsentHost', () => {
  it.each([
    'cdn.cookielaw.org',
    'geolocation.onetrust.com',
    'consentcdn.cookiebot.com',
    'api.usercentrics.eu',
    'privacyportal.onetrust.com',
    'app.usercentrics.eu',
    'log.cookieyes.com',
    'cdn.privacy-mgmt.com',
    'fundingchoicesmessages.google.com',
    'cmp.quantcast.com',
  ])('%s is one', (host) => expect(isConsentHost(host)).toBe(true));
  it.each([
    'www.google.com',
    'ats.privacymanager.io',
    'quantcast.com',
    'pixel.quantserve.com',
    'notonetrust.com',
    'com',
    '',
  ])('%s is none', (host) => expect(isConsentHost(host)).toBe(false));
  it('has a reader for each form that the data name', () => {
    expect(platforms.map(({ reader }) => reader).filter((reader) => !(reader in CONSENT_READERS))).toEqual([]);
  });
});

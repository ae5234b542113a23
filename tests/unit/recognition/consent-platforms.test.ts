import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSENT_PLATFORMS, type Choice } from '../../../recognition/consent-platforms';

/** Reads the choice from items as a page keeps them; the first whose name a platform knows. */
function choiceIn(items: Record<string, string>): [platform: string, choice: Choice] | null {
  for (const { platform, item, chosen } of CONSENT_PLATFORMS) {
    const name = Object.keys(items).find((one) => item?.test(one));
    if (name !== undefined) return [platform, chosen(items[name]!, (other) => items[other] ?? '')];
  }
  return null;
}

/** Any UTF-16 units, halves of pairs among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units));
const closed = { OptanonAlertBoxClosed: '2024-01-01T10:00:00.000Z' };
const didomi = (token: object): string => btoa(JSON.stringify({ user_id: 'x', ...token }));
const history = (...actions: string[]): string =>
  JSON.stringify({
    services: [{ id: 'a', history: actions.map((action) => ({ action, type: 'explicit' })), status: true }],
  });

describe('CONSENT_PLATFORMS: choices', () => {
  it.each<[string, Record<string, string>, Choice]>([
    ['Sony Music cookie notice', { sme_cookie_en: 'accepted' }, 'accepted'],
    ['Sony Music cookie notice', { 'sme_cookie_pt-br': 'something' }, 'unknown'],
    ['OneTrust', { OptanonConsent: 'groups=C0001%3A1%2CC0002%3A1%2CC0004%3A1&x=1', ...closed }, 'accepted'],
    ['OneTrust', { OptanonConsent: 'x=1&groups=C0001%3A1%2CC0002%3A0%2CC0004%3A0', ...closed }, 'refused'],
    ['OneTrust', { OptanonConsent: 'groups=C0001:1,C0002:1,C0004:0', ...closed }, 'partly'],
    ['OneTrust', { OptanonConsent: 'groups=1%3A1%2C2%3A0%2C4%3A0', ...closed }, 'refused'],
    ['OneTrust', { OptanonConsent: 'groups=C0001%3A1%2CC0002%3A1' }, 'none-yet'],
    ['OneTrust', { OptanonConsent: 'groups=C0001:1', ...closed }, 'unknown'],
    ['OneTrust', { OptanonConsent: 'isGpcEnabled=0', ...closed }, 'unknown'],
    [
      'Cookiebot',
      { CookieConsent: "{stamp:'x',necessary:true,preferences:true,statistics:true,marketing:true,method:'explicit'}" },
      'accepted',
    ],
    [
      'Cookiebot',
      {
        CookieConsent: encodeURIComponent(
          "{stamp:'x',necessary:true,preferences:false,statistics:false,marketing:false}",
        ),
      },
      'refused',
    ],
    [
      'Cookiebot',
      { CookieConsent: '{necessary:true%2Cpreferences:true%2Cstatistics:false%2Cmarketing:false}' },
      'partly',
    ],
    ['Cookiebot', { CookieConsent: '-1' }, 'unknown'],
    ['Didomi', { didomi_token: didomi({ purposes: { enabled: ['ads'], disabled: [] } }) }, 'accepted'],
    [
      'Didomi',
      { didomi_token: didomi({ purposes: { disabled: ['ads'] }, vendors: { disabled: ['google'] } }) },
      'refused',
    ],
    ['Didomi', { didomi_token: didomi({ purposes: { enabled: ['a'], disabled: ['b'] } }) }, 'partly'],
    ['Didomi', { didomi_token: didomi({ version: null }) }, 'none-yet'],
    ['Didomi', { didomi_token: encodeURIComponent(didomi({ vendors: { enabled: ['google'] } })) }, 'accepted'],
    ['Didomi', { didomi_token: 'not base64!' }, 'unknown'],
    ['Didomi', { didomi_token: btoa('something else') }, 'unknown'],
    [
      'Usercentrics',
      { uc_settings: history('onInitialPageLoad', 'onAcceptAllServices'), uc_user_interaction: 'true' },
      'accepted',
    ],
    [
      'Usercentrics',
      { uc_settings: history('onAcceptAllServices', 'onDenyAllServices'), uc_user_interaction: 'true' },
      'refused',
    ],
    [
      'Usercentrics',
      { uc_settings: history('onDenyAllServices', 'onUpdateServices'), uc_user_interaction: 'true' },
      'partly',
    ],
    ['Usercentrics', { uc_settings: history('onInitialPageLoad'), uc_user_interaction: 'false' }, 'none-yet'],
    ['Usercentrics', { uc_user_interaction: 'true' }, 'unknown'],
    ['TrustArc', { notice_preferences: '0:' }, 'refused'],
    ['TrustArc', { notice_preferences: '1:' }, 'partly'],
    ['TrustArc', { notice_preferences: '2:' }, 'accepted'],
    ['TrustArc', { notice_gdpr_prefs: '0,1,2:1a8b5228dd7ff071' }, 'accepted'],
    ['TrustArc', { notice_gdpr_prefs: '0|1:' }, 'partly'],
    ['TrustArc', { notice_gdpr_prefs: '0%2C1%2C2%3A' }, 'accepted'],
    ['TrustArc', { notice_gdpr_prefs: '0::implied,eu' }, 'refused'],
    ['TrustArc', { notice_gdpr_prefs: 'all' }, 'unknown'],
    ['Osano', { osano_consentmanager: 'aYnRItFYW85ts3NL4TJ5W3hdu2kG5wPLS' }, 'unknown'],
    [
      'CookieYes',
      {
        'cookieyes-consent':
          'consentid:x,consent:yes,action:yes,necessary:yes,functional:yes,analytics:yes,performance:yes,advertisement:yes',
      },
      'accepted',
    ],
    [
      'CookieYes',
      { 'cookieyes-consent': 'consentid:x,consent:no,action:yes,necessary:yes,functional:no,analytics:no' },
      'refused',
    ],
    [
      'CookieYes',
      { 'cookieyes-consent': 'consentid:x,action:yes,necessary:yes,functional:yes,analytics:no' },
      'partly',
    ],
    ['CookieYes', { 'cookieyes-consent': 'consentid:x,consent:no,action:,necessary:yes,functional:no' }, 'none-yet'],
    [
      'Complianz',
      {
        cmplz_marketing: 'allow',
        cmplz_statistics: 'allow',
        cmplz_preferences: 'allow',
        'cmplz_banner-status': 'dismissed',
      },
      'accepted',
    ],
    [
      'Complianz',
      { cmplz_marketing: 'deny', cmplz_functional: 'allow', 'cmplz_banner-status': 'dismissed' },
      'refused',
    ],
    ['Complianz', { cmplz_marketing: 'deny', cmplz_statistics: 'allow', 'cmplz_banner-status': 'dismissed' }, 'partly'],
    ['Complianz', { cmplz_functional: 'allow' }, 'none-yet'],
    ['Complianz', { 'cmplz_banner-status': 'dismissed' }, 'unknown'],
    ['Klaro', { klaro: '%7B%22matomo%22%3Atrue%2C%22youtube%22%3Atrue%7D' }, 'accepted'],
    ['Klaro', { klaro: '{"matomo":true,"youtube":false}' }, 'partly'],
    ['Klaro', { klaro: '{"matomo":false}' }, 'refused'],
    ['IAB Transparency and Consent Framework', { 'euconsent-v2': 'CPz_abc' }, 'unknown'],
  ])('%s, %j: %s', (platform, items, choice) => {
    expect(choiceIn(items)).toEqual([platform, choice]);
  });

  it.each(['', 'CookieConsentX', 'my_sme_cookie_en', 'sme_cookie_', 'cmplz', 'optanonconsent', '__proto__'])(
    'knows no item %j',
    (name) => {
      expect(choiceIn({ [name]: 'x' })).toBeNull();
    },
  );

  it('gives a choice for any value, without an exception', () => {
    fc.assert(
      fc.property(anyText, fc.string({ maxLength: 50 }), (value, other) => {
        for (const { chosen } of CONSENT_PLATFORMS) {
          if (!/^(?:none-yet|accepted|refused|partly|unknown)$/.test(chosen(value, () => other))) return false;
        }
        return true;
      }),
      { numRuns: 300 },
    );
  });

  it.each(['groups=', 'a:1,', '%', '%25', '"on', '"enabled":["', '0,', 'true:'])(
    'is done soon with 5 million of %j',
    (part) => {
      const value = part.repeat(5_000_000 / part.length);
      const start = performance.now();
      for (const { chosen } of CONSENT_PLATFORMS) chosen(value, () => value);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});

describe('CONSENT_PLATFORMS: scripts', () => {
  it.each([
    [
      'https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js',
      'Sony Music consent script',
      'tools.sonymusiccreative.com',
    ],
    [
      'https://tools.sonymusiccreative.com/sme_cookie/sme_cookie.js',
      'Sony Music cookie notice',
      'tools.sonymusiccreative.com',
    ],
    ['https://cdn.cookielaw.org/scripttemplates/otSDKStub.js', 'OneTrust', 'cdn.cookielaw.org'],
    ['//consent.cookiebot.com/uc.js', 'Cookiebot', 'consent.cookiebot.com'],
    ['https://sdk.privacy-center.org/x/loader.js', 'Didomi', 'sdk.privacy-center.org'],
    ['https://app.usercentrics.eu/browser-ui/latest/loader.js', 'Usercentrics', 'app.usercentrics.eu'],
    ['https://consent.trustarc.com/notice?domain=x', 'TrustArc', 'consent.trustarc.com'],
    ['https://cmp.osano.com/x/osano.js', 'Osano', 'cmp.osano.com'],
    ['https://cdn-cookieyes.com/client_data/x/script.js', 'CookieYes', 'cdn-cookieyes.com'],
  ])('%s is %s', (src, platform, source) => {
    const found = CONSENT_PLATFORMS.filter(({ script }) => script?.test(src));
    expect(found.map((one) => [one.platform, one.script?.exec(src)?.[0]])).toEqual([[platform, source]]);
  });

  it.each(['https://a.example/x.js', 'https://tools.sonymusiccreative.com/other.js', ''])('%s is none', (src) => {
    expect(CONSENT_PLATFORMS.filter(({ script }) => script?.test(src))).toEqual([]);
  });
});

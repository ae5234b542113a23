/** Right answers that were written from the outside, before a look at the rules: what makers and public documentation say. */
import { describe, expect, it } from 'vitest';
import { isAdvertisingAddress } from '../../../recognition/tag-address.ts';
import { collectorShape } from '../../../recognition/collector-shapes.ts';
import { isConsentHost } from '../../../recognition/consent-hosts.ts';
import { consentScript, readConsents } from '../../../recognition/consent-platforms.ts';
import { readGppString, readTcString, readUsPrivacyString } from '../../../recognition/consent-string.ts';

function choice(items: Readonly<Record<string, string>>): unknown {
  return readConsents(new Map(Object.entries(items).map(([name, value]) => [name, [value]])))[0]?.choice ?? null;
}

describe('which choice is stored', () => {
  it.each<[string, Record<string, string>, unknown]>([
    ['Klaro, none allowed', { klaro: '{"analytics":false,"video":false}' }, 'refused'],
    ['Klaro, some', { klaro: '{"analytics":true,"video":false}' }, 'partly'],
    ['open source banner', { cookieconsent_status: 'allow' }, 'accepted'],
    ['open source banner, closed', { cookieconsent_status: 'dismiss' }, 'unknown'],
    ['Moove', { moove_gdpr_popup: '{"strict":"1","thirdparty":"0","advanced":"0"}' }, 'refused'],
    ['tarteaucitron waits', { tarteaucitron: '!gtag=wait' }, 'none-yet'],
    ['tarteaucitron', { tarteaucitron: '!gtag=false!youtube=true' }, 'partly'],
    ['Cookie Notice', { cookie_notice_accepted: 'false' }, 'refused'],
    ['CookieScript, rejected', { CookieScriptConsent: '{"action":"reject","categories":"[]"}' }, 'refused'],
    ['Tealium', { CONSENTMGR: 'c1:1%7Cc2:0%7Cts:1%7Cconsent:true' }, 'partly'],
    ['Adobe out', { kndctr_ABC123_AdobeOrg_consent: 'general%3Dout' }, 'refused'],
    ['HubSpot', { __hs_cookie_cat_pref: '1:true,2:false,3:false' }, 'partly'],
    ['Wix', { 'consent-policy': '%7B%22func%22%3A0%2C%22anl%22%3A0%2C%22adv%22%3A0%7D' }, 'refused'],
    ['Squarespace', { ss_cookieAllowed: '1' }, 'accepted'],
    ['US Privacy, not opted out', { usprivacy: '1YNN' }, null],
    ['a site’s own item', { consent: 'yes' }, null],
  ])('%s', (_what, items, right) => {
    expect(choice(items)).toBe(right);
  });
});

describe('the trade’s strings', () => {
  it.each<[() => unknown, unknown]>([
    [() => readUsPrivacyString('1---'), null],
    [() => readUsPrivacyString('1YYY'), { choice: 'refused' }],
    [() => readUsPrivacyString('2YYN'), null],
    [() => readTcString(''), null],
    [() => readTcString('true'), null],
    [() => readTcString('BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA'), null],
    [() => readGppString('DBAA'), null],
    [() => readGppString('~~~'), null],
  ])('%s', (call, right) => {
    expect(call()).toEqual(right);
  });
});

describe('calls of advertising', () => {
  it.each<[string, string, boolean]>([
    ['www.facebook.com', '/tr/', true],
    ['www.facebook.com', '/tr', true],
    ['www.facebook.com', '/travel', false],
    ['www.facebook.com', '/plugins/page.php', false],
    ['connect.facebook.net', '/en_US/sdk.js', false],
    ['connect.facebook.net', '/en_US/fbevents.js', true],
    ['platform.twitter.com', '/widgets.js', false],
    ['static.ads-twitter.com', '/uwt.js', true],
    ['www.google.com', '/recaptcha/api.js', false],
    ['www.google.co.uk', '/ads/ga-audiences', true],
    ['www.youtube.com', '/embed/x', false],
    ['snap.licdn.com', '/li.lms-analytics/insight.min.js', true],
    ['platform.linkedin.com', '/in.js', false],
    ['open.spotify.com', '/embed/album/1', false],
    ['notfacebook.com', '/tr/', false],
    ['facebook.com.evil.example', '/tr/', false],
  ])('%s%s: %s', (host, path, right) => {
    expect(isAdvertisingAddress(host, path)).toBe(right);
  });
});

describe('collectors on a host of the site', () => {
  it.each<[string, string, string | null]>([
    ['https://a.example/collect', 'fetch', null],
    ['https://a.example/g/collect?v=2&tid=G-AB12CD34&en=page_view', 'beacon', 'google-analytics'],
    ['https://a.example/g/collect?v=2&tid=tour&en=x', 'fetch', null],
    ['https://a.example/tr/?id=haberler&ev=1', 'img', null],
    ['https://a.example/matomo.php', 'fetch', null],
    ['https://a.example/matomo.php?idsite=1&rec=1', 'img', 'matomo'],
    ['https://a.example/gtm.js?id=GTM-ABCD12', 'script', 'google-tag-manager'],
    ['https://a.example/event?s=concert', 'fetch', null],
    ['https://a.example/track/12', 'fetch', null],
    ['not an address', 'fetch', null],
  ])('%s (%s): %s', (url, initiator, right) => {
    expect(collectorShape(url, initiator)?.collector ?? null).toBe(right);
  });
});

describe('hosts and scripts of consent tools', () => {
  it.each<[string, boolean]>([
    ['CDN.COOKIELAW.ORG', true],
    ['cookielaw.org.evil.example', false],
    ['mycookielaw.org', false],
    ['consent.trustarc.com', true],
    ['', false],
  ])('%j: %s', (host, right) => {
    expect(isConsentHost(host)).toBe(right);
  });
  it.each<[string, string | null]>([
    ['https://www.bobdylan.com/js/klaro.js', 'Klaro'],
    ['https://www.bobdylan.com/?x=/klaro.js', null],
    ['http://consent.cookiebot.com:8443/uc.js', 'Cookiebot'],
    ['//consent.cookiebot.com/uc.js', null],
    ['blob:https://consent.cookiebot.com/1', null],
  ])('%s: %s', (address, right) => {
    expect(consentScript(address)?.platform ?? null).toBe(right);
  });
});

/**
 * Consent tools, as their documentation tells what they load, when they show their banner and what they keep when. Where a tool
 * keeps something before the person has chosen, so does its stub.
 *
 * Long because: one entry for each tool, side by side.
 */
import { html, json } from '../../../replica/answer.ts';
import { companyScript } from './company-script.ts';
import type { Served } from '../wild-page.ts';

/** A string of the IAB's Transparency and Consent Framework 2.2, all allowed or nothing, for a hundred vendors. */
const TC_STRING = `
const tcString = (on) => {
  const bits = (value, count) => value.toString(2).padStart(count, '0');
  const all = (count) => (on ? '1' : '0').repeat(count);
  const now = Math.round(Date.now() / 100);
  const core = bits(2, 6) + bits(now, 36) + bits(now, 36) + bits(10, 12) + bits(3, 12) + bits(1, 6) + bits(4, 6) + bits(13, 6) + bits(300, 12) + bits(5, 6) +
    '10' + all(2) + '0'.repeat(10) + all(10) + '0'.repeat(14) + '0' + all(9).slice(1) + '0'.repeat(15) + '0' + bits(3, 6) + bits(4, 6) +
    (on ? bits(100, 16) + '0' + all(100) : bits(0, 16) + '0') + bits(0, 16) + '0' + bits(0, 12);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return core.match(/.{1,6}/g).map((six) => letters[parseInt(six.padEnd(6, '0'), 2)]).join('');
};
`;

/** OneTrust: OptanonConsent is kept as soon as the script runs, OptanonAlertBoxClosed when the banner is closed. */
const ONETRUST = companyScript(`
const settings = document.querySelector('script[data-domain-script]').dataset.domainScript;
const asks = !settings.includes('opt-out');
const keep = (groups, count) => put('OptanonConsent', 'isGpcEnabled=0&datestamp=' + encodeURIComponent(new Date().toString()) +
  '&version=202409.1.0&browserGpcFlag=0&isIABGlobal=false&hosts=&consentId=' + id + '&interactionCount=' + count +
  '&isAnonUser=1&landingPath=' + (count ? 'NotLandingPage' : encodeURIComponent(location.href)) + '&groups=' + encodeURIComponent(groups));
const known = get('OptanonConsent');
const id = /consentId=([^&]*)/.exec(known ?? '')?.[1] ?? crypto.randomUUID();
const groups = (on) => ['C0001:1', ...['C0002', 'C0003', 'C0004'].map((group) => group + ':' + Number(on))].join(',');
const run = () => { activate('script.optanon-category-C0002, script.optanon-category-C0004'); };
const closed = get('OptanonAlertBoxClosed') !== undefined;
const chosen = decodeURIComponent(/groups=([^&]*)/.exec(known ?? '')?.[1] ?? '');
keep(closed && chosen ? chosen : groups(!asks), closed ? 1 : 0);
window.OnetrustActiveGroups = ',C0001,';
if (closed ? chosen.includes('C0002:1') : !asks) whenReady(run);
if (!closed && asks) whenReady(() => {
  const box = show('<div id="onetrust-banner-sdk" role="dialog"><p>We use cookies.</p><button id="onetrust-reject-all-handler">Reject All</button>' +
    '<button id="onetrust-accept-btn-handler">Accept All Cookies</button></div>');
  const choose = (on) => () => {
    keep(groups(on), 1);
    put('OptanonAlertBoxClosed', new Date().toISOString());
    post('https://privacyportal.onetrust.com/request/v1/consentreceipts', '{}');
    box.remove();
    if (on) run();
  };
  box.querySelector('#onetrust-accept-btn-handler').onclick = choose(true);
  box.querySelector('#onetrust-reject-all-handler').onclick = choose(false);
});
window.OptanonWrapper?.();
`);

/** Cookiebot: keeps CookieConsent only with the choice, or by itself where implied consent is set. */
const COOKIEBOT = companyScript(`
const implied = here.dataset.cbid === 'implied';
const keep = (on, method) => put('CookieConsent', ("{stamp:'" + btoa(digits(24)) + "',necessary:true,preferences:" + on +
  ',statistics:' + on + ',marketing:' + on + ",method:'" + method + "',ver:1,utc:" + Date.now() + ",region:'gb'}").replaceAll("'", '%27').replaceAll(',', '%2C'));
const run = () => { activate('script[data-cookieconsent="statistics"], script[data-cookieconsent="marketing"]'); };
load('https://consent.cookiebot.com/' + here.dataset.cbid + '/cc.js?renew=false&referer=' + location.hostname);
whenReady(() => {
  const frame = document.createElement('iframe');
  frame.src = 'https://consentcdn.cookiebot.com/sdk/bc-v4.min.html';
  frame.hidden = true;
  document.body.append(frame);
  const known = get('CookieConsent');
  if (known !== undefined) { if (known.includes('statistics:true')) run(); return; }
  if (implied) { keep(true, 'implied'); run(); return; }
  const box = show('<div id="CybotCookiebotDialog" role="dialog"><p>This website uses cookies</p>' +
    '<button id="CybotCookiebotDialogBodyButtonDecline">Deny</button>' +
    '<button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll">Allow all</button></div>');
  const choose = (on) => () => {
    keep(on, 'explicit');
    load('https://consent.cookiebot.com/logconsent.ashx?action=' + (on ? 'accept' : 'decline') + '&referer=' + location.hostname);
    image('https://imgsct.cookiebot.com/1.gif?dgi=wild');
    box.remove();
    if (on) run();
  };
  box.querySelector('#CybotCookiebotDialogBodyButtonDecline').onclick = choose(false);
  box.querySelector('#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll').onclick = choose(true);
});
`);

/** Usercentrics 2: uc_settings holds the services with their default state from the first page on. */
const USERCENTRICS_2 = companyScript(`
const keep = (on, action, type) => {
  localStorage.setItem('uc_settings', JSON.stringify({ controllerId: localStorage.getItem('uc_id') ?? digits(64), id: here.dataset.settingsId,
    language: 'en', version: '12.3.4', services: ['Google Analytics', 'Meta Pixel', 'Usercentrics'].map((name) => ({ id: name, processorId: digits(12),
      status: name === 'Usercentrics' || on, history: [{ action, language: 'en', status: on, timestamp: Date.now(), type, versions: {} }] })) }));
  localStorage.setItem('uc_ui_version', '3.73.0');
};
const run = () => { activate('script[data-usercentrics]'); };
const start = async () => {
  await fetch('https://api.usercentrics.eu/settings/' + here.dataset.settingsId + '/latest/en.json').catch(() => {});
  await fetch('https://aggregator.service.usercentrics.eu/aggregate/en?templates=wild').catch(() => {});
  if (localStorage.getItem('uc_user_interaction') === 'true') {
    if (JSON.parse(localStorage.getItem('uc_settings')).services[0].status) run();
    return;
  }
  keep(false, 'onInitialPageLoad', 'implicit');
  localStorage.setItem('uc_user_interaction', 'false');
  const root = document.createElement('div');
  root.id = 'usercentrics-root';
  document.body.append(root);
  root.attachShadow({ mode: 'open' }).innerHTML = '<div role="dialog"><button data-testid="uc-deny-all-button">Deny</button>' +
    '<button data-testid="uc-accept-all-button">Accept All</button></div>';
  const choose = (on) => () => {
    keep(on, on ? 'onAcceptAllServices' : 'onDenyAllServices', 'explicit');
    localStorage.setItem('uc_user_interaction', 'true');
    post('https://graphql.usercentrics.eu/graphql', '{}');
    root.remove();
    if (on) run();
  };
  root.shadowRoot.querySelector('[data-testid="uc-accept-all-button"]').onclick = choose(true);
  root.shadowRoot.querySelector('[data-testid="uc-deny-all-button"]').onclick = choose(false);
};
whenReady(start);
`);

/** Usercentrics 3: ucData holds the state of each service; consent.type tells what made it. */
const USERCENTRICS_3 = companyScript(`
const keep = (on, type) => {
  const services = Object.fromEntries(['Google Analytics', 'Meta Pixel'].map((name) => [digits(9), { name, consent: on }]));
  localStorage.setItem('ucData', JSON.stringify({ gcm: { analyticsStorage: on ? 'granted' : 'denied', adStorage: on ? 'granted' : 'denied' },
    consent: { services, serviceIds: Object.keys(services), type, status: on ? 'ALL_ACCEPTED' : 'ALL_DENIED', required: true, controllerId: digits(40),
      setting: { id: here.dataset.settingsId, type: 'GDPR', version: '4.1.2' }, language: 'en', createdAt: Date.now(), updatedAt: Date.now() } }));
};
const run = () => { activate('script[data-usercentrics]'); };
const start = async () => {
  await fetch('https://v1.api.service.cmp.usercentrics.eu/latest/settings/' + here.dataset.settingsId + '/languages.json').catch(() => {});
  const known = JSON.parse(localStorage.getItem('ucData') ?? 'null');
  if (known?.consent.type === 'EXPLICIT') { if (known.consent.status === 'ALL_ACCEPTED') run(); return; }
  keep(false, 'IMPLICIT');
  const root = document.createElement('aside');
  root.id = 'usercentrics-cmp-ui';
  document.body.append(root);
  root.attachShadow({ mode: 'open' }).innerHTML = '<div role="dialog"><button id="deny">Deny</button><button id="accept">Accept All</button></div>';
  const choose = (on) => () => {
    keep(on, 'EXPLICIT');
    post('https://consent-api.service.consent.eu1.usercentrics.eu/consent/ui/2', '{}');
    root.remove();
    if (on) run();
  };
  root.shadowRoot.querySelector('#accept').onclick = choose(true);
  root.shadowRoot.querySelector('#deny').onclick = choose(false);
};
whenReady(start);
`);

/** Didomi: didomi_token in a cookie and in localStorage, and euconsent-v2, once the person has chosen. */
const DIDOMI = companyScript(`
const keep = (on) => {
  const now = new Date().toISOString();
  const list = { enabled: on ? ['google', 'c:meta'] : [], disabled: on ? [] : ['google', 'c:meta'] };
  const token = btoa(JSON.stringify({ user_id: crypto.randomUUID(), created: now, updated: now, vendors: list, purposes: on
    ? { enabled: ['cookies', 'analytics', 'advertising'], disabled: [] } : { enabled: [], disabled: ['cookies', 'analytics', 'advertising'] }, version: 2 }));
  put('didomi_token', token);
  localStorage.setItem('didomi_token', token);
};
const run = () => { activate('script[type="didomi/javascript"]'); };
post('https://api.privacy-center.org/v1/events', JSON.stringify({ type: 'pageview' }));
whenReady(() => {
  const known = get('didomi_token');
  if (known !== undefined) { if (atob(known).includes('"enabled":["google"')) run(); return; }
  const box = show('<div id="didomi-popup" role="dialog"><button id="didomi-notice-disagree-button">Disagree</button>' +
    '<button id="didomi-notice-agree-button">Agree and close</button></div>');
  const choose = (on) => () => { keep(on); post('https://api.privacy-center.org/v1/events', JSON.stringify({ type: 'consent.given' })); box.remove(); if (on) run(); };
  box.querySelector('#didomi-notice-agree-button').onclick = choose(true);
  box.querySelector('#didomi-notice-disagree-button').onclick = choose(false);
});
`);

/** TrustArc: the choice is made in a frame of consent-pref.trustarc.com, which tells the page; the page's script keeps it. */
const TRUSTARC = companyScript(`
put('notice_behavior', 'expressed,eu', 1);
const run = () => { activate('script[trackertype]'); };
addEventListener('message', ({ origin, data }) => {
  if (origin !== 'https://consent-pref.trustarc.com') return;
  const { source, message, data: value } = JSON.parse(data);
  if (source !== 'preference_manager' || message !== 'submit_preferences') return;
  const all = value === '2';
  put('notice_preferences', all ? '2:' : '0:');
  put('notice_gdpr_prefs', all ? '0,1,2:' : '0:');
  put('cmapi_gtm_bl', all ? '' : 'ga-ms-ua-ta-asp-bzi-sp-awct-cts-csm-img-flc-fls-mpm-mpr-m6d-tc-tdc');
  put('cmapi_cookie_privacy', all ? 'permit 1,2,3' : 'permit 1 required');
  document.querySelector('iframe[name="trustarc_cm"]').remove();
  image('https://consent.trustarc.com/log?domain=wild&cookieValue=' + value);
  if (all) run();
});
whenReady(() => {
  if (get('notice_gdpr_prefs') !== undefined) { if (get('notice_gdpr_prefs').includes('2')) run(); return; }
  const frame = document.createElement('iframe');
  frame.name = 'trustarc_cm';
  frame.width = 400;
  frame.height = 200;
  frame.src = 'https://consent-pref.trustarc.com/?type=wild&site=' + location.hostname;
  document.body.append(frame);
});
`);

const TRUSTARC_FRAME = `<!doctype html><title>TrustArc Cookie Preferences</title><button class="required">Required only</button>
<button class="call">Agree to all</button><script>
const tell = (value) => () => parent.postMessage(JSON.stringify({ source: 'preference_manager', message: 'submit_preferences', data: value }), '*');
document.querySelector('.call').onclick = tell('2');
document.querySelector('.required').onclick = tell('0');
</script>`;

/** Osano: an id from the first page on, in a cookie and in localStorage; the choice in a form that only Osano reads. */
const OSANO = companyScript(`
const both = (name, value) => { put(name, value); localStorage.setItem(name, value); };
const id = get('osano_consentmanager_uuid') ?? crypto.randomUUID();
both('osano_consentmanager_uuid', id);
const secret = () => Array.from({ length: 120 }, () => 'abcdefghijklmnopqrstuvwxyzABCDEF0123456789_-'[Math.floor(Math.random() * 44)]).join('');
whenReady(() => {
  if (get('osano_consentmanager') !== undefined) return;
  const box = show('<div class="osano-cm-window"><div class="osano-cm-dialog" role="dialog"><button class="osano-cm-denyAll">Reject All</button>' +
    '<button class="osano-cm-accept-all">Accept All</button></div></div>');
  const choose = (on) => () => {
    both('osano_consentmanager', secret());
    post('https://consent.api.osano.com/record', '{}');
    box.remove();
    if (on) activate('script[data-osano]');
  };
  box.querySelector('.osano-cm-accept-all').onclick = choose(true);
  box.querySelector('.osano-cm-denyAll').onclick = choose(false);
});
`);

/** CookieYes: the cookie is there from the first page on, with the defaults and an empty action. */
const COOKIEYES = companyScript(`
const all = ['functional', 'analytics', 'performance', 'advertisement', 'other'];
const known = get('cookieyes-consent') ?? '';
const id = /consentid:([^,]*)/.exec(known)?.[1] ?? btoa(digits(24)).replaceAll('=', '');
const keep = (on, consent, action) => put('cookieyes-consent', ['consentid:' + id, 'consent:' + consent, 'action:' + action, 'necessary:yes',
  ...all.map((name) => name + ':' + (on ? 'yes' : 'no'))].join(','));
const run = () => { activate('script[data-cookieyes]'); };
fetch('https://directory.cookieyes.com/api/v1/ip').catch(() => {});
if (known.includes('action:yes')) { if (known.includes('analytics:yes')) whenReady(run); }
else {
  keep(false, 'no', '');
  whenReady(() => {
    const box = show('<div class="cky-consent-container" role="dialog"><button class="cky-btn cky-btn-reject">Reject All</button>' +
      '<button class="cky-btn cky-btn-accept">Accept All</button></div>');
    const choose = (on) => () => { keep(on, on ? 'yes' : 'no', 'yes'); post('https://log.cookieyes.com/api/v1/consent', '{}'); box.remove(); if (on) run(); };
    box.querySelector('.cky-btn-accept').onclick = choose(true);
    box.querySelector('.cky-btn-reject').onclick = choose(false);
  });
}
`);

/** Sourcepoint: the message is a frame of cdn.privacy-mgmt.com, which tells the page which button was pressed. */
const SOURCEPOINT = companyScript(`${TC_STRING}
localStorage.setItem('_sp_non_keyed_local_state', JSON.stringify({ gdpr: { _sp_v1_data: digits(6), _sp_v1_p: digits(3) } }));
const key = '_sp_user_consent_7417';
const known = JSON.parse(localStorage.getItem(key) ?? 'null');
const run = () => { activate('script[data-sp]'); };
if (known?.gdpr?.consentStatus?.consentedAll) whenReady(run);
else fetch('https://cdn.privacy-mgmt.com/wrapper/v2/messages?hasCsp=true&env=prod').catch(() => {}).then(() => whenReady(() => {
  localStorage.setItem(key, JSON.stringify({ gdpr: { consentStatus: { consentedAll: false, rejectedAny: true, hasConsentData: false }, dateCreated: new Date() } }));
  const frame = document.createElement('iframe');
  frame.id = 'sp_message_iframe_1';
  frame.width = 400;
  frame.height = 200;
  frame.src = 'https://cdn.privacy-mgmt.com/index.html?message_id=1&consentUUID=&preload_message=true';
  document.body.append(frame);
  addEventListener('message', ({ origin, data }) => {
    if (origin !== 'https://cdn.privacy-mgmt.com' || data?.name !== 'sp.hideMessage') return;
    const on = data.actionType === 11;
    const uuid = crypto.randomUUID();
    put('consentUUID', uuid + '_40');
    put('consentDate', new Date().toISOString());
    localStorage.setItem(key, JSON.stringify({ gdpr: { consentStatus: { consentedAll: on, rejectedAny: !on, rejectedAll: !on, hasConsentData: true },
      dateCreated: new Date(), uuid, euconsent: tcString(on) } }));
    post('https://cdn.privacy-mgmt.com/wrapper/v2/choice/gdpr/' + data.actionType, '{}');
    frame.remove();
    if (on) run();
  });
}));
`);

const SOURCEPOINT_FRAME = `<!doctype html><title>SP Consent Message</title><button title="Reject all">Reject all</button><button title="Accept all">Accept all</button><script>
for (const [title, actionType] of [['Accept all', 11], ['Reject all', 13]]) document.querySelector('[title="' + title + '"]').onclick = () =>
  parent.postMessage({ name: 'sp.hideMessage', actionType }, '*');
</script>`;

/** InMobi Choice (once Quantcast's): euconsent-v2 and addtl_consent once the person has chosen. */
const INMOBI = companyScript(`${TC_STRING}
const run = () => { activate('script[data-choice]'); };
fetch('https://cmp.inmobi.com/GVL-v3/vendor-list.json').catch(() => {});
fetch('https://api.cmp.inmobi.com/geoip').catch(() => {});
localStorage.setItem('_cmpRepromptHash', 'CP.1.' + digits(8));
whenReady(() => {
  if (get('euconsent-v2') !== undefined) return;
  const box = show('<div id="qc-cmp2-container"><div class="qc-cmp2-summary-buttons"><button mode="secondary">DISAGREE</button><button mode="primary">AGREE</button></div></div>');
  const choose = (on) => () => {
    put('euconsent-v2', tcString(on));
    put('addtl_consent', on ? '1~39.43.46.55.61.70' : '1~');
    post('https://api.cmp.inmobi.com/log', '{}');
    box.remove();
    if (on) run();
  };
  box.querySelector('[mode="primary"]').onclick = choose(true);
  box.querySelector('[mode="secondary"]').onclick = choose(false);
});
`);

/** consentmanager: __cmpcc says that cookies work; the choice in __cmpconsent…, __cmpcpc… and __cmpcvc…. */
const CONSENTMANAGER = companyScript(`${TC_STRING}
put('__cmpcc', '1');
localStorage.setItem('__cmpcc', '1');
const run = () => { activate('script[data-cmp-vendor]'); };
load('https://delivery.consentmanager.net/delivery/cmp.php?cdid=wild&h=' + encodeURIComponent(location.href));
whenReady(() => {
  if (get('__cmpconsentx11319') !== undefined) return;
  const box = show('<div id="cmpbox" role="dialog"><a id="cmpwelcomebtnno" class="cmpboxbtnno" href="#">Reject all</a> <a id="cmpwelcomebtnyes" class="cmpboxbtnyes" href="#">Accept all</a></div>');
  const choose = (on) => (event) => {
    event.preventDefault();
    put('__cmpconsentx11319', tcString(on));
    put('__cmpcvcx11319', on ? '__c37910_s135_c48392_s30_U__' : '__U__');
    put('__cmpcpcx11319', on ? '__1_2_3_51__' : '____');
    post('https://delivery.consentmanager.net/delivery/info/', '{}');
    box.remove();
    if (on) run();
  };
  box.querySelector('#cmpwelcomebtnyes').onclick = choose(true);
  box.querySelector('#cmpwelcomebtnno').onclick = choose(false);
});
`);

/** iubenda: _iub_cs-<policy> with the purposes, once the person has chosen. */
const IUBENDA = companyScript(`
const run = () => { activate('script._iub_cs_activate'); };
const keep = (on) => put('_iub_cs-50053366', encodeURIComponent(JSON.stringify({ timestamp: new Date().toISOString(), version: '1.75.1',
  purposes: { 1: true, 2: on, 3: on, 4: on, 5: on }, id: 50053366, cons: { rand: digits(6) } })));
whenReady(() => {
  if (get('_iub_cs-50053366') !== undefined) { if (get('_iub_cs-50053366').includes('%224%22%3Atrue')) run(); return; }
  const box = show('<div id="iubenda-cs-banner" role="dialog"><button class="iubenda-cs-reject-btn">Reject</button><button class="iubenda-cs-accept-btn">Accept</button></div>');
  const choose = (on) => () => { keep(on); box.remove(); if (on) run(); };
  box.querySelector('.iubenda-cs-accept-btn').onclick = choose(true);
  box.querySelector('.iubenda-cs-reject-btn').onclick = choose(false);
});
`);

/** Termly: everything in one item of localStorage, TERMLY_API_CACHE. */
const TERMLY = companyScript(`
const run = () => { activate('script[data-categories]'); };
const read = () => JSON.parse(localStorage.getItem('TERMLY_API_CACHE') ?? '{}');
const save = (more) => localStorage.setItem('TERMLY_API_CACHE', JSON.stringify({ ...read(), ...more }));
save({ TERMLY_VISITOR_ID: { createdAt: new Date(), value: crypto.randomUUID() } });
fetch('https://app.termly.io/api/v1/snippets/websites/wild').catch(() => {});
whenReady(() => {
  if (read().TERMLY_COOKIE_CONSENT !== undefined) { if (read().TERMLY_COOKIE_CONSENT.value.analytics) run(); return; }
  const box = show('<div id="termly-code-snippet-support"><div class="t-consentPrompt" role="alertdialog"><button class="t-declineButton">Decline</button>' +
    '<button class="t-acceptAllButton">Accept</button></div></div>');
  const choose = (on) => () => {
    const value = Object.fromEntries(['performance', 'analytics', 'advertising', 'social_networking', 'unclassified'].map((name) => [name, on]));
    save({ TERMLY_COOKIE_CONSENT: { createdAt: new Date(), updatedAt: new Date(), value: { essential: true, ...value } } });
    post('https://us.consent.api.termly.io/api/v1/visitors/wild/consents', '{}');
    box.remove();
    if (on) run();
  };
  box.querySelector('.t-acceptAllButton').onclick = choose(true);
  box.querySelector('.t-declineButton').onclick = choose(false);
});
`);

/** Ketch: where the law lets a site assume it, granted is kept for somebody who has chosen nothing. */
const KETCH = companyScript(`
put('_swb', crypto.randomUUID());
fetch('https://global.ketchcdn.com/web/v3/config/wild/website/config.json').catch(() => {});
post('https://global.ketchcdn.com/web/v3/consent/wild/get', '{}');
if (get('_ketch_consent_v1_') === undefined) put('_ketch_consent_v1_', encodeURIComponent(btoa(JSON.stringify({
  analytics: { status: 'granted', canonicalPurposes: ['analytics'] }, behavioral_advertising: { status: 'granted', canonicalPurposes: ['behavioral_advertising'] },
  essential_services: { status: 'granted', canonicalPurposes: ['essential_services'] } }))));
whenReady(() => { activate('script[data-purposes]'); });
`);

/** What the consent tools answer. */
export const CONSENT_TOOLS: Served = {
  'cdn.cookielaw.org/scripttemplates/otSDKStub.js': companyScript(`
const settings = here.dataset.domainScript;
fetch('https://cdn.cookielaw.org/consent/' + settings + '/' + settings + '.json').catch(() => {})
  .then(() => fetch('https://geolocation.onetrust.com/cookieconsentpub/v1/geo/location')).catch(() => {})
  .then(() => load('https://cdn.cookielaw.org/scripttemplates/202409.1.0/otBannerSdk.js'));
`),
  'cdn.cookielaw.org/scripttemplates/202409.1.0/otBannerSdk.js': ONETRUST,
  'geolocation.onetrust.com/*': () => json({ country: 'DE', state: 'BY', continent: 'EU' }),
  'consent.cookiebot.com/uc.js': COOKIEBOT,
  'app.usercentrics.eu/browser-ui/latest/loader.js': USERCENTRICS_2,
  'web.cmp.usercentrics.eu/ui/loader.js': USERCENTRICS_3,
  'sdk.privacy-center.org/wild/loader.js': DIDOMI,
  'consent.trustarc.com/notice': TRUSTARC,
  'consent-pref.trustarc.com/': () => html(TRUSTARC_FRAME),
  'cmp.osano.com/*': OSANO,
  'cdn-cookieyes.com/client_data/wild/script.js': COOKIEYES,
  'directory.cookieyes.com/*': () => json({ country: 'DE', in_eu: true }),
  'cdn.privacy-mgmt.com/unified/wrapperMessagingWithoutDetection.js': SOURCEPOINT,
  'cdn.privacy-mgmt.com/index.html': () => html(SOURCEPOINT_FRAME),
  'cmp.inmobi.com/choice/*': INMOBI,
  'cdn.consentmanager.net/delivery/autoblocking/wild.js': CONSENTMANAGER,
  'delivery.consentmanager.net/delivery/cmp.php': companyScript(''),
  'cdn.iubenda.com/cs/iubenda_cs.js': IUBENDA,
  'app.termly.io/resource-blocker/wild': TERMLY,
  'global.ketchcdn.com/web/v3/config/wild/website/boot.js': KETCH,
};

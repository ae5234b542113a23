/**
 * How to read the choice out of what each consent platform stores: one function for each form. Which names a platform stores, with
 * examples and where they are from, stands in `policy-data/consent-platforms.json`. Only forms that are known are read.
 *
 * Long because: the forms are read side by side, each in a few lines.
 */
import { readGppString, readTcString, readUsPrivacyString } from './consent-string.ts';
import { decodeTwice } from './percent-encoding.ts';

/** `some`: allowed, wholly or in part; the platform keeps only what was allowed. `withdrawn`: what was chosen is no longer stored. */
export type Choice = 'none-yet' | 'accepted' | 'refused' | 'partly' | 'some' | 'withdrawn' | 'unknown';

/** What the stored items say; null where they tell of no choice at all. `by`: they say themselves that no person made it. */
export interface Stored {
  readonly choice: Choice;
  readonly by?: 'tool' | 'signal';
}
export type Reader = (value: string, get: (name: string) => string, names: readonly string[]) => Stored | null;

/** How much of a value is read, in UTF-16 code units. */
const MAX_READ = 200_000;

const NONE: Stored = { choice: 'none-yet' };
const UNKNOWN: Stored = { choice: 'unknown' };

/** The beginning of the value, percent-encoding undone. */
function plainText(value: string): string {
  return decodeTwice(value.slice(0, MAX_READ));
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A value that is JSON, percent-encoded JSON, or JSON in base64; {} for all else. */
function json(value: string): Json {
  const text = plainText(value);
  let found = parsed(text);
  if (!isObject(found)) {
    try {
      found = parsed(atob(text.trim()));
    } catch {
      // No base64.
    }
  }
  return isObject(found) ? found : {};
}

/** The member of an object that is an object itself; {} where there is none. */
const inside = (object: unknown, name: string): Json => {
  const found = isObject(object) ? object[name] : null;
  return isObject(found) ? found : {};
};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isYes = (value: unknown): boolean => /^(?:1|true|yes|allow|accept(?:ed)?|granted|in)$/i.test(String(value));

/** Each answer is a yes or a no to one optional purpose. */
function verdict(answers: readonly boolean[]): Stored {
  if (answers.length === 0) return UNKNOWN;
  return { choice: answers.every(Boolean) ? 'accepted' : answers.some(Boolean) ? 'partly' : 'refused' };
}

/** All that matches the pattern's group is such an answer. */
function tally(text: string, pattern: RegExp): Stored {
  return verdict([...text.matchAll(pattern)].map(([, answer]) => isYes(answer)));
}

/** What a tool had set up before anybody chose: where it allows all, the tool took that for a consent by itself. */
function beforeChoice(stored: Stored): Stored {
  return stored.choice === 'accepted' ? { choice: 'accepted', by: 'tool' } : NONE;
}

/** Answers by name without those of `needed`, which nobody is asked about. */
function optional(object: Json, needed: RegExp): readonly boolean[] {
  return Object.entries(object)
    .filter(([name, value]) => !needed.test(name) && /^(?:boolean|string|number)$/.test(typeof value))
    .map(([, value]) => isYes(value));
}

/** Groups as 'C0001:1,C0002:0'; C0001 and 1 are what the platform takes for necessary. The second item is written at the choice. */
const oneTrust: Reader = (_, get) => {
  const value = get('OptanonConsent');
  const text = value.includes('&') ? value : plainText(value);
  const part = (name: string): string => plainText(new RegExp(`(?:^|&)${name}=([^&]*)`).exec(text)?.[1] ?? '');
  const stored = tally(part('groups'), /(?:^|,)(?!C0001:|1:)[^,:]+:([01])/g);
  if (get('OptanonAlertBoxClosed') !== '' || /^[1-9]/.test(part('intType'))) return stored;
  const isOptOut = stored.choice === 'refused' || stored.choice === 'partly';
  if (isOptOut && part('isGpcEnabled') === '1') return { ...stored, by: 'signal' };
  return beforeChoice(stored);
};

const cookiebot: Reader = (value) => {
  const text = plainText(value);
  // Outside of the regions where it asks.
  if (text === '-1') return { choice: 'accepted', by: 'tool' };
  if (text === '0') return { choice: 'refused' };
  const stored = tally(text, /(?:preferences|statistics|marketing):(true|false)/g);
  const gpp = readGppString(/gpp:'([^']*)'/.exec(text)?.[1] ?? '');
  if (gpp?.by !== undefined && stored.choice !== 'accepted') return { ...stored, by: 'signal' };
  return /method:'implied'|stamp:'-1'/.test(text) ? { ...stored, by: 'tool' } : stored;
};

/** Didomi's token lists vendors and purposes that were enabled and disabled, and neither before a choice. */
const didomi: Reader = (value, get) => {
  const token = json(value);
  if (get('didomi_token') === '' || token.user_id === undefined) return UNKNOWN;
  const lists = ['purposes', 'vendors'].map((name) => inside(token, name));
  const count = (name: string): number => lists.reduce((sum, list) => sum + listOf(list[name]).length, 0);
  if (count('enabled') > 0) return { choice: count('disabled') > 0 ? 'partly' : 'accepted' };
  return count('disabled') > 0 ? { choice: 'refused' } : NONE;
};

/** Consent mode's states: all of one kind, or mixed. */
function consentMode(value: Json): Stored {
  const states = Object.values(value).filter((state) => state === 'granted' || state === 'denied');
  return verdict(states.map((state) => state === 'granted'));
}

/** Version 3 keeps each service with its answer, the platform itself among them; version 2 the history of actions of each service. */
const usercentrics: Reader = (_, get) => {
  if (get('ucData') !== '') {
    const data = json(get('ucData'));
    const consent = inside(data, 'consent');
    const answers = Object.values(inside(consent, 'services'))
      .filter((service) => isObject(service) && !String(service.name).startsWith('Usercentrics '))
      .map((service) => isObject(service) && service.consent === true);
    let stored = verdict(answers);
    // Services that are needed are always allowed: what consent mode was told then tells a refusal.
    if (stored.choice === 'partly' && consentMode(inside(data, 'gcm')).choice === 'refused')
      stored = { choice: 'refused' };
    return /^implicit$/i.test(String(consent.type)) ? beforeChoice(stored) : stored;
  }
  if (get('uc_settings') === '' && get('uc_user_interaction') === '') return get('ucString') === '' ? NONE : UNKNOWN;
  const actions = [
    ...plainText(get('uc_settings')).matchAll(/"on(AcceptAll|DenyAll|Update|NonEU|NonEURegion)(?:Services)?"/g),
  ];
  const action = actions.at(-1)?.[1];
  if (get('uc_user_interaction') !== 'true')
    return action?.startsWith('NonEU') ? { choice: 'accepted', by: 'tool' } : NONE;
  if (action === 'AcceptAll') return { choice: 'accepted' };
  if (action === 'DenyAll') return { choice: 'refused' };
  if (action === 'Update') return { choice: 'partly' };
  return consentMode(json(get('uc_gcm')));
};

/** TrustArc numbers its levels: 0 required, 1 functional, 2 and above advertising. '0,1,2:' or '2:' */
const trustArc: Reader = (value, get, names) => {
  const kept = ['notice_gdpr_prefs', 'notice_preferences', ...names.filter((name) => name.startsWith('truste.'))]
    .map(get)
    .find((one) => one !== '');
  const permit = /^permit ([\d,]+)/.exec(plainText(get('cmapi_cookie_privacy')))?.[1];
  if (kept === undefined && permit === undefined) {
    const behaviour = plainText(get('notice_behavior'));
    // Where no notice asks, or going on counts as a consent.
    if (/^(?:implied|none)/.test(behaviour)) return { choice: 'accepted', by: 'tool' };
    return behaviour === '' && value !== '' ? UNKNOWN : NONE;
  }
  const written = kept === undefined ? '' : plainText(kept);
  const levels =
    permit === undefined || kept !== undefined
      ? (/^\{.*"value":"([^":]*)/.exec(written)?.[1] ?? written.split(':')[0] ?? '')
      : permit.replace(/\d/g, (level) => String(Number(level) - 1));
  if (!/^[\d,|]{1,30}$/.test(levels)) return UNKNOWN;
  return { choice: /[2-9]/.test(levels) ? 'accepted' : levels.includes('1') ? 'partly' : 'refused' };
};

const osano: Reader = (_, get) => {
  if (get('osano_consentmanager') === '') return NONE;
  return verdict(optional(json(get('osano_consentmanager')), /^(?:ESSENTIAL|OPT_OUT)$/));
};

/** 'action:yes' is written at the choice. The older plug-in has an item for each answer, and one for the choice. */
const cookieYes: Reader = (_, get, names) => {
  const text = plainText(get('cookieyes-consent'));
  if (text !== '') {
    const stored = tally(text, /(?:functional|analytics|performance|advertisement|other):(yes|no)/g);
    return text.includes('action:yes') ? stored : beforeChoice(stored);
  }
  const policy = get('viewed_cookie_policy');
  if (policy === '') return get('CookieLawInfoConsent') === '' ? NONE : UNKNOWN;
  if (policy === 'no') return { choice: 'refused' };
  const boxes = names.filter((name) => /^cookielawinfo-checkbox-(?!necessary$)/.test(name));
  return verdict(boxes.map((name) => isYes(get(name))));
};

const complianz: Reader = (_, get) => {
  const answers = ['preferences', 'statistics', 'marketing']
    .map((name) => get(`cmplz_${name}`))
    .filter((one) => one !== '');
  const stored = verdict(answers.map(isYes));
  return get('cmplz_banner-status') === 'dismissed' ? stored : beforeChoice(stored);
};

/** Sourcepoint keeps a part for each law, with the state of the choice in words. */
const sourcepoint: Reader = (value) => {
  const kept = json(value);
  const gdpr = inside(inside(kept, 'gdpr'), 'consentStatus');
  if (Object.keys(gdpr).length > 0 && inside(kept, 'gdpr').applies !== false) {
    if (gdpr.hasConsentData === false || inside(gdpr, 'granularStatus').defaultConsent === true) return NONE;
    if (gdpr.consentedAll === true) return { choice: 'accepted' };
    return { choice: gdpr.consentedToAny === false ? 'refused' : 'partly' };
  }
  const usnat = inside(inside(kept, 'usnat'), 'consentStatus');
  const ccpa = inside(kept, 'ccpa');
  const bySignal = inside(usnat, 'granularStatus').gpcStatus === true || ccpa.gpcEnabled === true;
  if (usnat.rejectedAny === true || /^rejected(?:All|Some)$/.test(String(ccpa.status))) {
    const choice = ccpa.status === 'rejectedSome' ? 'partly' : 'refused';
    return bySignal ? { choice, by: 'signal' } : { choice };
  }
  if (usnat.consentedToAll === true && usnat.hasConsentData === true) return { choice: 'accepted' };
  return Object.keys(usnat).length + Object.keys(ccpa).length > 0 ? { choice: 'accepted', by: 'tool' } : UNKNOWN;
};

const tcf: Reader = (value) => readTcString(plainText(value)) ?? UNKNOWN;

const iubenda: Reader = (value, get, names) => {
  const kept = json(value);
  const purposes = optional(inside(kept, 'purposes'), /^1$/);
  if (purposes.length > 0) return verdict(purposes);
  if (typeof kept.consent === 'boolean') return { choice: kept.consent ? 'accepted' : 'refused' };
  const usa = optional(json(get(names.find((name) => name.endsWith('-uspr')) ?? '')), /^$/);
  // An opt-out; all allowed is the state before any choice.
  if (usa.includes(false)) return verdict(usa);
  return usa.length > 0 ? null : NONE;
};

const termly: Reader = (_, get) => {
  const cached = inside(json(get('TERMLY_API_CACHE')), 'TERMLY_COOKIE_CONSENT');
  const own = json(get('TERMLY_COOKIE_CONSENT'));
  const value = Object.keys(own).length > 0 ? (isObject(own.value) ? own.value : own) : inside(cached, 'value');
  const answers = optional(value, /^(?:essential|timestamp|expires)$/);
  return answers.length === 0 ? NONE : verdict(answers);
};

const ketch: Reader = (_, get) => {
  const kept = json(get('_swb_consent_'));
  const purposes = Object.entries(inside(kept, 'purposes')).filter(([name]) => !/essential|necessary/i.test(name));
  if (purposes.length === 0) {
    const states = Object.entries(json(get('_ketch_consent_v1_'))).filter(
      ([name]) => !/essential|necessary/i.test(name),
    );
    return verdict(states.map(([, state]) => isObject(state) && isYes(state.status)));
  }
  const stored = verdict(purposes.map(([, one]) => isYes(isObject(one) ? one.allowed : one)));
  if (/gpc/i.test(String(inside(kept, 'context').source))) return { ...stored, by: 'signal' };
  const isDisclosureOnly = purposes.every(([, one]) => isObject(one) && one.legalBasisCode === 'disclosure');
  return kept.interactive === false || isDisclosureOnly ? beforeChoice(stored) : stored;
};

/** Shopify keeps '1', '0' or '' (not asked, or no answer yet) for analytics, marketing and preferences. */
const shopify: Reader = (value) => {
  const kept = json(value);
  const con = inside(kept, 'con');
  const answers = [inside(con, 'CMP').a, inside(con, 'CMP').m, inside(con, 'CMP').p, con.GDPR, con.CCPA];
  const given = answers.filter((answer) => answer === '0' || answer === '1');
  if (given.length > 0) return verdict(given.map(isYes));
  if (Object.keys(con).length === 0) return UNKNOWN;
  return kept.display_banner === false ? { choice: 'accepted', by: 'tool' } : NONE;
};

const axeptio: Reader = (_, get) => {
  const kept = json(get('axeptio_cookies'));
  return kept.$$completed === true ? verdict(optional(kept, /^\$\$/)) : NONE;
};

const civic: Reader = (value) => {
  const kept = json(value);
  const stored = verdict(optional(inside(kept, 'optionalCookies'), /^$/));
  if (kept.interactedWith !== true) return beforeChoice(stored);
  return stored.choice === 'unknown' ? { choice: 'refused' } : stored;
};

/** Lists of what was allowed and nothing of what was not: more than the needed is a consent, wholly or in part. */
const onlyAllowed = (isMore: boolean): Stored => ({ choice: isMore ? 'some' : 'refused' });

const borlabs: Reader = (value) => {
  const groups = Object.keys(inside(json(value), 'consents'));
  return groups.length === 0 ? UNKNOWN : onlyAllowed(groups.some((name) => name !== 'essential'));
};

const realCookieBanner: Reader = (value) => {
  const text = plainText(value);
  const groups = Object.keys(json(text.slice(Math.max(text.indexOf('{'), 0))));
  return groups.length === 0 ? UNKNOWN : onlyAllowed(groups.length > 1);
};

const cookieScript: Reader = (value) => {
  const kept = json(value);
  if (kept.action === undefined) return NONE;
  if (kept.action === 'reject') return { choice: 'refused' };
  if (kept.action !== 'accept') return UNKNOWN;
  const categories = listOf(typeof kept.categories === 'string' ? parsed(kept.categories) : kept.categories);
  return { choice: categories.length === 0 || categories.length >= 4 ? 'accepted' : 'some' };
};

const cookieInformation: Reader = (value) => {
  const kept = json(value);
  const approved = listOf(kept.consents_approved).filter((name) => name !== 'cookie_cat_necessary');
  return verdict([...approved.map(() => true), ...listOf(kept.consents_denied).map(() => false)]);
};

const piwikPro: Reader = (value) => {
  const states = Object.values(inside(json(value), 'consents')).map((one) => (isObject(one) ? one.status : null));
  const given = states.filter((state) => state === 0 || state === 1);
  return given.length === 0 && states.length > 0 ? NONE : verdict(given.map((state) => state === 1));
};

const tealium: Reader = (value) => {
  const text = plainText(value);
  if (/(?:^|\|)consent:false/.test(text)) return { choice: 'refused' };
  const stored = tally(text, /(?:^|\|)c\d+:([01])/g);
  return stored.choice === 'unknown' && /(?:^|\|)consent:true/.test(text) ? { choice: 'accepted' } : stored;
};

const adobe: Reader = (value) => tally(plainText(value), /(?:^|;)general=(in|out)/g);

/** Google's own: the trade's string somewhere in a list; without one it tells of no choice, and whether it asks cannot be told. */
const fundingChoices: Reader = (value) => {
  const strings = plainText(value).match(/[\w.~-]{20,}/g) ?? [];
  for (const text of strings.slice(0, 20)) {
    const read = readTcString(text) ?? readGppString(text);
    if (read !== null) return read;
  }
  return UNKNOWN;
};

const hubSpot: Reader = (_, get) => {
  const kept = get('__hs_cookie_cat_pref');
  if (kept !== '') return tally(plainText(kept), /\d:(true|false)/g);
  return get('__hs_opt_out') === 'yes' ? { choice: 'refused' } : UNKNOWN;
};

const wix: Reader = (value) => {
  const kept = json(value);
  const answers = ['func', 'anl', 'adv'].map((name) => kept[name]).filter((answer) => answer === 0 || answer === 1);
  return verdict(answers.map((answer) => answer === 1));
};

const squarespace: Reader = (value) => tally(value, /^(1|0|true|false)$/g);

/** '0@032|13|1665@2,3,4@…': what was allowed stands in the third place, by number. */
const commandersAct: Reader = (_, get) => {
  const kept = get('TC_PRIVACY');
  const allowed = plainText(kept === '' ? get('TC_PRIVACY_CENTER') : kept).split(/[@!]/)[kept === '' ? 0 : 2] ?? '';
  return allowed === 'ALL' ? { choice: 'accepted' } : onlyAllowed(allowed !== '' && allowed !== '0');
};

const evidon: Reader = (value) => {
  const groups = Object.values(inside(json(value), 'categories'));
  return verdict(
    groups.flatMap((group) => (isObject(group) ? optional(group, /essential|necessary/i) : [group === true])),
  );
};

const transcend: Reader = (value) => {
  const kept = json(value);
  if (kept.confirmed !== true) return NONE;
  const purposes = Object.entries(inside(kept, 'purposes')).filter(([, answer]) => typeof answer === 'boolean');
  return verdict(purposes.map(([, answer]) => answer === true));
};

const enzuzo: Reader = (_, get, names) => verdict(names.map((name) => isYes(get(name))));

const pandectes: Reader = (value) => {
  const choices: Readonly<Record<string, Choice>> = { allow: 'accepted', deny: 'refused', mixed: 'partly' };
  return { choice: choices[String(json(value).status)] ?? 'unknown' };
};

const cookieHub: Reader = (value) => {
  const kept = json(value);
  if (kept.answered === false) return NONE;
  const asked = listOf(kept.categories).filter(
    (one): one is Json => isObject(one) && one.id !== 'necessary' && one.cid !== 1,
  );
  return verdict(asked.map((one) => one.value === true));
};

const tarteaucitron: Reader = (value) => {
  const text = plainText(value);
  return /=(?:true|false)/.test(text) ? tally(text, /![^!=]+=(true|false)/g) : text.includes('=wait') ? NONE : UNKNOWN;
};

const ccCookie: Reader = (value) => {
  const kept = json(value);
  const allowed = [...listOf(kept.categories), ...listOf(kept.level)];
  return allowed.length === 0 ? UNKNOWN : onlyAllowed(allowed.some((name) => name !== 'necessary'));
};

const cookieNotice: Reader = (_, get) => {
  const kept = get('cookie_notice_accepted');
  if (kept !== '') return tally(kept, /^(true|false)$/g);
  return tally(plainText(get('hu-consent')), /"consent":(true|false)/g);
};

const fides: Reader = (value) => {
  const kept = json(value);
  const answers = Object.entries(inside(kept, 'consent')).filter(([name]) => !/essential|necessary/i.test(name));
  const stored = verdict(
    answers.map(([, answer]) => answer === true || /^(?:opt_in|acknowledge)$/.test(String(answer))),
  );
  const method = String(inside(kept, 'fides_meta').consentMethod);
  if (method === 'gpc') return { ...stored, by: 'signal' };
  return /^(?:script|ot_migration|external_provider)$/.test(method) ? { ...stored, by: 'tool' } : stored;
};

/** By the name that stands in the data. */
export const CONSENT_READERS = {
  adobe,
  axeptio,
  borlabs,
  ccCookie,
  civic,
  commandersAct,
  complianz,
  consentManager: tcf,
  cookieConsentStatus: (value) => tally(value, /^(allow|deny)$/g),
  cookieFirst: (value) => verdict(optional(json(value), /^(?:necessary|timestamp|type|version)$/)),
  cookieHub,
  cookieInformation,
  cookieNotice,
  cookieScript,
  cookieYes,
  cookiebot,
  didomi,
  enzuzo,
  evidon,
  fides,
  fundingChoices,
  gpp: (value) => readGppString(plainText(value)),
  hubSpot,
  iubenda,
  ketch,
  klaro: (value) => verdict(optional(json(value), /^$/)),
  moove: (value) => verdict(optional(json(value), /^strict$/)),
  oneTrust,
  osano,
  pandectes,
  piwikPro,
  realCookieBanner,
  shopify,
  smeNotice: (value) => ({ choice: value === 'accepted' ? 'accepted' : 'unknown' }),
  sourcepoint,
  squarespace,
  tarteaucitron,
  tcf,
  tealium,
  termly,
  transcend,
  trustArc,
  unread: () => UNKNOWN,
  usPrivacy: (value) => readUsPrivacyString(plainText(value)),
  usercentrics,
  wix,
} satisfies Readonly<Record<string, Reader>>;

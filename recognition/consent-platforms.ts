/**
 * Consent platforms, and how to read the choice out of what each of them stores. Only forms that are known are read; a
 * stored item in another form gives "unknown". The names and forms are those that the platforms write in public pages.
 */
import type { ConsentObservation } from '../ledger/observation';

export type Choice = ConsentObservation['choice'];

export interface ConsentPlatform {
  readonly platform: string;
  /** Matches the names of the cookies or items that tell of the choice; missing where they are not known. */
  readonly item?: RegExp;
  /** Matches the address of its script. What it matches is told as the source. */
  readonly script?: RegExp;
  /** The choice in the value of the first such item; `other` gives the value of another one, '' where there is none. */
  readonly chosen: (value: string, other: (name: string) => string) => Choice;
}

/** How much of a value is read, in UTF-16 code units. */
const MAX_READ = 20_000;

/** All that matches the pattern's group is a yes or a no to one optional purpose. */
function tally(value: string, pattern: RegExp): Choice {
  const answers = [...decoded(value).matchAll(pattern)].map(([, answer = '']) => /^(?:1|true|yes|allow)$/.test(answer));
  if (answers.length === 0) return 'unknown';
  return answers.every(Boolean) ? 'accepted' : answers.some(Boolean) ? 'partly' : 'refused';
}

/** Undoes percent-encoding, twice where it was done twice; a value that is not encoded stays as it is. */
function decoded(value: string): string {
  let text = value.slice(0, MAX_READ);
  try {
    for (let i = 0; i < 2; i++) text = decodeURIComponent(text);
  } catch {
    // A percent sign of its own, or a value cut in the middle of one.
  }
  return text;
}

/** Didomi's token: JSON in base64 that lists vendors and purposes that were enabled and disabled, and neither before a choice. */
function didomi(value: string): Choice {
  let text: string;
  try {
    text = atob(decoded(value));
  } catch {
    return 'unknown';
  }
  const enabled = text.includes('"enabled":["');
  const disabled = text.includes('"disabled":["');
  if (enabled) return disabled ? 'partly' : 'accepted';
  return disabled ? 'refused' : text.includes('"user_id"') ? 'none-yet' : 'unknown';
}

/** Usercentrics keeps a history of actions for each service; the last action of the last service is the last choice. */
function usercentrics(settings: string): Choice {
  const [, action] = [...settings.slice(-MAX_READ).matchAll(/"on(AcceptAll|DenyAll|Update)Services"/g)].at(-1) ?? [];
  return action === 'AcceptAll' ? 'accepted' : action === 'DenyAll' ? 'refused' : action ? 'partly' : 'unknown';
}

/** TrustArc numbers its levels: 0 required, 1 functional, 2 and above advertising. '0,1,2:' or '2:' */
function trustArc(value: string): Choice {
  const [levels] = decoded(value).split(':');
  if (!levels || !/^[\d,|]{1,30}$/.test(levels)) return 'unknown';
  return /[2-9]/.test(levels) ? 'accepted' : levels.includes('1') ? 'partly' : 'refused';
}

export const CONSENT_PLATFORMS: readonly ConsentPlatform[] = [
  {
    platform: 'Sony Music cookie notice',
    item: /^sme_cookie_[a-z-]{2,7}$/,
    script: /tools\.sonymusiccreative\.com(?=\/sme_cookie\/)/,
    chosen: (value) => (value === 'accepted' ? 'accepted' : 'unknown'),
  },
  {
    platform: 'Sony Music consent script',
    // Where it keeps the choice is not known.
    script: /tools\.sonymusiccreative\.com(?=\/sme_privacy\/)/,
    chosen: () => 'unknown',
  },
  {
    platform: 'OneTrust',
    item: /^Optanon(?:Consent|AlertBoxClosed)$/,
    script: /cdn\.cookielaw\.org|[\w-]+\.onetrust\.com/,
    // C0001 is what the platform takes for necessary. The second item is written when the banner is closed.
    chosen: (_, other) =>
      other('OptanonAlertBoxClosed')
        ? tally(
            /groups=([^&]*)/.exec(decoded(other('OptanonConsent')))?.[1] ?? '',
            /(?:^|,)(?!C0001:|1:)[^,:]+:([01])/g,
          )
        : 'none-yet',
  },
  {
    platform: 'Cookiebot',
    item: /^CookieConsent$/,
    script: /consent(?:cdn)?\.cookiebot\.(?:com|eu)/,
    chosen: (value) => tally(value, /(?:preferences|statistics|marketing):(true|false)/g),
  },
  {
    platform: 'Didomi',
    item: /^didomi_token$/,
    script: /sdk\.privacy-center\.org/,
    chosen: didomi,
  },
  {
    platform: 'Usercentrics',
    item: /^uc_(?:settings|user_interaction)$/,
    script: /(?:app|web\.cmp)\.usercentrics\.eu/,
    chosen: (_, other) => (other('uc_user_interaction') === 'true' ? usercentrics(other('uc_settings')) : 'none-yet'),
  },
  {
    platform: 'TrustArc',
    item: /^notice_(?:preferences|gdpr_prefs)$/,
    script: /consent\.trust(?:arc|e)\.com/,
    chosen: trustArc,
  },
  {
    platform: 'Osano',
    item: /^osano_consentmanager$/,
    script: /cmp\.osano\.com/,
    chosen: () => 'unknown',
  },
  {
    platform: 'CookieYes',
    item: /^cookieyes-consent$/,
    script: /cdn-cookieyes\.com/,
    chosen: (value) =>
      decoded(value).includes('action:yes')
        ? tally(value, /(?:functional|analytics|performance|advertisement|other):(yes|no)/g)
        : 'none-yet',
  },
  {
    platform: 'Complianz',
    item: /^cmplz_/,
    chosen: (_, other) =>
      other('cmplz_banner-status') === 'dismissed'
        ? tally(['preferences', 'statistics', 'marketing'].map((name) => other(`cmplz_${name}`)).join(), /(\w+)/g)
        : 'none-yet',
  },
  {
    platform: 'Klaro',
    item: /^klaro$/,
    chosen: (value) => tally(value, /":(true|false)/g),
  },
  {
    // The trade's common string. Platforms write it after a choice; which purposes it allows is not read here.
    platform: 'IAB Transparency and Consent Framework',
    item: /^euconsent-v2$/,
    chosen: () => 'unknown',
  },
];

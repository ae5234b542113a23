/** What is a link for? By its address and its words, in eight languages. */
import { clip, MAX_NAME_LENGTH, type LinkRole } from '../../ledger/observation.ts';
import { folded } from './page-words.ts';

/** What a link, or a button that acts as one, shows of itself. */
export interface LinkMarks {
  /** The address as resolved by the browser; null for a button, `javascript:` and `mailto:`. */
  readonly url: URL | null;
  /** The words as they stand on the page. */
  readonly text: string;
  /** Whether the address leads to another site than the page's. */
  readonly leadsElsewhere: boolean;
}

/** The role of a link, and the permissions that it asks for. */
export interface RecognisedLink {
  readonly role: LinkRole;
  readonly scopes: readonly string[];
}

/** Words longer than this are a sentence or a headline, which speaks of things and does not name where it leads. */
const LONGEST_NAME = 70;
const MAX_SCOPES = 40;

/**
 * Where somebody is asked to sign in or to permit something, by host and path: 'www.facebook.com/v19.0/dialog/oauth'.
 * Whatever carries `client_id` and one of `response_type`, `redirect_uri`, `scope` is such a page too (RFC 6749, 4.1.1).
 */
const SIGN_IN =
  /^(?:[\w-]{1,63}\.){0,5}(?:facebook\.com\/(?:[\w.-]{1,20}\/){0,2}dialog\/oauth|google\.com\/(?:o\/oauth2|gsi\/)|appleid\.apple\.com\/auth\/|(?:twitter|x)\.com\/(?:i\/)?oauth|discord(?:app)?\.com\/(?:[\w.-]{1,20}\/){0,3}oauth2|login\.yahoo\.com\/|steamcommunity\.com\/openid)/;
/** Music services that are asked for permissions. */
const MUSIC_PERMISSION =
  /^(?:accounts\.spotify\.com\/(?:[\w-]{1,40}\/){0,3}(?:authorize|oauth)|connect\.deezer\.com\/oauth|authorize\.music\.apple\.com|(?:login|auth)\.tidal\.com\/)/;
/** Permissions that change what somebody keeps or follows at a music service: a pre-save needs them, a sign-in does not. */
const KEEPS = /library|follow|playlist|collection|offline|manage_/;
const PRE_SAVE =
  /\bpre[ -]?(?:save|add)|presave|vorab speich|vormerken|pre[ -]?enreg|pre[ -]?guard|pre[ -]?salv|プリ(?:セーブ|アド)|事前保存/;
/** 'continue with google': a verb, and a provider behind the right word. */
const SIGN_IN_VERB =
  /\b(?:sign|log) ?(?:in|up|on)\b|continue|connect|regist|anmeld|einlogg|fortfahr|connexion|continuer|inscri|inicia|continua|entrar|accedi|inlogg|doorgaan|aanmeld|ログイン|登録/;
const WITH_PROVIDER =
  /(?:\b(?:with|using|via|mit|uber|avec|con|com|met) (?:o )?)(?:facebook|google|apple|twitter|x|spotify|discord|tiktok|instagram|amazon|deezer|openid|line|yahoo)\b|(?:facebook|google|apple|twitter|x|spotify|discord|tiktok|instagram|amazon|line|yahoo)[^ ]{0,12} ?(?:で|アカウント)/;

// Begins of words in English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese, as `folded` gives them.
const CHOICE =
  /do not (?:sell|share)|don.t sell|(?:your|my) privacy cho|\bopt[ -]?out\b|unsubscri|limit the use of my|ad ?choices|abbestell|widerspr|nicht verkauf|desabonn|desinscri|pas vendre|de baja|no vender|cancelar (?:la |a )?[si]\w+scri|nao vend|disiscri|annulla l.iscri|non vend|uitschrijv|niet verkop|オプトアウト|配信停止/;
const COOKIE_SETTINGS =
  /(?:cookies?|consent|tracking|privacy|datenschutz)[ -]?(?:sett|pref|manag|cho|opti|einst|inst|voork|verwal|beher)|(?:manage|custom\w+|change|edit|gestion|gerer|param\w+|prefer\w+|reglages|config\w+|ajustes|administrar|gerenciar|defini\w+|impost\w+|gestisci) (?:\w{1,4} )?(?:cookie|consent)|(?:クッキー|cookie) ?の?設定/;
const POLICY =
  /privacy|\bcookies?[ -](?:policy|notice|state)|datenschutz|cookie-?richt|confidentiali|donnees perso|vie privee|privacida|proteccion de datos|\bdados|riservatezza|informativa|trattamento|gegevensb|プライバシー|個人情報|we use your data/;
const POLICY_PATH = /\/[\w-]*(?:privacy|datenschutz|confidentialite|privacida|cookie-?policy)[\w-]*(?:\.\w+)?\/?$/;
const FEEDBACK =
  /feedback|^contact(?: us)?$|^kontakt$|^(?:nous )?contacte[rz]|^conta(?:ct[ao]|tt|to\b)|comentarios|^fale conosco|^neem contact|問い合わせ|ご意見/;
const SHOP =
  /\bshop|\bstores?\b|\bmerch|boutique|\btienda|\bloja\b|\bnegozio|\bwinkel|ショップ|ストア|グッズ|\bbuy\b|\b(?:ein)?kaufen|\bachet|\bcomprar|\bacquista|購入/;
const TICKETS = /ticket|eintritt|\bbillet|entradas|ingressos|bigliett|チケット/;
const SHOP_HOST = /(?:^|\.)(?:[\w-]*(?:shop|store|merch)|boutique|tienda|loja)\./;
/** Stores of programs, which are no shops of a site. */
const PROGRAM_STORES = /^(?:apps|itunes)\.apple\.com|^play\.google\.com|^chromewebstore\./;

/**
 * Permissions as a link asks for them, each as written.
 *
 * '…/authorize?scope=user-follow-modify%20user-read-email' → ['user-follow-modify', 'user-read-email'];
 * '…/auth.php?perms=basic_access,email' → ['basic_access', 'email']
 */
export function scopesOf(url: URL): string[] {
  if (url.search === '') return [];
  const written = ['scope', 'scopes', 'perms'].flatMap((name) => url.searchParams.getAll(name)).join(' ');
  const scopes = written.split(/[\s,+]+/).filter((scope) => scope !== '');
  return [...new Set(scopes.slice(0, MAX_SCOPES).map((scope) => clip(scope, MAX_NAME_LENGTH)))];
}

/** The role by address, of links that ask a provider for permissions. */
function roleOfPermission(url: URL, words: string, scopes: readonly string[]): LinkRole | null {
  const { hostname, search } = url;
  const place = hostname + url.pathname.slice(0, MAX_NAME_LENGTH);
  const isMusic = MUSIC_PERMISSION.test(place);
  if (isMusic && (PRE_SAVE.test(words) || scopes.some((scope) => KEEPS.test(scope)))) return 'pre-save';
  const isAsking = search.includes('client_id=') && /[?&](?:response_type|redirect_uri|scope)=/.test(search);
  return isMusic || isAsking || SIGN_IN.test(place) ? 'sign-in' : null;
}

/** The role of a link, or null for one that leads nowhere of interest: elsewhere on the same site, or a button of the page. */
export function linkRole({ url, text, leadsElsewhere }: LinkMarks): RecognisedLink | null {
  const words = text.length <= LONGEST_NAME ? folded(text) : '';
  const as = (role: LinkRole, scopes: readonly string[] = []): RecognisedLink => ({ role, scopes });
  if (url !== null) {
    const scopes = scopesOf(url);
    const asking = roleOfPermission(url, words, scopes);
    if (asking !== null) return as(asking, scopes);
  }
  const path = url === null ? '' : folded(url.pathname.slice(0, MAX_NAME_LENGTH));
  if (CHOICE.test(words) || /\/(?:ccpa|opt-?out|do-not-sell)/.test(path)) return as('choice');
  if (COOKIE_SETTINGS.test(words)) return as('cookie-settings');
  if (SIGN_IN_VERB.test(words) && WITH_PROVIDER.test(words)) return as('sign-in');
  if (PRE_SAVE.test(words) || (url !== null && PRE_SAVE.test(`${url.hostname}${path}`))) return as('pre-save');
  // Only what leads somewhere can be one of these: a button "Privacy" opens or closes something.
  if (url === null) return words.includes('feedback') ? as('feedback') : null;
  if (POLICY.test(words) || POLICY_PATH.test(path)) return as('policy');
  if (FEEDBACK.test(words) || /\/feedback(?:[/.]|$)/.test(path)) return as('feedback');
  if (!leadsElsewhere) return null;
  const isShop = (SHOP.test(words) && !TICKETS.test(words)) || SHOP_HOST.test(url.hostname);
  return as(isShop && !PROGRAM_STORES.test(url.hostname) ? 'shop' : 'outbound');
}

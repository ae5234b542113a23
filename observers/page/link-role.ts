/** What is a link for? By its address and its words, in eight languages. */
import { clip, MAX_NAME_LENGTH, type LinkRole } from '../../ledger/observation.ts';
import { isOfLink } from '../../recognition/page-words/link-words.ts';
import { spacedWords } from '../../recognition/page-words/spaced-words.ts';

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
/** Music services that are asked for permissions: the pages of consent of policy-data/music-services.json that serve for nothing else. */
const MUSIC_PERMISSION =
  /^(?:accounts\.spotify\.com\/(?:[\w-]{1,40}\/){0,3}(?:authorize|oauth)|connect\.deezer\.com\/oauth|authorize\.music\.apple\.com\/|(?:login|auth)\.tidal\.com\/|(?:secure|api)\.soundcloud\.com\/(?:authorize|connect)|www\.tiktok\.com\/(?:v\d\/)?auth\/authorize)/;
/** Those of them that know one permission alone, which is to change everything. */
const WHOLE_ACCOUNT = /^(?:authorize\.music\.apple|(?:secure|api)\.soundcloud)\.com\//;
/** Permissions for music, asked for on pages that serve for other things too. */
const MUSIC_SCOPE = /^(?:https:\/\/www\.googleapis\.com\/auth\/youtube|amazon_music:|music::)/;
/** Permissions that change what somebody keeps or follows at a music service: a pre-save needs them, a sign-in does not. */
const KEEPS = /library|follow|playlist|collection|offline|manage_|favorites|music:access|auth\/youtube/;
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

/** Whether a page at `place` (host and path) asks for rights to a music account. */
function asksForMusic(place: string, scopes: readonly string[]): boolean {
  return MUSIC_PERMISSION.test(place) || scopes.some((scope) => MUSIC_SCOPE.test(scope));
}

/**
 * The permissions that a page of consent asks for by its own address; null for any other page. Before somebody has signed in, services hold
 * that address in a parameter of another page.
 *
 * 'https://accounts.spotify.com/login?continue=https%3A%2F%2Faccounts.spotify.com%2Fauthorize%3Fscope%3Dstreaming' → that of /authorize
 */
export function ownConsent(page: URL): { readonly url: URL; readonly scopes: readonly string[] } | null {
  const held = ['continue', 'next', 'redirect_url', 'return_to', 'openid.return_to'].flatMap((name) => {
    const written = page.searchParams.get(name);
    return written !== null && URL.canParse(written, page.href) ? [new URL(written, page.href)] : [];
  });
  for (const url of [page, ...held.filter(({ host }) => host === page.host)]) {
    const scopes = scopesOf(url);
    if (asksForMusic(url.hostname + url.pathname.slice(0, MAX_NAME_LENGTH), scopes)) return { url, scopes };
  }
  return null;
}

/** The role by address, of links that ask a provider for permissions. */
function roleOfPermission(url: URL, words: string, scopes: readonly string[]): LinkRole | null {
  const { hostname, search } = url;
  const place = hostname + url.pathname.slice(0, MAX_NAME_LENGTH);
  const isMusic = asksForMusic(place, scopes);
  const keeps = WHOLE_ACCOUNT.test(place) || scopes.some((scope) => KEEPS.test(scope));
  if (isMusic && (keeps || isOfLink('pre-save', words))) return 'pre-save';
  const isAsking = search.includes('client_id=') && /[?&](?:response_type|redirect_uri|scope)=/.test(search);
  return isMusic || isAsking || SIGN_IN.test(place) ? 'sign-in' : null;
}

/** A part of a path that is the name of a page. A title or a search there names none. */
const PAGE_NAME = /^[\w-]+(?:\.\w+)?$/;

/**
 * The parts of a path as words, each without its ending, and the last by itself when it names a page.
 *
 * '/legal/privacy-policy.html' → parts ['legal', 'privacy policy'], page 'privacy policy'
 */
function wordsOfPath(url: URL): { parts: string[]; page: string } {
  const written = url.pathname.slice(0, MAX_NAME_LENGTH).split('/').filter(Boolean);
  const parts = written.map((part) => spacedWords(part.replace(/\..*$/, '')));
  return { parts, page: PAGE_NAME.test(written.at(-1) ?? '') ? (parts.at(-1) ?? '') : '' };
}

/** Whether a host is called after a shop: 'shop.artist.example', 'the-store.example'. */
function isShopHost(host: string): boolean {
  const labels = host.split('.').slice(0, -1);
  return labels.some((label) => isOfLink('shop-host', label.replace(/[-_]/g, '')));
}

/** The role of a link, or null for one that leads nowhere of interest: elsewhere on the same site, or a button of the page. */
export function linkRole({ url, text, leadsElsewhere }: LinkMarks): RecognisedLink | null {
  const words = text.length <= LONGEST_NAME ? spacedWords(text) : '';
  const as = (role: LinkRole, scopes: readonly string[] = []): RecognisedLink => ({ role, scopes });
  if (url !== null) {
    const scopes = scopesOf(url);
    const asking = roleOfPermission(url, words, scopes);
    if (asking !== null) return as(asking, scopes);
  }
  const { parts, page } = url === null ? { parts: [], page: '' } : wordsOfPath(url);
  if (isOfLink('choice', words) || parts.some((part) => isOfLink('choice-address', part))) return as('choice');
  if (isOfLink('cookie-settings', words)) return as('cookie-settings');
  if (isOfLink('sign-in', words) && isOfLink('with-provider', words)) return as('sign-in');
  const address = url === null ? '' : `${spacedWords(url.hostname)} ${parts.join(' ')}`;
  if (isOfLink('pre-save', words) || isOfLink('pre-save', address)) return as('pre-save');
  const isFeedback = isOfLink('feedback', words);
  // Only what leads somewhere can be one of these: a button "Privacy" opens or closes something.
  if (url === null) return isFeedback ? as('feedback') : null;
  if (isOfLink('policy', words) || isOfLink('policy-address', page)) return as('policy');
  if (isFeedback || isOfLink('contact', words) || parts.some((part) => isOfLink('feedback-address', part)))
    return as('feedback');
  if (!leadsElsewhere) return null;
  const isShop = (isOfLink('shop', words) && !isOfLink('tickets', words)) || isShopHost(url.hostname);
  return as(isShop && !PROGRAM_STORES.test(url.hostname) ? 'shop' : 'outbound');
}

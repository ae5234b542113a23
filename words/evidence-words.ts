/** The words of one piece of evidence: what it is, its name, and more of it. Codes become words, page-made names stay. */
import type { Evidence } from '../findings/evidence.ts';
import { longDate, wordList } from './format.ts';
import { t } from './messages.ts';

const PERMISSIONS = {
  granted: 'evidenceSubject.granted',
  denied: 'evidenceSubject.denied',
  prompt: 'evidenceSubject.prompt',
} as const;

const CHOICES = {
  'none-yet': 'consent.none-yet',
  accepted: 'consent.accepted',
  refused: 'consent.refused',
  partly: 'consent.partly',
  some: 'consent.some',
  withdrawn: 'consent.withdrawn',
  unknown: 'consent.unknown',
} as const;

const READ_OUTS = {
  canvas: 'readOut.canvas',
  fonts: 'readOut.fonts',
  webgl: 'readOut.webgl',
  audio: 'readOut.audio',
  navigator: 'readOut.navigator',
  listeners: 'readOut.listeners',
} as const;

const FLASH_FORMS = {
  object: 'flash.form.object',
  embed: 'flash.form.embed',
  request: 'flash.form.request',
  swfobject: 'flash.form.swfobject',
  ruffle: 'flash.form.ruffle',
} as const;

const TEXT_FORMS = {
  plain: 'typedText.plain',
  encoded: 'typedText.encoded',
  base64: 'typedText.base64',
  md5: 'typedText.md5',
  sha1: 'typedText.sha1',
  sha256: 'typedText.sha256',
  sha512: 'typedText.sha512',
} as const;

function known<K extends string>(keys: Readonly<Record<string, K>>, code: string): K | undefined {
  return Object.hasOwn(keys, code) ? keys[code] : undefined;
}

/** The thing itself: mostly its name as seen. */
export function subjectWords({ what, subject }: Evidence): string {
  return what === 'absence' && subject === 'policy-link' ? t('evidenceSubject.policy-link') : subject;
}

/** 'a.example → b.example' → the hosts in order; [] for evidence that is no chain of redirects. */
export function chainOf({ what, subject }: Evidence): readonly string[] {
  const hosts = what === 'redirect' ? subject.split(' → ').filter((host) => host !== '') : [];
  return hosts.length > 1 ? hosts : [];
}

/** 'canvas webgl' → 'how it draws a test picture, which graphics card is used' */
function readOutWords(detail: string): string {
  const codes = detail.split(' ').filter((code) => code !== '');
  return wordList(
    codes.map((code) => {
      const key = known(READ_OUTS, code);
      return key === undefined ? code : t(key);
    }),
  );
}

/** 'until 2028-01-01' → 'until 1 January 2028' */
function cookieWords(detail: string): string {
  if (detail === 'restored') return t('evidence.restored');
  if (detail === 'session') return t('kept.endsWithBrowser');
  const day = /^until (\d{4}-\d{2}-\d{2})$/.exec(detail)?.[1];
  return day === undefined ? detail : t('evidence.until', { date: longDate(day) });
}

/** 'swfobject movie quality' → 'placed by a script, parameters: movie and quality' */
function flashWords(detail: string): string {
  const [form = '', ...parameters] = detail.split(' ').filter((word) => word !== '');
  const key = known(FLASH_FORMS, form);
  if (key === undefined) return detail;
  return parameters.length === 0 ? t(key) : `${t(key)}, ${t('flash.parameters', { names: wordList(parameters) })}`;
}

/** '/a.js /b.js /c.js' → 'paths /a.js and 2 more' */
function pathWords(detail: string): string {
  const [path = '', ...more] = detail.split(' ').filter((word) => word !== '');
  return more.length === 0 ? t('evidence.path', { path }) : t('evidence.paths', { path, count: more.length });
}

/** 'shape /g/collect v, tid, cid' → 'told by its path /g/collect and its parameters v, tid, cid' */
function disguiseWords(detail: string): string {
  const alias = /^alias (\S+)$/.exec(detail)?.[1];
  if (alias !== undefined) return t('disguise.alias', { host: alias });
  const [, path, names] = /^shape (\S+)(?: (.+))?$/.exec(detail) ?? [];
  if (path === undefined) return detail;
  if (names === undefined) return t('disguise.path', { path });
  const list = names.split(', ');
  return t('disguise.shape', { path, names: wordList(list), count: list.length });
}

/** More of it, '' when there is none. */
export function detailWords({ what, detail }: Evidence): string {
  if (detail === '') return '';
  switch (what) {
    case 'cookie':
    case 'local':
    case 'session':
      return cookieWords(detail);
    case 'read-out':
      return readOutWords(detail);
    case 'request':
    case 'upload':
    case 'pixel':
      return pathWords(detail);
    case 'flash-object':
      return flashWords(detail);
    case 'consent': {
      const key = known(CHOICES, detail);
      return key === undefined ? detail : t(key);
    }
    case 'disguise':
      return disguiseWords(detail);
    case 'geolocation': {
      const key = known(PERMISSIONS, detail);
      return key === undefined ? detail : t(key);
    }
    case 'typed-text': {
      const key = known(TEXT_FORMS, detail);
      return key === undefined ? detail : t(key);
    }
    case 'link':
      return detail.split(' ')[0] ?? '';
    default:
      return /^[a-z]+:\/\//.test(detail) ? t('evidence.sentTo', { target: detail }) : detail;
  }
}

/** The host, where the subject and the detail do not show it already. */
export function hostWords({ subject, detail, host }: Evidence): string {
  return subject.includes(host) || detail.includes(host) ? '' : host;
}

/** A permission that a link asks for, in words. */
export interface Scope {
  readonly name: string;
  /** Null where we do not know it. */
  readonly words: string | null;
  /** Whether saving music, which is what a pre-save is for, needs it; null where we do not know the permission. */
  readonly needed: boolean | null;
}

/**
 * Permissions of Spotify's Web API, by the scopes of https://developer.spotify.com/documentation/web-api/concepts/scopes.
 * Saving a track or an album needs "user-library-modify" alone.
 */
const SCOPES = {
  'user-library-modify': 'scope.words.user-library-modify',
  'user-library-read': 'scope.words.user-library-read',
  'user-follow-modify': 'scope.words.user-follow-modify',
  'user-follow-read': 'scope.words.user-follow-read',
  'user-read-email': 'scope.words.user-read-email',
  'user-read-private': 'scope.words.user-read-private',
  'user-read-birthdate': 'scope.words.user-read-birthdate',
  'user-top-read': 'scope.words.user-top-read',
  'user-read-recently-played': 'scope.words.user-read-recently-played',
  'user-read-currently-playing': 'scope.words.user-read-currently-playing',
  'user-read-playback-state': 'scope.words.user-read-playback-state',
  'user-read-playback-position': 'scope.words.user-read-playback-position',
  'user-modify-playback-state': 'scope.words.user-modify-playback-state',
  'playlist-read-private': 'scope.words.playlist-read-private',
  'playlist-read-collaborative': 'scope.words.playlist-read-collaborative',
  'playlist-modify-public': 'scope.words.playlist-modify-public',
  'playlist-modify-private': 'scope.words.playlist-modify-private',
  'ugc-image-upload': 'scope.words.ugc-image-upload',
  streaming: 'scope.words.streaming',
  'app-remote-control': 'scope.words.app-remote-control',
} as const;

/** The permissions that a link asks for: those that saving music needs first. [] for all other evidence. */
export function scopesOf({ what, detail }: Evidence): readonly Scope[] {
  if (what !== 'link') return [];
  const scopes = detail
    .split(' ')
    .slice(1)
    .filter((name) => name !== '')
    .map((name): Scope => {
      const key = known(SCOPES, name);
      return key === undefined
        ? { name, words: null, needed: null }
        : { name, words: t(key), needed: name === 'user-library-modify' };
    });
  return scopes.toSorted((a, b) => Number(b.needed === true) - Number(a.needed === true));
}

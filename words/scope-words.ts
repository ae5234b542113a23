/** The permissions that a link asks a music service or a sign-in for, in words. */
import type { Language } from './language.ts';
import type { Evidence } from '../findings/evidence.ts';

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
export function scopesOf(language: Language, evidence: Evidence): readonly Scope[] {
  if (evidence.kind !== 'link') return [];
  const scopes = evidence.scopes.map((name): Scope =>
    Object.hasOwn(SCOPES, name)
      ? { name, words: language.t(SCOPES[name as keyof typeof SCOPES]), needed: name === 'user-library-modify' }
      : { name, words: null, needed: null },
  );
  return scopes.toSorted((a, b) => Number(b.needed === true) - Number(a.needed === true));
}

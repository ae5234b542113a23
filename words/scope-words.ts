/** The permissions that a sign-in is asked for, in words. */
import type { Evidence } from '../findings/evidence.ts';
import { musicServiceAt, permissionAt } from '../recognition/music-services.ts';
import { phrase } from './data-words.ts';
import type { Language } from './language.ts';

/** A permission that a link asks for, in words. */
export interface Scope {
  readonly name: string;
  /** Null where we do not know it. */
  readonly words: string | null;
}

/** The permissions that a link asks for. [] for all other evidence, and for a music service, which `permissionRequests` is for. */
export function scopesOf(language: Language, evidence: Evidence): readonly Scope[] {
  if (evidence.kind !== 'link' || musicServiceAt(evidence.host, evidence.path, evidence.scopes) !== null) return [];
  return evidence.scopes.map((name) => {
    const known = permissionAt(null, name);
    return { name, words: known === null ? null : phrase(language, known.words) };
  });
}

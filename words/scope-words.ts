/** The permissions that a link asks a music service or a sign-in for, in words. */
import type { Evidence } from '../findings/evidence.ts';
import { musicServiceAt, permissionAt } from '../recognition/music-services.ts';
import { phrase } from './data-words.ts';
import type { Language } from './language.ts';

/** A permission that a link asks for, in words. */
export interface Scope {
  readonly name: string;
  /** Null where we do not know it. */
  readonly words: string | null;
  /** Whether saving music, which is what a pre-save is for, needs it; null where that is no question, or we do not know it. */
  readonly needed: boolean | null;
}

/** The permissions that a link asks for: those that saving music needs first. [] for all other evidence. */
export function scopesOf(language: Language, evidence: Evidence): readonly Scope[] {
  if (evidence.kind !== 'link') return [];
  const service = musicServiceAt(evidence.host, evidence.path, evidence.scopes);
  const scopes = evidence.scopes.map((name): Scope => {
    const known = permissionAt(service, name);
    return known === null
      ? { name, words: null, needed: null }
      : { name, words: phrase(language, known.words), needed: known.saves };
  });
  return scopes.toSorted((a, b) => Number(b.needed === true) - Number(a.needed === true));
}

/** What a request carried, in words. */
import type { Language } from './language.ts';
import type { CarriedGroup } from '../findings/carried-data.ts';
import type { CarriedKind, Policy } from '../schemas/policy-data.ts';
import { shortDate, wordList } from './format.ts';

/** Longest value that is shown, in UTF-16 code units. */
const MAX_SHOWN = 160;

/** 'browser-id' → 'Identifier of your browser' */
export function kindWords(language: Language, kind: CarriedKind): string {
  return language.t(`carried.kind.${kind}`);
}

/** A value that fits on a few lines: the beginning and '…'. Control characters and line breaks become spaces. */
export function clippedValue(value: string): string {
  const plain = value.replace(/\p{C}+/gu, ' ');
  return plain.length <= MAX_SHOWN ? plain : `${plain.slice(0, MAX_SHOWN)}…`;
}

/** The heading of a group: how the policy speaks of what stands in it. */
export function groupTitle(language: Language, { speaks }: CarriedGroup, policy: Policy | null): string {
  if (policy === null || speaks === 'not-compared')
    return language.t(policy === null ? 'carried.all' : 'carried.other');
  return language.t(`carried.group.${speaks}`, { date: shortDate(language, policy.captureDate) });
}

/** The heading of a sentence: for which kinds it stands. */
export function clauseTitle(language: Language, kinds: readonly CarriedKind[]): string {
  return language.t('carried.sentence', {
    kinds: wordList(
      language,
      kinds.map((kind) => kindWords(language, kind)),
    ),
  });
}

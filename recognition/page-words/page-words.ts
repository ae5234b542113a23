/** Patterns that find the words of a page, in eight languages at once. All are for what `readableWords` or `spacedWords` gives. */
import type { FieldWord, HelpingWord, PurposeWord } from '../../schemas/page-words.ts';
import { fieldPhrases, helpingPhrases, purposePhrases } from './joined-words.ts';
import { phrasePattern } from './phrases.ts';
import { spacedWords } from './spaced-words.ts';

/** A pattern for each group, made at its first use: most pages have no form at all. */
export function patternsOf<Group extends string>(
  phrases: Readonly<Record<Group, string>>,
  flags?: string,
): (group: Group) => RegExp {
  const made = new Map<Group, RegExp>();
  return (group) => {
    const pattern = made.get(group) ?? phrasePattern(phrases[group], flags);
    made.set(group, pattern);
    return pattern;
  };
}

/** What a field asks for, by its words. */
export const fieldWords: (group: FieldWord) => RegExp = /* @__PURE__ */ patternsOf(fieldPhrases);
/** What a form is for, by the words in it and near it. */
export const purposeWords: (group: PurposeWord) => RegExp = /* @__PURE__ */ patternsOf(purposePhrases);
/** What helps to tell the others apart. */
export const helpingWords: (group: HelpingWord) => RegExp = /* @__PURE__ */ patternsOf(helpingPhrases);

const everywhere = /* @__PURE__ */ patternsOf(helpingPhrases, 'gu');

/** The words of a text, with those gone that only look like one that we know: a gift card is no card to pay with. */
export function readableWords(text: string): string {
  return spacedWords(text).replace(everywhere('ignored'), ' ').replace(/ {2,}/g, ' ').trim();
}

/** Patterns that find the words of a page, in eight languages at once. All are for what `readableWords` or `spacedWords` gives. */
import type { FieldWord, HelpingWord, PurposeWord } from '../../schemas/page-words.ts';
import { fieldPatterns, helpingPatterns, purposePatterns } from './joined-patterns.ts';
import { spacedWords } from './spaced-words.ts';

/** A pattern for each group, compiled at its first use: most pages have no form at all. */
export function compiledOf<Group extends string>(
  sources: Readonly<Record<Group, string>>,
  flags = 'u',
): (group: Group) => RegExp {
  const made = new Map<Group, RegExp>();
  return (group) => {
    const pattern = made.get(group) ?? new RegExp(sources[group], flags);
    made.set(group, pattern);
    return pattern;
  };
}

/** What a field asks for, by its words. */
export const fieldWords: (group: FieldWord) => RegExp = /* @__PURE__ */ compiledOf(fieldPatterns);
/** What a form is for, by the words in it and near it. */
export const purposeWords: (group: PurposeWord) => RegExp = /* @__PURE__ */ compiledOf(purposePatterns);
/** What helps to tell the others apart. */
export const helpingWords: (group: HelpingWord) => RegExp = /* @__PURE__ */ compiledOf(helpingPatterns);

const everywhere = /* @__PURE__ */ compiledOf(helpingPatterns, 'gu');

/** The words of a text, with those gone that only look like one that we know: a gift card is no card to pay with. */
export function readableWords(text: string): string {
  return spacedWords(text).replace(everywhere('ignored'), ' ').replace(/ {2,}/g, ' ').trim();
}

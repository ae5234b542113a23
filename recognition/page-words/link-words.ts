/** Finds what a link is for, in eight languages at once, in what `spacedWords` gives. */
import { linkPatterns } from './joined-patterns.ts';
import { compiledOf } from './page-words.ts';

/** Whether words, as `spacedWords` gives them, are of a group; of settings for cookies; or say that a provider is used. */
export const isOfLink: (group: keyof typeof linkPatterns, words: string) => boolean = (group, words) =>
  linkPattern(group).test(words);

const linkPattern = compiledOf(linkPatterns);

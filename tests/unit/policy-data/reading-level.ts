/** How hard is a text to read? The Flesch-Kincaid grade: 9 is what a fourteen-year-old in a US school reads with ease. */

/** Syllables of one English word, by its groups of vowels; endings that are not spoken do not count. */
export function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  // 'phone' → 'phon', 'used' → 'us', 'makes' → 'mak'; but 'table', 'wanted' and 'prices' keep theirs.
  const spoken = letters.replace(/(?:[^laeiouycsxz]es|[^laeioutd]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

/** Flesch-Kincaid grade of an English text: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. */
export function readingGrade(text: string): number {
  const words = text.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((sentence) => /\w/.test(sentence));
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59;
}

/** The words of one language by which fields and forms are known; one file a language stands beside this one. */

/** What a field can be known for by its words. Of two that fit, the one that stands first here counts. */
export const WORDED = [
  'card-detail',
  'card-number',
  'email',
  'tel',
  'zip-code',
  'age',
  'birth-date',
  'gender',
  'country',
  'postal-address',
  'user-name',
  'search',
  'name',
] as const;

/** What a form can be known for by its words. */
export const SAID = [
  'newsletter',
  'textMessages',
  'sweepstakes',
  'job',
  'tellAFriend',
  'logIn',
  'contact',
  'payment',
] as const;

/** Words that are neither a question nor a purpose by themselves. */
export const HELPING = [
  'friend',
  'consent',
  'ofAge',
  'notAPerson',
  'ofMusic',
  'part',
  'partOfName',
  'mobile',
  'landline',
  'ignored',
] as const;

/**
 * A list of phrases, divided by commas, each in small letters without accents, a space between words.
 *
 * 'name' is that word; 'abonn*' a word that begins so; '*naam' one that ends so; '=land' a text of no other words, for a word that
 * means something else in another language.
 */
export type Phrases = string;

/**
 * `friend`: somebody else. `consent`: what one agrees to. `ofAge`: an answer that tells an age. `notAPerson`: what has a name and is
 * nobody. `ofMusic`: who or what a quiz asks about; its age and country are not the reader's. `part`: a part of a date or of a number, which says nothing without the question above it; `partOfName`: of a name.
 * `mobile`, `landline`: which telephone is asked for; a question that has words of both asks for either.
 * `ignored`: what looks like a word of the others and is none.
 */
export interface LanguageWords {
  readonly fields: Readonly<Partial<Record<(typeof WORDED)[number], Phrases>>>;
  readonly purposes: Readonly<Partial<Record<(typeof SAID)[number], Phrases>>>;
  readonly helping: Readonly<Partial<Record<(typeof HELPING)[number], Phrases>>>;
  /** Written without spaces between words: then a phrase may stand anywhere. */
  readonly spaceless?: true;
}

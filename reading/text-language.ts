/** Which language a text is written in, by the small words that every sentence needs. */

/** Two-letter codes, and words that are frequent in that language and rare in the others. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to you your we our that this with from which are have not may be by is on any will us such when',
  de: 'der die das und wir sie ihre ihrer ihren uns von mit für auf werden wird nicht ist eine einer oder zur zum durch über bei dass sind',
  fr: 'le les des du et nous vous vos nos votre notre une pour sur par dans est sont avec que qui ces cette aux au pas être ou',
  es: 'el los las y que usted su sus nuestro nuestra nuestros para por con una del se como más esta este cuando sobre puede son no',
  nl: 'het een van en wij we uw ons onze voor met op zijn niet dat die deze worden wordt door bij als ook kunnen aan te naar',
  pt: 'os das dos do da e que você nós seus suas nossos nossa para por com uma não são ao como pelo pela quando mais sobre também',
  it: 'il gli dei delle della del che e per con una nostro nostra vostri suoi sono non come nel alla anche questo dati può quando',
  da: 'og vi dig din dine vores til af med for som der det den ikke kan eller når også på efter bliver',
  sv: 'och vi dig din dina våra vår till av med för som att det den inte kan eller när också på är från',
  no: 'og vi deg din dine våre vår til av med for som det den ikke kan eller når også på etter blir hvis',
  fi: 'ja me sinun että joka voi voimme ovat sekä tai kun myös niiden sen tämä emme mukaan kanssa tietoja',
  pl: 'i w z na do się jest że nie oraz lub przez dla jak może które naszych dane są od po państwa użytkownika',
  cs: 'a v na se je že pro nebo které jsou vás vám naše podle při také může osobních údajů jako od',
  hu: 'a az és hogy nem vagy egy ezt is meg amely által valamint kell adatok az ön minden vagyunk',
  tr: 've bir bu için ile olarak veya kişisel olan biz sizin tarafından gibi daha verilerinizi',
  id: 'dan yang di untuk kami anda dengan dari ini atau tidak dalam pada akan oleh data pribadi',
};

const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const [language, words] of Object.entries(SMALL_WORDS)) {
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), language]);
  }
  return found;
})();

/** Scripts that tell a language, or at least that it is none of those above. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['hi', /[\u0900-\u097f]/g],
];

/** How much of a text is looked at, in UTF-16 units, from its beginning. */
const LOOKED_AT = 30_000;
/** Fewest small words that tell a language, and the least share of all words that they must be. */
const FEWEST = 5;
const LEAST_SHARE = 0.12;
/** A text of which a tenth is in such letters is in their language: these write several words in one letter. */
const SCRIPT_SHARE = 0.1;

/** The language of a text as its words tell: a code of two letters; null when they tell none. */
export function languageOfText(text: string): string | null {
  const start = text.slice(0, LOOKED_AT);
  const letters = start.replace(/[\s\d!-@[-`{-~]/g, '').length;
  for (const [language, script] of SCRIPTS) {
    if (letters > FEWEST && (start.match(script)?.length ?? 0) > letters * SCRIPT_SHARE) return language;
  }
  const words = start.toLowerCase().match(/[a-z\u00df-\u024f]+/g) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) {
    const languages = LANGUAGES_OF_WORD.get(word) ?? [];
    // A word of several languages tells less of each.
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] < FEWEST || best[1] < words.length * LEAST_SHARE ? null : best[0];
}

/** The language that a page declares, as a code of two letters: 'de' for "de-AT"; null where it declares none that can be read. */
export function declaredCode(declared: string): string | null {
  return /^\s*([a-z]{2})(?:[-_]|\s*$)/i.exec(declared)?.[1]?.toLowerCase() ?? null;
}

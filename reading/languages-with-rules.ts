/** Languages for which there are rules that find statements: two-letter codes. A text in another one is said not to be read. */
export const LANGUAGES_WITH_RULES: readonly string[] = ['en', 'de', 'fr', 'es', 'nl'];

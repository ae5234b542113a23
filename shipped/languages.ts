/// <reference types="vite/client" />
/** The languages of the extension, by their files. A language is one file in `locales/`; nothing else names it. */
import type { LanguageFile, Words } from '../schemas/language-file.ts';
import type { LanguageName } from '../words/fitting-language.ts';

// The query makes a module of its own, so that the names alone come with every page and the words with the one that needs them.
const names = import.meta.glob<LanguageName>('../locales/*.json', {
  query: '?language',
  import: 'language',
  eager: true,
});
const files = import.meta.glob<PackedLanguage>('../locales/*.json', { query: '?packed', import: 'default' });
const inspectorFiles = import.meta.glob<Words>('../locales/*.json', { query: '?inspector', import: 'inspector' });
/** The English sentences of the phrases of all languages: one file, whichever language has it made. */
const sentenceFiles = import.meta.glob<readonly string[]>('../locales/en.json', {
  query: '?sentences',
  import: 'sentences',
});

/** The language of the data, which has nothing to translate. */
const DATA_LANGUAGE = 'en';

/** A language's file with the translations of the phrases in the order of the English sentences (build/language-part.ts). */
type PackedLanguage = Omit<LanguageFile, 'phrases'> & { readonly phrases?: readonly string[] };

/** The file with its phrases by the English sentence. Nothing in it is read before it is asked for. */
function unpack(file: PackedLanguage, sentences: readonly string[]): LanguageFile {
  let phrases: LanguageFile['phrases'];
  const byEnglish = (): LanguageFile['phrases'] =>
    (phrases ??= Object.fromEntries(sentences.map((sentence, at) => [sentence, file.phrases?.[at] ?? sentence])));
  const members = { ...Object.getOwnPropertyDescriptors(file), phrases: { enumerable: true, get: byEnglish } };
  return Object.create(null, members) as LanguageFile;
}

/** All languages, by the order of their codes: 'de', 'en', … */
export const languages: readonly LanguageName[] = Object.values(names);

const loadSentences = async (): Promise<readonly string[]> => (await Object.values(sentenceFiles)[0]?.()) ?? [];

/** Reads the file of a language, and beside it the English sentences that it translates. @throws Error for a code that is not in `languages`. */
export async function loadLanguage(code: string): Promise<LanguageFile> {
  const path = Object.keys(names).find((key) => names[key]?.code === code);
  const load = files[(path ?? '').replace(/\?.*$/, '?packed')];
  if (load === undefined) throw new Error(`There is no language file for “${code}”.`);
  const [file, sentences] = await Promise.all([load(), code === DATA_LANGUAGE ? [] : loadSentences()]);
  return unpack(file, sentences);
}

/** The same with the words of the inspector. @throws Error for a code that is not in `languages`. */
export async function loadInspectorLanguage(code: string): Promise<LanguageFile> {
  const path = Object.keys(names).find((key) => names[key]?.code === code);
  const load = inspectorFiles[(path ?? '').replace(/\?.*$/, '?inspector')];
  const [file, words] = await Promise.all([loadLanguage(code), load?.()]);
  return { ...file, words: { ...file.words, ...words } };
}

/** The laws and the words of letters that ship. The words of a language are read when a letter is written in it. */
import lawsFile from '../policy-data/letter-laws.json' with { type: 'json' };
import { languages, loadLanguage } from './languages.ts';
import type { LetterLawsFile, LetterWordsFile } from '../schemas/letter-data.ts';

/** The laws, with the jurisdictions that have them. */
export const letterLaws = lawsFile as LetterLawsFile;

const FILES: Readonly<Record<string, () => Promise<{ readonly default: LetterWordsFile }>>> = {
  de: () => import('../policy-data/letters/de.json', { with: { type: 'json' } }),
  en: () => import('../policy-data/letters/en.json', { with: { type: 'json' } }),
  es: () => import('../policy-data/letters/es.json', { with: { type: 'json' } }),
  fr: () => import('../policy-data/letters/fr.json', { with: { type: 'json' } }),
  it: () => import('../policy-data/letters/it.json', { with: { type: 'json' } }),
  ja: () => import('../policy-data/letters/ja.json', { with: { type: 'json' } }),
  nl: () => import('../policy-data/letters/nl.json', { with: { type: 'json' } }),
  'pt-br': () => import('../policy-data/letters/pt-br.json', { with: { type: 'json' } }),
  sv: () => import('../policy-data/letters/sv.json', { with: { type: 'json' } }),
};

/** What practices are called in a language of the pages, by id. English is that of the data, and names none here. */
async function practiceNames(code: string): Promise<Readonly<Record<string, string>>> {
  const { practices = {} } = await loadLanguage(code);
  return Object.fromEntries(
    Object.entries(practices).flatMap(([id, { name }]) => (name === undefined ? [] : [[id, name]])),
  );
}

/**
 * The words of letters in a language.
 * @throws Error where no letter is written in it
 */
export async function letterWords(language: string): Promise<LetterWordsFile> {
  const file = FILES[language];
  if (file === undefined) throw new Error(`No letter is written in ${language}.`);
  const words = (await file()).default;
  const ofPages = languages.find(({ code }) => code.toLowerCase() === language);
  return words.practices !== undefined || ofPages === undefined
    ? words
    : { ...words, practices: await practiceNames(ofPages.code) };
}

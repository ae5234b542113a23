/**
 * Makes modules of a language. `locales/de.json` is the whole of it: the project's file with the translations that each organisation has of its
 * own data, so that a page loads one file. `locales/de.json?packed` is the same with the translations of `phrases` as a list, in the order of
 * `locales/de.json?sentences`, which is that of every language: the English sentences, which make half of the phrases, ship once so.
 * `locales/de.json?inspector` holds the words of the inspector and of what it saves, which the packed one leaves out: the popup does without.
 * `locales/de.json?badge` holds `badge` alone, and `locales/de.json?history` what the organisations' other
 * versions of their policies say, by organisation: the whole leaves that out.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { moduleOf } from './data-module.ts';
import { languageFileNames, readJson, readLanguage } from '../checks/language-files.ts';
import type { LanguageFile, Words } from '../schemas/language-file.ts';

const FILE = /^([^?]*\.json)(?:\?(language|badge|history|inspector|packed|sentences))?$/;

/** Words that the inspector and what it saves need, and no other page. */
const INSPECTOR_WORDS = [
  'report',
  'condition',
  'inspector',
  'recording',
  'recordingRoom',
  'several',
  'picture',
  'compare',
  'policyText',
  'contacts',
  'storedValue',
  'policyMap',
  'stamp',
  'table',
  'column',
  'cell',
  'letter',
];

/** Those words, or all others. */
function inspectorWords({ words }: LanguageFile, areThose: boolean): Words {
  return Object.fromEntries(Object.entries(words).filter(([name]) => INSPECTOR_WORDS.includes(name) === areThose));
}

/** The English sentences that languages translate, and the files that were read. */
function sentencesIn(root: string): { sentences: readonly string[]; files: string[] } {
  const files = languageFileNames(root).map((name) => join(root, 'locales', name));
  const all = files.flatMap((file) => Object.keys((readJson(file) as LanguageFile).phrases ?? {}));
  return { sentences: [...new Set(all)].sort(), files };
}

/** What a language says for each of the sentences; absent where it translates none. @throws Error where it lacks one: the list would be of others. */
function packPhrases({ language, phrases }: LanguageFile, sentences: readonly string[]): readonly string[] | undefined {
  if (phrases === undefined) return undefined;
  return sentences.map((sentence) => {
    const translated = phrases[sentence];
    if (translated === undefined) throw new Error(`${language.code} has no words for “${sentence}”.`);
    return translated;
  });
}

/** A Vite plugin for the languages in `root`. A bundler cuts no module in two by itself. */
export function languageParts(root: string): Plugin {
  const folder = resolve(join(root, 'locales'));
  return {
    name: 'liner-notes:language-parts',
    enforce: 'pre',
    load(id) {
      const [, file, part] = FILE.exec(id) ?? [];
      if (file === undefined || resolve(dirname(file)) !== folder) return null;
      if (part === 'language' || part === 'badge') {
        const whole = readJson(file) as Record<string, unknown>;
        return { code: `export const ${part} = ${JSON.stringify(whole[part])};`, map: null, moduleType: 'js' };
      }
      const english = sentencesIn(root);
      if (part === 'packed' || part === 'sentences') for (const read of english.files) this.addWatchFile(read);
      if (part === 'sentences') {
        const text = JSON.stringify(JSON.stringify(english.sentences));
        return { code: `export const sentences = JSON.parse(${text});`, map: null, moduleType: 'js' };
      }
      const { language, histories, files } = readLanguage(root, basename(file));
      for (const read of files) this.addWatchFile(read);
      if (part === 'packed') {
        const phrases = packPhrases(language, english.sentences);
        return {
          code: moduleOf(
            { ...language, words: inspectorWords(language, false), ...(phrases === undefined ? {} : { phrases }) },
            true,
          ),
          map: null,
          moduleType: 'js',
        };
      }
      if (part === 'inspector') {
        const code = `export const inspector = ${JSON.stringify(inspectorWords(language, true))};`;
        return { code, map: null, moduleType: 'js' };
      }
      if (part === undefined) return { code: JSON.stringify(language), map: null };
      return { code: `export const history = ${JSON.stringify(histories)};`, map: null, moduleType: 'js' };
    },
  };
}

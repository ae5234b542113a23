/**
 * Makes modules of a language. `locales/de.json` is the whole of it: the project's file with the translations that each organisation has of its
 * own data, so that a page loads one file. `locales/de.json?badge` holds `badge` alone, and `locales/de.json?history` what the organisations' other
 * versions of their policies say, by organisation: the whole leaves that out.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readJson, readLanguage } from '../checks/language-files.ts';

const FILE = /^([^?]*\.json)(?:\?(language|badge|history))?$/;

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
      const { language, histories, files } = readLanguage(root, basename(file));
      for (const read of files) this.addWatchFile(read);
      if (part === undefined) return { code: JSON.stringify(language), map: null };
      return { code: `export const history = ${JSON.stringify(histories)};`, map: null, moduleType: 'js' };
    },
  };
}

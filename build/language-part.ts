/** Lets a page import one member of a language's file without the rest: `locales/de.json?badge` holds `badge` alone. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const PART = /^(.*\/locales\/[^/]+\.json)\?(language|badge)$/;

/** A Vite plugin: a module of one member for each query that names it. A bundler cuts no module in two by itself. */
export function languageParts(): Plugin {
  return {
    name: 'liner-notes:language-parts',
    enforce: 'pre',
    load(id) {
      const [, file, part] = PART.exec(id) ?? [];
      if (file === undefined || part === undefined) return null;
      const whole = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      return { code: `export const ${part} = ${JSON.stringify(whole[part])};`, map: null, moduleType: 'js' };
    },
  };
}

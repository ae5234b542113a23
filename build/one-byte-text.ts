/**
 * Writes the few letters of a script that are outside of Latin-1 as escapes. V8 and SpiderMonkey keep a text with one of them in two bytes a
 * letter, all of it: the source of a script, and the strings in it, for as long as it lives.
 */
import type { Plugin } from 'vite';

const OUTSIDE = /[^\u0000-\u00ff]/g;
/** A script with more of them than one in so many letters is in another writing (Japanese), and stays as it is. */
const FEW = 50;

/** The same script with escapes. They may stand wherever such letters stand: in strings, templates and regular expressions. */
export function inOneByte(code: string): string {
  const outside = code.match(OUTSIDE)?.length ?? 0;
  if (outside === 0 || outside * FEW > code.length) return code;
  return code.replace(OUTSIDE, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A Vite plugin: all scripts of the build. */
export function oneByteText(): Plugin {
  return {
    name: 'liner-notes:one-byte-text',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = inOneByte(file.code);
    },
  };
}

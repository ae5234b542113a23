/**
 * Has the polyfill of the browser's own functions taken in as a module of today. As the CommonJS module that it is published as, a bundler
 * copies each of its members once: in Chromium those are the browser's functions, each of which is made when it is first looked at. All of
 * them were made so before the popup's first line ran, and a file of helpers was fetched for the copying.
 */
import type { Plugin } from 'vite';

const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill(?:\.min)?\.js$/;

/** The code of a CommonJS module as one that exports what it gives, as it is. */
export function asModule(code: string): string {
  return [
    'const module = { exports: {} };',
    'const { exports } = module;',
    code,
    'export default module.exports;',
    '',
  ].join('\n');
}

/** A Vite plugin: the polyfill alone. */
export function browserApi(): Plugin {
  return {
    name: 'liner-notes:browser-api',
    enforce: 'pre',
    transform(code, id) {
      return POLYFILL.test(id) ? { code: asModule(code), map: null } : null;
    },
  };
}

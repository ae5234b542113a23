/** The polyfill of the browser's functions as the build takes it in: whoever imports it has the browser's own object, and no copy. */
import { expect, test, vi } from 'vitest';
import { asModule } from '../../../build/browser-api.ts';

/** The frame that the polyfill is published in, around what it gives. */
const PUBLISHED = `(function (global, factory) {
  if (typeof define === "function" && define.amd) define("webextension-polyfill", ["module"], factory);
  else if (typeof exports !== "undefined") factory(module);
  else { var mod = { exports: {} }; factory(mod); global.browser = mod.exports; }
})(globalThis, function (module) { module.exports = globalThis.browserForTest; });`;

test('the module gives the object itself, and looks at none of its members', async () => {
  const looked = vi.fn();
  const own = Object.defineProperty({}, 'windows', { get: looked, enumerable: true });
  vi.stubGlobal('browserForTest', own);
  const code = encodeURIComponent(asModule(PUBLISHED));
  const taken = (await import(/* @vite-ignore */ `data:text/javascript,${code}`)) as { readonly default: unknown };
  expect(taken.default).toBe(own);
  expect(looked).not.toHaveBeenCalled();
});

/**
 * Starts the scripts in the page's own world without WXT's wrapper: half a kilobyte, in every document, that would only log a crash.
 * And gives them a name of their own in stacks: in Firefox a page could read the extension's address there, which is another in each
 * installation and the same on every site.
 */
import type { Plugin } from 'vite';
import { OURS } from '../observers/page-world/our-name.ts';

const WRAPPER = /^\0virtual:wxt-content-script-main-world-entrypoint\?(.+)$/;

/** A Vite plugin: puts two lines in the place of WXT's wrapper, and the name behind the built code. */
export function barePageWorld(): Plugin {
  return {
    name: 'liner-notes:bare-page-world',
    enforce: 'pre',
    load(id) {
      const file = WRAPPER.exec(id)?.[1];
      return file === undefined ? undefined : `import script from ${JSON.stringify(file)};\nscript.main();`;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || !file.moduleIds.some((id) => WRAPPER.test(id))) continue;
          file.code = `${file.code.trimEnd()}\n//# sourceURL=${OURS}\n`;
        }
      },
    },
  };
}

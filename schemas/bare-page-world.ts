/** Starts the script in the page's own world without WXT's wrapper: half a kilobyte, in every document, that would only log a crash. */
import type { Plugin } from 'vite';

const WRAPPER = /^\0virtual:wxt-content-script-main-world-entrypoint\?(.+)$/;

/** A Vite plugin: puts two lines in the place of WXT's wrapper. */
export function barePageWorld(): Plugin {
  return {
    name: 'liner-notes:bare-page-world',
    enforce: 'pre',
    load(id) {
      const file = WRAPPER.exec(id)?.[1];
      return file === undefined ? undefined : `import script from ${JSON.stringify(file)};\nscript.main();`;
    },
  };
}

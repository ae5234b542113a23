/** Has the browser fetch the popup's code while its first script asks for the tab and the settings, and puts the styles of its first screen into its page. */
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What shows the popup's first words: a script that waits for no module, behind the place that it writes into. */
const FIRST_WORDS = '/popup-host.js';
/** The module that the popup's first script imports when it has asked its questions. */
const LATER = '/entrypoints/popup/open-popup.ts';

/**
 * A Vite plugin: names that module and what it needs in the popup's page, as Vite does for static imports. Its styles stand in the page itself: each
 * file would cost a journey. A link that is disabled fetches nothing, and tells Vite's own loader of styles that they are there.
 */
export function preloadPopup(): Plugin {
  return {
    name: 'liner-notes:preload-popup',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        if (bundle === undefined || !path.includes('popup')) return undefined;
        const files = Object.values(bundle);
        const chunks = files.filter((file) => file.type === 'chunk');
        const later = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(LATER)));
        if (later === undefined) throw new Error(`The build has no chunk with ${LATER} to preload.`);
        const imported = chunks.filter(({ fileName }) => later.imports.includes(fileName));
        // In the order in which Vite would append them: what others use first.
        const styles = new Set([...imported, later].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
        const css = [...styles].map((name) => {
          const file = files.find(({ fileName }) => fileName === name);
          if (file?.type !== 'asset') throw new Error(`The build has no styles ${name}.`);
          return String(file.source);
        });
        // A script of the page is there with all it imports in the turn after the first script's; for an import it would have to wait for several turns.
        const script: HtmlTagDescriptor = {
          tag: 'script',
          attrs: { type: 'module', crossorigin: true, src: `/${later.fileName}` },
          injectTo: 'head',
        };
        const links = [...styles].map((file) => ({ rel: 'stylesheet', disabled: true, href: `/${file}` }));
        const scripts = imported.map(({ fileName }) => ({ rel: 'modulepreload', href: `/${fileName}` }));
        return [
          // Asked for before the modules, each of which takes the page a millisecond or more to ask for.
          { tag: 'link', attrs: { rel: 'preload', as: 'script', href: FIRST_WORDS }, injectTo: 'head-prepend' },
          { tag: 'script', attrs: { src: FIRST_WORDS }, injectTo: 'body' },
          script,
          { tag: 'style', children: css.join(''), injectTo: 'head' },
          ...[...scripts, ...links]
            .filter(({ href }) => !html.includes(href))
            .map((attrs): HtmlTagDescriptor => ({
              tag: 'link',
              attrs: { ...attrs, crossorigin: true },
              injectTo: 'head',
            })),
        ];
      },
    },
  };
}

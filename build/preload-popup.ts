/** Has the browser fetch the popup's code while its first script asks for the tab and the settings. */
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The module that the popup's first script imports when it has asked its questions. */
const LATER = '/entrypoints/popup/open-popup.ts';

function preload(file: string, attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: true, href: `/${file}` }, injectTo: 'head' };
}

/** A Vite plugin: names that module and what it needs in the popup's page, as Vite does for static imports. */
export function preloadPopup(): Plugin {
  return {
    name: 'liner-notes:preload-popup',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        if (bundle === undefined || !path.includes('popup')) return undefined;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const later = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(LATER)));
        if (later === undefined) throw new Error(`The build has no chunk with ${LATER} to preload.`);
        const needed = [later, ...chunks.filter(({ fileName }) => later.imports.includes(fileName))];
        const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [
          ...styles.map((file) => preload(file, { rel: 'preload', as: 'style' })),
          ...needed.map(({ fileName }) => preload(fileName, { rel: 'modulepreload' })),
        ].filter(({ attrs }) => !html.includes(String(attrs?.href)));
      },
    },
  };
}

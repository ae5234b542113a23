/** Has the browser fetch the popup's code while its first script asks for the tab and the settings, and puts the styles of its first screen into its page. */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import type { WordFiles } from '../entrypoints/popup/fetch-words.ts';
import { DEFAULT_LANGUAGE } from '../words/fitting-language.ts';

/** What shows the popup's first words: a script that waits for no module, behind the place that it writes into. */
const FIRST_WORDS = '/popup-host.js';
/** The module that the popup's first script imports when it has asked its questions. */
const LATER = '/entrypoints/popup/open-popup.ts';

/** The words of a language, and the English sentences that those of any other stand for (`language-part.ts`). */
const WORDS = /\/locales\/([\w-]+)\.json\?packed$/;
const SENTENCES = /\/locales\/[\w-]+\.json\?sentences$/;

/** The files that `shipped/languages.ts` loads for each language. @throws Error where there are none: the popup would fetch nothing early. */
function wordFiles(chunks: readonly Rolldown.OutputChunk[]): WordFiles {
  const filesOf = (is: RegExp): [name: string, file: string][] =>
    chunks.flatMap(({ moduleIds, fileName }) =>
      moduleIds.flatMap((id) => {
        const found = is.exec(id);
        return found === null ? [] : [[found[1] ?? '', `/${fileName}`] as [string, string]];
      }),
    );
  const sentences = filesOf(SENTENCES).map(([, file]) => file);
  const words = filesOf(WORDS).sort(([one], [other]) => (one < other ? -1 : 1));
  if (words.length === 0) throw new Error('The build has no words to preload.');
  return Object.fromEntries(
    words.map(([code, file]) => [code, code === DEFAULT_LANGUAGE ? [file] : [file, ...sentences]]),
  );
}

/** Puts what `fetch-words.ts` reads into the page. @throws Error where the page has no plain body. */
function withWordFiles(html: string, files: WordFiles): string {
  if (!html.includes('<body>')) throw new Error('The popup’s page has no <body> to name the words in.');
  return html.replace('<body>', () => `<body data-words="${JSON.stringify(files).replaceAll('"', '&quot;')}">`);
}

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
        const tags: HtmlTagDescriptor[] = [
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
        return { html: withWordFiles(html, wordFiles(chunks)), tags };
      },
    },
  };
}

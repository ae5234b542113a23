/** Which files the popup's code is cut into: few for the first screen, since each costs the page a millisecond to ask for, and one for each view. */
import type { Plugin, Rolldown } from 'vite';

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** What the popup's first script is, and what that one loads and draws; by the ends of their paths. */
const FIRST = '/entrypoints/popup/main.ts';
const DRAWS = '/entrypoints/popup/open-popup.ts';
const OTHER_PAGES = ['/entrypoints/options/main.ts', '/entrypoints/welcome/main.ts'];
const BACKGROUND = '/entrypoints/background.ts';

/** The modules that lead to a module, by ways of any length; it is one of them itself. */
function leadingTo(id: string, context: Context): Set<string> {
  const leading = new Set([id]);
  for (const one of leading) for (const importer of context.getModuleInfo(one)?.importers ?? []) leading.add(importer);
  return leading;
}

/**
 * Names the chunk of a module that the popup's first screen draws with: `background-shares` for what the background runs too, `pages` for what
 * the other pages show too. Null leaves a module where the bundler puts it: what the popup's first script needs, what the first screen
 * has to itself, and each view.
 */
function popupChunk(id: string, context: Context): string | null {
  const leading = [...leadingTo(id, context)];
  const isIn = (page: string): boolean => leading.some((one) => one.endsWith(page));
  if (isIn(FIRST) || !isIn(DRAWS)) return null;
  if (isIn(BACKGROUND)) return 'background-shares';
  return OTHER_PAGES.some(isIn) ? 'pages' : null;
}

/** A Vite plugin: cuts the code so. All browsers that we run in fetch the preloaded modules by themselves, so none needs the script that does it for them. */
export function popupChunks(): Plugin {
  return {
    name: 'liner-notes:popup-chunks',
    config: () => ({ build: { modulePreload: { polyfill: false } } }),
    outputOptions: (options) => ({
      ...options,
      codeSplitting: { groups: [{ name: popupChunk }], includeDependenciesRecursively: false },
    }),
  };
}

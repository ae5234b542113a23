/** Which files the popup's code is cut into: few for the first screen, since each costs the page a millisecond to ask for, and one for each view. */
import type { Plugin, Rolldown } from 'vite';

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** The popup's page, which begins with its first script, and what that one loads and draws; by the ends of their paths. */
const FIRST = '/entrypoints/popup/index.html';
const DRAWS = '/entrypoints/popup/open-popup.ts';
const WORKER = '/entrypoints/background.ts';
const OTHER_PAGES = [
  '/entrypoints/options/main.ts',
  '/entrypoints/welcome/main.ts',
  '/entrypoints/versions/main.ts',
  '/entrypoints/policy/main.ts',
  '/entrypoints/inspector/main.ts',
];

/** A component of a view, which is loaded when it is needed. */
const VIEW = /\/components\/popup\/views\/\w+\.svelte$/;

function isLoadedLater(id: string, context: Context): boolean {
  return (context.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0;
}

/** Whether a module is where a page, the worker or something that is loaded later begins. */
function isBegin(id: string, context: Context): boolean {
  return context.getModuleInfo(id)?.importers.length === 0 || isLoadedLater(id, context);
}

/** The modules that lead to a module, by ways of any length; it is one of them itself. */
function leadingTo(id: string, context: Context): Set<string> {
  const leading = new Set([id]);
  for (const one of leading) for (const importer of context.getModuleInfo(one)?.importers ?? []) leading.add(importer);
  return leading;
}

/**
 * Names the chunk of a module: `first` for what the popup's page begins with and others need too, `common` for what the first screen and the
 * worker need, `pages` for what the popup's first screen draws with and a deeper view or another page too, `views` for what several of the
 * deeper views need and the first screen does not. Null leaves a module where the bundler puts it: what the popup's first script and its first
 * screen have to themselves, and each view.
 */
function popupChunk(id: string, context: Context): string | null {
  const leading = [...leadingTo(id, context)];
  const isIn = (page: string): boolean => leading.some((one) => one.endsWith(page));
  // A page or view that took a module from the popup's own first script would run that script.
  if (isIn(FIRST)) return leading.filter((one) => isBegin(one, context)).length > 1 ? 'first' : null;
  if (isIn(WORKER)) return isIn(DRAWS) ? 'common' : null;
  const views = leading.filter((one) => VIEW.test(one) && isLoadedLater(one, context));
  if (isIn(DRAWS)) return views.length > 0 || OTHER_PAGES.some(isIn) ? 'pages' : null;
  return views.length > 1 ? 'views' : null;
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

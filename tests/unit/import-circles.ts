/** Which files import one another in a circle? */
import { importsOf } from './read-sources.ts';

/** Files, each with the files of the project that it imports; a type counts as much as a value. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The graph of these files. What they import from elsewhere is left out. */
export function importGraph(files: readonly string[]): ImportGraph {
  // Imports are given without their ending, `.svelte.ts` included.
  const byBareName = new Map(files.map((path) => [path.replace(/\.(ts|svelte)$/, ''), path]));
  return new Map(
    files.map((path) => [
      path,
      importsOf(path)
        .filter(({ own }) => own)
        .flatMap(({ to }) => byBareName.get(to) ?? []),
    ]),
  );
}

/**
 * Each circle once, as the sorted list of its files: files of which each leads to all the others (Tarjan's strongly connected
 * components, https://doi.org/10.1137/0201010).
 */
export function importCircles(graph: ImportGraph): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const indexes = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const index = indexes.size;
    indexes.set(file, index);
    lowest.set(file, index);
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!indexes.has(next)) walk(next);
      // What has left the path belongs to a component that is complete.
      if (path.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? index, lowest.get(next) ?? index));
    }
    if (lowest.get(file) !== index) return;
    const members = path.splice(path.indexOf(file));
    const importsItself = graph.get(file)?.includes(file) === true;
    if (members.length > 1 || importsItself) circles.push(members.sort());
  };
  for (const file of graph.keys()) if (!indexes.has(file)) walk(file);
  return circles;
}

/** No file of the project needs itself: the second half of the promise that facts travel one way (architecture.test.ts). */
import { describe, expect, it } from 'vitest';
import stagesFile from '../../checks/stages.json' with { type: 'json' };
import { importCircles, importGraph } from './import-circles.ts';
import { filesIn } from './read-sources.ts';

const { stages, mayImport } = stagesFile;

describe('circles', () => {
  /** All code of the project but its tests: what is shipped, and what makes and checks it. */
  const files = [...stages.map(({ folder }) => folder), ...Object.keys(mayImport)].flatMap((folder) =>
    filesIn(folder, '.ts', '.svelte', '.mjs'),
  );

  it('there are none: no file imports itself by way of others, types counted', () => {
    expect(importCircles(importGraph(files))).toEqual([]);
  });

  it('would be found: by a type, over a component, in a longer chain', () => {
    const graph = new Map([
      ['a.ts', ['b.ts', 'd.ts']],
      ['b.ts', ['c.svelte']],
      ['c.svelte', ['a.ts']],
      ['d.ts', ['e.ts']],
      ['e.ts', []],
    ]);
    expect(importCircles(graph)).toEqual([['a.ts', 'b.ts', 'c.svelte']]);
    expect(importCircles(new Map([...graph, ['c.svelte', ['d.ts']]]))).toEqual([]);
  });

  it('has a graph to look at, with the types and the components in it', () => {
    const graph = importGraph(files);
    expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
    // A type alone, and a component from a component.
    expect(graph.get('findings/report.ts')).toContain('findings/finding.ts');
    expect(graph.get('components/popup/App.svelte')?.some((path) => path.endsWith('.svelte'))).toBe(true);
  });
});

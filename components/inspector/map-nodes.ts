/** What is drawn of the map: its columns with their nodes, of a long one the first and those that light up. */
import type { Lit, PolicyMap } from '../../capture/policy-map.ts';
import type { Language } from '../../words/language.ts';
import { nodeName, pathWords } from '../../words/map-words.ts';
import { textTitle } from '../../words/text-title.ts';

/** The columns of the map, from one end to the other. */
export const MAP_COLUMNS = ['companies', 'practices', 'sentences'] as const;

/** The name of a column. */
export type MapColumnName = (typeof MAP_COLUMNS)[number];

/** A node as it is drawn. */
export interface DrawnNode {
  readonly id: string;
  readonly words: string;
  /** The language of a quote; absent for words of ours. */
  readonly lang?: string;
  /** What the text says of what leads here; '' for what is no end. */
  readonly note: string;
  /** There is no sentence. */
  readonly silent: 'not-found' | 'cannot-tell' | null;
  /** How many things lead through it: of those that are lit, where a node is chosen. */
  readonly count: number;
  /** `plain`: none is chosen. `back`: another is, which it is not connected to. */
  readonly state: 'plain' | 'chosen' | 'lit' | 'back';
  /** What it is connected to, in a sentence. */
  readonly beside: string;
}

/** A column as it is drawn. */
export interface DrawnColumn {
  readonly name: MapColumnName;
  /** Of the sentences one a text, under its name. */
  readonly groups: readonly { readonly heading: string | null; readonly nodes: readonly DrawnNode[] }[];
  /** How many of its nodes are not drawn. */
  readonly hidden: number;
}

/** So many nodes of a column are drawn unasked. */
const DRAWN = 12;

/** How the map stands. */
export interface MapState {
  /** What is connected to anything. */
  readonly all: Lit;
  /** What is connected to `chosen`; all of it where that is null. */
  readonly lit: Lit;
  /** Id of a node. */
  readonly chosen: string | null;
  /** Columns of which somebody asked to see all. */
  readonly open: readonly MapColumnName[];
  /** What each node is connected to, in a sentence, by its id. */
  readonly beside: ReadonlyMap<string, string>;
}

/** The columns. */
export function drawnColumns(
  language: Language,
  { companies, practices, texts }: PolicyMap,
  { all, lit, chosen, open, beside }: MapState,
): readonly DrawnColumn[] {
  const notes = new Map<string, Set<string>>();
  for (const path of lit.paths)
    if (path.speaks !== null) notes.set(path.end, (notes.get(path.end) ?? new Set()).add(pathWords(language, path)));
  const node = (id: string, words: string, over: Partial<Pick<DrawnNode, 'lang' | 'silent'>> = {}): DrawnNode => {
    const state = chosen === null ? 'plain' : id === chosen ? 'chosen' : lit.nodes.has(id) ? 'lit' : 'back';
    return {
      ...{ id, words, silent: null, state, note: [...(notes.get(id) ?? [])].join(' · ') },
      ...{ count: lit.nodes.get(id) ?? all.nodes.get(id) ?? 0, beside: beside.get(id) ?? '' },
      ...over,
    };
  };
  const columns: Readonly<Record<MapColumnName, readonly { heading: string | null; nodes: readonly DrawnNode[] }[]>> = {
    companies: [{ heading: null, nodes: companies.map((one) => node(one.id, nodeName(language, one))) }],
    practices: [{ heading: null, nodes: practices.map((one) => node(one.id, nodeName(language, one))) }],
    sentences: texts.map(({ owner, policy, ends }) => ({
      heading: textTitle(language, { owner, policy }),
      nodes: ends.map((end) =>
        node(
          end.id,
          nodeName(language, end),
          end.clause === null
            ? { silent: end.label === 'not-found' ? 'not-found' : 'cannot-tell' }
            : { lang: policy.language },
        ),
      ),
    })),
  };
  return MAP_COLUMNS.map((name): DrawnColumn => {
    const groups = columns[name];
    const count = groups.reduce((sum, { nodes }) => sum + nodes.length, 0);
    // What lights up is seen, however far down it stands.
    const drawn = groups.map(({ heading, nodes }) => ({
      heading,
      nodes: nodes.filter(
        ({ state }, at) => at < DRAWN || open.includes(name) || state === 'lit' || state === 'chosen',
      ),
    }));
    const shown = drawn.reduce((sum, { nodes }) => sum + nodes.length, 0);
    return { name, groups: drawn, hidden: count - shown };
  });
}

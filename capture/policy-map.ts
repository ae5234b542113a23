/**
 * Who does what, and which sentence speaks of it: company ↔ practice ↔ sentence, followed from either end.
 *
 * It is made of paths, not of links: that a company shows a practice, and a sentence speaks of that practice, does not mean that the
 * sentence speaks of what the company does. It may name another one, or stand in the text of another page. Pure.
 */
import type { Finding, Label, MatchedClause } from '../findings/finding.ts';
import type { Clause, Practice } from '../schemas/policy-data.ts';
import type { PolicyText } from './policy-text.ts';
import type { CaptureStudy, StudiedPage } from './study-capture.ts';

/** A company; `name` is null for what the page does without another one behind it that anybody could tell. */
export interface MapCompany {
  readonly id: string;
  readonly name: string | null;
}

/** A practice that was seen. */
export interface MapPractice {
  readonly id: string;
  readonly practice: Practice;
}

/** Where a path ends: a sentence of a text, or, with `clause` null, that the text has none (`label`). */
export type MapEnd = { readonly id: string } & (
  { readonly clause: Clause; readonly label: null } | { readonly clause: null; readonly label: Label }
);

/** A text, with the ends that paths have in it: no sentence first, then the sentences in their order. */
export interface MapText extends Pick<PolicyText, 'key' | 'owner' | 'policy'> {
  readonly ends: readonly MapEnd[];
}

/** Things that were seen, from the one behind them to what a text says of them. */
export interface MapPath {
  /** Ids of the three. */
  readonly company: string;
  readonly practice: string;
  readonly end: string;
  /** What the text says of just these things, all its sentences taken together. */
  readonly label: Label;
  readonly otherwise: boolean;
  /** The site has a policy of its own: the sentence is no promise of this site. */
  readonly background: boolean;
  /** How the sentence speaks of them; null where there is none. */
  readonly speaks: MatchedClause['speaks'] | null;
  /** Ids of the things: each is one row of the table of evidence, and has the same id on every path. */
  readonly things: readonly string[];
}

/** The map of a capture. */
export interface PolicyMap {
  /** Those with most things first; the page itself last. */
  readonly companies: readonly MapCompany[];
  /** In the order of the findings. */
  readonly practices: readonly MapPractice[];
  readonly texts: readonly MapText[];
  readonly paths: readonly MapPath[];
}

/** The findings of a page in the light of one text. */
interface Judged extends Pick<PolicyText, 'key' | 'owner' | 'policy'> {
  readonly findings: readonly Finding[];
}

/** The texts of a page: the archived one, and that which the person read. */
function textsOf({ report, second }: StudiedPage): readonly Judged[] {
  const { id, name, policy } = report.organisation;
  return [
    { key: id, owner: name, policy, findings: report.findings },
    ...(second === null ? [] : [{ key: second.copy, owner: null, policy: second.policy, findings: second.findings }]),
  ];
}

/** A path with what its nodes are made of. */
interface Step {
  readonly text: Judged;
  readonly company: MapCompany;
  readonly practice: MapPractice;
  readonly end: MapEnd;
  readonly path: Omit<MapPath, 'things'>;
  readonly thing: string;
}

/** All steps of a page: each thing, by each of those behind it, to each sentence that speaks of it. */
function stepsOf(studied: StudiedPage): readonly Step[] {
  return textsOf(studied).flatMap((text) =>
    text.findings.flatMap((finding) => {
      const { practice: of, background, evidence, answers } = finding;
      const practice = { id: `practice:${of.id}`, practice: of };
      const numbers = new Map(evidence.map((one, number) => [one, number]));
      return answers.flatMap(({ evidence: one, company: match, label, otherwise, clauses }): Step[] => {
        const name = match?.owner ?? null;
        const company = { id: name === null ? 'page' : `company:${name}`, name };
        const thing = `${String(studied.page.no)} ${of.id} ${String(numbers.get(one))}`;
        const step = (end: MapEnd, speaks: MapPath['speaks']): Step => {
          const ids = { company: company.id, practice: practice.id, end: end.id };
          return {
            ...{ text, company, practice, end, thing },
            path: { ...ids, label, otherwise, background, speaks },
          };
        };
        return clauses.length === 0
          ? [step({ id: `${label}:${text.key}`, clause: null, label }, null)]
          : clauses.map(({ clause, speaks }) =>
              step({ id: `sentence:${clause.id}:${text.key}`, clause, label: null }, speaks),
            );
      });
    }),
  );
}

/** Each once, in the order of first coming. */
function once<T extends { readonly id: string }>(nodes: readonly T[]): readonly T[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

function pathsOf(steps: readonly Step[]): readonly MapPath[] {
  return [...Map.groupBy(steps, ({ path }) => JSON.stringify(path)).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ ...first.path, things: [...new Set(alike.map(({ thing }) => thing))] }];
  });
}

/** No sentence before the first one. */
const placeOf = ({ clause }: MapEnd): number => clause?.start ?? -1;

/** The map. */
export function policyMap({ pages }: CaptureStudy): PolicyMap {
  const steps = pages.flatMap(stepsOf);
  const paths = pathsOf(steps);
  const counts = litBy(paths, null).nodes;
  const count = ({ id }: MapCompany): number => counts.get(id) ?? 0;
  return {
    companies: once(steps.map(({ company }) => company)).toSorted(
      (a, b) => Number(a.name === null) - Number(b.name === null) || count(b) - count(a),
    ),
    practices: once(steps.map(({ practice }) => practice)),
    texts: [...Map.groupBy(steps, ({ text }) => text.key).values()].flatMap((some): MapText[] => {
      const [first] = some;
      if (first === undefined) return [];
      const { key, owner, policy } = first.text;
      return [
        { key, owner, policy, ends: once(some.map(({ end }) => end)).toSorted((a, b) => placeOf(a) - placeOf(b)) },
      ];
    }),
    paths,
  };
}

/** A line between two nodes: the paths that run along it. */
export interface MapLink {
  readonly from: string;
  readonly to: string;
  /** The most that is said on any of the paths; null where the line leads to a practice, or to no sentence. */
  readonly speaks: MapPath['speaks'];
}

/** What lights up. */
export interface Lit {
  readonly paths: readonly MapPath[];
  /** How many things lead through each node that is lit. */
  readonly nodes: ReadonlyMap<string, number>;
  readonly links: readonly MapLink[];
}

const MOST: readonly MapPath['speaks'][] = ['otherwise', 'names', 'general', 'unclear', null];

function linksOf(paths: readonly MapPath[]): readonly MapLink[] {
  const links = new Map<string, MapLink>();
  const add = (link: MapLink): void => {
    const key = JSON.stringify([link.from, link.to]);
    const before = links.get(key);
    if (before === undefined || MOST.indexOf(link.speaks) < MOST.indexOf(before.speaks)) links.set(key, link);
  };
  for (const { company, practice, end, speaks } of paths) {
    add({ from: company, to: practice, speaks: null });
    add({ from: practice, to: end, speaks });
  }
  return [...links.values()];
}

/** What is connected to a node, at either end; all of it where none is chosen. Ids that no path has are connected to nothing. */
export function litBy(all: readonly MapPath[], chosen: string | null): Lit {
  const paths = chosen === null ? all : all.filter((path) => idsOf(path).includes(chosen));
  const things = new Map<string, Set<string>>();
  for (const path of paths) {
    for (const id of idsOf(path)) {
      const known = things.get(id) ?? new Set();
      for (const thing of path.things) known.add(thing);
      things.set(id, known);
    }
  }
  return { paths, nodes: new Map([...things].map(([id, known]) => [id, known.size])), links: linksOf(paths) };
}

const idsOf = ({ company, practice, end }: MapPath): readonly string[] => [company, practice, end];

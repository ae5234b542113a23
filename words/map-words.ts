/** The map of companies, practices and sentences, in words. */
import type { Lit, MapCompany, MapEnd, MapPath, MapPractice, PolicyMap } from '../capture/policy-map.ts';
import { practiceName } from './data-words.ts';
import { wordList } from './format.ts';
import { chipWords } from './label-words.ts';
import type { Language } from './language.ts';
import { readableQuote } from './quote-words.ts';
import { shortenedList } from './shortened-list.ts';

/** What a node of the map is called: a sentence by its own words. */
export function nodeName(language: Language, node: MapCompany | MapPractice | MapEnd): string {
  if ('practice' in node) return practiceName(language, node.practice);
  if ('name' in node) return node.name ?? language.t('policyMap.page');
  return node.clause === null ? chipWords(language, node.label) : readableQuote(node.clause.quote);
}

/** The first words of a sentence, up to about `length` characters of it: 'We use cookies on …' */
export function firstWords(sentence: string, length: number): string {
  const plain = sentence.replace(/\s+/gu, ' ');
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  const end = cut.lastIndexOf(' ');
  // Some languages write without spaces.
  return `${end < length / 2 ? cut : cut.slice(0, end)} …`;
}

/** What a text says at the end of a path: 'in general words', 'No sentence found'. */
export function pathWords(
  language: Language,
  path: Pick<MapPath, 'speaks' | 'label' | 'otherwise' | 'background'>,
): string {
  const { speaks, label, otherwise, background } = path;
  if (speaks === null) return chipWords(language, label, background, otherwise);
  const words = language.t(`cell.speaks.${speaks}`);
  return background ? language.t('label.background', { words }) : words;
}

/** So many neighbours are named, each in so many characters. */
const NAMED = 6;
const NAME_LENGTH = 60;

/** What each node stands beside, in a sentence, by its id: for who hears the map instead of seeing its lines. */
export function neighbourWords(
  language: Language,
  { companies, practices, texts, paths }: PolicyMap,
): ReadonlyMap<string, string> {
  const names = new Map(
    [...companies, ...practices, ...texts.flatMap(({ ends }) => ends)].map((node) => [
      node.id,
      firstWords(nodeName(language, node), NAME_LENGTH),
    ]),
  );
  const beside = new Map<string, Set<string>>();
  const add = (id: string, other: string): void => {
    beside.set(id, (beside.get(id) ?? new Set()).add(other));
  };
  for (const { company, practice, end } of paths) {
    add(company, practice);
    add(practice, company);
    add(practice, end);
    add(end, practice);
  }
  return new Map(
    [...beside].map(([id, others]) => {
      const said = shortenedList(
        language,
        [...others].map((other) => names.get(other) ?? ''),
        NAMED,
      );
      return [id, language.t('policyMap.connected', { names: said })];
    }),
  );
}

/** The name of a node by its id, cut to what a sentence can hold; '' for an id of none. */
export function shortName(language: Language, { companies, practices, texts }: PolicyMap, id: string): string {
  const nodes = [...companies, ...practices, ...texts.flatMap(({ ends }) => ends)];
  const node = nodes.find((one) => one.id === id);
  return node === undefined ? '' : firstWords(nodeName(language, node), NAME_LENGTH);
}

/** What lights up with a node, counted: '“Meta” is connected to 3 practices, 5 sentences and “No sentence found”.' */
export function litWords(language: Language, map: PolicyMap, chosen: string, { nodes }: Pick<Lit, 'nodes'>): string {
  const others = <Node extends { readonly id: string }>(of: readonly Node[]): readonly Node[] =>
    of.some(({ id }) => id === chosen) ? [] : of.filter(({ id }) => nodes.has(id));
  const companies = others(map.companies);
  const ends = others(map.texts.flatMap((text) => text.ends));
  const counts = [
    ['policyMap.litCompanies', companies.filter(({ name }) => name !== null).length],
    ['policyMap.litPractices', others(map.practices).length],
    ['policyMap.litSentences', ends.filter(({ clause }) => clause !== null).length],
  ] as const;
  const said = [
    ...counts.flatMap(([key, count]) => (count === 0 ? [] : [language.t(key, { count })])),
    ...(companies.some(({ name }) => name === null) ? [language.t('policyMap.litPage')] : []),
    ...ends.flatMap((end) =>
      end.clause === null ? [language.t('policyMap.litEnd', { words: nodeName(language, end) })] : [],
    ),
  ];
  return language.t('policyMap.lit', {
    name: shortName(language, map, chosen),
    others: wordList(language, [...new Set(said)]),
  });
}

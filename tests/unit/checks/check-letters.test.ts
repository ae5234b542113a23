/** Does the check of the letters find what would leave a place empty, or a letter without its law? */
import { expect, it } from 'vitest';
import { letterProblems } from '../../../checks/check-letters.ts';
import de from '../../../policy-data/letters/de.json' with { type: 'json' };
import en from '../../../policy-data/letters/en.json' with { type: 'json' };
import type { LetterLawsFile, LetterWordsFile } from '../../../schemas/letter-data.ts';
import { letterLaws } from '../../../shipped/letters.ts';
import { shippedRoutes } from '../../../shipped/routes.ts';

const german = letterLaws.jurisdictions.filter(({ region }) => region === 'DE');
const laws: LetterLawsFile = {
  ...letterLaws,
  laws: letterLaws.laws.filter(({ id }) => id === 'gdpr'),
  jurisdictions: german,
};
const route = shippedRoutes().find(({ id }) => id === 'dpa-de')!;
const known = { routes: [route], practices: ['payment'], pageLanguages: ['de', 'en'], lawsFile: 'laws.json' };
const reasons = (words: LetterWordsFile, of = laws, about = known): readonly string[] =>
  letterProblems(
    of,
    new Map<string, LetterWordsFile>([
      ['letters/en.json', en],
      ['letters/de.json', words],
    ]),
    about,
  ).map(({ entry, reason }) => `${entry ?? ''}: ${reason}`);

it('finds nothing in sound letters', () => {
  expect(reasons(de)).toEqual([]);
});

it.each<[string, readonly string[], string]>([
  ['a place that is missing', reasons({ ...de, seal: 'Ohne.' }), 'seal: has the places "", and English has "{seal}"'],
  ['a bracket', reasons({ ...de, closing: '[Gruß]' }), 'closing: has a bracket outside of the places to fill in'],
  [
    'a practice without a name',
    reasons(de, laws, { ...known, pageLanguages: ['en'] }),
    'payment: the practice has no name',
  ],
  [
    'a practice that the pages name',
    reasons({ ...de, practices: { payment: 'Zahlung' } }),
    ': names practices that the pages name in this language',
  ],
  ['no such route', reasons(de, laws, { ...known, routes: [] }), 'DE: routes.json has no dpa-de'],
  [
    'an authority of elsewhere',
    reasons(de, laws, { ...known, routes: [{ ...route, region: 'AT' }] }),
    'DE: dpa-de is no authority of that place',
  ],
  [
    'another time than the route has',
    reasons(de, laws, {
      ...known,
      routes: [{ ...route, first: [{ do: 'ask', must: true, wait: { count: 30, unit: 'day' } }] }],
    }),
    'DE: dpa-de waits another time than gdpr gives',
  ],
  [
    'a statement without a name in a language of the law',
    reasons(de, { ...laws, laws: laws.laws.map((law) => ({ ...law, cite: { ...law.cite, ja: '{article}' } })) }),
    'gdpr: a statement has no name in ja',
  ],
  [
    'a source that there is not',
    reasons(de, { ...laws, laws: laws.laws.map((law) => ({ ...law, sources: [] })) }),
    'gdpr: there is no source 1',
  ],
  [
    'a source of nothing',
    reasons(de, { ...laws, laws: laws.laws.map((law) => ({ ...law, answers: [] })) }),
    `gdpr: nothing was compared with ${laws.laws[0]!.sources[0]!.title}`,
  ],
  ['no such law', reasons(de, { ...laws, laws: [] }), 'DE: there is no law gdpr'],
  ['a place twice', reasons(de, { ...laws, jurisdictions: [...german, ...german] }), 'DE: stands twice'],
  ['a law of nobody', reasons(de, { ...laws, jurisdictions: [] }), 'gdpr: no jurisdiction has this law'],
])('finds %s', (_, found, reason) => {
  expect(found).toContain(reason);
});

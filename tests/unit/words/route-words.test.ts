import { describe, expect, it } from 'vitest';
import { english, languageOf } from '../english.ts';
import { routeWords } from '../../../words/data-words.ts';
import type { LanguageFile } from '../../../schemas/language-file.ts';
import de from '../../../locales/de.json' with { type: 'json' };
import ja from '../../../locales/ja.json' with { type: 'json' };
import { makeRoute } from '../../../tools/builders/reports.ts';

const german = languageOf(de as LanguageFile);
const japanese = languageOf(ja as LanguageFile);

const authority = makeRoute({
  id: 'dpa-xx',
  title: 'in the data',
  purpose: 'in the data',
  region: 'AU',
  authority: { name: 'OAIC', does: 'complain', law: 'Privacy Act 1988' },
  first: [{ do: 'ask', must: true, wait: { count: 30, unit: 'day' } }],
  languages: ['en'],
  cost: 'free',
  needs: ['Your name.'],
});

describe('an authority', () => {
  it('is named, and said what it takes and what comes first', () => {
    expect(routeWords(english, authority)).toMatchObject({
      title: 'Complain to the OAIC (Australia)',
      purpose: 'Takes complaints from people who live there. It watches over this law: Privacy Act 1988.',
      needs: ['Your name.', 'It costs nothing.'],
      first: [
        'First write to the company itself. The office takes the matter up after its answer, or when none came (it has 30 days).',
      ],
    });
  });

  it('is named in another language by the same facts', () => {
    const words = routeWords(german, authority);
    expect(words.title).toBe('Beschwerde einreichen: OAIC (Australien)');
    expect(words.first[0]).toContain('30 Tage');
    expect(words.needs).toContain('Sprache der Seite: Englisch.');
    expect(routeWords(japanese, authority).first[0]).toContain('30 日');
  });
});

it.each([
  ['Swiss', ['de', 'fr'], 'en', ['Language of the page: German and French.']],
  ['Swiss', ['de', 'fr'], 'de', []],
  ['not known', [], 'en', []],
])('the language of a page is told to who does not read in it (%s: %s, for %s)', (_what, languages, reader, lines) => {
  const language = reader === 'de' ? german : english;
  expect(routeWords(language, makeRoute({ id: 'x', title: 'X', languages })).needs).toEqual(lines);
});

it('names a place in brackets without an article', () => {
  const { title } = routeWords(english, { ...authority, region: 'GB' });
  expect(title).toBe('Complain to the OAIC (United Kingdom)');
});

describe('what comes first', () => {
  it.each([
    [{ do: 'ask', must: true, wait: null }, 'sends you back to it'],
    [{ do: 'ask', must: false, wait: null }, 'You can write to the company first.'],
    [{ do: 'ask', must: false, wait: { count: 1, unit: 'month' } }, 'it has 1 month to answer'],
    [{ do: 'ask', must: true, wait: { count: 30, unit: 'working-day' } }, 'it has 30 working days'],
    [{ do: 'appeal', must: false, wait: { count: 60, unit: 'day' } }, 'it has 60 days to decide'],
    [{ do: 'appeal', must: false, wait: null }, 'the right to appeal to the company itself.'],
  ] as const)('%j', (step, words) => {
    expect(routeWords(english, makeRoute({ id: 'x', title: 'X', first: [step] })).first[0]).toContain(words);
  });

  it('tells where a law asks companies to follow it', () => {
    const { first } = routeWords(english, makeRoute({ id: 'x', title: 'X', binds: ['US-CA', 'US-CO'] }));
    expect(first).toEqual(['A law asks companies that it covers to follow it for people in: California and Colorado.']);
  });

  it('is nothing where the data tells of nothing', () => {
    expect(routeWords(english, makeRoute({ id: 'x', title: 'X' })).first).toEqual([]);
  });
});

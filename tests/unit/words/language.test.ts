/** Are the words of English whole, in use, and no stronger than the facts? */
import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../../shipped/languages.ts';
import { companyNames } from '../../../words/company-names.ts';
import { longDate } from '../../../words/format.ts';
import { createLanguage } from '../../../words/language.ts';
import { english } from '../english.ts';
import en from '../../../locales/en.json' with { type: 'json' };

function leaves(node: object, path: readonly string[] = []): (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : leaves(value as object, [...path, key]),
  );
}
const words = leaves(en.words);

describe('the words', () => {
  it.each([
    [0, 'This page contacted no other company.'],
    [1, 'This page contacted 1 other company.'],
    [14, 'This page contacted 14 other companies.'],
    [1204, 'This page contacted 1,204 other companies.'],
  ])('count %i', (count, words) => {
    expect(english.t('lead.unnamed', { count })).toBe(words);
  });

  it('have both forms wherever they have one, and the same gaps in both', () => {
    const all = new Map(words);
    const gaps = (text = ''): readonly string[] =>
      [...text.matchAll(/{{(\w+)/g)].map(([, gap]) => gap ?? '').toSorted();
    const plural = [...all.keys()].filter((key) => /_(zero|one|other)$/.test(key));
    expect(plural.length).toBeGreaterThan(20);
    for (const key of plural) {
      const [one, other] = ['one', 'other'].map((form) => all.get(key.replace(/_[a-z]+$/, `_${form}`)));
      expect(one, key).toBeDefined();
      expect(other, key).toBeDefined();
      // "1 path and 1 more": the count may stand as a word in the singular, never a gap that the plural lacks.
      expect(gaps(other), key).toEqual(expect.arrayContaining([...gaps(one)]));
    }
  });

  it('count by the one format that there is', () => {
    const other = words.filter(
      ([, text]) => /{{\s*(?!compan|family)\w+\s*,(?! number}})/i.test(text) || text.includes('{{count}}'),
    );
    expect(other).toEqual([]);
  });

  it('name no more than facts, and have no long dashes', () => {
    const forbidden = /violat|illegal|\bspy|\bspies|shocking|creepy|—|–/i;
    expect(leaves(en).filter(([, text]) => forbidden.test(text))).toEqual([]);
  });

  it('are all used', () => {
    const source = ['components', 'words', 'evidence', 'findings', 'entrypoints']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => /\.(ts|svelte)$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // 'evidence.cookie' is used by its own name or as t(`evidence.${what}`); 'date.months.long.5' as `date.months.${…}.${…}`.
    const isUsed = (key: string): boolean => {
      const parts = key.replace(/_(zero|one|other)$/, '').split('.');
      return parts.some((_, index) => {
        const begin = parts.slice(0, index + 1).join('.');
        return index === parts.length - 1 ? source.includes(`'${begin}'`) : source.includes(`\`${begin}.$`);
      });
    };
    expect(words.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('names made by a page', () => {
  it.each(['$t(product)', '{{count}}', '<script>alert(1)</script>', '&lt;b&gt;', '$& $1 $$'])(
    '%s stays as it is',
    (host) => {
      expect(english.t('state.not-covered.text', { host })).toBe(`${host} is not on our list of Sony Music sites.`);
    },
  );

  it('any name stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (host, operator) => {
        expect(english.t('state.lookalike.text', { host, operator })).toBe(
          `${host} may look like a Sony Music site. It is run by ${operator}.`,
        );
      }),
    );
  });
});

describe('two languages', () => {
  it('are used side by side, each with its own words, numbers, plurals and names', async () => {
    const file = await loadLanguage('de');
    const names = companyNames([{ name: 'Kelpwick Records', legalName: 'Kelpwick Records Inc.' }], null, file);
    const german = createLanguage(file, names);
    const said = (): readonly string[] =>
      [english, german].flatMap((language) => [
        language.t('companies.requests', { count: 1204 }),
        longDate(language, '2011-12-31'),
        language.t('foot.affiliation'),
      ]);
    const first = said();
    expect(first).toEqual([
      '1,204 requests',
      '31 December 2011',
      'Not affiliated with Sony Music. Nothing leaves your browser.',
      '1.204 Anfragen',
      '31. Dezember 2011',
      'Keine Verbindung zu Kelpwick Records. Nichts verlässt Ihren Browser.',
    ]);
    expect(said()).toEqual(first);
  });
});

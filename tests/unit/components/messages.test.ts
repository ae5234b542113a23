import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { t } from '../../../components/messages';
import en from '../../../locales/en.json';

function leaves(node: object, path: readonly string[] = []): (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : leaves(value as object, [...path, key]),
  );
}
const words = leaves(en);

describe('the words', () => {
  it.each([
    [0, 'No other company contacted on this page since 12:04:05.'],
    [1, '1 other company contacted on this page since 12:04:05.'],
    [14, '14 other companies contacted on this page since 12:04:05.'],
    [1204, '1,204 other companies contacted on this page since 12:04:05.'],
  ])('count %i', (count, sentence) => {
    expect(t('lead.contacted', { count, time: '12:04:05' })).toBe(sentence);
  });

  it.each([
    [0, 'Each practice we could compare has a sentence in the policy of 31 Dec 2011.'],
    [1, '1 practice has no sentence in the policy of 31 Dec 2011.'],
    [3, '3 practices have no sentence in the policy of 31 Dec 2011.'],
  ])('%i practices without a sentence', (count, sentence) => {
    expect(t('lead.silent', { count, date: '31 Dec 2011' })).toBe(sentence);
  });

  it('have both forms wherever they have one', () => {
    const keys = new Set(words.map(([key]) => key));
    const lonely = [...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')));
    expect(lonely).toEqual([]);
  });

  it('name no more than facts, and have no long dashes', () => {
    const forbidden = /violat|illegal|\bspy|\bspies|shocking|creepy|—|–/i;
    expect(words.filter(([, text]) => forbidden.test(text))).toEqual([]);
  });

  it('are all used', () => {
    const files = [...readdirSync('components').map((file) => `components/${file}`), 'evidence/plain-text.ts'].filter(
      (file) => /\.(ts|svelte)$/.test(file),
    );
    const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
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
      expect(t('state.not-covered.text', { host })).toBe(`${host} is not on our list of Sony Music sites.`);
    },
  );

  it('any name stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (host, operator) => {
        expect(t('state.lookalike.text', { host, operator })).toBe(
          `${host} may look like a Sony Music site. It is run by ${operator}.`,
        );
      }),
    );
  });
});

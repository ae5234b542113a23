/** Statements as a whole: stances, actors, places, and texts that nobody would write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import englishRules from '../../../policy-data/reading/en.json' with { type: 'json' };
import { readPlainText } from '../../../reading/plain-text.ts';
import { readPolicy } from '../../../reading/read-policy.ts';
import { createStatementFinder, type Statement } from '../../../reading/statements.ts';
import type { ReadingRulesFile } from '../../../schemas/reading-rules.ts';
import { exampleSentences } from './example-sentences.ts';

const finder = createStatementFinder(englishRules as ReadingRulesFile);

/** The statement on a practice in the last sentence of an example. */
function statementOn(practice: string, example: string): Statement | undefined {
  const sentences = exampleSentences(example);
  return finder
    .find({ sentences })
    .find((one) => one.about === 'practice' && one.practice === practice && one.sentence === sentences.length - 1);
}

describe('the stance', () => {
  it.each([
    ['We share your personal information with our partners.', 'does'],
    ['We may share your personal information with our partners.', 'may'],
    ['We do not share your personal information with our partners.', 'does-not'],
    ['We do not keep it; we share your personal information with our partners.', 'does'],
    ['We never rest, but we share your personal information with our partners.', 'does'],
    ['We share your personal information not only with our partners.', 'does'],
    ['We do not share your personal information with partners without your consent.', 'with-consent'],
    ['With your consent we share your personal information with our partners.', 'with-consent'],
    ['You can opt out of the sharing of your personal information with our partners.', 'on-choice'],
    ['We will not share your personal information with: || our partners', 'does-not'],
    ['We may share your personal information: || With our partners', 'may'],
  ])('%s', (example, stance) => {
    expect(statementOn('form-to-another-company', example)?.stance).toBe(stance);
  });
});

describe('a statement', () => {
  it('tells who does it, and what the sentence names', () => {
    const one = statementOn(
      'third-party-cookies',
      'We and our partners may use cookies for advertising and analytics.',
    );
    expect(one).toMatchObject({ actor: 'both', purposes: ['advertising', 'analytics'], stance: 'may' });
    expect(one?.recipients).toEqual(['partners']);
  });

  it('gives the place of its words in the text, behind a lead-in too', () => {
    const text =
      '# Policy\n\nWe may share, as this policy says, your personal information with:\n\n* our labels\n* our other partners\n';
    const reading = readPolicy(readPlainText(text));
    const found = finder
      .find(reading)
      .filter((one) => one.about === 'practice' && one.practice === 'form-to-another-company');
    expect(found.map(({ words }) => reading.document.text.slice(words.start, words.end))).toContain('partners');
    for (const { start, end, sentence } of found)
      expect(reading.document.text.slice(start, end)).toBe(reading.sentences[sentence]?.text);
  });

  it('is not made of a heading, nor of a table of contents', () => {
    const text = '* Cookies and advertising\n\n# Cookies and advertising\n\nWe write songs.\n';
    expect(finder.find(readPolicy(readPlainText(text))).filter(({ start }) => start < 60)).toEqual([]);
  });

  it('does not go on across a heading', () => {
    const goesOn = (between: string): number =>
      finder
        .find(
          readPolicy(
            readPlainText(`# A\n\nWe use pixel tags.\n${between}\nThese may be used to enhance your visit.\n`),
          ),
        )
        .filter((one) => one.about === 'practice' && one.practice === 'pixel-tag').length;
    expect([goesOn(''), goesOn('\n# B\n')]).toEqual([2, 1]);
  });
});

describe('a text that nobody would write', () => {
  const words = fc.constantFrom(
    ...[
      'we',
      'not',
      'cookies',
      'share',
      'your',
      'information',
      'with',
      'third',
      'parties',
      'may',
      '(',
      ';',
      ':',
      '"',
      '*',
      '#',
      '\n',
      '://',
      '\u0000',
      '\ud800',
      'ﷺ',
      '\u202e',
    ],
  );

  it('makes nothing throw, and every place lies in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 300 }), (pieces) => {
        const reading = readPolicy(readPlainText(pieces.join(' ')));
        const { length } = reading.document.text;
        for (const { words: place, start, end } of finder.find(reading)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(length);
          expect(place.start).toBeGreaterThanOrEqual(start);
          expect(place.end).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(['share ', 'we do not ', 'cookies ', 'a', 'third parties of ', '( '])(
    'ends, with a megabyte of “%s”',
    (piece) => {
      const sentences = exampleSentences(piece.repeat(1_000_000 / piece.length));
      expect(finder.find({ sentences }).length).toBeLessThan(200);
    },
  );
});

/** Statements as a whole: stances, actors, places, and texts that nobody would write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import englishRules from '../../../policy-data/reading/en.json' with { type: 'json' };
import germanRules from '../../../policy-data/reading/de.json' with { type: 'json' };
import spanishRules from '../../../policy-data/reading/es.json' with { type: 'json' };
import frenchRules from '../../../policy-data/reading/fr.json' with { type: 'json' };
import dutchRules from '../../../policy-data/reading/nl.json' with { type: 'json' };
import { readPlainText } from '../../../reading/plain-text.ts';
import { readPolicy } from '../../../reading/read-policy.ts';
import { createStatementFinder, type Statement } from '../../../reading/statements.ts';
import type { ReadingRulesFile } from '../../../schemas/reading-rules.ts';
import { exampleSentences } from './example-sentences.ts';

const finder = createStatementFinder(englishRules as ReadingRulesFile);

const OTHERS = { de: germanRules, es: spanishRules, fr: frenchRules, nl: dutchRules } as Record<
  'de' | 'es' | 'fr' | 'nl',
  ReadingRulesFile
>;

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
    ['We share the settings of your account with our partners as personal information.', 'does'],
    ['Change your account settings to stop us sharing your personal information with our partners.', 'on-choice'],
    ['We will not share your personal information with: || our partners', 'does-not'],
    ['We may share your personal information: || With our partners', 'may'],
  ])('%s', (example, stance) => {
    expect(statementOn('form-to-another-company', example)?.stance).toBe(stance);
  });
});

describe('a sentence that only denies', () => {
  it.each([
    ['session-recording', 'We do not use session replay.'],
    ['fingerprinting', 'We do not use device fingerprinting on our pages.'],
    ['newsletter-email', 'We do not have a newsletter.'],
    ['mobile-number', 'We never ask for your phone number.'],
  ])('says nothing of %s that was done: %s', (practice, example) => {
    expect(statementOn(practice, example)).toMatchObject({ speaks: 'unclear', reason: 'denied', stance: 'does-not' });
  });

  it.each([
    ['first-party-cookies', 'We do not use cookies to read files on your computer.'],
    ['advertising', 'We do not show ads without your consent.'],
    ['session-recording', 'We do not use session replay; we use heatmaps.'],
    ['first-party-cookies', 'We use no cookies but those that keep you logged in.'],
    ['demographics', 'We do not knowingly collect personal information from children under 13.'],
    ['form-to-another-company', 'We do not sell your personal information.'],
  ])('is another thing than one with a condition, an end or more to say, of %s: %s', (practice, example) => {
    const found = statementOn(practice, example);
    expect(found).toBeDefined();
    expect(found).not.toMatchObject({ speaks: 'unclear' });
  });

  it.each([
    ['de', 'first-party-cookies', 'Flash-Cookies verwenden wir nicht.', undefined],
    ['de', 'flash-cookies', 'Flash-Cookies verwenden wir nicht.', 'unclear'],
    ['fr', 'session-recording', 'Nous n’enregistrons pas vos mouvements de souris.', 'unclear'],
    ['es', 'fingerprinting', 'No usamos fingerprinting.', 'unclear'],
    ['nl', 'session-recording', 'Wij gebruiken geen heatmaps.', 'unclear'],
    ['de', 'session-recording', 'Ohne Ihre Einwilligung verwenden wir keine Heatmaps.', 'names'],
  ] as const)('in %s on %s: %s', (language, practice, example, speaks) => {
    const found = createStatementFinder(OTHERS[language])
      .find({ sentences: exampleSentences(example) })
      .find((one) => one.about === 'practice' && one.practice === practice);
    expect(found !== undefined && 'speaks' in found ? found.speaks : undefined).toBe(speaks);
  });
});

describe('a sentence that tells what a word means', () => {
  it('speaks of nothing', () => {
    const finderOf = (aside: string[] | undefined) =>
      createStatementFinder({ ...(germanRules as ReadingRulesFile), aside });
    const sentences = exampleSentences('Personenbezogene Daten sind alle Angaben wie Ihr Name und Ihre Anschrift.');
    expect(finderOf(OTHERS.de.aside).find({ sentences })).toEqual([]);
    expect(finderOf(undefined).find({ sentences })).not.toEqual([]);
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

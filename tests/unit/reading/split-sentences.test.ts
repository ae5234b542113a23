import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SENTENCE, splitSentences } from '../../../reading/split-sentences.ts';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Each row is split at "|", and nowhere else. */
const ROWS: readonly (readonly [string, string])[] = [
  ['abbreviations', 'We may share data (e.g. your name) with Sony Music, Inc. and others.| See i.e. ours.'],
  [
    'abbreviations of German',
    'Wir nutzen Daten, z. B. Ihre IP, gem. Art. 6 Abs. 1 lit. f DSGVO.| Sie können, u. a. bei uns, z.B. nein sagen.',
  ],
  [
    'abbreviations of French',
    'Les données (p. ex. votre nom) sont gardées par M. Dupont et Mme. Curie.| Vous pouvez écrire.',
  ],
  ['abbreviations of Spanish', 'Datos (p. ej. Su nombre) que el Sr. García usa.| Sony Music, S.A. de Madrid.'],
  ['abbreviations of Dutch', 'Wij delen gegevens (bijv. Uw naam) d.w.z. Alles.| Wij stoppen enz.| Uw rechten'],
  ['an abbreviation at the end', 'This is Sony Music, Inc.| We collect data, cookies, etc.| You may refuse.'],
  ['a country, and a country at the end', 'The U.S. Department asks.| We are in the U.S.| You may ask.'],
  [
    'addresses',
    'See www.sonymusic.com.| Write to privacy@sonymusic.com.| Or https://www.sonymusic.com/privacy?a=b.c!| Thanks',
  ],
  ['initials', 'John F. Kennedy and J. R. R. Tolkien.| Take option B.| We do.'],
  [
    'a network with a name of one letter',
    'You can share it on Facebook and X.| Music plays.| Or on TikTok, X.| Fans of Malcolm X. Smith',
  ],
  ['telephone numbers', 'Tel. +49 30 1234 or fax. 55.| Send us a fax.| Cookies are kept.'],
  ['numbers', 'It costs 1.50 dollars.| Version 2.0 of Art. 15 of 2016.| See Section 5.| We do.'],
  ['numbers that begin a sentence', '1. Scope.| 2.1. Data that we get.| (a). Name.| IV. Rights.'],
  ['dates', 'Am 1. Januar 2020 gilt es.| Effective Jan. 1, 2020.| Stand: 25. Mai 2018.| On the 25.| We end.'],
  ['a question in a sentence', '"Do we sell?" they ask.| Do we?| No.| We do not.'],
  ['closing quotation marks and brackets', 'Reply with "STOP."| You may.| (Really.)| «Oui.»| „Ja.“| End'],
  ['dots', 'We do not ... share.| We wait...| Then we go…| And so on'],
  ['names with a small first letter', 'We use apps.| iTunes is one.| eBay another.'],
  ['a small letter', 'We use node.js. and more'],
  ['a missing space', 'We share your data.|We do not sell it.| Node.Js and a.B are none'],
  ['line breaks', 'Sony Music\n|550 Madison Avenue\n|New York, NY\nand more'],
  ['Japanese', '当社は収集します。|「はい。」|また、共有します！|ええ'],
];

describe('the borders of sentences', () => {
  it.each(ROWS)('%s', (_, row) => {
    const parts = row.split('|');
    const text = parts.join('');
    expect(sentences(text)).toEqual(parts.map((part) => part.trim()));
  });

  it('knows that an abbreviation of one language is a word in another', () => {
    const text = 'You may change your mind. Cookies are kept. A gem. Ours.';
    const cut = (language: string): number => splitSentences(text, 0, text.length, { language }).length;
    expect([cut('en'), cut('de')]).toEqual([4, 2]);
    const german = 'Wir fragen ab mind. 16 Jahren, gem. Art. 8 DSGVO.';
    expect(splitSentences(german, 0, german.length, { language: 'de' })).toHaveLength(1);
  });

  it('gives no more sentences than were asked for', () => {
    expect(splitSentences('One. Two. Three. Four', 0, 21, { most: 2 })).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ]);
  });

  it('ends what is too long to be a sentence at a good place, and never inside a pair', () => {
    const commas = 'word, '.repeat(2000);
    expect(
      sentences(commas).every((one) => one.length <= MAX_SENTENCE && (one.endsWith(',') || one.endsWith('word'))),
    ).toBe(true);
    const pairs = `a${'😀'.repeat(5000)}`;
    expect(sentences(pairs).join('')).toBe(pairs);
    expect(sentences(pairs).every((one) => one.isWellFormed())).toBe(true);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '.',
      '. ',
      '?',
      '! ',
      '…',
      '\n',
      ' ',
      '\u00a0',
      '"',
      '(',
      ')',
      'z. B.',
      'e.g.',
      'Inc.',
      '1.',
      'No. 4',
      '。',
      '»',
      'We',
      'you',
      'iTunes',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const hostile = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('holds for any text: in order, apart, trimmed, and every character that is no space in exactly one', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(at, start)).toMatch(/^[\s\u0085\ufeff]*$/);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).not.toMatch(/^\s|\s$/);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u0085\ufeff]*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('looks at nothing outside the stretch that it is asked for', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (before, text, behind) => {
        const inside = splitSentences(before + text + behind, before.length, before.length + text.length);
        const alone = splitSentences(text).map(({ start, end }) => ({
          start: start + before.length,
          end: end + before.length,
        }));
        expect(inside).toEqual(alone);
      }),
    );
  });

  it.each(['.', '. ', '\n', '.)', 'a. ', '1. ', '(', 'z. B. ', 'a', '\n a', 'A. ', '.A', 'x.We ', '"'])(
    'comes to an end for a text of 3 MB that is made of %j alone',
    (one) => {
      const text = one.repeat(3_000_000 / one.length);
      const kept = splitSentences(text).reduce((sum, { start, end }) => sum + end - start, 0);
      expect(kept).toBeGreaterThanOrEqual(text.replace(/\s/g, '').length);
    },
  );
});

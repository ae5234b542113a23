import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseFinder } from '../../../reading/phrase-finder.ts';
import { wordsOf } from '../../../reading/sentence-words.ts';

/** What of a sentence a phrase covers, each place by its words. */
function found(phrase: string, sentence: string): string[] {
  const { words, afterComma } = wordsOf(sentence);
  const spans = new PhraseFinder([['it', [phrase]]]).find(words, afterComma).get('it') ?? [];
  return spans.map(({ from, to }) => words.slice(from, to).join(' '));
}

describe('PhraseFinder', () => {
  it.each([
    ['cookie/cookies', 'A cookie, and Cookies.', ['cookie', 'cookies']],
    ['werbe*', 'Werbecookies und Werbung', ['werbecookies']],
    ['*cookies', 'Werbecookies und Cookie-Banner', ['werbecookies']],
    ['*daten*', 'Die Nutzungsdatenbank', ['nutzungsdatenbank']],
    ['credit card', 'your credit-card number', ['credit card']],
    ['share ~2 data', 'we share all your data', ['share all your data']],
    ['share ~2 data', 'we share some of all your data', []],
    ['share [your] data', 'share your data, share data, share our data', ['share your data', 'share data']],
    [
      'share ~5 your ~4 data',
      'share with your friends all of your personal data',
      ['share with your friends all of your personal data'],
    ],
    ['!user/domain name', 'name, user name, domain name, full name', ['name', 'name']],
    ['!email address', 'your email address', []],
    ['!email address', 'name, email, address', ['address']],
    ['a b', 'a a b', ['a b']],
    ['e mail', 'your e-mail address', ['e mail']],
  ])('%s in “%s”', (phrase, sentence, expected) => {
    expect(found(phrase, sentence)).toEqual(expected);
  });

  it('takes the nearest end where there are several', () => {
    expect(found('share ~8 data', 'share data with data')).toEqual(['share data']);
  });

  it('finds a phrase wherever it was put, among any words', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word), fc.array(word, { maxLength: 3 }), fc.array(word), (before, between, after) => {
        const words = [...before, 'begins', ...between, 'ends', ...after];
        const spans = new PhraseFinder([['it', ['begins ~3 ends']]]).find(words).get('it') ?? [];
        expect(spans.map(({ from }) => from)).toContain(before.length);
      }),
    );
  });
});

describe('wordsOf', () => {
  it('gives places in the text, and leaves out the beginning of an address', () => {
    const text = 'See https://a.example (our “shop”).';
    const { words, starts, ends } = wordsOf(text);
    expect(words.map((_, n) => text.slice(starts[n], ends[n]))).toEqual(['See', 'a', 'example', 'our', 'shop']);
    expect(words).not.toContain('https');
  });

  it('reads 2,000 words at the most', () => {
    expect(wordsOf('word '.repeat(100_000)).words).toHaveLength(2_000);
  });
});

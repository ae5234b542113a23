/**
 * What reads a page's text takes time that grows with the text, whatever the text is: a text eight times as long may take eight
 * times as long, and never sixty-four. No time is asked for, only how it grows, with much room for a busy machine.
 */
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { fieldMeaning } from '../../../observers/page/field-meaning.ts';
import { structureId } from '../../../observers/page/form-identity.ts';
import { formPurposes } from '../../../observers/page/form-purpose.ts';
import { linkRole } from '../../../observers/page/link-role.ts';
import {
  fieldPatterns,
  helpingPatterns,
  linkPatterns,
  purposePatterns,
} from '../../../recognition/page-words/joined-patterns.ts';
import { isOfLink } from '../../../recognition/page-words/link-words.ts';
import { compiledOf, readableWords } from '../../../recognition/page-words/page-words.ts';
import { spacedWords } from '../../../recognition/page-words/spaced-words.ts';

const SHORT = 4_000;
const TIMES = 8;
/** A quadratic pattern takes 64 times as long over a text of 8 times the length; a slow machine may triple a linear one. */
const MOST = 40;
/** What takes less than this is too little to compare, in milliseconds. */
const TOO_LITTLE = 4;

/** Pieces that patterns begin with, or go on with, without an end. */
const PIECES = [
  'a',
  'A',
  'aA',
  '1',
  'a1',
  ' ',
  '_',
  '-',
  'e mail ',
  'name ',
  'naam',
  'sub',
  'card ',
  'é',
  'メール',
  '郵',
  '\u0301',
  '.com/',
];

function time(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** A busy machine may slow down one look, and hardly each of four. */
const LOOKS = 4;
/**
 * How often the three lengths are tried in turn in one look; of each the shortest time counts. One after the other, a machine that is slow for a
 * while would be slow for one length alone.
 */
const ROUNDS = 3;
/**
 * A text of twice the length takes twice as long, or four times where the time is quadratic. Memory has steps of its own: on some machines what no longer
 * fits into what is at hand takes ten times as long, once, and grows with the text from there on.
 */
const MOST_OF_TWICE = 3;

function growsTooMuch(work: (text: string) => unknown): string[] {
  return PIECES.filter((piece) => {
    const short = piece.repeat(Math.ceil(SHORT / piece.length));
    const long = short.repeat(TIMES);
    const twice = long.repeat(2);
    return Array.from({ length: LOOKS }).every(() => {
      const best = { short: Infinity, long: Infinity, twice: Infinity };
      for (let round = 0; round < ROUNDS; round += 1) {
        const timeLong = time(() => work(long));
        if (timeLong <= TOO_LITTLE) return false;
        best.long = Math.min(best.long, timeLong);
        const timeShort = time(() => work(short));
        best.short = Math.min(best.short, timeShort);
        const timeTwice = time(() => work(twice));
        best.twice = Math.min(best.twice, timeTwice);
      }
      return best.long > MOST * Math.max(best.short, 0.05) && best.twice > MOST_OF_TWICE * best.long;
    });
  });
}

const ADDRESSES = new Map<string, URL>();
/** Made once for each text: to read an address is the browser's own work, and takes longer than ours. */
function address(text: string): URL {
  const made = ADDRESSES.get(text) ?? new URL(`https://www.facebook.com/${encodeURIComponent(text)}`);
  ADDRESSES.set(text, made);
  return made;
}

describe('a text of a page', () => {
  it.each<[string, (text: string) => unknown]>([
    ['spacedWords', spacedWords],
    ['readableWords', readableWords],
    ['formPurposes', (text) => formPurposes(new Set(['email', 'tel', 'upload']), [text], true)],
    [
      'fieldMeaning',
      (text) =>
        fieldMeaning({
          tag: 'input',
          type: 'text',
          autocomplete: text,
          inputmode: '',
          texts: [text],
          questions: [text],
          isAnswer: false,
        }),
    ],
    ['linkRole, its words', (text) => linkRole({ url: null, text, leadsElsewhere: true })],
    ['linkRole, its address', (text) => linkRole({ url: address(text), text: '', leadsElsewhere: true })],
    [
      'structureId',
      (text) =>
        structureId(
          { host: 'a.example', target: null, method: 'none', fields: [{ name: text, meaning: 'other' }], purposes: [] },
          true,
        ),
    ],
    ['words of settings for cookies', (text) => isOfLink('cookie-settings', text)],
    ['words of a provider', (text) => isOfLink('with-provider', text)],
    ...[fieldPatterns, purposePatterns, helpingPatterns, linkPatterns].flatMap(
      (sources: Readonly<Record<string, string>>) => {
        const patterns = compiledOf(sources);
        return Object.keys(sources).map((group): [string, (text: string) => unknown] => [
          `the words of ${group}`,
          (text) => patterns(group).test(text),
        ]);
      },
    ),
  ])('is read by %s in time that grows with it', (_name, work) => {
    expect(growsTooMuch(work)).toEqual([]);
  });

  it('would be found out where it is not', () => {
    // With the third power, so that a busy machine cannot hide it: 512 times as long.
    expect(growsTooMuch((text) => /a*a*b/.test(text.slice(0, text.length / 60)))).toContain('a');
  });
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { english } from '../english.ts';
import { clockTime, dayOf, duration, longDate, regionName, shortDate, wordList } from '../../../words/format.ts';
import { shortenedList } from '../../../words/shortened-list.ts';
import { AT } from '../../../tools/builders/visits.ts';

it.each([
  ['2011-12-31', '31 Dec 2011', '31 December 2011'],
  ['2026-09-05', '5 Sep 2026', '5 September 2026'],
  ['2020-12-31', '31 Dec 2020', '31 December 2020'],
])('%s', (iso, short, long) => {
  expect(shortDate(english, iso)).toBe(short);
  expect(longDate(english, iso)).toBe(long);
});

it('tells the clock time', () => {
  expect(clockTime(AT, 'UTC')).toBe('12:04:05');
  expect(clockTime(AT, 'Asia/Tokyo')).toBe('21:04:05');
  const here = new Date(AT);
  expect(clockTime(AT)).toContain(`${String(here.getHours()).padStart(2, '0')}:04:05`);
});

it('tells the day by the clock of a place', () => {
  const lateEvening = Date.UTC(2026, 10, 22, 23, 30);
  expect(dayOf(english, lateEvening, 'UTC')).toBe('22 November 2026');
  expect(dayOf(english, lateEvening, 'Asia/Tokyo')).toBe('23 November 2026');
});

const DAY = 86_400_000;
it.each([
  [400 * DAY, '13 months'],
  [730 * DAY, '2 years'],
  [365 * DAY, '12 months'],
  [30 * DAY, '1 month'],
  [DAY, '1 day'],
  [90_000, '2 minutes'],
  [1800_000, '30 minutes'],
  [0, '0 seconds'],
  [-5000, '0 seconds'],
])('%i ms is %s', (milliseconds, words) => {
  expect(duration(english, milliseconds)).toBe(words);
});

it.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
])('lists %j', (names, words) => {
  expect(wordList(english, names)).toBe(words);
});

it.each([
  [['A', 'B', 'A', 'C'], 2, 'A, B and 1 more'],
  [['A', 'A'], 2, 'A'],
  [['A', 'B'], 2, 'A and B'],
])('previews %j, %i', (names, limit, words) => {
  expect(shortenedList(english, names, limit)).toBe(words);
});

it.each([
  ['EU', 'the European Union'],
  ['US-CA', 'California'],
  ['DE', 'Germany'],
  ['PT', 'Portugal'],
  ['US-TX', 'Texas'],
  ['CA-QC', 'Quebec'],
  ['US-NY', 'US-NY'],
])('%s is %s', (code, name) => {
  expect(regionName(english, code)).toBe(name);
});

it('writes numbers as Intl does', () => {
  const intl = new Intl.NumberFormat('en-GB');
  fc.assert(fc.property(fc.integer(), (count) => english.plainNumber(count) === intl.format(count)));
});

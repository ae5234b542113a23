import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyProblems } from '../../../checks/check-history.ts';
import type { PolicyHistoryFile, PolicyVersion } from '../../../schemas/policy-data.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const practices: ReadonlySet<string> = new Set(['cookies', 'newsletter']);
const TEXT = 'We may use cookies\nto keep track of your *visits*, preferences and more.';
const beside = { practices, policies: ['2011-12-31'], texts: [TEXT] };

const version = (more: Partial<PolicyVersion> = {}): PolicyVersion => ({
  id: 'us-2004',
  date: '2004',
  dateIs: 'printed',
  jurisdiction: 'US',
  language: 'en',
  title: null,
  originalUrl: 'http://acme.example/privacy',
  archiveUrl: 'https://web.archive.org/web/2005/http://acme.example/privacy',
  archived: '2005-12-12',
  headings: [],
  read: 'whole',
  practices: [
    { practice: 'cookies', speaks: 'names', summary: 'Names cookies.' },
    { practice: 'newsletter', speaks: 'none' },
  ],
  sources: ['a page'],
  ...more,
});

const problems = (...versions: PolicyVersion[]): string[] =>
  historyProblems(versions, beside).map(({ entry, reason }) => `${entry}: ${reason}`);

describe('a history', () => {
  it('is sound with dates of any precision in their order', () => {
    expect(
      problems(version(), version({ id: 'a', date: '2004-07' }), version({ id: 'b', date: '2012-08-03' })),
    ).toEqual([]);
  });

  it.each<[string, PolicyVersion[], string]>([
    ['out of order', [version({ date: '2012' }), version({ id: 'a' })], 'a: its date stands behind'],
    ['with one id for two', [version(), version()], 'us-2004: the id is given twice'],
    ['with a text that is held', [version({ date: '2011-12-31' })], 'the text of this date is held'],
    ['with an archived day and no address', [version({ archiveUrl: null })], 'has both an address and a day'],
    [
      'with a practice that nobody knows',
      [version({ practices: [...version().practices, { practice: 'telepathy', speaks: 'none' }] })],
      'there is no practice "telepathy"',
    ],
    [
      'with a practice twice',
      [version({ practices: [...version().practices, { practice: 'cookies', speaks: 'none' }] })],
      'the practice "cookies" is given twice',
    ],
    [
      'silent where the whole text was read',
      [version({ practices: version().practices.slice(1) })],
      'it is not said what it says of "cookies"',
    ],
    [
      'sure of silence where it was not',
      [version({ read: 'second-hand' })],
      'the text was not read, so silence on "newsletter" is not known',
    ],
    [
      'with eight words of the held text, whatever stands between them',
      [
        version({
          read: 'second-hand',
          practices: [
            {
              practice: 'cookies',
              speaks: 'names',
              summary: 'Says: cookies to keep track of your visits, preferences.',
            },
          ],
        }),
      ],
      'quotes the held text: "cookies to keep track of your visits preferences"',
    ],
  ])('%s is refused', (_, versions, reason) => {
    expect(problems(...versions).join('\n')).toContain(reason);
  });

  it('may say seven words that the text says too', () => {
    const summary = 'Uses cookies to keep track of your stay.';
    expect(
      problems(
        version({ practices: [{ practice: 'cookies', speaks: 'names', summary }, ...version().practices.slice(1)] }),
      ),
    ).toEqual([]);
  });
});

describe('the history that ships', () => {
  const file = 'policy-data/organisations/sony-music/policies/history.json';
  const { versions } = JSON.parse(readFileSync(join(PROJECT, file), 'utf8')) as PolicyHistoryFile;
  const says = (id: string, practice: string): string | undefined =>
    versions.find((one) => one.id === id)?.practices.find((said) => said.practice === practice)?.speaks;

  it('holds the versions that were found, by their dates', () => {
    expect(versions.map(({ jurisdiction, date }) => `${jurisdiction} ${date}`)).toEqual([
      'US 2004-07',
      'US 2006-01',
      'GB 2009-02-10',
      'US 2012-08-03',
      'US 2015-12-15',
      'US 2020-01-01',
      'US 2023-11-22',
    ]);
  });

  // As the texts are known to differ: text messages came in 2006, location in 2012, monitoring by 2015, pre-saves by 2020.
  it.each([
    ['mobile-number', ['none', 'names', 'none', 'names', 'names', 'names', undefined]],
    ['flash-cookies', ['none', 'none', 'none', 'names', 'names', 'names', 'names']],
    ['location-look-up', ['none', 'none', 'none', 'names', 'names', 'names', 'general']],
    ['session-recording', ['unclear', 'unclear', 'none', 'unclear', 'general', 'general', undefined]],
    ['pre-save', ['none', 'none', 'none', 'unclear', 'unclear', 'names', undefined]],
    ['third-party-cookies', ['none', 'none', 'names', 'names', 'names', 'names', undefined]],
  ])('knows what each says of %s', (practice, expected) => {
    expect(versions.map(({ id }) => says(id, practice))).toEqual(expected);
  });
});

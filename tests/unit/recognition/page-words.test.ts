import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageWordsProblems } from '../../../checks/check-page-words.ts';
import dutch from '../../../policy-data/page-words/nl.json' with { type: 'json' };
import {
  fieldPhrases,
  helpingPhrases,
  linkPhrases,
  purposePhrases,
} from '../../../recognition/page-words/joined-words.ts';
import { isOfLink } from '../../../recognition/page-words/link-words.ts';
import { fieldWords, purposeWords, readableWords } from '../../../recognition/page-words/page-words.ts';
import { phrasePattern, plainPhrase } from '../../../recognition/page-words/phrases.ts';
import { spacedWords } from '../../../recognition/page-words/spaced-words.ts';
import type { PageWordsFile } from '../../../schemas/page-words.ts';
import { allFiles, importsOf } from '../read-sources.ts';

describe('spacedWords', () => {
  it.each([
    ['mailster-firstName', 'mailster first name'],
    ['customer[first_name]', 'customer first name'],
    ['EMAILAddress', 'email address'],
    ['address1', 'address 1'],
    ['18+', '18 plus'],
    ['  Straße  und\nHausnummer', 'strasse und hausnummer'],
    ['S’inscrire à l’infolettre', 's inscrire a l infolettre'],
    ['お名前（フリガナ）', 'お名前 フリガナ'],
    ['プライバシー', 'プライバシー'],
    ['ｅメール', 'eメール'],
    ['İstanbul', 'istanbul'],
    ['???', ''],
  ])('%j → %j', (text, expected) => {
    expect(spacedWords(text)).toBe(expected);
  });

  it('leaves alone what it has given', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'Z', 'é', '1', ' ', '-', 'İ', 'ß', 'が', 'ﾌﾟ'),
      maxLength: 40,
    });
    fc.assert(fc.property(text, (written) => spacedWords(spacedWords(written)) === spacedWords(written)));
  });
});

describe('a phrase', () => {
  it.each<[string, string | null]>([
    ['*Prénom', '*prenom'],
    ['abonn*', 'abonn*'],
    ["date d'expiration", 'date d expiration'],
    ['=Straße', '=strasse'],
    ['=contact* …', '=contact* …'],
    ['contact …', null],
    ['e*mail', null],
    ['name, age', null],
    ['*', null],
    ['', null],
  ])('%j is read as %j', (written, expected) => {
    expect(plainPhrase(written, true)).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['naam', 'voornaam', false],
    ['*naam', 'voornaam', true],
    ['*naam', 'voornaamwoord', false],
    ['*naam*', 'voornaamwoord', true],
    ['naam*', 'voornaam', false],
    ['abonn*', 'jetzt abonnieren', true],
    ['abonn*', 'unabonniert', false],
    ['=land', 'land', true],
    ['=land', 'landing page', false],
    ['=land', 'promised land', false],
    ['=neem …', 'neem contact', true],
    ['=neem …', 'ik neem contact', false],
    ['=neem …', 'neemt', false],
    ['=neem* …', 'neemt contact', true],
    ['mail list', 'e mail listen', false],
    ['', 'anything', false],
  ])('%j in %j: %s', (phrases, words, expected) => {
    expect(phrasePattern(phrases).test(words)).toBe(expected);
  });

  it('stands anywhere where no spaces are written', () => {
    expect(phrasePattern(plainPhrase('名前', false) ?? '').test('お名前を入力')).toBe(true);
    expect(phrasePattern(plainPhrase('=名', false) ?? '').test('名前')).toBe(false);
  });
});

describe('the words of all languages', () => {
  it('are those of each file', () => {
    const files = allFiles.filter((file) => file.startsWith('policy-data/page-words/'));
    expect(files.length).toBeGreaterThan(7);
    const taken = importsOf('recognition/page-words/joined-words.ts').map(({ to }) => to);
    expect(files.filter((file) => !taken.includes(file))).toEqual([]);
  });

  it('hold each phrase of a file once', () => {
    const joined = [fieldPhrases, purposePhrases, helpingPhrases, linkPhrases].flatMap((part) => Object.values(part));
    for (const phrases of joined.map((list) => list.split(','))) expect(phrases).toEqual([...new Set(phrases)]);
    expect(fieldPhrases.name.split(',')).toContain('*achternaam');
    expect(fieldPhrases.name.split(',')).toContain('*お名前*');
  });
});

describe('problems of the words', () => {
  const problemsOf = (change: Partial<PageWordsFile['fields']>): string[] =>
    pageWordsProblems(new Map([['nl', { ...dutch, fields: { ...dutch.fields, ...change } }]]))
      .filter(({ file }) => file !== '')
      .map(({ group, reason }) => `${group}: ${reason}`);

  it.each<[string, Partial<PageWordsFile['fields']>, string[]]>([
    ['none', {}, []],
    ['a mark in the midst', { age: ['leef*tijd'] }, ['fields.age: “leef*tijd” is not written as a phrase is']],
    [
      'a word twice, written in two ways',
      { age: ['één', 'een'] },
      ['fields.age: “een” is found by another phrase of the group already'],
    ],
    [
      'a word that another one begins',
      { age: ['leeftijd*', 'leeftijdsgroep'] },
      ['fields.age: “leeftijdsgroep” is found by another phrase of the group already'],
    ],
    [
      'a text that a word of it tells',
      { age: ['=jouw leeftijd', 'jouw'] },
      ['fields.age: “=jouw leeftijd” is found by another phrase of the group already'],
    ],
    ['a longer phrase that only ends so', { age: ['leeftijd', 'jouw leeftijd'] }, []],
    ['a word of two questions', { age: ['postcode'] }, ['fields.age: “postcode” stands in fields.zip-code too']],
  ])('%s', (_name, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  it('a group that no language has words for', () => {
    const nobody = { ...dutch, fields: { ...dutch.fields, age: [] } };
    expect(pageWordsProblems(new Map([['nl', nobody]]))).toContainEqual({
      file: '',
      group: 'fields.age',
      reason: 'no language has a word for it',
    });
    expect(
      pageWordsProblems(
        new Map([
          ['nl', nobody],
          ['nl-2', dutch],
        ]),
      ).map(({ group }) => group),
    ).not.toContain('fields.age');
  });
});

it.each([
  ['Gift card number', 'card-number'],
  ['Which country music do you like?', 'country'],
  ['Headphones', 'tel'],
  ['Landing page', 'country'],
] as const)('%j is no %s', (text, meaning) => {
  expect(fieldWords(meaning).test(readableWords(text))).toBe(false);
});

it.each([
  ['We do not discriminate', 'newsletter'],
  ['Informed consent', 'newsletter'],
  ['Twin pack', 'sweepstakes'],
  ['Tirage limité à 500 exemplaires', 'sweepstakes'],
  ['I presume so', 'job'],
  ['Recommend', 'contact'],
] as const)('%j is nothing for %s', (text, purpose) => {
  expect(purposeWords(purpose).test(readableWords(text))).toBe(false);
});

it.each([
  ['with-provider', 'Sign in with TikTok', true],
  ['with-provider', 'Listen with Googler', false],
  ['with-provider', 'Xでログイン', true],
  ['cookie-settings', 'Gestisci i cookie', true],
  ['cookie-settings', 'Gestisci i tuoi dati e cookie', false],
  ['cookie-settings', 'Datenschutzeinstellungen', true],
  ['shop-host', 'theshop', true],
  ['shop-host', 'shoponline', false],
] as const)('%s in %j: %s', (group, text, expected) => {
  expect(isOfLink(group, spacedWords(text))).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import {
  fieldWords,
  LANGUAGES,
  purposeWords,
  readableWords,
} from '../../../recognition/page-language/all-languages.ts';
import { phrasePattern, spacedWords } from '../../../recognition/page-language/spaced-words.ts';

describe('spacedWords', () => {
  it.each([
    ['mailster-firstName', 'mailster first name'],
    ['customer[first_name]', 'customer first name'],
    ['EMAILAddress', 'email address'],
    ['address1', 'address 1'],
    ['18+', '18 plus'],
    ['Straße  und\nHausnummer', 'strasse und hausnummer'],
    ['S’inscrire à l’infolettre', 's inscrire a l infolettre'],
    ['お名前（フリガナ）', 'お名前 フリガナ'],
    ['ｅメール', 'eメール'],
    ['İstanbul', 'istanbul'],
    ['???', ''],
  ])('%j → %j', (text, expected) => {
    expect(spacedWords(text)).toBe(expected);
  });
});

describe('phrases', () => {
  it.each(Object.entries(LANGUAGES))('of %s are written as a page’s words are read', (_name, words) => {
    const phrases = [words.fields, words.purposes, words.helping]
      .flatMap((part) => Object.values(part))
      .flatMap((list) => list.split(','))
      .map((phrase) => phrase.trim().replace(/^[*=]|\*$/g, ''));
    expect(phrases.filter((phrase) => phrase === '' || spacedWords(phrase) !== phrase)).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ['naam', 'voornaam', false],
    ['*naam', 'voornaam', true],
    ['naam*', 'voornaam', false],
    ['abonn*', 'jetzt abonnieren', true],
    ['abonn*', 'unabonniert', false],
    ['=land', 'land', true],
    ['=land', 'landing page', false],
    ['=land', 'promised land', false],
    ['mail list', 'e mail listen', false],
  ])('%j in %j: %s', (phrases, words, expected) => {
    expect(phrasePattern([{ phrases }])?.test(words)).toBe(expected);
  });

  it('stand anywhere where no spaces are written', () => {
    expect(phrasePattern([{ phrases: '名前', spaceless: true }])?.test('お名前を入力')).toBe(true);
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

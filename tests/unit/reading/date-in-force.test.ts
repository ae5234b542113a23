import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInForce } from '../../../reading/date-in-force.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readDocument } from '../../../reading/read-document.ts';
import { sentencesOf } from '../../../reading/sentences.ts';

const dateIn = (text: string, language = 'en', declared = language) => {
  const found = dateInForce(sentencesOf(readDocument(readPlainText(text))), language, declared);
  return found.kind === 'none' ? null : `${found.iso} ${found.of}`;
};

describe('the date of a policy', () => {
  it.each([
    ['Last updated: January 1, 2020', 'en', '2020-01-01 changed'],
    ['Last Revised: July, 2004', 'en', '2004-07 changed'],
    ['(Updated 1st November 2023)', 'en', '2023-11-01 changed'],
    ['This Privacy Policy was last updated on 30 November 2023.', 'en', '2023-11-30 changed'],
    ['Effective Date 01/01/2020', 'en', '2020-01-01 in-force'],
    ['Effective date: 25/05/2018', 'en', '2018-05-25 in-force'],
    ['This policy is effective as of November 30, 2023.', 'en', '2023-11-30 in-force'],
    ['Stand: Mai 2018', 'de', '2018-05 changed'],
    ['Stand 25.05.2018', 'de', '2018-05-25 changed'],
    ['Zuletzt aktualisiert am 1. März 2021', 'de', '2021-03-01 changed'],
    ['Diese Datenschutzerklärung ist gültig ab dem 3. Juli 2019.', 'de', '2019-07-03 in-force'],
    ['Dernière mise à jour : 12 juin 2020', 'fr', '2020-06-12 changed'],
    ['Date d’entrée en vigueur : 1er mai 2018', 'fr', '2018-05-01 in-force'],
    ['Última actualización: 3 de marzo de 2022', 'es', '2022-03-03 changed'],
    ['Fecha de entrada en vigor: 25 de mayo de 2018', 'es', '2018-05-25 in-force'],
    ['Laatst gewijzigd op 4 mei 2019', 'nl', '2019-05-04 changed'],
    ['Deze privacyverklaring is voor het laatst gewijzigd op 4 mei 2019.', 'nl', '2019-05-04 changed'],
    ['最終更新日：2020年1月5日', 'ja', '2020-01-05 changed'],
  ])('%s', (text, language, wanted) => {
    expect(dateIn(text, language)).toBe(wanted);
  });

  it.each([
    'The GDPR, effective May 25, 2018, gives you rights.',
    'Effective January 1, 2020, the California Consumer Privacy Act applies.',
    '© 2020 Sony Music Entertainment',
    'On 25 May 2018 we changed our offices.',
    'The previous version was updated on March 3, 2019.',
    'Our privacy policy was last updated when we moved, in the office that we had until 2019.',
    'Last updated: 2020-02-30',
    'Last updated',
  ])('is not given by: %s', (text) => {
    expect(dateIn(text)).toBeNull();
  });

  it('reads numbers in the order of the page’s region, and gives the year alone where that is not known', () => {
    expect(dateIn('Effective 01/05/2020', 'en', 'en-US')).toBe('2020-01-05 in-force');
    expect(dateIn('Effective 01/05/2020', 'en', 'en-GB')).toBe('2020-05-01 in-force');
    expect(dateIn('Effective 01/05/2020', 'en', 'en')).toBe('2020 in-force');
    expect(dateIn('Stand: 01.05.2020', 'de')).toBe('2020-05-01 changed');
  });

  it('takes the day since when it is in force before the day of a change, and a date in the next line', () => {
    expect(dateIn('Last updated: May 2, 2020\n\nEffective: June 1, 2020')).toBe('2020-06-01 in-force');
    expect(dateIn('# Policy\n\nLast updated\n\nMarch 2, 2020\n\nWe read.')).toBe('2020-03-02 changed');
  });

  it('counts in the middle of a long text only where the sentence names the text', () => {
    const sentences = Array.from({ length: 40 }, (_, at) => `We say sentence ${at}.`).join(' ');
    expect(dateIn(`${sentences} Updated: May 2, 2020. ${sentences}`)).toBeNull();
    expect(dateIn(`${sentences} This policy was updated on May 2, 2020. ${sentences}`)).toBe('2020-05-02 changed');
  });

  it('throws for no text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Last updated',
        'Effective ',
        'Stand: ',
        ' 1. Mai ',
        '2020',
        '99/99/2020',
        'policy ',
        '.',
        '\n',
        '年月日',
      ),
      fc.string({ unit: 'binary', maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        expect(dateIn(pieces.join(''))?.length ?? 9).toBeGreaterThan(3);
      }),
    );
  });
});

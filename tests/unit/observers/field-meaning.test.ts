import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldMeaning } from '../../../ledger/observation.ts';
import { fieldMeaning, type FieldMarks } from '../../../observers/page/field-meaning.ts';
import english from '../../../policy-data/page-words/en.json' with { type: 'json' };

const BARE: FieldMarks = {
  tag: 'input',
  type: 'text',
  autocomplete: '',
  inputmode: '',
  texts: [],
  questions: [],
  isAnswer: false,
};

/** The meaning of a field with these marks; `words` is all that it says. */
function meaning({ words, ...marks }: Partial<FieldMarks> & { readonly words?: string }): FieldMeaning {
  return fieldMeaning({ ...BARE, ...(words === undefined ? {} : { texts: [words] }), ...marks });
}

describe('each group of words', () => {
  it.each(Object.entries(english.fields))('%s is asked for by a phrase of its own', (group, phrases) => {
    const meanings = phrases.map((phrase) => meaning({ words: phrase.replace(/[=*]/g, '') }));
    expect(meanings.filter((found) => found === group || (found === 'mobile' && group === 'tel'))).not.toEqual([]);
  });
});

describe('by type', () => {
  it.each<[string, FieldMeaning]>([
    ['hidden', 'hidden'],
    ['password', 'password'],
    ['email', 'email'],
    ['tel', 'tel'],
    ['search', 'search'],
    ['file', 'upload'],
    ['text', 'other'],
    ['', 'other'],
    ['constructor', 'other'],
  ])('%j → %s', (type, expected) => {
    expect(meaning({ type })).toBe(expected);
  });

  it('knows types of inputs only', () => {
    expect(meaning({ tag: 'select', type: 'email' })).toBe('other');
  });
});

describe('by autocomplete token', () => {
  it.each<[string, FieldMeaning]>([
    ['email', 'email'],
    ['home tel-national', 'tel'],
    ['section-a mobile tel', 'mobile'],
    ['given-name', 'name'],
    ['honorific-prefix', 'name'],
    ['section-a shipping street-address', 'postal-address'],
    ['address-level2', 'postal-address'],
    ['billing postal-code webauthn', 'zip-code'],
    ['country-name', 'country'],
    ['bday-year', 'birth-date'],
    ['sex', 'gender'],
    ['username webauthn', 'user-name'],
    ['new-password', 'password'],
    ['cc-number', 'card-number'],
    ['cc-exp-month', 'card-detail'],
    ['off', 'other'],
  ])('%j → %s', (autocomplete, expected) => {
    expect(meaning({ autocomplete })).toBe(expected);
  });

  it('counts before the words', () => {
    expect(meaning({ autocomplete: 'postal-code', words: 'city' })).toBe('zip-code');
  });
});

describe('by words', () => {
  it.each<[FieldMeaning, string[]]>([
    ['email', ['E-mail', 'your_email', 'EMAIL', 'E-Mail-Adresse', 'Courriel', 'Correo electrónico', 'メールアドレス']],
    ['tel', ['Phone', 'Telefonnummer', 'Téléphone', 'Teléfono', 'Telefone', 'Telefono', 'Telefoon', '電話番号']],
    [
      'mobile',
      ['mobileNumber', 'Cell phone', 'Handynummer', 'Portable', 'Móvil', 'Celular', 'Cellulare', 'Mobiel', '携帯番号'],
    ],
    ['tel', ['Mobile or landline', 'Home phone or mobile', 'Festnetz oder Mobilnummer', 'Téléphone (fixe ou mobile)']],
    [
      'name',
      ['firstName', 'fname', 'Vorname', 'Nom', 'Nombre', 'Nome completo', 'Cognome', 'Achternaam', 'お名前', '氏名'],
    ],
    [
      'zip-code',
      ['zip', 'Postal code', 'Postleitzahl', 'Code postal', 'Código postal', 'CEP', 'CAP', 'Postcode', '郵便番号'],
    ],
    ['country', ['Country', 'Land', 'Pays', 'País', 'Paese', 'お住まいの国']],
    [
      'birth-date',
      [
        'date_of_birth',
        'dob',
        'Geburtsdatum',
        'Date de naissance',
        'Fecha de nacimiento',
        'Data de nascimento',
        'Data di nascita',
        'Geboortedatum',
        '生年月日',
      ],
    ],
    ['age', ['age', 'Alter', 'Edad', 'Idade', 'Leeftijd', '年齢']],
    ['gender', ['Gender', 'sex', 'Geschlecht', 'Sexe', 'Sexo', 'Sesso', 'Geslacht', '性別']],
    [
      'postal-address',
      ['address1', 'City', 'Straße', 'Ville', 'Dirección', 'Endereço', 'Indirizzo', 'Woonplaats', '住所'],
    ],
    ['user-name', ['username', 'Benutzername', 'Identifiant', 'Nombre de usuario', 'Gebruikersnaam', 'ユーザー名']],
    ['search', ['q', 'Search the site', 'Suche', 'Rechercher', 'Buscar', 'Cerca', 'Zoeken', '検索']],
    [
      'card-number',
      ['cardNumber', 'Credit card', 'Kartennummer', 'Numéro de carte', 'Número de tarjeta', 'カード番号'],
    ],
    ['card-detail', ['CVV', 'cvc', 'Name on card', 'Expiry date', 'Karteninhaber', '有効期限']],
    ['other', ['coupon', 'Company name', 'Favourite song', 'playlist_name', '', '???']],
  ])('%s', (expected, texts) => {
    expect(texts.map((words) => [words, meaning({ words })])).toEqual(texts.map((words) => [words, expected]));
  });

  it.each<[string, string]>([
    ["Friend's e-mail", 'email'],
    ['friend_email', 'text'],
    ['recipientEmail', 'text'],
    ['E-Mail deines Freundes', 'text'],
    ['E-mail de votre ami', 'email'],
    ['Correo de tu amigo', 'text'],
    ['お友達のメールアドレス', 'email'],
  ])('%j asks for the e-mail address of somebody else', (words, type) => {
    expect(meaning({ words, type })).toBe('friend-email');
  });

  it('takes nobody for a friend where no e-mail address is asked for', () => {
    expect(meaning({ words: "friend's name" })).toBe('name');
  });

  it('knows a card number in a field that only wants the keypad of a telephone', () => {
    expect(meaning({ type: 'tel', words: 'card number' })).toBe('card-number');
    expect(meaning({ type: 'tel', words: 'zip code' })).toBe('zip-code');
    expect(meaning({ type: 'tel', words: 'your number' })).toBe('tel');
  });

  it('does not take a message field for one of the things that it speaks of', () => {
    expect(meaning({ tag: 'textarea', type: '', words: 'Your message, with your name and e-mail' })).toBe('other');
    expect(meaning({ tag: 'textarea', type: '', words: 'Postal address' })).toBe('postal-address');
  });
});

describe('choices', () => {
  it.each<[string, string, FieldMeaning]>([
    ['checkbox', 'I agree to the terms', 'consent-box'],
    ['checkbox', 'Ja, ich willige ein', 'consent-box'],
    ['checkbox', "J'accepte de recevoir la newsletter", 'consent-box'],
    ['checkbox', 'Acepto las condiciones', 'consent-box'],
    ['checkbox', '利用規約に同意する', 'consent-box'],
    ['checkbox', 'I am over 16', 'age'],
    ['checkbox', 'I am 18 or older', 'age'],
    ['checkbox', 'Remember me', 'other'],
    ['checkbox', 'My e-mail address is new', 'other'],
    ['radio', 'gender', 'gender'],
    ['radio', 'I agree', 'other'],
    ['range', 'volume', 'other'],
  ])('%s %j → %s', (type, words, expected) => {
    expect(meaning({ type, words })).toBe(expected);
  });
});

it('always gives an answer', () => {
  const meanings = new Set<string>([
    ...['email', 'friend-email', 'tel', 'mobile', 'name', 'postal-address', 'zip-code', 'country'],
    ...[
      'birth-date',
      'age',
      'gender',
      'user-name',
      'password',
      'card-number',
      'card-detail',
      'upload',
      'consent-box',
      'search',
      'hidden',
      'other',
    ],
  ]);
  const stems = fc.constantFrom('name ', 'num', 'card ', 'over 1', '\n');
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: stems }));
  fc.assert(
    fc.property(text, fc.string(), fc.string(), text, (tag, type, autocomplete, words) =>
      meanings.has(fieldMeaning({ ...BARE, tag, type, autocomplete, texts: [words], questions: [words] })),
    ),
  );
  for (const words of ['name '.repeat(100_000), 'a'.repeat(1_000_000)])
    expect(meanings.has(meaning({ words }))).toBe(true);
});

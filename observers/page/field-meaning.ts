/** What does a field ask for? By its type, autocomplete token, name and label, in eight languages. */
import type { FieldMeaning } from '../../ledger/observation';
import { folded } from './page-words';

/** What a field shows of itself. Its content is none of it. */
export interface FieldMarks {
  /** "input", "select" or "textarea". */
  readonly tag: string;
  /** The type of an input, lower case; '' when none is written. */
  readonly type: string;
  readonly autocomplete: string;
  /** Name, id, placeholder, label: all that says what belongs in it, in any order. */
  readonly words: string;
}

/**
 * Autocomplete tokens, by how they begin.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field
 */
const TOKENS: readonly (readonly [RegExp, FieldMeaning])[] = [
  [/^email/, 'email'],
  [/^tel/, 'tel'],
  [/^(?:name|(?:given|additional|family)-name|honorific|nickname)/, 'name'],
  [/^postal-code/, 'zip-code'],
  [/^(?:street-address|address-l)/, 'postal-address'],
  [/^country/, 'country'],
  [/^bday/, 'birth-date'],
  [/^sex/, 'gender'],
  [/^username/, 'user-name'],
  [/^(?:current|new)-password/, 'password'],
  [/^cc-number/, 'card-number'],
  [/^cc-/, 'card-detail'],
];

const TYPES: ReadonlyMap<string, FieldMeaning> = new Map([
  ['hidden', 'hidden'],
  ['password', 'password'],
  ['email', 'email'],
  ['tel', 'tel'],
  ['search', 'search'],
  ['file', 'upload'],
]);

/** Looked at only where an e-mail address is asked for. */
const FRIEND = /friend|recipient|amig|\bamis?\b|amic[oi]|freund|empf|destinat|vriend|友/;
const EMAIL = /e-? ?mail|courriel|correo|メール/;

/**
 * Begins of words in English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese, as `folded` gives them. The
 * first row that fits counts. Short on purpose: every page loads them.
 */
const WORDS: readonly (readonly [RegExp, FieldMeaning])[] = [
  [
    /\bcv[vc]|\bcsc\b|security code|card ?holder|on card|\bexp(?:ir|\b)|inhaber|ablauf|titula|caducid|validade|scaden|vervald|有効期限|名義/,
    'card-detail',
  ],
  [
    /(?:card|karte|kaart|carte|tarjeta|cartao|carta|カード).{0,9}(?:num|no\b|番号)|num.{0,14}(?:cart|tarj)|credit ?card|クレジット/,
    'card-number',
  ],
  [EMAIL, 'email'],
  [/phone|mobil|movil|\btel|\bcel[lu]|\bsms\b|handy|rufnum|portable|電話|携帯/, 'tel'],
  [/\bzip|post(?:al)? ?code|\bplz|postleit|cod\w+ post|\bc[ae]p\b|郵便/, 'zip-code'],
  [
    /\bover (?:1\d|21)\b|\b1\d ?(?:\+|or o|years|jahre|ans\b|anos)|\b(?:age|alter|eta|edad|idade|leeftijd)\b|年齢|歳/,
    'age',
  ],
  [/birth|\bdob\b|\bbday|geburt|naissance|nacim|nasci|geboort|生年|誕生/, 'birth-date'],
  [/gender|\bsex|geschlecht|civilite|\bgenero\b(?! mus)|\bsesso|geslacht|性別/, 'gender'],
  [/country|\b(?:land|pa[iy]s|paese)\b|国/, 'country'],
  [
    /address|street|anschrift|strasse|stadt|direccion|ciudad|endereco|cidade|indirizzo|citta|\badres|straat|plaats|\b(?:city|town|state|province|region|ort|rue|ville|calle|rua)\b|住所|都道府県|市区/,
    'postal-address',
  ],
  [/user ?(?:name|id)|\blogin|screen ?name|benutzer|identifiant|usuario|utente|gebruiker|ユーザー/, 'user-name'],
  [/\bsearch|\bsuch|recherch|\bbusc|\bcerca|ricerca|\bzoek|検索|^[qs]\b/, 'search'],
  [
    /^(?!.*(?:company|firma|band|artist|song|list|album|file)).*(?:name|\bnom\b|prenom|\bnombre|apellido|\bnome\b|cognome|naam\b|氏名|[姓名])/,
    'name',
  ],
];

const CONSENT =
  /agree|consent|acc?ept|terms|privacy|opt ?in|subscri|newsletter|receive|updates|marketing|sign me|zustimm|willig|einverst|datenschutz|\bagb\b|erhalten|condi[ct]ion|condizion|recevoir|recib|receb|aceito|concordo|accett|ricever|akkoord|toestem|ontvang|voorwaard|同意|規約|受け取|メルマガ/;

/** Types that hold no text: their words say what is chosen, not what is typed. */
const CHOICES = /^(?:checkbox|radio|range|color)$/;
/** What a choice can ask for. */
const CHOSEN: readonly FieldMeaning[] = ['age', 'gender', 'country'];

/** Longest text of a field that is searched. */
const MAX_SEARCHED = 300;

/** firstName, first_name, customer[first-name] → words. */
function apart(words: string): string {
  return folded(
    words
      .slice(0, MAX_SEARCHED)
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/[_\-.:[\]()*]+/g, ' '),
  );
}

/** What the field asks for; "other" when nothing tells. */
export function fieldMeaning({ tag, type, autocomplete, words }: FieldMarks): FieldMeaning {
  const text = apart(words);
  const byType = tag === 'input' ? TYPES.get(type) : undefined;
  const asksEmail = byType === 'email' || (byType === undefined && EMAIL.test(text));
  if (asksEmail && !CHOICES.test(type) && FRIEND.test(text)) return 'friend-email';
  if (byType !== undefined && byType !== 'tel') return byType;

  // 'section-a shipping street-address webauthn' → the detail token is the last but webauthn.
  for (const token of autocomplete.toLowerCase().split(/\s+/)) {
    const known = TOKENS.find(([pattern]) => pattern.test(token));
    if (known !== undefined) return known[1];
  }
  const meant = WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (CHOICES.test(type)) {
    if (meant !== undefined && CHOSEN.includes(meant)) return meant;
    return type === 'checkbox' && CONSENT.test(text) ? 'consent-box' : 'other';
  }
  // A card number is often asked for in a field of type "tel", for its keypad.
  if (byType === 'tel')
    return meant === 'card-number' || meant === 'card-detail' || meant === 'zip-code' ? meant : 'tel';
  // A message field speaks of everything: "Your message, with your name and address".
  return tag === 'textarea' && meant !== 'postal-address' ? 'other' : (meant ?? 'other');
}

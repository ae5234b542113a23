/**
 * What does a field ask for? By its autocomplete token and type, then by each of its texts and names alone, the most telling
 * first: joined together, the end of one and the beginning of the next would make words that nobody wrote.
 */
import type { FieldMeaning } from '../../ledger/observation.ts';
import { fieldWords, helpingWords, readableWords } from '../../recognition/page-words/page-words.ts';
import type { FieldWord } from '../../schemas/page-words.ts';

/** What a field shows of itself. Its content is none of it. */
export interface FieldMarks {
  /** "input", "select" or "textarea". */
  readonly tag: string;
  /** The type of an input, lower case; '' when none is written. */
  readonly type: string;
  readonly autocomplete: string;
  readonly inputmode: string;
  /** Label, placeholder, name, id: each text that says what belongs in it, the most telling first. */
  readonly texts: readonly string[];
  /** The question above it: the legend or the name of its group, the nearest first. */
  readonly questions: readonly string[];
  /** Whether it is one of several answers to choose from, so that its label is no question. */
  readonly isAnswer: boolean;
}

/**
 * Autocomplete tokens, by how they begin.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field
 */
const TOKENS: readonly (readonly [RegExp, FieldMeaning])[] = [
  [/^email/, 'email'],
  [/^tel/, 'tel'],
  [/^(?:name$|(?:given|additional|family)-name|honorific)/, 'name'],
  [/^nickname/, 'user-name'],
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

/** Types that hold no text: their words say what is chosen, not what is typed. */
const CHOICES = /^(?:checkbox|radio|range|color)$/;
/** What a choice can ask for. */
const CHOSEN: readonly FieldWord[] = ['age', 'gender', 'country', 'birth-date'];
/** Types whose words speak of something else than a person. */
const NOT_OF_A_PERSON = /^(?:url|range|color|time|week)$/;

/** What is asked for in a field of type "tel" too. */
const NUMBERS: readonly FieldMeaning[] = ['card-number', 'card-detail', 'zip-code', 'birth-date', 'age'];

/** Longest text of a field that is searched. */
const MAX_SEARCHED = 200;

/** What a question about music and musicians asks for too. */
const OF_SOMEBODY: readonly FieldMeaning[] = ['age', 'birth-date', 'gender', 'country', 'postal-address'];

/** What a field can be known for by its words. Of two that fit, the one that stands first counts. */
const BY_WORDS: readonly FieldWord[] = [
  'card-detail',
  'card-number',
  'email',
  'tel',
  'zip-code',
  'age',
  'birth-date',
  'gender',
  'country',
  'postal-address',
  'user-name',
  'search',
  'name',
];

/** What these words ask for by themselves. */
function meantBy(words: string): FieldMeaning | null {
  for (const meaning of BY_WORDS) {
    if (!fieldWords(meaning).test(words)) continue;
    if (meaning === 'name' && helpingWords('not-a-person').test(words)) return null;
    if (OF_SOMEBODY.includes(meaning) && helpingWords('of-music').test(words)) return null;
    return meaning;
  }
  return null;
}

/** Whether words are nothing but parts of a date, a number or a name: 'Day', 'MM', 'First', 'birth 1'. */
function isOnly(pattern: RegExp, words: string): boolean {
  return words.split(' ').every((word) => pattern.test(word));
}

/** What the first of the texts asks for that asks for anything; the question above counts where they are parts of its answer. */
function meantByAll(texts: readonly string[], questions: readonly string[]): FieldMeaning | null {
  const [first = ''] = texts;
  const asked = (): FieldMeaning | null => questions.map(meantBy).find((meaning) => meaning !== null) ?? null;
  const question = texts.length === 0 || isOnly(helpingWords('part'), first) ? asked() : null;
  if (question !== null) return question;
  if (isOnly(helpingWords('part-of-name'), first) && asked() === 'name') return 'name';
  for (const text of texts) {
    const meaning = meantBy(text);
    if (meaning !== null) return meaning;
    // Its label says of whom or what the name is: 'Band name' stays nobody's, whatever its maker called the field.
    if (fieldWords('name').test(text) && helpingWords('not-a-person').test(text)) return null;
  }
  return null;
}

/** What the field asks for; "other" when nothing says. */
export function fieldMeaning(marks: FieldMarks): FieldMeaning {
  const meaning = meaningOf(marks);
  return meaning === 'tel' && asksForMobile(marks) ? 'mobile' : meaning;
}

/** Whether the telephone number is to be a mobile phone's, and may be no other. */
function asksForMobile({ texts, questions, autocomplete }: FieldMarks): boolean {
  if (/(?:^|\s)mobile\s+tel/.test(autocomplete.toLowerCase().slice(0, MAX_SEARCHED))) return true;
  const read = [...texts, ...questions].map((text) => readableWords(text.slice(0, MAX_SEARCHED)));
  const says = (word: 'mobile' | 'landline'): boolean => read.some((text) => helpingWords(word).test(text));
  return says('mobile') && !says('landline');
}

function meaningOf(marks: FieldMarks): FieldMeaning {
  const { tag, type, autocomplete, inputmode, isAnswer } = marks;
  const words = (texts: readonly string[]): string[] =>
    texts.map((text) => readableWords(text.slice(0, MAX_SEARCHED))).filter((text) => text !== '');
  const byType = tag === 'input' ? TYPES.get(type) : undefined;
  if (byType === 'hidden' || byType === 'search' || byType === 'upload') return byType;
  const texts = words(marks.texts);
  const questions = words(marks.questions);

  if (tag === 'input' && CHOICES.test(type)) return choiceMeaning(type, texts, questions, isAnswer);

  // 'section-a shipping street-address webauthn' → the detail token is the last but webauthn.
  let token: FieldMeaning | undefined;
  for (const word of autocomplete.toLowerCase().slice(0, MAX_SEARCHED).split(/\s+/))
    token ??= TOKENS.find(([pattern]) => pattern.test(word))?.[1];
  if (byType === 'password') {
    const meant = token ?? meantByAll(texts, questions);
    return meant === 'card-detail' || meant === 'card-number' ? meant : 'password';
  }
  const ofEmail = (): FieldMeaning =>
    texts.some((text) => helpingWords('friend').test(text)) ? 'friend-email' : 'email';
  // Before the words: most pages have a form for news and no other, whose field needs none of them.
  if (byType === 'email') return ofEmail();
  const byWords = tag === 'input' && NOT_OF_A_PERSON.test(type) ? null : meantByAll(texts, questions);
  const isEmail = byType === undefined && (token === 'email' || (token ?? byWords) === 'email');
  if (isEmail && ofEmail() === 'friend-email') return 'friend-email';
  if (token !== undefined) return token;
  // A card number is often asked for in a field of type "tel", for its keypad.
  if (byType === 'tel') {
    return NUMBERS.find((meaning) => meaning === byWords) ?? 'tel';
  }
  if (byWords === null && inputmode === 'email') return 'email';
  // A message field speaks of everything: "Your message, with your name and address".
  return tag === 'textarea' && byWords !== 'postal-address' ? 'other' : (byWords ?? 'other');
}

/** What a choice asks for. The label of an answer is none of it: "Country" may be a kind of music. */
function choiceMeaning(
  type: string,
  texts: readonly string[],
  questions: readonly string[],
  isAnswer: boolean,
): FieldMeaning {
  const asked = (isAnswer ? questions : [...texts, ...questions])
    // Most boxes speak of none of it, and need not be asked about all the rest.
    .filter((text) => CHOSEN.some((meaning) => fieldWords(meaning).test(text)))
    .flatMap((text) => meantBy(text) ?? []);
  const found = asked.find((meaning) => CHOSEN.some((chosen) => chosen === meaning));
  // A box is a statement: it can be about an age, and never about a country.
  const meant = type === 'checkbox' && found === 'country' ? undefined : found;
  if (type !== 'checkbox' || isAnswer) return meant ?? 'other';
  if (texts.some((text) => helpingWords('of-age').test(text))) return 'age';
  if (meant !== undefined) return meant;
  return texts.some((text) => helpingWords('consent').test(text)) ? 'consent-box' : 'other';
}

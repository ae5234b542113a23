/**
 * Words before a full stop that do not end a sentence, of the languages in which the policies that we read are written. All in small
 * letters, without their last full stop.
 */

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** Always followed by what they belong to: a name, a number, an example. */
const LEADING: ReadonlySet<string> = wordsOf(
  // English
  'e.g eg i.e ie cf viz vs approx mr mrs ms dr prof attn sec secs para paras fig vol incl resp',
  'messrs hon',
  // German
  'z.b d.h u.a i.d.r i.s.d i.s.v i.v.m o.ä o.g s.o s.u v.a z.t u.u i.ü m.w.n bzw evtl ggf gem abs lit nr',
  'nrn ziff rn inkl exkl sog insb vgl bspw zzgl einschl hr fr str buchst aufl entspr allg ggü zb dh betr',
  'mind',
  // French
  'p.ex c.-à-d c.à.d mm mme mlle env réf',
  // Spanish and Portuguese
  'p.ej p.e sr sra srta srs dª dña núm núms pág págs apdo avda',
  // Dutch
  'bijv bv d.w.z dwz m.b.t i.v.m o.a m.u.v d.m.v t.a.v a.u.b jl dhr mevr blz evt nl',
);

/** Part of a number when one follows ("No. 4", "Tel. +49"), else a word like any other ("No."). */
const NUMBERED: ReadonlySet<string> = wordsOf('no nos art arts max min ca n c d m p pp str tel fax ext');

/** Abbreviations of other languages that are words in this one: "You may change your mind. Cookies are …" */
const WORDS_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map([['en', wordsOf('mind gem lit abs env bv')]]);

/** They may also stand at the end of a sentence: it ends there when the next word is one that sentences often begin with. */
const TRAILING: ReadonlySet<string> = wordsOf(
  'inc ltd corp co llc plc bros jr sr etc al u.s u.k u.s.a e.u d.c n.y a.m p.m jan feb mar apr jun jul aug',
  'sep sept oct nov dec dept div est st ave blvd usw u.s.w uvm u.v.m ff f sä okt dez gmbh e.v n.v b.v enz',
  'e.d s.a s.a.s s.l s.l.u s.r.l s.p.a s.a.r.l ee.uu ltda cía cia janv févr avr juil déc',
);

/** The first halves of those that may be written with a space ("z. B."): the full stop inside them is no end either. */
const HALVES: ReadonlySet<string> = wordsOf('z d u i o s v p c m a t b j');

/** Words with which sentences of policies begin, in small letters. */
const BEGINNINGS: ReadonlySet<string> = wordsOf(
  'we you the this these those if in our your when for it its to by as they there such please however some',
  'any all where with at on an a each',
  'under while although because unless you’re we’re i my no not only once other should that their upon what',
  'who how do does is are',
  'wir sie die der das dies diese dieser wenn in unsere unser ihre ihr es zur zum bei für sofern soweit',
  'falls durch auf mit alle eine ein nach',
  'nous vous le la les ce cette ces si en notre votre nos vos lorsque pour il ils elle par dans ainsi toute',
  'tout une un',
  'nosotros usted el los las este esta estos estas cuando nuestra nuestro su sus para por al todo una',
  'wij we u de het deze dit als onze uw wanneer voor om bij door met indien alle een',
  'nós você o os as este esta se nosso nossa seu sua para por quando',
);

/**
 * What an abbreviation says of the full stop behind it: 'leading' no end, 'numbered' none before a number, 'trailing' an end before a
 * word that begins sentences; null: the word is no abbreviation. `language`: of the text, as a code of two letters.
 */
export function abbreviationKind(word: string, language: string): 'leading' | 'numbered' | 'trailing' | null {
  const plain = word.toLowerCase();
  if (WORDS_OF.get(language)?.has(plain) === true && word === plain) return null;
  if (NUMBERED.has(plain) || plain.endsWith('str')) return 'numbered';
  if (LEADING.has(plain)) return 'leading';
  if (TRAILING.has(plain) || /^(?:[a-zäöüé]\.)+[a-zäöüé]$/.test(plain)) return 'trailing';
  return null;
}

/** Whether two words with a full stop each are one abbreviation in two halves: "z. B.", "p. ej.", "d. h.". */
export function isHalved(first: string, second: string): boolean {
  const one = first.toLowerCase();
  return HALVES.has(one) && LEADING.has(`${one}.${second.toLowerCase()}`);
}

/** Whether sentences often begin with this word. */
export function beginsSentences(word: string): boolean {
  return BEGINNINGS.has(word.toLowerCase().replace(/'/g, '’'));
}

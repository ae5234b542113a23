/**
 * Since when a policy is in force, or when it was last changed, as its own text says: in the usual wordings of six languages. Most
 * policies give no date. A year behind ©, the day of a law and the date of an example are not it: only a wording that speaks of the
 * text itself counts.
 */
import { monthNumber } from './months.ts';
import type { PolicyDate, Sentence } from './policy-reading.ts';

/** Years in which a policy of a website can have been written. */
const FIRST_YEAR = 1995;
const LAST_YEAR = 2099;
/** Sentences at the beginning and at the end in which a short wording counts; a date elsewhere needs a full sentence. */
const PLACES_AT_ENDS = 25;
/** How far behind a wording its date may begin, and how long both may be together, in characters. */
const GAP = 40;
const REACH = 75;
/** What any date has in it: few sentences have, and the others are passed over. */
const HAS_YEAR = /(?:19|20)\d\d|\d[./-]\d\d/;
/** A label whose date may stand in the next line, in characters. */
const LONGEST_LABEL = 60;
/** Longest sentence that may give a date. */
const LONGEST_SENTENCE = 400;
const MONTH = '([a-z\u00c0-\u024f]{3,12})\\.?';
/** In the order in which they are tried: the longest first. */
const DATE_FORMS: readonly (readonly [
  RegExp,
  (found: readonly string[], isMonthFirst: boolean | null) => string | null,
])[] = [
  [/\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b/, ([, y, m, d]) => iso(y, m, d)],
  [/((?:19|20)\d\d)\s*\u5e74\s*(\d{1,2})\s*\u6708\s*(\d{1,2})\s*\u65e5/, ([, y, m, d]) => iso(y, m, d)],
  [
    new RegExp(
      `\\b(\\d{1,2})(?:\\.|st|nd|rd|th|er|\u00ba)?\\s*(?:of\\s+|de\\s+)?${MONTH},?\\s*(?:of\\s+|de[l]?\\s+)?((?:19|20)\\d\\d)\\b`,
    ),
    ([, d, m, y]) => iso(y, monthOf(m), d),
  ],
  [
    new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`),
    ([, m, d, y]) => iso(y, monthOf(m), d),
  ],
  [new RegExp(`\\b${MONTH},?\\s+(?:de\\s+|of\\s+)?((?:19|20)\\d\\d)\\b`), ([, m, y]) => iso(y, monthOf(m))],
  [/\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)\b/, ([, a, , b, y], isMonthFirst) => numbers(a, b, y, isMonthFirst)],
  [/\b(\d{1,2})[./]((?:19|20)\d\d)\b/, ([, m, y]) => iso(y, m)],
];

function monthOf(name: string | undefined): string | undefined {
  const number = monthNumber(name ?? '');
  return number === null ? undefined : String(number);
}

/** '2020', '1', '5' → '2020-01-05'; null for a day that no calendar has. */
function iso(year: string | undefined, month: string | undefined, day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), day === undefined ? 1 : Number(day)];
  if (!(y >= FIRST_YEAR && y <= LAST_YEAR && m >= 1 && m <= 12 && d >= 1)) return null;
  if (new Date(Date.UTC(y, m - 1, d)).getUTCMonth() !== m - 1) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  return day === undefined ? `${y}-${two(m)}` : `${y}-${two(m)}-${two(d)}`;
}

/** A date in numbers alone. Where either may be the month, and the language does not tell, it gives the year. */
function numbers(a = '', b = '', written = '', isMonthFirst: boolean | null): string | null {
  const year = written.length === 2 ? `20${written}` : written;
  const [first, second] = [Number(a), Number(b)];
  if (first > 12) return iso(year, b, a);
  if (second > 12 || isMonthFirst === true || first === second) return iso(year, a, b);
  if (isMonthFirst === false) return iso(year, b, a);
  return iso(year, '1', '1') === null || first === 0 || second === 0 ? null : year;
}

/** The first date in a text of small letters, and where it stands. */
function dateIn(text: string, isMonthFirst: boolean | null): { at: number; date: string } | null {
  let first: { at: number; date: string } | null = null;
  for (const [form, read] of DATE_FORMS) {
    const found = form.exec(text);
    if (found === null || (first !== null && found.index >= first.at)) continue;
    const date = read(found, isMonthFirst);
    if (date !== null) first = { at: found.index, date };
  }
  return first;
}

/** Wordings that speak of the change of the text, and of its coming into force, in small letters. */
const CHANGED = [
  'last (?:updated?|revised|modified|changed|reviewed|edited|amended)|(?:last|latest|most recent) (?:update|revision|modification|change|version)',
  '(?:date of (?:the )?last|latest) (?:update|revision)|revision date|date (?:last )?(?:revised|updated)|revised|updated(?: on| as of)?|posted(?: on)?',
  'stand|letzte (?:aktualisierung|\u00e4nderung|\u00fcberarbeitung)|zuletzt (?:aktualisiert|ge\u00e4ndert|\u00fcberarbeitet)|aktualisiert am|letzter stand|version vom|fassung vom',
  'derni\u00e8re (?:mise \u00e0 jour|modification|r\u00e9vision|actualisation)|mise? \u00e0 jour(?: le| du)?|derni\u00e8re date de mise \u00e0 jour|modifi\u00e9e? le',
  '(?:\u00faltima|fecha de la \u00faltima|fecha de) (?:actualizaci\u00f3n|modificaci\u00f3n|revisi\u00f3n)|actualizad[ao](?: el| a)?|revisad[ao] el',
  '(?:laatst|voor het laatst) (?:gewijzigd|bijgewerkt|herzien|aangepast)|laatste (?:wijziging|update|aanpassing|versie)|versie van|datum',
  '\u00faltima (?:atualiza\u00e7\u00e3o|modifica\u00e7\u00e3o|revis\u00e3o)|atualizad[ao] em',
  '(?:\u6700\u7d42)?(?:\u66f4\u65b0|\u6539\u5b9a)\u65e5?',
];
const IN_FORCE = [
  'effective(?: date| as of| from| since| on)?|(?:is |was )?in (?:force|effect) (?:as of|from|since)|takes effect(?: on)?|valid from',
  'g\u00fcltig (?:ab|seit)|in kraft (?:seit|ab|getreten am)|tritt am|inkrafttreten|wirksam ab',
  "(?:date d[\u2019']?)?entr\u00e9e en vigueur|en vigueur (?:depuis|\u00e0 compter|au|le)|(?:applicable|effective?) (?:\u00e0 compter|depuis) du",
  '(?:fecha de )?entrada en vigor|vigente desde|en vigor desde|fecha efectiva|entra en vigor',
  'ingangsdatum|geldig (?:vanaf|sinds)|van kracht (?:vanaf|sinds|per|op)|ingaande',
  'em vigor (?:desde|a partir)|data de vig\u00eancia|vigente desde',
  '\u65bd\u884c\u65e5|\u5236\u5b9a\u65e5?',
];

const START = `^[\\s("\u2022*\u2013\u2014-]*(?:(?:this|the|our|diese|der|die|das|cette|la|el|esta|deze|dit)\\s[^.:]{0,80}?(?:was|is|has been|has|wurde|ist|est|a \u00e9t\u00e9|fue|ha sido|werd)\\s+)?`;
const compiled = (wordings: readonly string[], before: string): RegExp =>
  new RegExp(`${before}(?:date\\s*:?\\s*)?(?:${wordings.join('|')})(?![a-z\u00df-\u024f])`);

/** At the beginning of its sentence. */
const AT_START = { changed: compiled(CHANGED, START), 'in-force': compiled(IN_FORCE, START) };
/** Anywhere in a sentence that names the text: "This Privacy Policy was last updated on …". */
const ANYWHERE = {
  changed: compiled(CHANGED, '(?:^|[^a-z\u00df-\u024f])'),
  'in-force': compiled(IN_FORCE, '(?:^|[^a-z\u00df-\u024f])'),
};
const OF_THE_TEXT =
  /\b(?:polic(?:y|ies)|notice|statement|version|document|datenschutz\w*|erkl\u00e4rung|hinweise?|richtlinie|politique|charte|d\u00e9claration|pol\u00edtica|aviso|documento|privacybeleid|privacyverklaring|cookiebeleid|beleid|verklaring)\b/;
/** Sentences on laws, and on older or other texts, date those. */
const OF_A_LAW =
  /\b(?:acts?|laws?|regulation|directive|gdpr|ccpa|cpra|lgpd|dsgvo|gesetz\w*|verordnung|rgpd|loi|r\u00e8glement|ley|reglamento|avg|wet|verordening|shield|code)\b/;
const OF_ANOTHER =
  /\b(?:previous|prior|earlier|former|archived?|fr\u00fchere?[nrs]?|pr\u00e9c\u00e9dente?|anterior(?:es)?|vorige|eerdere)\b/;

/** Whether numbers put the month first, as in the United States; null where the language alone does not tell. */
function isMonthFirst(language: string, declared: string): boolean | null {
  if (language !== 'en') return false;
  const region = /[-_]([a-z]{2})\b/i.exec(declared)?.[1]?.toLowerCase();
  if (region === undefined) return null;
  return ['us', 'ph'].includes(region);
}

/** The date in a sentence, and of what; null where it dates nothing, or something else. */
function dateOf(sentence: Sentence, next: Sentence | undefined, isAtEnd: boolean, monthFirst: boolean | null) {
  const own = sentence.text.toLowerCase();
  // A label may stand alone, and its date in the next line.
  const isLabel = own.length < LONGEST_LABEL && dateIn(own, monthFirst) === null;
  const label = isLabel ? `${own} ${next?.text.toLowerCase() ?? ''}` : own;
  if (label.length > LONGEST_SENTENCE || OF_A_LAW.test(label) || OF_ANOTHER.test(label)) return null;
  const namesText = OF_THE_TEXT.test(label);
  for (const meaning of ['in-force', 'changed'] as const) {
    const wording =
      (isAtEnd ? AT_START[meaning].exec(label) : null) ?? (namesText ? ANYWHERE[meaning].exec(label) : null);
    // The wording is this sentence's own, even where its date stands in the next.
    if (wording === null || wording.index >= own.length) continue;
    const behind = wording.index + wording[0].length;
    const found = dateIn(label.slice(behind, behind + REACH).replace(/[!?;].*/s, ''), monthFirst);
    if (found !== null && found.at <= GAP) return { iso: found.date, of: meaning };
  }
  return null;
}

/**
 * Of what a sentence dates the text, with the next one where it is a label alone; null where it dates nothing. Two texts whose
 * sentences differ in that date alone have not changed.
 */
export function datesText(sentence: Sentence, next: Sentence | undefined): 'in-force' | 'changed' | null {
  const isLabel = sentence.text.length < LONGEST_LABEL;
  if (!HAS_YEAR.test(sentence.text) && !(isLabel && HAS_YEAR.test(next?.text ?? ''))) return null;
  return dateOf(sentence, next, true, false)?.of ?? null;
}

/**
 * The date of a text. Where it gives both, the one since when it is in force; where it gives several, the first.
 * `language`: of the text; `declared`: language and region as the page declares them, by which 01/02/2020 is read.
 */
export function dateInForce(sentences: readonly Sentence[], language: string, declared: string): PolicyDate {
  const monthFirst = isMonthFirst(language, declared);
  let best: Extract<PolicyDate, { kind: 'found' }> | null = null;
  for (const sentence of sentences) {
    const { at } = sentence;
    const isLabel = sentence.text.length < LONGEST_LABEL;
    if (!HAS_YEAR.test(sentence.text) && !(isLabel && HAS_YEAR.test(sentences[at + 1]?.text ?? ''))) continue;
    const isAtEnd = at < PLACES_AT_ENDS || at >= sentences.length - PLACES_AT_ENDS;
    const found = dateOf(sentence, sentences[at + 1], isAtEnd, monthFirst);
    if (found === null || (best !== null && (best.of === 'in-force' || found.of === 'changed'))) continue;
    best = { kind: 'found', sentence: at, ...found };
  }
  return best ?? { kind: 'none' };
}

/** Names of months, for dates and for the full stop behind a German ordinal ("1. Januar"). */

/** January to December, in small letters: full names and short ones of English, German, French, Spanish, Dutch, Portuguese, Italian. */
const NAMES: readonly string[] = [
  'january jan januar jänner janvier janv enero ene januari janeiro gennaio',
  'february feb februar feber février févr fevrier febrero februari fevereiro fev febbraio',
  'march mar märz maerz mars marzo maart mrt março marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo mei maio maggio',
  'june jun juni juin junio junho giugno',
  'july jul juli juillet juil julio julho luglio',
  'august aug août aout agosto ago augustus',
  'september sep sept septembre septiembre setiembre setembro set settembre',
  'october oct oktober okt octobre octubre outubro out ottobre',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre',
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** 1 to 12 for a month's name, full or short, with a full stop or without; null for another word. */
export function monthNumber(name: string): number | null {
  return NUMBERS.get(name.toLowerCase().replace(/\.$/, '')) ?? null;
}

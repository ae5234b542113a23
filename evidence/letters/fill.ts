/** Fills the places of a letter's words, and makes what a page named fit to stand in it. Pure. */
import type { LetterWordsFile } from '../../schemas/letter-data.ts';

/**
 * Fills `{name}` by what `values` has for it, in one pass: what is filled in is never read as a place itself.
 * @throws Error when a place has no value
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`A letter has nothing for {${name}}`);
    return value;
  });
}

/** Most UTF-16 code units of a name that a page made. */
const LONGEST_NAME = 80;

/**
 * A name that a page made, on one line: without control and direction characters, with round brackets in place of those that mark what is to be
 * filled in, and with '…' in place of runs of digits and letters that may tell a person apart: '_hjSession_1234567' → '_hjSession_…'.
 */
export function plainName(name: string): string {
  const plain = name
    .replace(/[\p{C}\s]+/gu, ' ')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/[\p{L}\p{N}%=+/-]*\p{N}{5,}[\p{L}\p{N}%=+/-]*|[0-9a-f]{8,}|[\p{L}\p{N}]{32,}/giu, '…')
    .trim();
  return plain.length <= LONGEST_NAME
    ? plain
    : `${Array.from(plain)
        .slice(0, LONGEST_NAME / 2)
        .join('')}…`;
}

/** '2011-12-31' → '31 December 2011'; what is no day stays as it is. */
export function letterDate({ locale }: LetterWordsFile, day: string): string {
  const at = Date.parse(day);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

/** A moment with day and time in a zone, and the zone's name; in UTC where the zone is unknown to this browser. */
export function letterTime(
  { locale }: LetterWordsFile,
  at: number,
  timeZone: string,
): { readonly time: string; readonly zone: string } {
  const options = { dateStyle: 'long', timeStyle: 'medium' } as const;
  try {
    return { time: new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at), zone: timeZone };
  } catch {
    return { time: new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at), zone: 'UTC' };
  }
}

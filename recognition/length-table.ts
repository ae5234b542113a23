/** A table of names that is quick to take in and quick to ask: its parts are read when they are first needed. */

/** At [n] the names of n characters, each before its value: 'a.example|3|b.example|17'; '' for none. JSON.parse takes it as it is. */
export type LengthTable = readonly string[];

/** What separates names and values. */
export const SEPARATOR = '|';

/**
 * Names with their values → table.
 *
 * @throws Error for a name that is empty, and for a name or value that holds the separator.
 */
export function writeTable(values: ReadonlyMap<string, string | number>): LengthTable {
  const texts: string[] = [];
  for (const [name, value] of values) {
    if (name === '' || `${name}${value}`.includes(SEPARATOR)) throw new Error(`“${name}” does not fit into a table`);
    const before = texts[name.length];
    texts[name.length] = `${before === undefined ? '' : before + SEPARATOR}${name}${SEPARATOR}${value}`;
  }
  return Array.from(texts, (text: string | undefined) => text ?? '');
}

/** Gives a function that asks a table for the value of a name; undefined for a name that it lacks. */
export function readTable(table: LengthTable): (name: string) => string | undefined {
  const byLength: (ReadonlyMap<string, string> | undefined)[] = [];
  return (name) => (byLength[name.length] ??= readNames(table[name.length] ?? '')).get(name);
}

function readNames(text: string): Map<string, string> {
  const values = new Map<string, string>();
  const words = text.split(SEPARATOR);
  for (let at = 1; at < words.length; at += 2) values.set(words[at - 1] ?? '', words[at] ?? '');
  return values;
}

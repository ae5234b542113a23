/**
 * Names with their values in one long text, which is searched as it stands: whoever starts asks for few of thousands, and a table of all takes longer
 * than the answers.
 */

/** What ends a line. JSON writes it as it is, as it would not a line's end. */
export const LINE_END = '~';

/**
 * Names with their values → text: a line for each, 'name value', in the order of the names.
 *
 * @throws Error for a name or a value that would break its line
 */
export function writeLines(values: ReadonlyMap<string, string>): string {
  const inOrder = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder
    .map(([name, value]) => {
      if (name.includes(' ') || `${name}${value}`.includes(LINE_END)) throw new Error(`“${name}” does not fit a line`);
      return `${name} ${value}${LINE_END}`;
    })
    .join('');
}

/** Gives a function: name → value; undefined for a name that the text lacks. It halves the text until it stands at the name's line. */
export function readLines(text: string): (name: string) => string | undefined {
  return (name) => {
    let from = 0;
    let to = text.length;
    while (from < to) {
      const begin = text.lastIndexOf(LINE_END, ((from + to) >> 1) - 1) + 1;
      const space = text.indexOf(' ', begin);
      const end = text.indexOf(LINE_END, space);
      const found = text.slice(begin, space);
      if (found === name) return text.slice(space + 1, end);
      if (found < name) from = end + 1;
      else to = begin;
    }
    return undefined;
  };
}

/** The domains of an index of companies (company-index.ts), searched in their text as it stands: a page asks for few, and a table of all takes longer than its answers. */

/** What ends a line of the index. JSON writes it as it is, as it would not a line's end. */
export const LINE_END = '~';

/** Domain → position of its company, as a text: a line for each, 'domain position', in the order of the domains. */
export function writeDomains(positions: ReadonlyMap<string, number>): string {
  const inOrder = [...positions].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([domain, position]) => `${domain} ${position.toString(36)}${LINE_END}`).join('');
}

/** Gives a function: domain → position of its company. It halves the text until it stands at the domain's line. */
export function positionsIn(text: string): (domain: string) => number | undefined {
  return (domain) => {
    let from = 0;
    let to = text.length;
    while (from < to) {
      const begin = text.lastIndexOf(LINE_END, ((from + to) >> 1) - 1) + 1;
      const space = text.indexOf(' ', begin);
      const end = text.indexOf(LINE_END, space);
      const found = text.slice(begin, space);
      if (found === domain) return parseInt(text.slice(space + 1, end), 36);
      if (found < domain) from = end + 1;
      else to = begin;
    }
    return undefined;
  };
}

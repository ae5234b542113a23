/** Where does each quote stand in its text? */

/** A piece of clauses.json: a clause, or what is set aside. */
export interface Quoting {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Gives each piece the offsets of its quote in `text`, in UTF-16 code units. The longest quotes choose first, and no place is given
 * twice: a heading that a sentence repeats stands at the heading, and a sentence that the text has twice at its first place, then at
 * its second. A quote that does not stand in the text keeps the offsets that it had, and is told in `missing`.
 */
export function placeQuotes<T extends Quoting>(
  text: string,
  pieces: readonly T[],
): { readonly pieces: readonly T[]; readonly missing: readonly string[] } {
  const taken: { readonly start: number; readonly end: number }[] = [];
  const places = new Map<T, { readonly start: number; readonly end: number }>();
  for (const piece of pieces.toSorted((a, b) => b.quote.length - a.quote.length)) {
    const { length } = piece.quote;
    let start = text.indexOf(piece.quote);
    while (start !== -1 && taken.some((other) => start < other.end && other.start < start + length))
      start = text.indexOf(piece.quote, start + 1);
    if (start === -1) continue;
    const place = { start, end: start + length };
    taken.push(place);
    places.set(piece, place);
  }
  return {
    pieces: pieces.map((piece) => ({ ...piece, ...places.get(piece) })),
    missing: pieces.filter((piece) => !places.has(piece)).map(({ quote }) => quote),
  };
}

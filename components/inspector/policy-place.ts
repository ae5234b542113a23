/** Sentences of the policy's view, as parts of its address: several texts may have sentences of one id. */

const DIVIDER = '@';

/** A sentence of a text, in an address. */
export function sentencePart(sentence: string, text: string): string {
  return `${sentence}${DIVIDER}${text}`;
}

/** The sentence that is meant; `text` is null where no text was named. */
export function sentenceAt(part: string): { readonly sentence: string; readonly text: string | null } {
  const at = part.indexOf(DIVIDER);
  return at < 0 ? { sentence: part, text: null } : { sentence: part.slice(0, at), text: part.slice(at + 1) };
}

/** What the extension asks of the script that reads a policy in a page, once it runs there, and the answer. */

/** Name of the highlight, by which the style sheet that shows it speaks of it (`background/policy-page.ts`). */
export const QUOTE_HIGHLIGHT = 'liner-notes-quote';

/** What became of a quote: it is marked; it stands in a section that is folded; it is not in the page. */
export type MarkResult = 'marked' | 'folded' | 'not-found';

/** Marks a quote and scrolls to it; `before`: how many times the same words stand before it. */
export interface MarkQuoteMessage {
  readonly type: 'mark-quote';
  readonly quote: string;
  readonly before: number;
}

/** Takes the mark away. */
export interface UnmarkQuoteMessage {
  readonly type: 'unmark-quote';
}

/** Answer to `mark-quote`. */
export interface MarkReply {
  readonly result: MarkResult;
}

/** The message, when it is one of these; null otherwise. */
export function readQuoteMessage(input: unknown): MarkQuoteMessage | UnmarkQuoteMessage | null {
  if (typeof input !== 'object' || input === null || !('type' in input)) return null;
  if (input.type === 'unmark-quote') return { type: 'unmark-quote' };
  const { type, quote, before } = input as Partial<Record<keyof MarkQuoteMessage, unknown>>;
  if (type !== 'mark-quote' || typeof quote !== 'string' || typeof before !== 'number') return null;
  return { type, quote, before };
}

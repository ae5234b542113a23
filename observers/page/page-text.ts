/** The words that stand in a part of the page: labels, headings, buttons; never what somebody typed. */
import { clip, MAX_TEXT_LENGTH } from '../../ledger/observation.ts';

/** Elements whose text is no words of the page, or may be what somebody typed or chose. */
const SILENT = /^(?:script|style|noscript|template|textarea|select|option|svg|iframe|object|video|audio|canvas)$/i;
/** Most nodes that are walked for words. */
const MAX_NODES = 400;

/** The texts inside `element`, one for each text node, in document order; about `most` characters together. */
export function textsIn(element: Element, most: number): string[] {
  const texts: string[] = [];
  let left = most;
  const accept = (node: Node): number =>
    node.nodeType === Node.ELEMENT_NODE && SILENT.test(node.nodeName)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT;
  const walker = Document.prototype.createTreeWalker.call(
    document,
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    accept,
  );
  for (let walked = 0; walked < MAX_NODES && left > 0 && walker.nextNode() !== null; walked += 1) {
    const node = walker.currentNode;
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const text = node.nodeValue?.slice(0, left).trim() ?? '';
    if (text === '') continue;
    texts.push(text);
    left -= text.length;
  }
  return texts;
}

/**
 * The words around a place in a text, at most 80 characters.
 *
 * excerpt('… and sign up for our newsletter', 20) → the words from shortly before place 20 on
 */
export function excerpt(text: string, place: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= MAX_TEXT_LENGTH) return plain;
  const start = place < MAX_TEXT_LENGTH / 2 ? 0 : plain.indexOf(' ', place - MAX_TEXT_LENGTH / 2) + 1;
  return clip(plain.slice(start), MAX_TEXT_LENGTH);
}

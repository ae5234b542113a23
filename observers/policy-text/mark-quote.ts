/**
 * Finds a quote in the page again, scrolls to it and marks it, and takes the mark away. Nothing in the page is changed for it: the
 * mark is a highlight of the browser's own, or the selection where it has none; sections of the page's own making stay folded.
 */
import { findQuote, searchedText } from '../../reading/find-quote.ts';
import { documentBody, closest, tagOf } from '../page/safe-document.ts';
import { type MarkResult, QUOTE_HIGHLIGHT } from './policy-text-messages.ts';
import { drawnChildren, isElement, textOfNode } from './page-tree.ts';

/** Most nodes that are searched, and most characters. */
const MAX_NODES = 500_000;
const MAX_CHARACTERS = 5_000_000;
const SILENT = /^(?:script|style|noscript|template|textarea|select|svg|iframe)$/;

/** `details` that were opened to show a quote. */
let opened: HTMLDetailsElement[] = [];

interface TextPlace {
  readonly node: Text;
  readonly start: number;
}

function textsOfPage(body: Element): { text: string; places: TextPlace[] } {
  const places: TextPlace[] = [];
  const texts: string[] = [];
  let length = 0;
  let nodes = 0;
  const waiting: Node[] = [body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1;
    if (nodes > MAX_NODES || length > MAX_CHARACTERS) break;
    const text = textOfNode(node);
    if (text !== null) {
      places.push({ node: node as Text, start: length });
      texts.push(text);
      length += text.length;
    } else if (isElement(node) && !SILENT.test(tagOf(node))) waiting.push(...drawnChildren(node).reverse());
  }
  return { text: texts.join(''), places };
}

/** The node in which a place of the whole text stands, and the place in it. */
function nodeAt(places: readonly TextPlace[], at: number): readonly [Text, number] | null {
  let low = 0;
  let high = places.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? Infinity) <= at) low = middle;
    else high = middle;
  }
  const found = places[low];
  return found === undefined ? null : [found.node, at - found.start];
}

/** The range of the quote that has `before` others like it before it; of the last one where there are fewer. */
function rangeOf(quote: string, before: number): Range | null {
  const body = documentBody();
  if (body === null) return null;
  const { text, places } = textsOfPage(body);
  const searched = searchedText(text);
  let found = findQuote(searched, quote);
  for (let skipped = 0; skipped < before && found !== null; skipped += 1) {
    const from = searched.places.indexOf(found.end - 1) + 1;
    const next = findQuote(searched, quote, from);
    if (next === null) break;
    found = next;
  }
  if (found === null) return null;
  const start = nodeAt(places, found.start);
  const last = nodeAt(places, found.end - 1);
  if (start === null || last === null) return null;
  const range = new Range();
  range.setStart(...start);
  range.setEnd(last[0], last[1] + 1);
  return range;
}

/** The browser's registry of highlights; undefined in older versions. */
const highlights = (): HighlightRegistry | undefined => (CSS as { highlights?: HighlightRegistry }).highlights;

/**
 * Marks a quote and scrolls to it. `before`: how many times the same words stand in the page before it.
 */
export function markQuote(quote: string, before: number): MarkResult {
  unmarkQuote();
  const range = rangeOf(quote, before);
  const element = range?.startContainer.parentElement ?? null;
  if (range === null || element === null) return 'not-found';
  for (
    let folded = closest(element, 'details:not([open])');
    folded !== null;
    folded = closest(element, 'details:not([open])')
  ) {
    if (!(folded instanceof HTMLDetailsElement)) break;
    folded.open = true;
    opened.push(folded);
  }
  if (range.getClientRects().length === 0) return 'folded';
  const registry = highlights();
  if (registry !== undefined) registry.set(QUOTE_HIGHLIGHT, new Highlight(range));
  else {
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  return 'marked';
}

/** Takes the mark away, and folds what was opened for it. */
export function unmarkQuote(): void {
  const registry = highlights();
  if (registry !== undefined) registry.delete(QUOTE_HIGHLIGHT);
  else getSelection()?.removeAllRanges();
  for (const details of opened) details.open = false;
  opened = [];
}

/**
 * What is new in a page since it was last looked at. The browser's records of changes are laid aside as they come, which costs next to
 * nothing, and are read when the page is idle. Where they are too many to be read one by one, they are dropped, nothing more is
 * listened to until the next look, and the next look is at the whole page.
 */
import { elementsIn, elementsUnder, MAX_FOUND, parentOf } from './page-elements.ts';
import { createPageRoots, type PageRoots, type Root } from './page-roots.ts';
import { closest, fits, isElement, isInPage, parentNodeOf } from './safe-document.ts';
import { TELLING_ATTRIBUTES } from './telling-attributes.ts';

/** Most changes between two looks that are read one by one, and most elements of each kind that they tell of. */
export const MAX_RECORDS = 1000;
/** How often all elements are asked for shadow trees that came without a word, while the page changes. Milliseconds. */
const SEARCH_EVERY = 5000;

/** What a look is for: the whole page, or what is new or has changed in it. */
export interface PageChanges {
  readonly isWhole: boolean;
  /** Elements of the page that fit, each once, at most 5,000: of a change those that are new, bear another address or name, or hold what has changed. */
  readonly elements: (selector: string) => readonly Element[];
  /** Elements whose names a page makes up itself, of those that are new. */
  readonly named: readonly Element[];
  /** The documents that the page has made in frames of its own. */
  readonly inner: readonly Document[];
  /** Elements right in which text, the words of an image or elements have come, gone or changed. None where the whole page is looked at. */
  readonly touched: readonly Element[];
}

/** The whole page as it stands. */
export function wholePage(roots: PageRoots = createPageRoots()): PageChanges {
  const { named } = roots.search([document]);
  const elements = (selector: string): Element[] => elementsIn(roots.all(), selector);
  return { isWhole: true, elements, named, inner: roots.inner(), touched: [] };
}

/** The elements that records tell of; null where they are too many. */
function sorted(records: readonly MutationRecord[]): Record<'added' | 'altered' | 'touched', Set<Element>> | null {
  const added = new Set<Element>();
  const altered = new Set<Element>();
  const touched = new Set<Element>();
  for (const { type, target, addedNodes, attributeName } of records) {
    if (type === 'attributes') {
      altered.add(target as Element);
      // The words of an image are those of the link that it stands in.
      const holder = attributeName === 'alt' ? parentOf(target as Element) : null;
      if (holder !== null) touched.add(holder);
      continue;
    }
    // The text of a node, or what stands right in a shadow tree, is its element's.
    const around = type === 'characterData' ? parentNodeOf(target) : target;
    const element = around instanceof ShadowRoot ? around.host : around;
    if (element !== null && isElement(element)) touched.add(element);
    if (addedNodes.length > MAX_RECORDS) return null;
    for (const node of addedNodes) if (isElement(node)) added.add(node);
    if (added.size > MAX_RECORDS) return null;
  }
  return { added, altered, touched };
}

/** The elements of a set that stand in the page and in none of the others. */
function outermost(elements: ReadonlySet<Element>): Element[] {
  /** Places above which there is none of the others. */
  const clear = new Set<Element>();
  return [...elements].filter((element) => {
    if (!isInPage(element)) return false;
    for (let place = parentOf(element); place !== null && !clear.has(place); place = parentOf(place)) {
      if (elements.has(place)) return false;
    }
    for (let place = parentOf(element); place !== null && !clear.has(place); place = parentOf(place)) clear.add(place);
    return true;
  });
}

function elementsOf(
  parts: readonly (Root | Element)[],
  altered: readonly Element[],
  touched: readonly Element[],
  selector: string,
): Element[] {
  const found = new Set<Element>();
  for (const part of parts) {
    if (isElement(part) && fits(part, selector)) found.add(part);
    for (const element of elementsUnder(part, selector)) found.add(element);
    if (found.size > MAX_FOUND) break;
  }
  for (const element of altered) if (fits(element, selector)) found.add(element);
  for (const element of touched) {
    const around = closest(element, selector);
    if (around !== null) found.add(around);
  }
  return [...found].slice(0, MAX_FOUND);
}

/**
 * Follows the page until `signal` aborts; `heard` is called when it has changed, and may be called often. Gives a function that gives
 * what has changed since its last call: the whole page at the first.
 */
export function followPage(signal: AbortSignal, heard: () => void): () => PageChanges {
  const observer = new MutationObserver(receive);
  let roots = createPageRoots();
  let batches: MutationRecord[][] = [];
  let count = 0;
  let isWhole = true;
  let searchedAt = 0;

  function receive(records: MutationRecord[]): void {
    count += records.length;
    if (count > MAX_RECORDS) {
      observer.disconnect();
      isWhole = true;
      batches = [];
    } else {
      batches.push(records);
    }
    heard();
  }

  function observe(root: Root): void {
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      // Translations come into texts that are there.
      characterData: true,
      attributeFilter: [...TELLING_ATTRIBUTES],
    });
  }

  function whole(): PageChanges {
    observer.disconnect();
    batches = [];
    count = 0;
    isWhole = false;
    roots = createPageRoots();
    const changes = wholePage(roots);
    for (const root of roots.all()) observe(root);
    searchedAt = performance.now();
    return changes;
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    batches = [];
  });

  return () => {
    if (!isWhole) {
      const last = observer.takeRecords();
      count += last.length;
      batches.push(last);
    }
    const records = isWhole || count > MAX_RECORDS ? null : sorted(batches.flat());
    if (records === null) return whole();
    batches = [];
    count = 0;
    const added = outermost(records.added);
    const searched = roots.search(added);
    const awaited = roots.searchAwaited();
    const isDue = performance.now() - searchedAt > SEARCH_EVERY;
    if (isDue) searchedAt = performance.now();
    const late = isDue ? roots.search(roots.all()) : { roots: [], named: [] };
    const fresh = [...searched.roots, ...awaited.roots, ...late.roots];
    fresh.forEach(observe);
    const parts = [...added, ...fresh];
    const altered = [...records.altered].filter(isInPage);
    const touched = [...records.touched].filter(isInPage);
    return {
      isWhole: false,
      elements: (selector) => elementsOf(parts, altered, touched, selector),
      named: [...searched.named, ...awaited.named],
      inner: roots.inner(),
      touched,
    };
  };
}

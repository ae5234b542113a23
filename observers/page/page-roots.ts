/**
 * The trees in which a page's elements stand: the document, documents that the page has made in frames of its own, and open shadow
 * trees. A tree that is put up on an element that has long been there is no change that a browser tells of, so those that are likely
 * to get one are asked again.
 */
import { attribute, elementsUnder } from './page-elements.ts';
import { isElement, isInPage, tagOf } from './safe-document.ts';

/** The document, one that the page has made in a frame of its own, or an open shadow tree in them. */
export type Root = Document | ShadowRoot;

/** Most elements that are asked for a shadow tree in one search, and most trees that are looked at. */
const MAX_ASKED = 5000;
const MAX_ROOTS = 50;
/** Most frames of the page's own making that are looked into. */
const MAX_INNER = 20;
/** Most elements that are asked again whether they have a tree by now. */
const MAX_AWAITED = 300;
/** All but the most frequent elements that cannot have a shadow tree: an element costs as soon as script touches it. */
const MAY_HAVE_TREE =
  ':not(a,b,br,button,dd,dt,em,i,iframe,img,input,label,li,link,meta,ol,option,path,script,source,strong,style,svg,td,tr,ul,use)';
/** Frames in which a content script may not be started: Chromium starts none there, Firefox where the page writes a new document. */
const SCRIPTED_FRAMES = 'iframe[src*="javascript:" i]';

/** Whether what stands in this frame is read from outside. */
export function isScriptedFrame(frame: Element): boolean {
  return /^\s*javascript:/i.test(attribute(frame, 'src'));
}

/** A document of a frame is none of this frame's class. */
function isDocument(root: Root): root is Document {
  return !('host' in root);
}

function isLive(root: Root): boolean {
  return isDocument(root) ? root === document || root.defaultView !== null : isInPage(root.host);
}

/** What a search has found. */
export interface FoundTrees {
  /** Trees that were not known. */
  readonly roots: readonly Root[];
  /** Elements whose names a page makes up itself, those that stand in the trees found among them. */
  readonly named: readonly Element[];
}

/** The trees of a page as far as they are known. At most 50. */
export interface PageRoots {
  /** Those that are in the page now. */
  readonly all: () => readonly Root[];
  /** Documents that the page has made in frames of its own, of those. */
  readonly inner: () => readonly Document[];
  /** Looks for trees in parts of the page. */
  readonly search: (parts: readonly (Root | Element)[]) => FoundTrees;
  /** Looks for trees where elements have waited for one, and for new documents in frames that are known. */
  readonly searchAwaited: () => FoundTrees;
}

/** Knows the document alone at first, in which nothing has been looked for. */
export function createPageRoots(): PageRoots {
  let known: Root[] = [document];
  const frames = new Set<HTMLIFrameElement>();
  const awaited = new Set<Element>();

  function take(root: Root | null, found: Root[]): void {
    if (root === null || known.length >= MAX_ROOTS || known.includes(root)) return;
    known.push(root);
    found.push(root);
  }

  function takeFrame(frame: Element, found: Root[]): void {
    if (!(frame instanceof HTMLIFrameElement) || !isScriptedFrame(frame)) return;
    if (frames.size < MAX_INNER) frames.add(frame);
    // Null where the frame is of another origin.
    if (frames.has(frame)) take(frame.contentDocument, found);
  }

  function ask(element: Element, found: Root[], named: Element[]): void {
    // Reading the property of a form that holds an input called "shadowRoot" gives the input.
    const root = element.shadowRoot instanceof ShadowRoot ? element.shadowRoot : null;
    take(root, found);
    if (!tagOf(element).includes('-')) return;
    named.push(element);
    if (root !== null) awaited.delete(element);
    else if (awaited.size < MAX_AWAITED) awaited.add(element);
  }

  function prune(): void {
    known = known.filter(isLive);
    for (const frame of frames) if (!isInPage(frame)) frames.delete(frame);
    for (const element of awaited) if (!isInPage(element)) awaited.delete(element);
  }

  function search(parts: readonly (Root | Element)[]): FoundTrees {
    prune();
    const found: Root[] = [];
    const named: Element[] = [];
    let asked = 0;
    function searchPart(part: Root | Element): void {
      if (isElement(part)) {
        takeFrame(part, found);
        ask(part, found, named);
      }
      if (isElement(part) || part === document)
        for (const frame of elementsUnder(part, SCRIPTED_FRAMES)) takeFrame(frame, found);
      for (const element of elementsUnder(part, MAY_HAVE_TREE)) {
        asked += 1;
        if (asked > MAX_ASKED) return;
        ask(element, found, named);
      }
    }
    for (const part of parts) searchPart(part);
    for (const root of found) searchPart(root);
    return { roots: found, named };
  }

  return {
    all() {
      prune();
      return known;
    },
    inner: () => known.filter(isDocument).filter((root) => root !== document && isLive(root)),
    search,
    searchAwaited() {
      prune();
      const found: Root[] = [];
      for (const frame of frames) takeFrame(frame, found);
      for (const element of awaited) ask(element, found, []);
      const inside = search(found);
      return { roots: [...found, ...inside.roots], named: inside.named };
    },
  };
}

/**
 * Where elements may stand in a page, and how to read them.
 *
 * A form or a document answers to the names of what stands in it: after `<input name="getAttribute">`, `form.getAttribute`
 * is that input, in a content script too. So everything here is read through the prototypes (see `safe-document.ts`).
 * https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */

import { documentBase, rootOf, tagOf } from './safe-document.ts';

/** The document, one that the page has made in a frame of its own, or an open shadow tree in them. */
export type Root = Document | ShadowRoot;

/** Most elements that are asked for a shadow tree, and most trees that are looked at. */
const MAX_ASKED = 5000;
const MAX_ROOTS = 50;
/** Most elements that one selector gives: a longer page is looked at from its beginning. */
const MAX_FOUND = 5000;
/** All but the most frequent elements that cannot have a shadow tree: an element costs as soon as script touches it. */
const MAY_HAVE_TREE =
  ':not(a,b,br,button,dd,dt,em,i,iframe,img,input,label,li,link,meta,ol,option,path,script,source,strong,style,svg,td,tr,ul,use)';

let kept: readonly Root[] | null = null;

/** Without the overloads by tag name, of which one is deprecated. */
interface Searchable {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): NodeListOf<Element>;
}

function find(root: Root, selector: string): NodeListOf<Element> {
  const prototype: Searchable = isDocument(root) ? Document.prototype : DocumentFragment.prototype;
  return prototype.querySelectorAll.call(root, selector);
}

/** A document of a frame is none of this frame's class. */
function isDocument(root: Root): root is Document {
  return !('host' in root);
}

/** Frames in which a content script may not be started: Chromium starts none there, Firefox where the page writes a new document. */
const SCRIPTED_FRAMES = 'iframe[src*="javascript:" i]';

/** Whether what stands in this frame is read from outside, by `innerDocuments`. */
export function isScriptedFrame(frame: Element): boolean {
  return /^\s*javascript:/i.test(attribute(frame, 'src'));
}
/** Most of them that are looked into. */
const MAX_INNER = 20;

/** The documents that the page has made in such frames. */
export function innerDocuments(): readonly Document[] {
  const found: Document[] = [];
  for (const frame of find(document, SCRIPTED_FRAMES)) {
    // Null where the frame is of another origin.
    const inner = frame instanceof HTMLIFrameElement && isScriptedFrame(frame) ? frame.contentDocument : null;
    if (inner !== null && found.length < MAX_INNER) found.push(inner);
  }
  return found;
}

function findRoots(): readonly Root[] {
  const roots: Root[] = [document, ...innerDocuments()];
  let asked = 0;
  for (const root of roots) {
    for (const element of find(root, MAY_HAVE_TREE)) {
      asked += 1;
      if (asked > MAX_ASKED || roots.length >= MAX_ROOTS) return roots;
      // Reading the property of a form that holds an input called "shadowRoot" gives the input.
      if (element.shadowRoot instanceof ShadowRoot) roots.push(element.shadowRoot);
    }
  }
  return roots;
}

/** The document and the open shadow trees in it, those inside others too. At most 50. */
export function openRoots(): readonly Root[] {
  return kept ?? findRoots();
}

/** Finds them anew and keeps them for all who ask, until they are dropped: a round of looks walks the page once. */
export function keepRoots(): readonly Root[] {
  kept = findRoots();
  return kept;
}

/** Ends `keepRoots`. */
export function dropRoots(): void {
  kept = null;
}

/** The elements that fit `selector` in `roots`, in document order, at most 5,000. */
export function elementsIn<E extends Element>(roots: readonly Root[], selector: string): E[] {
  const found: E[] = [];
  for (const root of roots) {
    for (const element of find(root, selector)) {
      if (found.length >= MAX_FOUND) return found;
      found.push(element as E);
    }
  }
  return found;
}

/** Whether the document itself holds an element that fits `selector`. */
export function documentHolds(selector: string): boolean {
  const prototype: Searchable = Document.prototype;
  return prototype.querySelector.call(document, selector) !== null;
}

/** The elements in `roots` whose tag fits `tag`, of those that a page may make up itself; looked for among the first 5,000. */
export function elementsNamed(roots: readonly Root[], tag: RegExp): Element[] {
  return elementsIn(roots, MAY_HAVE_TREE).filter((element) => tag.test(tagOf(element)));
}

/** An attribute as it is written, '' when it is missing. */
export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** Whether an attribute is written at all, an empty one included. */
export function hasAttribute(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name);
}

function walkerAt(element: Element): TreeWalker {
  const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  return walker;
}

/** The element around another; null at the top of the document or of a shadow tree. */
export function parentOf(element: Element): Element | null {
  return walkerAt(element).parentNode() as Element | null;
}

/** The element around another as it is drawn: out of a shadow tree, and into the place of a slot. */
export function composedParent(element: Element): Element | null {
  const around = element.assignedSlot instanceof HTMLSlotElement ? element.assignedSlot : parentOf(element);
  if (around !== null) return around;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The elements in `element` that fit `selector`. */
export function elementsUnder(element: Element, selector: string): NodeListOf<Element> {
  const prototype: Searchable = Element.prototype;
  return prototype.querySelectorAll.call(element, selector);
}

/** The element that stands right before another, under the same parent. */
export function elementBefore(element: Element): Element | null {
  return walkerAt(element).previousSibling() as Element | null;
}

/** Where an address in the page's markup leads, '' when it is none. */
export function resolved(written: string): string {
  try {
    return new URL(written, documentBase()).href;
  } catch {
    return '';
  }
}

/**
 * The address of the document. A frame without an address of its own has that of the origin it was given, or where it was given none
 * (a sandbox), that of its maker, by the base.
 */
export function documentAddress(): string {
  const own = [location.href, globalThis.origin, documentBase()].find((address) => /^https?:/.test(address));
  return own ?? location.href;
}

/** Host of the document, as `documentAddress` has it; '' where there is none. */
export function documentHost(): string {
  return location.hostname || new URL(documentAddress(), 'about:blank').hostname;
}

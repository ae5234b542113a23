/**
 * Where elements may stand in a page, and how to read them.
 *
 * A form or a document answers to the names of what stands in it: after `<input name="getAttribute">`, `form.getAttribute`
 * is that input, in a content script too. So everything here is read through the prototypes (see `safe-document.ts`).
 * https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */

import { documentBase } from './safe-document';

/** The document or an open shadow tree in it. */
export type Root = Document | ShadowRoot;

/** Most elements that are asked for a shadow tree, and most trees that are looked at. */
const MAX_ASKED = 5000;
const MAX_ROOTS = 50;
/** Most elements that one selector gives: a longer page is looked at from its beginning. */
const MAX_FOUND = 5000;
/** All but the most frequent elements that cannot have a shadow tree: an element costs as soon as script touches it. */
const MAY_HAVE_TREE =
  ':not(a,b,br,button,dd,dt,em,i,iframe,img,input,label,li,link,meta,ol,option,p,path,script,source,strong,style,svg,td,tr,ul,use)';

let kept: readonly Root[] | null = null;

/** Without the overloads by tag name, of which one is deprecated. */
interface Searchable {
  querySelectorAll(selector: string): NodeListOf<Element>;
}

function find(root: Root, selector: string): NodeListOf<Element> {
  const prototype: Searchable = root instanceof Document ? Document.prototype : DocumentFragment.prototype;
  return prototype.querySelectorAll.call(root, selector);
}

function findRoots(): readonly Root[] {
  const roots: Root[] = [document];
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

/** Host of the document; for a frame without an address of its own, the host that it got its base from. */
export function documentHost(): string {
  return location.hostname || new URL(documentBase(), 'about:blank').hostname;
}

/**
 * Where elements may stand in a page, and how to read them.
 *
 * A form or a document answers to the names of what stands in it: after `<input name="getAttribute">`, `form.getAttribute`
 * is that input, in a content script too. So everything here is read through the prototypes (see `safe-document.ts`).
 * https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */

import { documentBase, isElement, parentNodeOf, rootOf } from './safe-document.ts';

/** Most elements that one selector gives: a longer page is looked at from its beginning. */
export const MAX_FOUND = 5000;

/** Without the overloads by tag name, of which one is deprecated. */
interface Searchable {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): NodeListOf<Element>;
}

/** The elements that fit `selector` in `parts`, in document order, at most 5,000. */
export function elementsIn<E extends Element>(parts: Iterable<ParentNode>, selector: string): E[] {
  const found: E[] = [];
  for (const part of parts) {
    for (const element of elementsUnder(part, selector)) {
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
  const around = parentNodeOf(element);
  return around !== null && isElement(around) ? around : null;
}

/** The element around another as it is drawn: out of a shadow tree, and into the place of a slot. */
export function composedParent(element: Element): Element | null {
  const around = element.assignedSlot instanceof HTMLSlotElement ? element.assignedSlot : parentOf(element);
  if (around !== null) return around;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The elements in a part of the page, an element, a document or a shadow tree, that fit `selector`. */
export function elementsUnder(part: ParentNode, selector: string): NodeListOf<Element> {
  const prototype: Searchable = isElement(part)
    ? Element.prototype
    : 'host' in part
      ? DocumentFragment.prototype
      : Document.prototype;
  return prototype.querySelectorAll.call(part, selector);
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

/**
 * Walks what a page shows, past the page's names for things (`observers/page/safe-document.ts`): a form answers to the names of its
 * fields, in a content script too, so members are read through the prototypes.
 */
import { attribute } from '../page/page-elements.ts';
import { tagOf } from '../page/safe-document.ts';

/** A getter of a prototype, called for any node: one of a frame's document too. */
function member(prototype: object, name: string): (node: Node) => unknown {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  return (node): unknown => found?.get?.call(node);
}
const firstChild = member(Node.prototype, 'firstChild');
const nextSibling = member(Node.prototype, 'nextSibling');
const nodeType = member(Node.prototype, 'nodeType');
const nodeValue = member(Node.prototype, 'nodeValue');
const shadowRoot = member(Element.prototype, 'shadowRoot');
const bodyOf = member(Document.prototype, 'body');
const contentDocument = member(HTMLIFrameElement.prototype, 'contentDocument');

/** The text of a text node; null for every other node. */
export function textOfNode(node: Node): string | null {
  return nodeType(node) === Node.TEXT_NODE ? ((nodeValue(node) as string | null) ?? '') : null;
}

/** Whether a node is an element. One of a frame's document is of none of this frame's classes. */
export function isElement(node: Node): node is Element {
  return nodeType(node) === Node.ELEMENT_NODE;
}

/** The document in a frame, where the browser lets us read it; null where it belongs to another site. */
export function documentOfFrame(frame: Element): Document | null {
  try {
    return contentDocument(frame) as Document | null;
  } catch {
    return null;
  }
}

function childrenIn(parent: Node): Node[] {
  const nodes: Node[] = [];
  let node = firstChild(parent) as Node | null;
  while (node !== null) {
    nodes.push(node);
    node = nextSibling(node) as Node | null;
  }
  return nodes;
}

/** What is drawn inside an element, in order: its open shadow tree, what stands in a slot, a frame's page, or its own children. */
export function drawnChildren(element: Element): Node[] {
  const tree = shadowRoot(element) as ShadowRoot | null;
  if (tree !== null) return childrenIn(tree);
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : childrenIn(element);
  }
  if (tagOf(element) !== 'iframe') return childrenIn(element);
  const inner = documentOfFrame(element);
  const body = inner === null ? null : (bodyOf(inner) as Element | null);
  return body === null ? [] : [body];
}

/** How an element is drawn, as far as it decides what a person reads. */
export type Style = Pick<CSSStyleDeclaration, 'display' | 'visibility' | 'position' | 'whiteSpace' | 'fontWeight'>;

/** The style of an element, in the window of its own document. */
export function styleOf(element: Element): Style {
  return getComputedStyle(element);
}

/** The words by which an element names what it is for: its id and its classes. */
export function namesOf(element: Element): string {
  return `${attribute(element, 'id')} ${attribute(element, 'class')}`;
}

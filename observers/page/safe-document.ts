/**
 * Reads the document and its elements past the page's names for things. After `<img name="baseURI">`, `document.baseURI` is
 * that image, and in `<form><input name="closest">` the form's `closest` is that field, in a content script too. So the members
 * are taken from the prototypes, here and in `page-elements.ts`; `tests/unit/architecture.test.ts` holds it.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */

type Getter = (this: object) => unknown;

/** The getters of a class of nodes, by their names; undefined where the browser has none. */
const getters = new WeakMap<object, Map<string, Getter | undefined>>();

function getterOf(kind: object | null, name: string): Getter | undefined {
  for (let place = kind; place !== null; place = Object.getPrototypeOf(place) as object | null) {
    const found = Object.getOwnPropertyDescriptor(place, name);
    // eslint-disable-next-line @typescript-eslint/unbound-method
    if (found?.get !== undefined) return found.get;
  }
  return undefined;
}

/** A member by the first getter of that name: an element that bears the name stands there as a value. */
function readFrom(node: object, name: string): unknown {
  const kind = Object.getPrototypeOf(node) as object | null;
  if (kind === null) return undefined;
  let known = getters.get(kind);
  if (known === undefined) getters.set(kind, (known = new Map<string, Getter | undefined>()));
  if (!known.has(name)) known.set(name, getterOf(kind, name));
  return known.get(name)?.call(node);
}

/** A member of the document, which is asked for few of them. */
const read = (name: keyof Document): unknown => getterOf(document, name)?.call(document);

/** The element of the whole page; null in a document that has none yet. */
export const documentElement = (): Element | null => read('documentElement') as Element | null;

/** The body; null before it is parsed. */
export const documentBody = (): HTMLElement | null => read('body') as HTMLElement | null;

/** What addresses in the page's markup are relative to. A frame without an address of its own has the base of its maker. */
export const documentBase = (): string => (readFrom(document, 'baseURI') as string | undefined) ?? '';

/** The title of the page. */
export const documentTitle = (): string => read('title') as string;

/** How far the document has been parsed. */
export const readyState = (): DocumentReadyState => read('readyState') as DocumentReadyState;

/** Whether nobody sees the page just now. */
export const isHidden = (): boolean => read('visibilityState') === 'hidden';

/** Whether the person is in this page, or in a frame of it, and not in another window or tab. */
export const hasFocus = (): boolean => Document.prototype.hasFocus.call(document);

/** The element that has the focus, inside of open shadow trees too; null where none has it. */
export function withFocus(): Element | null {
  let found = read('activeElement') as Element | null;
  for (let inner = found; inner !== null; inner = inner.shadowRoot?.activeElement ?? null) found = inner;
  return found;
}

/** Whether the document is sandboxed: of no origin, so that it has no storage to keep things in. */
export const isOpaque = (): boolean => globalThis.origin === 'null';

/** Whether the page is being prepared, and has not been shown. Firefox has no such thing. */
export const isPrerendering = (): boolean => read('prerendering' as keyof Document) === true;

/** Listens to an event of the document. */
export function onDocument(type: string, listener: (event: Event) => void, options: AddEventListenerOptions): void {
  EventTarget.prototype.addEventListener.call(document, type, listener, options);
}

/** The nearest element around `element`, itself counted, that fits `selector`. */
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Whether `element` itself fits `selector`. */
export function fits(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Whether a node is an element, a document (in another frame too) or a shadow tree, by the numbers of `Node`. */
export const nodeTypeOf = (node: Node): number => readFrom(node, 'nodeType') as number;

/** Whether something is an element, of this document or of one in another frame. */
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;

/** Whether a node stands in the page. */
export const isInPage = (node: Node): boolean => readFrom(node, 'isConnected') as boolean;

/** The node around another; null for a document, a shadow tree, and what was taken out. */
export const parentNodeOf = (node: Node): Node | null => readFrom(node, 'parentNode') as Node | null;

/** The element right behind another, under the same parent. */
export const elementBehind = (element: Element): Element | null =>
  readFrom(element, 'nextElementSibling') as Element | null;

/** Whether `inner` stands inside `outer`, or is it. */
export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** The name of the element's tag, lower case in HTML. */
export const tagOf = (element: Element): string => readFrom(element, 'localName') as string;

/** All text inside an element, that of scripts and fields included. */
export const textContentOf = (element: Element): string => (readFrom(element, 'textContent') as string | null) ?? '';

/** The elements right under an element. */
export const childrenOf = (element: Element): HTMLCollection => readFrom(element, 'children') as HTMLCollection;

/** The document or the shadow tree that the element stands in; the topmost element of a part that stands in none. */
export function rootOf(element: Element): Node {
  return Node.prototype.getRootNode.call(element);
}

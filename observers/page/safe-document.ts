/**
 * Reads the document and its elements past the page's names for things. After `<img name="baseURI">`, `document.baseURI` is
 * that image, and in `<form><input name="closest">` the form's `closest` is that field, in a content script too. So the members
 * are taken from the prototypes, here and in `page-elements.ts`; `tests/unit/architecture.test.ts` holds it.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */

/** A member by the first getter of that name: an element that bears the name stands there as a value. */
function readFrom(node: object, name: string): unknown {
  let place: object | null = node;
  while (place !== null) {
    const found = Object.getOwnPropertyDescriptor(place, name);
    if (found?.get !== undefined) return found.get.call(node);
    place = Object.getPrototypeOf(place) as object | null;
  }
  // The browser has no such member.
  return undefined;
}

const read = (name: keyof Document): unknown => readFrom(document, name);

/** The element of the whole page; null in a document that has none yet. */
export const documentElement = (): Element | null => read('documentElement') as Element | null;

/** The body; null before it is parsed. */
export const documentBody = (): HTMLElement | null => read('body') as HTMLElement | null;

/** What addresses in the page's markup are relative to. A frame without an address of its own has the base of its maker. */
export const documentBase = (): string => (read('baseURI') as string | undefined) ?? '';

/** The title of the page. */
export const documentTitle = (): string => read('title') as string;

/** The cookies that the page can read itself. @throws DOMException in a document without an origin. */
export function documentCookies(): string {
  const cookies = read('cookie');
  return typeof cookies === 'string' ? cookies : '';
}

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

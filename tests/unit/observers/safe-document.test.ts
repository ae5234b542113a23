// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { extensionApi } from '../../../ledger/border/extension-api.ts';
import { documentHost, resolved } from '../../../observers/page/page-elements.ts';
import {
  closest,
  contains,
  documentBase,
  documentBody,
  documentElement,
  documentTitle,
  isHidden,
  isPrerendering,
  onDocument,
  readyState,
  rootOf,
  tagOf,
} from '../../../observers/page/safe-document.ts';
import { goTo, must } from './test-document.ts';

const PAGE = 'https://a.example/p/';

/** Puts an element where the page's name for it puts it in a browser: as a value of the document's own. */
function shadow(target: object, ...names: string[]): void {
  for (const name of names)
    Object.defineProperty(target, name, { value: document.createElement('img'), configurable: true, enumerable: true });
  shadowed.push(() => {
    for (const name of names) Reflect.deleteProperty(target, name);
  });
}
const shadowed: (() => void)[] = [];

afterEach(() => {
  for (const undo of shadowed.splice(0)) undo();
  document.body.replaceChildren();
});

describe('a document whose elements bear the names of its members', () => {
  it.each<[string, () => unknown, () => unknown]>([
    ['baseURI', () => [documentBase(), resolved('x'), documentHost()], () => [PAGE, `${PAGE}x`, 'a.example']],
    ['documentElement', documentElement, () => document.documentElement],
    ['body', documentBody, () => document.body],
    ['title', documentTitle, () => 'Tour'],
    ['readyState', readyState, () => 'complete'],
    ['visibilityState', isHidden, () => false],
    ['prerendering', isPrerendering, () => false],
  ])('is read as the browser has it: %s', (name, get, right) => {
    goTo(PAGE);
    document.title = 'Tour';
    const expected = right();
    shadow(document, name);
    expect(get()).toEqual(expected);
  });

  it('is listened to as the browser has it', () => {
    const heard: string[] = [];
    shadow(document, 'addEventListener');
    onDocument('a', ({ type }) => heard.push(type), {});
    EventTarget.prototype.dispatchEvent.call(document, new Event('a'));
    expect(heard).toEqual(['a']);
  });
});

describe('a form whose fields bear the names of its members', () => {
  it('is read as the browser has it', () => {
    document.body.innerHTML = '<section><form><b></b></form></section>';
    const form = must(document.querySelector('form'));
    const inner = must(document.querySelector('b'));
    const section = must(document.querySelector('section'));
    shadow(form, 'closest', 'contains', 'localName', 'getRootNode');
    expect(closest(form, 'section')).toBe(section);
    expect(contains(form, inner)).toBe(true);
    expect(tagOf(form)).toBe('form');
    expect(rootOf(form)).toBe(document);
  });
});

describe('the extension’s API', () => {
  it('is no element of the page, which comes by way of what the global object inherits', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'browser');
    Reflect.deleteProperty(globalThis, 'browser');
    const above: object = must(Object.getPrototypeOf(globalThis) as object | null);
    shadow(above, 'browser');
    try {
      expect(extensionApi()).toBe(chrome);
    } finally {
      if (own) Object.defineProperty(globalThis, 'browser', own);
    }
  });
});

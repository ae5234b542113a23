// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import {
  attribute,
  documentHost,
  elementBefore,
  elementsIn,
  hasAttribute,
  parentOf,
  resolved,
} from '../../../observers/page/page-elements.ts';
import { goTo, must } from './test-document.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function host(parent: Node, html = ''): ShadowRoot {
  const element = document.createElement('div');
  parent.appendChild(element);
  const root = element.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}

describe('elements', () => {
  it('are found in all roots, in order, five thousand at most', () => {
    document.body.innerHTML = '<p id=a></p>';
    const root = host(document.body, '<p id=b></p>');
    expect(elementsIn([document, root], 'p').map(({ id }) => id)).toEqual(['a', 'b']);
    root.innerHTML = '<p></p>'.repeat(6000);
    expect(elementsIn([document, root], 'p')).toHaveLength(5000);
  });

  it('show their attributes whatever stands in them', () => {
    document.body.innerHTML = '<form action="/x" id=""><input name="getAttribute"></form>';
    const form = must(document.querySelector('form'));
    Object.defineProperty(form, 'getAttribute', { value: form.firstElementChild, configurable: true });
    expect([
      attribute(form, 'action'),
      attribute(form, 'method'),
      hasAttribute(form, 'id'),
      hasAttribute(form, 'method'),
    ]).toEqual(['/x', '', true, false]);
    Reflect.deleteProperty(form, 'getAttribute');
  });

  it('know what is around them and before them', () => {
    document.body.innerHTML = '<h2>T</h2>text<p><b>x</b></p>';
    const [title, paragraph] = [...document.body.children] as [Element, Element];
    expect(elementBefore(paragraph)).toBe(title);
    expect(elementBefore(title)).toBeNull();
    expect(parentOf(must(paragraph.firstElementChild))).toBe(paragraph);
    expect(parentOf(document.documentElement)).toBeNull();
  });
});

it.each([
  ['/x?y#z', 'https://a.example/x?y#z'],
  ['//b.example', 'https://b.example/'],
  ['mailto:x@a.example', 'mailto:x@a.example'],
  ['http://[bad', ''],
])('resolved(%j) → %j', (written, expected) => {
  goTo('https://a.example/p/');
  expect(resolved(written)).toBe(expected);
  expect(documentHost()).toBe('a.example');
});

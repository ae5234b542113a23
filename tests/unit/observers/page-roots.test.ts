// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createPageRoots } from '../../../observers/page/page-roots.ts';
import { fill, must } from './test-document.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function host(parent: Node, html = '', tag = 'div'): ShadowRoot {
  const element = document.createElement(tag);
  parent.appendChild(element);
  const root = element.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}

describe('shadow trees', () => {
  it('are found where they are open, one inside another too, each once', () => {
    const outer = host(document.body);
    const inner = host(outer);
    document.body.append(document.createElement('div'));
    document.body.lastElementChild?.attachShadow({ mode: 'closed' });
    const roots = createPageRoots();
    expect(roots.search([document]).roots).toEqual([outer, inner]);
    expect(roots.all()).toEqual([document, outer, inner]);
    expect(roots.search([document]).roots).toEqual([]);
  });

  it('are fifty at most', () => {
    for (let i = 0; i < 80; i += 1) host(document.body);
    const roots = createPageRoots();
    roots.search([document]);
    expect(roots.all()).toHaveLength(50);
  });

  it('that are gone make room, and are found again where they are put back', () => {
    const root = host(document.body);
    const roots = createPageRoots();
    roots.search([document]);
    const { host: element } = root;
    element.remove();
    expect(roots.all()).toEqual([document]);
    document.body.append(element);
    expect(roots.search([element]).roots).toEqual([root]);
  });

  it('that are put up later are found on elements whose names the page has made up', () => {
    fill('<late-player></late-player><p></p>');
    const roots = createPageRoots();
    expect(roots.search([document]).named.map(({ localName }) => localName)).toEqual(['late-player']);
    expect(roots.searchAwaited().roots).toEqual([]);
    const late = must(document.querySelector('late-player')).attachShadow({ mode: 'open' });
    const inner = host(late);
    expect(roots.searchAwaited().roots).toEqual([late, inner]);
    expect(roots.searchAwaited().roots).toEqual([]);
  });
});

it('looks in the parts that it is given and in no others', () => {
  host(document.body);
  const part = document.createElement('section');
  document.body.append(part);
  const root = host(part);
  expect(createPageRoots().search([part]).roots).toEqual([root]);
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPage, MAX_RECORDS, type PageChanges } from '../../../observers/page/page-changes.ts';
import { TELLING_ATTRIBUTES } from '../../../observers/page/telling-attributes.ts';
import { fill, must } from './test-document.ts';

let controller: AbortController;
let heard: ReturnType<typeof vi.fn<() => void>>;
let take: () => PageChanges;

beforeEach(() => {
  fill('<main><a id="first" href="/1">One</a><p>Text</p></main>');
  controller = new AbortController();
  heard = vi.fn<() => void>();
  take = followPage(controller.signal, heard);
});
afterEach(() => {
  controller.abort();
  document.body.replaceChildren();
});

const ids = (changes: PageChanges, selector = '[id]'): string[] => changes.elements(selector).map(({ id }) => id);
const one = (selector: string): Element => must(document.querySelector(selector));
function append(html: string, to: Element = one('main')): void {
  to.insertAdjacentHTML('beforeend', html);
}

it('gives the whole page at first, and then nothing that has not changed', () => {
  const whole = take();
  expect([whole.isWhole, ids(whole)]).toEqual([true, ['first']]);
  const none = take();
  expect([none.isWhole, ids(none), none.touched]).toEqual([false, [], []]);
});

describe('an element', () => {
  beforeEach(() => {
    take();
  });

  it('that is new is given once, with what stands in it', () => {
    append('<section id="a"><b id="b"></b></section>');
    expect(ids(take())).toEqual(['a', 'b']);
    expect(ids(take())).toEqual([]);
  });

  it('that comes in a part which is new itself is given once', () => {
    append('<section id="a"></section>');
    append('<b id="b"></b>', one('#a'));
    append('<i id="c"></i>', one('#b'));
    expect(ids(take()).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('that has gone before the look is not given', () => {
    append('<b id="b"></b>');
    one('#b').remove();
    expect(ids(take())).toEqual([]);
  });

  it('that was moved is given where it stands now', () => {
    append('<section id="a"></section>');
    take();
    one('#a').append(one('#first'));
    expect(ids(take(), 'a')).toEqual(['first']);
  });

  it.each(TELLING_ATTRIBUTES)('is given when its %s changes', (name) => {
    one('p').id = 'p';
    const paragraph = one('p');
    paragraph.setAttribute(name, 'x');
    expect(ids(take())).toEqual([paragraph.id]);
  });

  it.each(['class', 'style', 'data-offset', 'width'])(
    'is not given, and wakes nobody, when its %s changes',
    async (name) => {
      one('p').setAttribute(name, 'x');
      await Promise.resolve();
      expect(heard).not.toHaveBeenCalled();
      expect(ids(take(), 'p')).toEqual([]);
    },
  );

  it('is given, and is touched, when its text changes or what stands right in it', () => {
    must(one('#first').firstChild).nodeValue = 'Another';
    const text = take();
    expect([ids(text, 'a'), text.touched]).toEqual([['first'], [one('#first')]]);
    append('<b></b>', one('#first'));
    expect(ids(take(), 'a')).toEqual(['first']);
    must(one('#first b')).remove();
    const gone = take();
    expect([ids(gone, 'a'), gone.touched]).toEqual([['first'], [one('#first')]]);
  });

  it('in a shadow tree is given, when the tree comes and when it changes', () => {
    append('<div id="host"></div>');
    const root = one('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<b id="inside"></b>';
    expect(ids(take()).toSorted()).toEqual(['host', 'inside']);
    root.innerHTML = '<i id="changed"></i>';
    expect(ids(take(), 'i')).toEqual(['changed']);
  });

  it('that gets its shadow tree later is given what stands in it', () => {
    append('<late-form></late-form>');
    take();
    one('late-form').attachShadow({ mode: 'open' }).innerHTML = '<input id="field">';
    expect(ids(take(), 'input')).toEqual(['field']);
    expect(ids(take(), 'input')).toEqual([]);
  });
});

describe('a page that changes much', () => {
  it('is looked at whole after too many changes, and nothing is listened to until then', async () => {
    take();
    for (let turn = 0; turn < 100; turn += 1) {
      for (let change = 0; change < MAX_RECORDS; change += 1) one('p').setAttribute('src', String(change));
      await Promise.resolve();
    }
    append('<b id="b"></b>');
    const calls = heard.mock.calls.length;
    expect(calls).toBeLessThan(5);
    const whole = take();
    expect([whole.isWhole, ids(whole)]).toEqual([true, ['first', 'b']]);
    append('<i id="i"></i>');
    const next = take();
    expect([next.isWhole, ids(next)]).toEqual([false, ['i']]);
  });

  it('is looked at whole after one change that brought too much', () => {
    take();
    append('<b></b>'.repeat(MAX_RECORDS + 1));
    expect(take().isWhole).toBe(true);
  });

  it('is left alone when the visit has ended', async () => {
    take();
    controller.abort();
    append('<b id="b"></b>');
    await Promise.resolve();
    expect(heard).not.toHaveBeenCalled();
  });
});

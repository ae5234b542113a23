// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, textsIn } from '../../../observers/page/page-text.ts';

describe('texts of an element', () => {
  function texts(html: string, most = 1000): string[] {
    const element = document.createElement('div');
    element.innerHTML = html;
    return textsIn(element, most);
  }

  it('are those that a person reads', () => {
    expect(
      texts(
        '<h2> Join </h2><script>x()</script><style>.a{}</style><p>the <b>list</b></p><select><option>A</option></select><textarea>typed</textarea><noscript>n</noscript>',
      ),
    ).toEqual(['Join', 'the', 'list']);
  });

  it('end at the number of characters that is asked for, and at four hundred nodes', () => {
    expect(texts('<p>abcdef</p><p>ghijkl</p><p>mno</p>', 8)).toEqual(['abcdef', 'gh']);
    expect(texts('<p>x</p>'.repeat(1000)).length).toBeLessThanOrEqual(200);
  });
});

describe('excerpt', () => {
  it('is the text itself where it is short', () => {
    expect(excerpt(' a \n b ', 3)).toBe('a b');
  });

  it('is cut around the place, at the beginning of a word', () => {
    const text = `${'word '.repeat(40)}HERE ${'more '.repeat(40)}`;
    const cut = excerpt(text, text.indexOf('HERE'));
    expect(cut).toMatch(/^word .*HERE.*…$/);
  });

  it('is never longer than 80 characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.nat(400),
        (text, place) => excerpt(text, place).length <= 80,
      ),
    );
  });
});

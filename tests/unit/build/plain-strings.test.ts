import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withPlainStrings } from '../../../build/plain-strings.ts';

describe('withPlainStrings', () => {
  it.each([
    ['x=`a`', 'x="a"'],
    ['x=`say "a"`', `x='say "a"'`],
    ['x=`it\'s "a" and "b"`', `x='it\\'s "a" and "b"'`],
    ['x=`a\\nb\nc`', 'x="a\\nb\\nc"'],
    ['x=`\\``', 'x="\\`"'],
    ['x=`a\\\nb`', 'x="a\\\nb"'],
    ['f(`a😀`)+`b`', 'f("a😀")+"b"'],
    ['x={[`a`]:`b`}', 'x={["a"]:"b"}'],
    ['x=`a$' + '{`b`}c`', 'x=`a$' + '{"b"}c`'],
  ])('%s', (code, plain) => {
    expect(withPlainStrings(code, 'a.js')).toBe(plain);
  });

  it('leaves what is called with a template as it is', () => {
    expect(withPlainStrings('x=String.raw`\\n`+tag`a`', 'a.js')).toBe('x=String.raw`\\n`+tag`a`');
  });

  it.each([
    ['escapes', '\\\\\\n\\0\\x41\\u0041\\u{41}\\ud800\\`\\$'],
    ['letters', '\u2028\u2029\u00e9\u65e5$\u{1f600}'],
    ['line ends', 'a\rb\r\nc\n\\\r\nd\\\ne'],
    ['quotes', `"'\\"\\'`],
  ])('keeps the text: %s', (_, inside) => {
    const code = `\`${inside}\``;
    const plain = withPlainStrings(code, 'a.js');
    expect(plain).toMatch(/^["']/);
    expect(runInNewContext(plain)).toBe(runInNewContext(code));
  });

  it('says which script could not be read', () => {
    expect(() => withPlainStrings('x=`', 'broken.js')).toThrow('broken.js could not be read');
  });
});

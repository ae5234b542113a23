import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptOfStack, withoutLines } from '../../../../observers/page-world/script-of-stack';

const OURS = 'chrome-extension://abcdef/content-scripts/page-world.js';

describe('the script in a stack', () => {
  it.each([
    ['Chromium, a named function', 'Error\n    at keep (https://a.example/x.js:1:2)', 'https://a.example/x.js'],
    ['Chromium, no name', 'Error\n    at https://a.example/x.js:10:200', 'https://a.example/x.js'],
    [
      'Chromium, ours first',
      `Error\n    at Object.apply (${OURS}:1:2)\n    at https://a.example/x.js:1:2`,
      'https://a.example/x.js',
    ],
    [
      'Chromium, made from text',
      'Error\n    at eval (eval at run (https://a.example/x.js:1:2), <anonymous>:1:1)',
      'https://a.example/x.js',
    ],
    [
      'Chromium, with a port and a query',
      'Error\n    at f (https://a.example:8443/x.js?v=1:2#y:3:4)',
      'https://a.example:8443/x.js',
    ],
    [
      'Chromium, a bundle without address',
      'Error\n    at f (webpack-internal:///./src/x.js:1:2)\n    at g (http://b.example/y.js:3:4)',
      'http://b.example/y.js',
    ],
    ['Chromium, a number at the end of the path', 'Error\n    at https://a.example/v2:10:200', 'https://a.example/v2'],
    ['Firefox, a named function', 'keep@https://a.example/pkg@1.2/x.js:1:2\n', 'https://a.example/pkg@1.2/x.js'],
    ['Firefox, no name', '@https://a.example/x.js:1:2\n', 'https://a.example/x.js'],
    [
      'Firefox, ours first',
      'apply@moz-extension://abc/page-world.js:1:2\n@https://a.example/x.js:1:2\n',
      'https://a.example/x.js',
    ],
    ['Firefox, made from text', '@https://a.example/page line 5 > eval:1:1\n', 'https://a.example/page'],
    ['nothing of the web', 'Error\n    at <anonymous>:1:1\n    at blob:null/1234:1:1', ''],
    ['nothing at all', '', ''],
  ])('%s', (_what, stack, script) => {
    expect(scriptOfStack(stack)).toBe(script);
  });

  it('gives an http address without query, or nothing, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.webUrl({ withQueryParameters: true })),
        (text) => {
          for (const stack of [text, `Error\n    at f (${text}:1:2)`, `f@${text}:1:2\n`]) {
            const script = scriptOfStack(stack);
            expect(script).toMatch(/^(https?:\/\/[^?#\n]*)?$/u);
            expect(script.length).toBeLessThanOrEqual(300);
          }
        },
      ),
    );
  });

  it('finds the address of any script in either form', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.nat(), fc.nat(), (url, line, column) => {
        const place = `${url}/x.js:${line}:${column}`;
        for (const stack of [`Error\n    at f (${place})\n`, `Error\n    at ${place}`, `f@${place}\n`])
          expect(scriptOfStack(stack)).toBe(`${url}/x.js`.slice(0, 300));
      }),
    );
  });

  it('takes out the lines of a file and leaves the others', () => {
    expect(
      withoutLines(`TypeError: x\n    at apply (${OURS}:1:2)\n    at f (https://a.example/x.js:1:2)`, 'page-world'),
    ).toBe('TypeError: x\n    at f (https://a.example/x.js:1:2)');
  });
});

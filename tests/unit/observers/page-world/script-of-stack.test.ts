import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseScript,
  fileOfLine,
  firstPlace,
  inCode,
  scriptAddress,
  withoutLines,
} from '../../../../observers/page-world/script-of-stack.ts';

const OURS = '[native]';
const A = 'https://a.example/x.js';
const B = 'https://b.example/y.js';
const C = 'https://c.example/z.js';

describe('an address', () => {
  it.each([
    ['https://a.example/x.js?v=1#y', A],
    ['https://a.example:8443/x.js', 'https://a.example:8443/x.js'],
    ['http://b.example/', 'http://b.example/'],
    ['blob:https://a.example/1234', ''],
    ['data:text/javascript,1', ''],
    ['webpack-internal:///./x.js', ''],
    ['', ''],
  ])('%s', (address, told) => {
    expect(scriptAddress(address)).toBe(told);
  });
});

describe('one line of Firefox', () => {
  it.each<[string, string | null]>([
    ['keep@https://a.example/pkg@1.2/x.js:1:2', 'https://a.example/pkg@1.2/x.js'],
    ['@https://a.example/x.js:1:2', A],
    ['@https://a.example/page line 5 > eval:1:1', 'https://a.example/page'],
    ['anonymous@https://a.example/page line 5 > Function:3:1', 'https://a.example/page'],
    ['f@https://a.example:8443/x.js?v=1:2#y:3:4', 'https://a.example:8443/x.js'],
    ['@https://a.example/v2:10:200', 'https://a.example/v2'],
    ['apply@[native]:1:2', null],
    ['apply@moz-extension://6a1cf1d5-7e57-4a2b-9d5e-5c0f0b2e4a11/page-world.js:1:2', null],
    // What a name makes look like a second address is no proof.
    ['x@https://connect.facebook.net/tr.js:1:1@https://a.example/x.js:5:6', ''],
    ['x (https://connect.facebook.net/tr.js:1:1)@https://a.example/x.js:5:6', A],
    ['x', ''],
    ['@blob:https://a.example/1234:1:1', ''],
    ['', ''],
  ])('%s', (line, file) => {
    expect(fileOfLine(line, OURS)).toBe(file);
  });

  it('tells of one address, or of none, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        expect([A, '', null]).toContain(fileOfLine(`${name.replaceAll('\n', '')}@${A}:1:2`, OURS));
      }),
    );
  });
});

/** A frame of code that a file has made from a text. */
const made = (...files: readonly string[]): string => inCode(files.map((file) => `eval at f (${file}:1:2)`).join(', '));
const choose = (replaced: boolean, ...frames: readonly string[]): string =>
  chooseScript(replaced, (see) => {
    for (const frame of frames) if (see(frame)) return;
  });

describe('the script that called', () => {
  it.each<[string, readonly string[], string]>([
    ['is the innermost', [A, B], A],
    ['is untold where the innermost is', ['', B], ''],
    ['is the file that has made code from a text, where it stands in the stack too', [made(A), made(A), A, B], A],
    ['is untold where such code names another', [made(C), A], ''],
    ['is untold where nothing but such code is there', [made(A)], ''],
    ['is the next file where such code names none', [inCode('webpack-internal:///./x.js'), A], A],
    ['is untold where such code bears a name of the web', [inCode('https://forged.example/f.js'), A], ''],
    ['is untold where there is none', [], ''],
  ])('%s', (_what, frames, script) => {
    expect(choose(false, ...frames)).toBe(script);
  });

  it.each<[string, readonly string[], string]>([
    ['the caller is the hand, and the function in the way the way', [A, A, B, C], `${B} ${A}`],
    ['a way that nobody stands behind is the hand', [A, A], A],
    ['a caller that cannot be told is not made up', [A, '', B], ''],
    ['a caller in code of a text is confirmed first', [A, made(B), B], `${B} ${A}`],
    ['a caller in code of a text alone is not', [A, made(B)], ''],
    ['a way that cannot be told tells nothing', ['', B], ''],
  ])('behind a function of the page: %s', (_what, frames, script) => {
    expect(choose(true, ...frames)).toBe(script);
  });
});

describe('a stack without our lines', () => {
  it('keeps the others', () => {
    expect(
      withoutLines('TypeError: x\n    at Object.apply ([native]:1:2)\n    at f (https://a.example/x.js:1:2)', OURS),
    ).toBe('TypeError: x\n    at f (https://a.example/x.js:1:2)');
  });

  it('has a native once that ours has called in its turn', () => {
    const native = '    at Object.setPrototypeOf (<anonymous>)';
    expect(withoutLines(`TypeError: x\n${native}\n    at Object.p ([native]:1:2)\n${native}\n    at f`, OURS)).toBe(
      `TypeError: x\n${native}\n    at f`,
    );
  });

  it('tells the place of its first line', () => {
    expect(firstPlace(`f@${A}:12:34\n@${B}:1:2`)).toEqual({ file: A, line: 12, column: 34 });
  });
});

import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCalls, takeCall, type Call } from '../../../../observers/page-world/calling-script.ts';

const SITE = 'https://a.example/x.js';
type Settings = Record<'prepareStackTrace' | 'stackTraceLimit', unknown>;
const settings = Error as unknown as Settings;
const NAMES = ['prepareStackTrace', 'stackTraceLimit'] as const;
const descriptors = () => NAMES.map((name) => Object.getOwnPropertyDescriptor(Error, name));

/** A call out of a script of the page. */
const callFrom = (file: string): Call | null =>
  (runInThisContext('(take) => take()', { filename: file }) as (take: () => Call | null) => Call | null)(takeHere);
const takeHere = takeCall.bind(undefined, 'setItem', false);

function scriptsOf(...calls: (Call | null)[]): string[] {
  let scripts: string[] = [];
  readCalls((scriptOf) => {
    scripts = calls.map((call) => scriptOf(call));
  });
  return scripts;
}

describe('a call that is read later', () => {
  const asked = vi.fn(() => 'at lie (https://tracker.example/t.js:1:1)');
  const before = descriptors();
  beforeEach(() => {
    asked.mockClear();
    Reflect.deleteProperty(Error, 'prepareStackTrace');
  });
  afterEach(() => {
    for (const [index, name] of NAMES.entries()) {
      const found = before[index];
      if (found === undefined) Reflect.deleteProperty(Error, name);
      else Object.defineProperty(Error, name, { ...found, configurable: true });
    }
  });

  it('tells the script of each', () => {
    const calls = [callFrom(`${SITE}?v=1`), callFrom('https://b.example/y.js'), callFrom('blob:https://a.example/1')];
    expect(scriptsOf(...calls)).toEqual([SITE, 'https://b.example/y.js', '']);
  });

  it.each<[string, () => void]>([
    ['a value', () => void (settings.prepareStackTrace = asked)],
    [
      'accessors',
      () => {
        for (const name of NAMES) Object.defineProperty(Error, name, { configurable: true, get: asked, set: asked });
      },
    ],
    ['a read-only one', () => Object.defineProperty(Error, 'prepareStackTrace', { configurable: true, value: asked })],
    ['no limit', () => Reflect.deleteProperty(Error, 'stackTraceLimit')],
    ['a limit of no frame', () => void (settings.stackTraceLimit = 0)],
  ])('is told, and the page is not asked, where it has put there %s meanwhile', (_name, change) => {
    const first = callFrom(SITE);
    change();
    const changed = descriptors();
    const second = callFrom(SITE);
    expect(scriptsOf(first, second)).toEqual([SITE, SITE]);
    expect(asked).not.toHaveBeenCalled();
    expect(descriptors()).toEqual(changed);
  });

  it('leaves the setting as it was where reading throws', () => {
    settings.prepareStackTrace = asked;
    expect(() => {
      readCalls(() => {
        throw new RangeError('x');
      });
    }).toThrow(RangeError);
    expect(settings.prepareStackTrace).toBe(asked);
  });
});

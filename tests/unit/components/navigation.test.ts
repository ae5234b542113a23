/** Does the way back lead where a person came from? */
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Navigation } from '../../../components/popup/navigation.svelte.ts';
import { viewAddress } from '../../../components/popup/popup-view.ts';

/** As much of a window as an address needs; told of changes at once. */
class AddressBar extends EventTarget {
  readonly location: { hash: string };

  constructor(hash = '') {
    super();
    this.location = { hash };
  }

  /** What `location.hash` holds for an address: '' for '#'. */
  set(address: string): void {
    this.location.hash = address === '#' ? '' : address;
  }

  go(...addresses: readonly string[]): void {
    for (const address of addresses) {
      this.set(address);
      this.dispatchEvent(new Event('hashchange'));
    }
  }
}

let open: Navigation | undefined;
function start(hash = ''): { readonly bar: AddressBar; readonly navigation: Navigation } {
  const bar = new AddressBar(hash);
  open = new Navigation(bar as unknown as Window);
  return { bar, navigation: open };
}
afterEach(() => open?.close());

const now = (navigation: Navigation): readonly [string, string, boolean] => [
  viewAddress(navigation.view),
  viewAddress(navigation.back),
  navigation.cameBack,
];

describe('the way', () => {
  it.each<[readonly string[], readonly [string, string, boolean]]>([
    [[], ['#', '#', false]],
    [['#practices'], ['#practices', '#', false]],
    [
      ['#practices', '#practice/a'],
      ['#practice/a', '#practices', false],
    ],
    [['#practice/a'], ['#practice/a', '#', false]],
    [
      ['#companies', '#company/x', '#practice/a'],
      ['#practice/a', '#company/x', false],
    ],
    [
      ['#companies', '#company/x', '#practice/a', '#company/x'],
      ['#company/x', '#companies', true],
    ],
    [
      ['#companies', '#company/x', '#companies', '#company/y'],
      ['#company/y', '#companies', false],
    ],
    [
      ['#practices', '#'],
      ['#', '#', true],
    ],
    [
      ['#practices', '#', '#practices'],
      ['#practices', '#', false],
    ],
    [
      ['#practices', '#practice/a', '#'],
      ['#', '#', true],
    ],
    [
      ['#practices', '#practice/a', '#', '#kept'],
      ['#kept', '#', false],
    ],
    [
      ['#practices', '#nonsense'],
      ['#', '#', true],
    ],
  ])('by %j', (addresses, expected) => {
    const { bar, navigation } = start();
    bar.go(...addresses);
    expect(now(navigation)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['#practice/a', ['#practices', '#']],
    ['#company/other%20x', ['#companies', '#']],
    ['#kept', ['#']],
    ['#', []],
    ['#nonsense', []],
  ])('back from %s, opened by its address, is %j', (hash, expected) => {
    const { bar, navigation } = start(hash);
    const way: string[] = [];
    // One step more than there is would be a way that goes in a circle.
    while (viewAddress(navigation.view) !== '#' && way.length <= expected.length) {
      const next = viewAddress(navigation.back);
      bar.go(next);
      way.push(next);
      expect(navigation.cameBack).toBe(true);
    }
    expect(way).toEqual(expected);
  });

  it('two steps that are told together count once', () => {
    const { bar, navigation } = start();
    bar.set('#kept');
    bar.go('#practices');
    bar.dispatchEvent(new Event('hashchange'));
    expect(now(navigation)).toEqual(['#practices', '#', false]);
    bar.go('#practice/a', '#');
    bar.dispatchEvent(new Event('hashchange'));
    expect(now(navigation)).toEqual(['#', '#', true]);
  });

  it('always ends at home, by "back" alone and without a circle', () => {
    const addresses = ['#', '#site', '#practices', '#practice/a', '#practice/b', '#companies', '#company/x', '#junk'];
    fc.assert(
      fc.property(fc.constantFrom(...addresses), fc.array(fc.constantFrom(...addresses)), (first, steps) => {
        const { bar, navigation } = start(first);
        bar.go(...steps);
        const seen = new Set<string>();
        while (viewAddress(navigation.view) !== '#') {
          const here = viewAddress(navigation.view);
          expect(seen.has(here)).toBe(false);
          seen.add(here);
          bar.go(viewAddress(navigation.back));
        }
        navigation.close();
      }),
    );
  });

  it('is followed no more once it is closed', () => {
    const { bar, navigation } = start();
    navigation.close();
    bar.go('#kept');
    expect(viewAddress(navigation.view)).toBe('#');
  });
});

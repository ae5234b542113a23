/** Does an address lead to its view and back, whatever stands in it? */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentOf, readView, viewAddress } from '../../../components/popup/popup-view.ts';
import type { PopupView } from '../../../words/screens.ts';

const parts = ['home', 'site', 'practices', 'companies', 'kept', 'act', 'about'] as const;
const anyView: fc.Arbitrary<PopupView> = fc.oneof(
  fc.constantFrom(...parts).map((is) => ({ is })),
  fc.record({
    is: fc.constantFrom('practice' as const, 'company' as const),
    // Half a surrogate pair has no address; no host name and no id of ours holds one.
    id: fc.string({ unit: 'grapheme' }),
  }),
);

describe('an address', () => {
  it.each<[PopupView, string]>([
    [{ is: 'home' }, '#'],
    [{ is: 'kept' }, '#kept'],
    [{ is: 'practice', id: 'web-storage' }, '#practice/web-storage'],
    [{ is: 'company', id: 'other Meta Pixel' }, '#company/other%20Meta%20Pixel'],
    [{ is: 'company', id: 'other a/b#c?d%20' }, '#company/other%20a%2Fb%23c%3Fd%2520'],
    [{ is: 'company', id: '' }, '#company/'],
  ])('of %j is %s', (view, address) => {
    expect(viewAddress(view)).toBe(address);
    expect(readView(address)).toEqual(view);
  });

  it('leads back to its view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(readView(viewAddress(view))).toEqual(view);
      }),
    );
  });

  it('is the one that a browser makes of it, too', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(readView(new URL(viewAddress(view), 'https://popup.example/popup.html').hash)).toEqual(view);
      }),
    );
  });

  it.each([
    '',
    '#',
    '#/',
    '#nowhere',
    '#PRACTICES',
    '#home',
    '#practice',
    '#company',
    '#practices/x',
    '#kept/',
    '#__proto__',
    '#constructor',
    '##kept',
    '# kept',
    '#kept?x',
  ])('%j leads home', (hash) => {
    expect(readView(hash)).toEqual({ is: 'home' });
  });

  it.each([
    ['#practice/%', '%'],
    ['#practice/%E0%A4%A', '%E0%A4%A'],
    ['#company/a/b', 'a'],
  ])('%s that is none of ours names nothing that there is, and throws nothing', (hash, id) => {
    expect(readView(hash)).toMatchObject({ id });
  });

  it('of any letters is read without a throw, as a view of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const view = readView(`#${text}`);
        if ('id' in view) expect(text).toMatch(/^#?(practice|company)\//);
        else expect(parts).toContain(view.is);
      }),
    );
  });
});

it.each<[PopupView, PopupView]>([
  [{ is: 'practice', id: 'x' }, { is: 'practices' }],
  [{ is: 'company', id: 'x' }, { is: 'companies' }],
  [{ is: 'practices' }, { is: 'home' }],
  [{ is: 'site' }, { is: 'home' }],
  [{ is: 'home' }, { is: 'home' }],
])('behind %j is %j', (view, parent) => {
  expect(parentOf(view)).toEqual(parent);
});

// @vitest-environment happy-dom
/** What stands there when a view is opened before its code has come, or when it does not come? */
import { cleanup, screen } from '@testing-library/svelte';
import { flushSync, tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { ViewCode, type DeepView } from '../../../components/popup/view-code.svelte.ts';
import { addressesOf, follow, go, open, title, VIEWS, words, wordsOf } from './popup-fixture.ts';
import { makeReport } from './report-fixture.ts';

const DEEP = Object.keys(VIEWS) as DeepView[];
/** An address of each view. */
const ADDRESS = Object.fromEntries(
  addressesOf(makeReport()).map((address) => [address.slice(1).replace(/\/.*/, ''), address]),
);

describe('the code of the views', () => {
  it.each(DEEP)('of %s is fetched when it is opened, and drawn when it is there', async (view) => {
    const code = new ViewCode();
    open({ code });
    expect(code.get(view)).toBeUndefined();
    go(ADDRESS[view] ?? '');
    expect(title()).not.toBe('');
    expect(document.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
    await code.load(view);
    flushSync();
    await tick();
    expect(document.querySelector('main')?.getAttribute('aria-busy')).toBe('false');
    const drawn = wordsOf(document.querySelector('main'));
    expect(code.get(view)).toBeDefined();
    cleanup();
    open({ at: ADDRESS[view] ?? '' });
    expect(drawn).toBe(wordsOf(document.querySelector('main')));
  });

  it('is all fetched once nobody waits', async () => {
    const code = new ViewCode();
    await code.loadAll();
    expect(DEEP.filter((view) => code.get(view) === undefined)).toEqual([]);
  });

  it('the focus is on the title of a view that is not there yet', async () => {
    open({ code: new ViewCode() });
    await follow('Ask Sony Music');
    expect(document.activeElement?.tagName).toBe('H1');
  });
});

/** The code of one view does not come; the first time only, or ever. */
class BrokenCode extends ViewCode {
  readonly #broken: DeepView;
  #isBroken = true;

  constructor(broken: DeepView) {
    super(Object.fromEntries(Object.entries(VIEWS).filter(([view]) => view !== broken)));
    this.#broken = broken;
  }

  override hasFailed(view: DeepView): boolean {
    return this.#isBroken && view === this.#broken;
  }

  override async again(view: DeepView): Promise<void> {
    this.#isBroken = false;
    await super.again(view);
  }
}

describe('a view whose code does not come', () => {
  it.each(DEEP)('%s: says so, keeps its head and the way back, and leaves the first screen alone', (view) => {
    open({ code: new BrokenCode(view), at: ADDRESS[view] ?? '' });
    expect(words()).toContain('This part could not be shown');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    go('#');
    expect(document.querySelector('[data-count]')).not.toBeNull();
    expect(words()).not.toContain('This part could not be shown');
  });
});

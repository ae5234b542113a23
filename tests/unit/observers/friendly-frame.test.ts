// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isFrameToWatch, isWithoutAddress, whenFilled } from '../../../observers/page/friendly-frame.ts';
import { fill, goTo } from './test-document.ts';

let entriesCome: () => void = () => undefined;

beforeEach(() => {
  goTo('https://artist.example/');
  vi.stubGlobal('frameElement', null);
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(come: () => void) {
        entriesCome = come;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** The element that the document stands in, as the browser gives it to a frame of the same origin. */
function standIn(html: string): void {
  const place = document.createElement('div');
  place.innerHTML = html;
  vi.stubGlobal('frameElement', place.firstElementChild);
  vi.stubGlobal('top', {});
}

describe('a document without an address', () => {
  it.each<[string, boolean]>([
    ['https://artist.example/', false],
    ['about:blank', true],
    ['blob:https://artist.example/1', true],
  ])('%s', (url, expected) => {
    goTo(url);
    expect(isWithoutAddress()).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['<iframe></iframe>', true],
    ['<iframe src="about:blank"></iframe>', true],
    ['<iframe src="javascript:false"></iframe>', true],
    ['<iframe srcdoc="x" src="/player"></iframe>', true],
    ['<iframe src="/player"></iframe>', false],
    ['<iframe src="https://shop.artist.example/"></iframe>', false],
  ])('is also one that was written into %s: it bears the address of its writer', (html, expected) => {
    standIn(html);
    expect(isWithoutAddress()).toBe(expected);
  });

  it('is looked at from inside, but for a tab’s own and those that the page’s script reads', () => {
    expect(isFrameToWatch()).toBe(false);
    standIn('<iframe></iframe>');
    expect(isFrameToWatch()).toBe(true);
    standIn('<iframe src=" JavaScript:false"></iframe>');
    expect(isFrameToWatch()).toBe(false);
  });
});

describe('a frame', () => {
  it('costs nothing while it is empty', async () => {
    const run = vi.fn();
    whenFilled(run);
    document.body.append('Words alone');
    await Promise.resolve();
    expect(run).not.toHaveBeenCalled();
    entriesCome();
  });

  it('is looked at once when something comes into it', async () => {
    const run = vi.fn();
    whenFilled(run);
    fill('<form></form>');
    await new Promise((resolve) => setTimeout(resolve, 0));
    fill('<img>');
    entriesCome();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(run).toHaveBeenCalledOnce();
  });

  it('is looked at when it has loaded something, and at once when it holds something', () => {
    const loaded = vi.fn();
    whenFilled(loaded);
    entriesCome();
    expect(loaded).toHaveBeenCalledOnce();
    fill('<input>');
    const holding = vi.fn();
    whenFilled(holding);
    expect(holding).toHaveBeenCalledOnce();
  });
});

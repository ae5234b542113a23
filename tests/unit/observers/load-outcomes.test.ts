// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLoads, type LoadOutcomes } from '../../../observers/page/load-outcomes.ts';
import { withoutFragment } from '../../../recognition/web-address.ts';

let controller: AbortController;
let outcomes: LoadOutcomes;

beforeEach(() => {
  controller = new AbortController();
  outcomes = watchLoads(controller.signal);
});
afterEach(() => {
  controller.abort();
  document.body.replaceChildren();
});

/** An element with this address on which an event of its load is fired; such events don't bubble. */
function load(
  tag: 'script' | 'iframe' | 'video' | 'audio' | 'img',
  src: string,
  event: string,
  size: readonly [number, number] = [100, 100],
): void {
  const element = document.createElement(tag);
  Object.defineProperties(element, {
    src: { value: src },
    currentSrc: { value: '' },
    naturalWidth: { value: size[0] },
    naturalHeight: { value: size[1] },
  });
  document.body.append(element);
  element.dispatchEvent(new Event(event));
}

describe('failures', () => {
  it.each(['script', 'iframe', 'video', 'audio', 'img'] as const)('of %s are kept', (tag) => {
    load(tag, 'https://a.example/x#y', 'error');
    expect([...outcomes.failed.keys()]).toEqual(['https://a.example/x']);
  });

  it('of stylesheets are kept', () => {
    const link = document.createElement('link');
    Object.defineProperty(link, 'href', { value: 'https://a.example/x.css' });
    document.body.append(link);
    link.dispatchEvent(new Event('error'));
    expect(outcomes.failed.has('https://a.example/x.css')).toBe(true);
  });

  it.each(['', 'data:,x', 'blob:https://a.example/1', `https://a.example/${'x'.repeat(5000)}`])(
    'of %.30j are not',
    (src) => {
      load('img', src, 'error');
      expect(outcomes.failed.size).toBe(0);
    },
  );

  it('are forgotten when the load is tried again and works', () => {
    load('img', 'https://a.example/x', 'error');
    load('img', 'https://a.example/x', 'load');
    expect(outcomes.failed.size).toBe(0);
  });

  it('are told to whom it concerns, until they have enough', () => {
    const listener = vi.fn();
    const until = new AbortController();
    outcomes.onFailure(listener, until.signal);
    load('img', 'https://a.example/1', 'error');
    expect(listener).toHaveBeenCalledTimes(1);
    until.abort();
    load('img', 'https://a.example/2', 'error');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('are five hundred at most, the latest', () => {
    for (let i = 0; i < 520; i += 1) load('img', `https://a.example/${i}`, 'error');
    expect(outcomes.failed.size).toBe(500);
    expect(outcomes.failed.has('https://a.example/519')).toBe(true);
  });

  it('of scripts themselves (an exception) are no failed loads', () => {
    window.dispatchEvent(new ErrorEvent('error'));
    document.dispatchEvent(new Event('error'));
    expect(outcomes.failed.size).toBe(0);
  });
});

describe('pixels', () => {
  it.each([
    [[1, 1], true],
    [[1, 0], true],
    [[0, 0], false],
    [[2, 1], false],
    [[1, 2], false],
    [[100, 100], false],
  ] as const)('of %j: %s', (size, expected) => {
    load('img', 'https://a.example/i', 'load', size);
    expect(outcomes.pixels.has('https://a.example/i')).toBe(expected);
  });

  it('that were there before us are found', () => {
    const image = document.createElement('img');
    Object.defineProperties(image, {
      currentSrc: { value: 'https://a.example/early?1' },
      naturalWidth: { value: 1 },
      naturalHeight: { value: 1 },
    });
    document.body.append(image);
    expect(watchLoads(controller.signal).pixels.has('https://a.example/early?1')).toBe(true);
  });
});

it('hears nothing more after its end', () => {
  controller.abort();
  load('img', 'https://a.example/x', 'error');
  load('img', 'https://a.example/x', 'load', [1, 1]);
  expect([outcomes.failed.size, outcomes.pixels.size]).toEqual([0, 0]);
});

it.each([
  ['https://a.example/x#y', 'https://a.example/x'],
  ['https://a.example/x', 'https://a.example/x'],
  ['#', ''],
])('withoutFragment(%j) → %j', (url, expected) => {
  expect(withoutFragment(url)).toBe(expected);
});

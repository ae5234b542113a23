// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clock } from '../../../observers/clock.ts';
import { observeDisguises } from '../../../observers/page/disguises.ts';
import { watchPage } from './watched-page.ts';

interface Entry {
  readonly name: string;
  readonly startTime: number;
  readonly responseEnd: number;
}

const GA = 'https://www.a.example/g/collect?v=2&tid=G-AB12CD34EF&cid=77777.88888&en=page_view';
const ADOBE = 'https://metrics.a.example/b/ss/label/1/JS-2.22.0/s123?AQB=1&pageName=secret';
const entry = (name: string, startTime = 10, responseEnd = 20): Entry => ({ name, startTime, responseEnd });

let deliver: (...entries: Entry[]) => void;
let left: Entry[];
let stopped: boolean;

beforeEach(() => {
  left = [];
  stopped = false;
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(callback: (list: { getEntries: () => Entry[] }) => void) {
        deliver = (...entries) => {
          callback({ getEntries: () => entries });
        };
      }
      observe(options: unknown): void {
        expect(options).toEqual({ type: 'resource', buffered: true });
      }
      takeRecords(): Entry[] {
        return left;
      }
      disconnect(): void {
        stopped = true;
      }
    },
  );
});

describe('collectors under other names', () => {
  it('are told once for each host, with names and no value', () => {
    const page = watchPage(observeDisguises);
    deliver(entry(GA), entry(ADOBE), entry(GA, 30, 40), entry(GA.replace('www', 'sst')));
    const told = page.take('disguise');
    expect(told.map(({ collector, address, detail }) => [collector, address.host, address.path, detail])).toEqual([
      ['google-analytics', 'www.a.example', '/g/collect', 'v, tid, cid'],
      ['adobe-analytics', 'metrics.a.example', '/b/ss/label/1/JS-2.22.0/s123', 'AQB'],
      ['google-analytics', 'sst.a.example', '/g/collect', 'v, tid, cid'],
    ]);
    expect(told.every(({ reason }) => reason === 'shape')).toBe(true);
    expect(JSON.stringify(told)).not.toMatch(/77777|AB12CD34EF|secret/);
    expect(told[0]?.at).toBeCloseTo(clock.at(10));
  });

  it('are not told under their makers’ names, nor where nothing collects', () => {
    const page = watchPage(observeDisguises);
    deliver(
      entry(GA.replace('www.a.example', 'region1.google-analytics.com')),
      entry('https://www.facebook.com/tr/?id=123456789012345&ev=PageView&dl=x'),
      entry('https://www.a.example/collect.html'),
      entry('chrome-extension://abc/x.js'),
      entry('not an address'),
    );
    expect(page.reported).toEqual([]);
  });

  it('belong to the visit in which they ended', () => {
    // Seconds apart: on a busy machine the clock and the time origin differ by some milliseconds.
    const began = performance.timeOrigin + 5000;
    const page = watchPage((watch) => {
      observeDisguises({ ...watch, since: began });
    });
    deliver(entry(GA, 10, 1000));
    expect(page.reported).toEqual([]);
    deliver(entry(GA, 90, 9000));
    expect(page.take('disguise')).toHaveLength(1);
  });

  it('are handed over when the visit ends', () => {
    const page = watchPage(observeDisguises);
    left = [entry(ADOBE)];
    page.end();
    expect(page.take('disguise')).toHaveLength(1);
    expect(stopped).toBe(true);
  });

  it('are bounded on a page that makes them up', () => {
    const page = watchPage(observeDisguises);
    deliver(...Array.from({ length: 200 }, (_, index) => entry(GA.replace('www', `h${String(index)}`))));
    expect(page.take('disguise')).toHaveLength(30);
    expect(page.take('limit')).toHaveLength(1);
  });
});

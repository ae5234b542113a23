/** What a page load costs in a browser: time until it is loaded, and processor time of all the browser's processes. */
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { LaunchedChromium } from '../../tools/launch-chromium.ts';
import { cpuOf } from './processes.ts';

/** After the page has loaded, so that messages and storage are counted too. Milliseconds. */
export const SETTLE = 1500;
/** Of the second measurement: 50 requests a second for six seconds. */
const REQUESTS = 300;
const REQUEST_PAUSE = 20;

/** The first process of a browser, by the profile in its command line. */
export function processOf({ profile }: LaunchedChromium): number {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return line.includes(`--user-data-dir=${profile}`) && !line.includes('--type=');
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new Error(`No process has the profile ${profile}`);
  return Number(found);
}

/** A page to load. */
export interface PageToLoad {
  readonly address: string;
  /** How many pages like it the same tab has shown before, which are not measured; 0 for a new tab. */
  readonly earlier: number;
}

/** What the tabs of both browsers' drivers have in common. */
interface Tab {
  readonly goto: (address: string, options: { readonly waitUntil: 'load' }) => Promise<unknown>;
}

/** Shows a tab the pages that come before the one that is measured. Each has an address of its own: to go to the same is to reload it. */
export async function showEarlier(tab: Tab, { address, earlier }: PageToLoad): Promise<void> {
  for (let shown = 0; shown < earlier; shown += 1) {
    await tab.goto(`${address}?earlier=${String(shown)}`, { waitUntil: 'load' });
    await wait(SETTLE);
  }
}

/** What one load of a page costs. Times in milliseconds. */
export interface LoadCost {
  /** From the navigation's start to the end of the load event. */
  readonly load: number;
  /** Processor time, all processes, until the page has settled. */
  readonly cpu: number;
  /** Time in scripts on the page's main thread, those of extensions among them. */
  readonly script: number;
  /** What long tasks of the page's main thread took beyond their first 50 ms. */
  readonly blocking: number;
  /** Long tasks of the page's main thread: their number. */
  readonly longTasks: number;
  /** Largest contentful paint, from the navigation's start. */
  readonly lcp: number;
}

interface Watched {
  blocking: number;
  longTasks: number;
  lcp: number;
}

/** Runs in the page before its own scripts: takes down what only observers of the page tell. */
export function watchLoad(): void {
  const watched: Watched = { blocking: 0, longTasks: 0, lcp: Number.NaN };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      watched.longTasks += 1;
      watched.blocking += Math.max(0, duration - 50);
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    watched.lcp = list.getEntries().at(-1)?.startTime ?? watched.lcp;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** Runs in the page when it has loaded. */
export function readLoad(): Pick<LoadCost, 'load' | 'blocking' | 'longTasks' | 'lcp'> {
  const [navigation] = performance.getEntriesByType('navigation');
  const { blocking, longTasks, lcp } = (globalThis as unknown as { watched: Watched }).watched;
  return { load: (navigation as PerformanceNavigationTiming).loadEventEnd, blocking, longTasks, lcp };
}

/** Loads a page in a tab of its own. */
export async function measureLoad(browser: LaunchedChromium, pid: number, toLoad: PageToLoad): Promise<LoadCost> {
  const page = await browser.context.newPage();
  await page.addInitScript(watchLoad);
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable');
  await showEarlier(page, toLoad);
  const before = cpuOf(pid);
  await page.goto(toLoad.address, { waitUntil: 'load' });
  await wait(SETTLE);
  const cpu = cpuOf(pid) - before;
  const { metrics } = await session.send('Performance.getMetrics');
  const script = (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
  const seen = await page.evaluate(readLoad);
  await page.close();
  return { ...seen, cpu, script };
}

/** Runs in the page: asks for scripts that write, for pictures and for reports in turn, and writes something itself at every fifth. */
async function keepAsking({ requests, pause }: { requests: number; pause: number }): Promise<void> {
  for (let index = 0; index < requests; index += 1) {
    const of = (kind: string): string => `https://cdn${String(index % 40)}.example/trackers/${kind}-${String(index)}`;
    if (index % 3 === 0) document.body.append(Object.assign(document.createElement('script'), { src: of('script') }));
    else if (index % 3 === 1) new Image().src = of('picture');
    else fetch(of('report'), { mode: 'no-cors', credentials: 'include' }).catch(() => undefined);
    if (index % 5 === 0) {
      localStorage.setItem(`asked-${String(index % 40)}`, String(index));
      document.cookie = `asked_${String(index % 20)}=${String(index)}; path=/`;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Processor time of a page that makes 50 requests a second, in milliseconds a request. */
export async function measureSteadyRequests(browser: LaunchedChromium, pid: number, address: string): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  const before = cpuOf(pid);
  await page.evaluate(keepAsking, { requests: REQUESTS, pause: REQUEST_PAUSE });
  await wait(SETTLE);
  const cpu = cpuOf(pid) - before;
  await page.close();
  return cpu / REQUESTS;
}

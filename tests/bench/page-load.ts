/** What a page load costs in a browser: time until it is loaded, and processor time of all the browser's processes. */
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { LaunchedChromium } from '../../tools/launch-chromium.ts';
import { cpuOf } from './processes.ts';

/** After the page has loaded, so that messages and storage are counted too. Milliseconds. */
const SETTLE = 1500;
/** Of the second measurement: 50 requests a second for four seconds. */
const REQUESTS = 200;
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

export interface LoadCost {
  /** Milliseconds from the navigation's start to the end of the load event. */
  readonly load: number;
  /** Milliseconds of processor time, all processes, until the page has settled. */
  readonly cpu: number;
}

/** Loads a page in a new tab. */
export async function measureLoad(browser: LaunchedChromium, pid: number, address: string): Promise<LoadCost> {
  const page = await browser.context.newPage();
  const before = cpuOf(pid);
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  const cpu = cpuOf(pid) - before;
  const load = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceNavigationTiming).loadEventEnd;
  });
  await page.close();
  return { load, cpu };
}

/** Processor time of a page that makes 50 requests a second, in milliseconds a request. */
export async function measureSteadyRequests(browser: LaunchedChromium, pid: number, address: string): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  const before = cpuOf(pid);
  await page.evaluate(
    async ({ requests, pause }) => {
      for (let index = 0; index < requests; index += 1) {
        new Image().src = `https://cdn${index % 40}.example/${index}.gif`;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    { requests: REQUESTS, pause: REQUEST_PAUSE },
  );
  await wait(SETTLE);
  const cpu = cpuOf(pid) - before;
  await page.close();
  return cpu / REQUESTS;
}

/** How long the page's main thread was blocked by long tasks while it loaded: their number. */
export async function countLongTasks(browser: LaunchedChromium, address: string): Promise<number> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { longTasks: number };
    counted.longTasks = 0;
    new PerformanceObserver((list) => {
      counted.longTasks += list.getEntries().length;
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  const count = await page.evaluate(() => (globalThis as unknown as { longTasks: number }).longTasks);
  await page.close();
  return count;
}

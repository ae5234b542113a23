/** What a page costs that changes sixty times a second, while somebody looks at it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import type { LaunchedChromium } from '../../tools/launch-chromium.ts';
import { cpuOf } from './processes.ts';
import { BARE, oursOnly, row } from './result-row.ts';
import { estimate, inWords } from './statistics.ts';

/** Until the page has loaded and has been looked at whole. Milliseconds. */
const SETTLE = 3000;
/** How long is measured, and in which part of it the changes are counted. Milliseconds. */
const SPAN = 5000;

/** What changes in each frame. */
const RESTLESS = {
  'styles, classes and data attributes of a slider': 'style',
  'elements that come and go': 'nodes',
  'src, href and aria-label': 'addresses',
  texts: 'texts',
} as const;
type Change = (typeof RESTLESS)[keyof typeof RESTLESS];

/** Runs in the page: three elements change in each frame, in the way that `change` says. */
function changeSixtyTimes(change: Change): void {
  const stage = document.createElement('section');
  stage.innerHTML =
    '<a href="/a">One</a><a href="/b">Two</a><img alt="" src="data:,"><form><label>Name <input name="name"></label><button>Go</button></form>';
  document.body.append(stage);
  const links = [...stage.querySelectorAll('a')];
  const image = stage.querySelector('img');
  let frame = 0;
  const steps: Record<Change, () => void> = {
    style() {
      for (const link of links) {
        link.style.transform = `translateX(${String(frame % 400)}px)`;
        link.className = `at-${String(frame % 8)}`;
        link.dataset.offset = String(frame);
      }
    },
    nodes() {
      const item = document.createElement('p');
      item.innerHTML = `<a href="/post/${String(frame)}">Post ${String(frame)}</a> <button>Like</button>`;
      stage.append(item);
      if (frame > 30) stage.querySelector('p')?.remove();
    },
    addresses() {
      for (const link of links) {
        link.href = `/page/${String(frame)}`;
        link.setAttribute('aria-label', `Page ${String(frame)}`);
      }
      image?.setAttribute('src', `data:image/gif;base64,#${String(frame)}`);
    },
    texts() {
      for (const link of links) link.textContent = `Counter ${String(frame)}`;
    },
  };
  const step = (): void => {
    frame += 1;
    steps[change]();
    requestAnimationFrame(step);
  };
  step();
}

/** Parts of a core's time, in per cent. */
interface RestlessCost {
  /** Of all processes, the page's own changes among it. */
  readonly cpu: number;
  /** In scripts on the page's main thread. */
  readonly script: number;
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
}

async function measure(browser: LaunchedChromium, pid: number, address: string, change: Change): Promise<RestlessCost> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  await page.evaluate(changeSixtyTimes, change);
  await wait(SPAN / 10);
  const [cpu, script] = [cpuOf(pid), await scriptTime(session)];
  await wait(SPAN);
  const cost = {
    cpu: ((cpuOf(pid) - cpu) / SPAN) * 100,
    script: (((await scriptTime(session)) - script) / SPAN) * 100,
  };
  await page.close();
  return cost;
}

/** Browsers, the bare one first, of which each has its own first process. */
export type RestlessContestant = Readonly<{ name: string; browser: LaunchedChromium; pid: number }>;

/** Prints what each costs more than the bare browser, turn by turn. */
export async function benchRestlessPage(
  contestants: readonly RestlessContestant[],
  rounds: number,
  address: string,
): Promise<void> {
  for (const [what, change] of Object.entries(RESTLESS)) {
    const costs = contestants.map((): RestlessCost[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [index, { browser, pid }] of contestants.entries())
        costs[index]?.push(await measure(browser, pid, address, change));
    console.log(`\nA page that changes sixty times a second, ${what}: of a core, more than the bare browser`);
    const [bare = []] = costs;
    for (const [index, { name }] of contestants.entries()) {
      if (name === BARE) continue;
      const more = (kind: keyof RestlessCost): string =>
        inWords(
          estimate((costs[index] ?? []).map((cost, round) => cost[kind] - (bare[round]?.[kind] ?? NaN))),
          2,
          ' %',
        );
      row(name, `scripts ${more('script')}; CPU ${more('cpu')}`, oursOnly(name, 'scripts ≤ 1 %'));
    }
  }
}

/**
 * Loads pages in each browser, turn by turn, and prints what they cost beside the bare browser. Blocking is told as it is, and beside it.
 *
 * Each browser is started anew for each round: how it happens to have started weighs on all its loads, by a tenth and more, and an interval over
 * rounds in one browser says nothing of that.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { oursOnly, row } from './result-row.ts';
import type { LoadCost, PageToLoad } from './page-load.ts';
import { estimate, inWords, median, pairedRatio } from './statistics.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';

/** A browser in which pages are loaded. */
export interface LoadContestant {
  readonly name: string;
  /** Loads a page in a tab of its own. A figure that the browser does not give is NaN. */
  readonly load: (page: PageToLoad) => Promise<LoadCost>;
}

/** Starts a browser in which pages are loaded. */
export interface LoadStarter {
  readonly name: string;
  readonly start: () => Promise<Pick<LoadContestant, 'load'> & { readonly close: () => Promise<void> }>;
}

/** A page to load, what is said of it, and what ours may cost there: ratios to the bare browser, milliseconds of blocking in all. */
export interface LoadScenario extends PageToLoad {
  readonly what: string;
  readonly budget: {
    readonly load: string;
    readonly cpu: string;
    readonly script: string;
    readonly blocking: string;
    readonly lcp: string;
  };
}

const BUDGET = {
  load: 'within the floor’s interval',
  cpu: '× ≤ 1.08',
  script: '× ≤ 1.5',
  blocking: '≤ 30 ms, or within the floor’s interval',
  lcp: '× ≤ 1.05',
} as const;

/** The pages, heaviest first. */
export const LOADS: readonly LoadScenario[] = [
  {
    address: `https://${LABEL_HOST}/heavy/page`,
    earlier: 0,
    what: 'A page as heavy as an artist’s: 200 requests to 40 companies that write, frames, banner, 20,000 elements, slider, feed',
    budget: BUDGET,
  },
  {
    address: `https://${LABEL_HOST}/trackers/page`,
    earlier: 0,
    what: 'A page of usual size with 50 requests to other companies, half of them scripts that write',
    budget: { ...BUDGET, load: '× ≤ 1.08' },
  },
  {
    // Most pages of a visit are no first ones: what the browser has compiled of a script may serve the next page of the same tab.
    address: `https://${LABEL_HOST}/trackers/page`,
    earlier: 1,
    what: 'The same as the second page of a tab',
    budget: { ...BUDGET, load: '× ≤ 1.08' },
  },
  {
    address: `https://${LABEL_HOST}/busy`,
    earlier: 0,
    what: 'A light page with 200 pictures from 40 companies',
    budget: { ...BUDGET, script: '' },
  },
];

/** Loads a page `rounds` times in each, turn by turn. Gives the costs by contestant, in their order, those of one round at one index. */
export async function loadInTurn(
  contestants: readonly LoadContestant[],
  rounds: number,
  page: PageToLoad,
): Promise<readonly (readonly LoadCost[])[]> {
  const costs = contestants.map((): LoadCost[] => []);
  // The first round warms caches up and is not counted.
  for (let round = -1; round < rounds; round += 1) {
    // Each begins as often as the others, so that a machine that gets slower is fair to all.
    for (const turn of contestants.keys()) {
      const index = (turn + round + contestants.length) % contestants.length;
      const cost = await contestants[index]?.load(page);
      if (round >= 0 && cost !== undefined) costs[index]?.push(cost);
    }
  }
  return costs;
}

/** How long a browser is left alone when it has started, in milliseconds: what it does by itself then is no load's. */
const START = 2000;

/** What each page costs, by page, by contestant, and by round. */
type AllCosts = readonly (readonly (readonly LoadCost[])[])[];

/** Starts each browser `rounds` times, turn by turn, and loads each page once in it, after one that is not counted. */
async function loadAnew(
  starters: readonly LoadStarter[],
  rounds: number,
  pages: readonly PageToLoad[],
): Promise<AllCosts> {
  const costs = pages.map(() => starters.map((): LoadCost[] => []));
  for (let round = 0; round < rounds; round += 1) {
    if (process.stderr.isTTY) process.stderr.write(`  round ${String(round + 1)} of ${String(rounds)}\r`);
    for (const turn of starters.keys()) {
      const index = (turn + round) % starters.length;
      const started = await starters[index]?.start();
      if (started === undefined) continue;
      await wait(START);
      // Warms caches up.
      if (pages[0] !== undefined) await started.load(pages[0]);
      for (const [at, page] of pages.entries()) costs[at]?.[index]?.push(await started.load(page));
      await started.close();
    }
  }
  return costs;
}

/** Loads the pages in each browser, started `rounds` times, and prints what they cost. The first is the bare browser. */
export async function benchLoads(starters: readonly LoadStarter[], rounds: number): Promise<void> {
  const costs = await loadAnew(
    starters,
    rounds,
    LOADS.map(({ address, earlier }) => ({ address, earlier })),
  );
  for (const [at, scenario] of LOADS.entries()) printLoad(starters, costs[at] ?? [], rounds, scenario);
}

function printLoad(
  starters: readonly LoadStarter[],
  costs: AllCosts[number],
  rounds: number,
  { what, budget }: LoadScenario,
): void {
  const [bare = []] = costs;
  console.log(`\n${what}; ${String(rounds)} rounds; ratio to the bare browser with its 95 % interval`);
  for (const [index, { name }] of starters.entries()) {
    const ours = costs[index] ?? [];
    const of = (kind: keyof LoadCost): number[] => ours.map((cost) => cost[kind]);
    const ratioRow = (label: string, kind: keyof LoadCost, limit: string): void => {
      const [values, bases] = [of(kind), bare.map((cost) => cost[kind])];
      if (Number.isNaN(median(values))) return;
      // A ratio to next to nothing says nothing.
      const ratio = median(bases) < 10 ? '' : `, × ${inWords(pairedRatio(values, bases), 2)}`;
      row(`${name}: ${label}`, `${median(values).toFixed(0)} ms${ratio}`, limit);
    };
    // A ratio hangs on how much the page itself does; what is added does so less, and can be set beside another page's.
    const moreRow = (label: string, kind: keyof LoadCost): void => {
      const more = of(kind).map((value, round) => value - (bare[round]?.[kind] ?? Number.NaN));
      if (ours === bare || Number.isNaN(median(more))) return;
      row(`${name}: ${label}, beyond the bare`, inWords(estimate(more), 0, ' ms'), '');
    };
    ratioRow('load', 'load', oursOnly(name, budget.load, budget.load));
    ratioRow('CPU of all processes', 'cpu', oursOnly(name, budget.cpu));
    ratioRow('scripts in the page', 'script', oursOnly(name, budget.script));
    moreRow('scripts in the page', 'script');
    ratioRow('largest contentful paint', 'lcp', oursOnly(name, budget.lcp));
    const blocking = of('blocking');
    if (Number.isNaN(median(blocking))) continue;
    // Often next to nothing in the bare browser, so no ratio. A heavy page has long tasks of its own: what is held up in all is the person's,
    // what comes to it is ours. The difference of two such sums scatters more than either, so both are told.
    const value = `${inWords(estimate(blocking), 0, ' ms')}, ${String(median(of('longTasks')))} long tasks`;
    row(`${name}: blocking`, value, oursOnly(name, budget.blocking, budget.blocking));
    moreRow('blocking', 'blocking');
  }
}

/**
 * npm run bench: what Liner Notes costs, against the bare browser and against an extension of ten lines that only observes
 * (tests/bench/floor). All of them run in the same minutes, turn by turn. Nothing fails here: numbers are printed beside the budget.
 * `--rounds=15` sets how often each is measured, `--only=pure` leaves the browsers out, `--only=calls` measures single calls alone.
 *
 * Long because: each measurement stands beside its budget.
 */
import { globSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundled, timesOf } from './bundled.ts';
import { measureCalls, type CallCosts } from './calls.ts';
import { measureLoad, measureSteadyRequests, processOf, type LoadCost } from './page-load.ts';
import { measurePopup } from './popup-time.ts';
import { memoryOf } from './processes.ts';
import type { PureResults } from './pure.ts';
import { estimate, inWords, median, pairedRatio } from './statistics.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { chromiumArguments, startSite } from '../../replica/server.ts';
import { findChromium } from '../../tools/browsers.ts';
import { buildExtension } from '../../tools/build-extension.ts';
import { launchChromium, type LaunchedChromium } from '../../tools/launch-chromium.ts';
import { cleanUpAtEnd } from '../../tools/clean-up.ts';
import { makeFullViewBuild } from '../../tools/full-view-build.ts';
import { openExtension, type ExtensionBrowser } from '../../tools/open-extension.ts';
import { PlainError, runScript } from '../../tools/plain-error.ts';
import { readArguments } from '../../tools/read-arguments.ts';
import { root } from '../../tools/run-command.ts';

const HEAVY_PAGE = `https://${LABEL_HOST}/heavy/page`;
const BUSY_PAGE = `https://${LABEL_HOST}/busy`;
const QUIET_PAGE = `https://${LABEL_HOST}/plain`;

const OURS = 'Liner Notes';
const OURS_FULL = 'Liner Notes, full view';

/** Budgets are ours: nobody else is held to them. `full`: the one of full view, where it has its own. */
function oursOnly(name: string, budget: string, full = ''): string {
  return name === OURS ? budget : name === OURS_FULL ? full : '';
}

function row(what: string, value: string, budget: string): void {
  console.log(`  ${what.padEnd(48)}${value.padEnd(42)}${budget}`);
}

async function benchPure(): Promise<void> {
  console.log('\nPure code, in Node; medians');
  const start = await bundled('company-start');
  const startOf = async (name: string): Promise<string> => inWords(estimate(await timesOf(start, name)), 1, ' ms');
  const results = (await (await bundled('pure'))('measurePure')) as PureResults;
  const million = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} million a second`;
  row('host → company, host met before', million(results.knownPerSecond), '≥ 1 million a second');
  row('host → company, every host new', million(results.newPerSecond), '≥ 1 million a second');
  row('host → company, start-up in a new process', await startOf('measureCompanyStart'), '≤ 20 ms');
  row('all that the popup knows, in a new process', await startOf('measureKnowledgeStart'), '');
  row('fold of a page with 200 requests, 60 items', `${results.foldOfBusyPage.toFixed(2)} ms`, '');
  row('fold of 100,000 requests and 10,000 keys', `${results.foldOfFlood.toFixed(0)} ms`, '');
  row('size of that visit', `${(results.floodSize / 1000).toFixed(1)} kB`, '≤ 100 kB');
  row('report on a busy visit', `${results.report.toFixed(2)} ms`, '');
}

interface Contestant {
  readonly name: string;
  readonly browser: LaunchedChromium;
  readonly pid: number;
}

/** A page to load, what is said of it, and what ours may cost there: ratios to the bare browser, milliseconds of blocking. */
interface LoadScenario {
  readonly address: string;
  readonly what: string;
  readonly budget: { readonly cpu: string; readonly script: string; readonly blocking: string; readonly lcp: string };
}

const LOADS: readonly LoadScenario[] = [
  {
    address: HEAVY_PAGE,
    what: 'A page as heavy as an artist’s: 200 requests to 40 companies that write, frames, banner, 20,000 elements, slider, feed',
    budget: { cpu: '× ≤ 1.08', script: '× ≤ 1.5', blocking: 'bare browser + ≤ 30 ms', lcp: '× ≤ 1.05' },
  },
  {
    address: BUSY_PAGE,
    what: 'A light page with 200 pictures from 40 companies',
    budget: { cpu: '× ≤ 1.08', script: '', blocking: 'bare browser + ≤ 30 ms', lcp: '× ≤ 1.05' },
  },
];

/** Loads a page in each browser, turn by turn, and prints what it costs beside the bare browser. */
async function benchLoad(contestants: readonly Contestant[], rounds: number, scenario: LoadScenario): Promise<void> {
  const costs = contestants.map((): LoadCost[] => []);
  // The first round warms caches up and is not counted.
  for (let round = -1; round < rounds; round += 1) {
    // Each begins as often as the others, so that a machine that gets slower is fair to all.
    for (const turn of contestants.keys()) {
      const index = (turn + round + contestants.length) % contestants.length;
      const contestant = contestants[index];
      if (contestant === undefined) continue;
      const cost = await measureLoad(contestant.browser, contestant.pid, scenario.address);
      if (round >= 0) costs[index]?.push(cost);
    }
  }
  const [bare = []] = costs;
  console.log(`\n${scenario.what}; ${rounds} rounds; ratio to the bare browser with its 95 % interval`);
  for (const [index, { name }] of contestants.entries()) {
    const ours = costs[index] ?? [];
    const times = (kind: keyof LoadCost): string => {
      const [values, bases] = [ours.map((cost) => cost[kind]), bare.map((cost) => cost[kind])];
      // A ratio to next to nothing says nothing.
      if (median(bases) < 10) return `${median(values).toFixed(0)} ms`;
      return `${median(values).toFixed(0)} ms, × ${inWords(pairedRatio(values, bases), 2)}`;
    };
    const { cpu, script, blocking, lcp } = scenario.budget;
    row(`${name}: load`, times('load'), oursOnly(name, 'within the floor’s interval', 'within the floor’s interval'));
    row(`${name}: CPU of all processes`, times('cpu'), oursOnly(name, cpu));
    row(`${name}: scripts in the page`, times('script'), oursOnly(name, script));
    // Often nothing in the bare browser, so no ratio.
    const blocked = ours.map((cost, round) => cost.blocking - (bare[round]?.blocking ?? Number.NaN));
    const tasks = median(ours.map((cost) => cost.longTasks));
    row(
      `${name}: blocking, beyond the bare`,
      `${inWords(estimate(blocked), 0, ' ms')}, ${tasks} long tasks`,
      oursOnly(name, blocking.replace('bare browser + ', '')),
    );
    row(`${name}: largest contentful paint`, times('lcp'), oursOnly(name, lcp));
  }
}

/** A page that goes on asking, in each browser, turn by turn. */
async function benchSteadyRequests(contestants: readonly Contestant[], rounds: number): Promise<void> {
  const costs = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { browser, pid }] of contestants.entries())
      costs[index]?.push(await measureSteadyRequests(browser, pid, QUIET_PAGE));
  console.log('\n50 requests a second: CPU a request, more than the bare browser');
  const [bare = []] = costs;
  for (const [index, { name }] of contestants.entries()) {
    if (index === 0) continue;
    const more = (costs[index] ?? []).map((value, round) => value - (bare[round] ?? Number.NaN));
    row(name, inWords(estimate(more), 2, ' ms'), oursOnly(name, '≤ 2 ms', '≤ 4 ms'));
  }
}

/** Calls of natives that the script in the page's own world listens to, beside the same calls in the bare browser. */
async function benchCalls(bare: LaunchedChromium, ours: LaunchedChromium, rounds: number): Promise<void> {
  const found: [CallCosts, CallCosts][] = [];
  for (let round = -1; round < rounds; round += 1) {
    const costs: [CallCosts, CallCosts] = [await measureCalls(bare, QUIET_PAGE), await measureCalls(ours, QUIET_PAGE)];
    if (round >= 0) found.push(costs);
  }
  console.log('\nOne call in the page: bare browser, with Liner Notes; medians, microseconds');
  for (const name of Object.keys(found[0]?.[0] ?? {})) {
    const of = (index: 0 | 1): string => (median(found.map((costs) => costs[index][name] ?? NaN)) / 1000).toFixed(2);
    row(name, `${of(0)}, ${of(1)}`, '');
  }
}

async function benchPopups(browsers: readonly (readonly [string, ExtensionBrowser])[], rounds: number): Promise<void> {
  const ready = await Promise.all(
    browsers.map(async ([name, browser]) => {
      const page = await browser.context.newPage();
      await page.goto(HEAVY_PAGE);
      await wait(2000);
      return { name, browser, address: await browser.popupAddress(page) };
    }),
  );
  console.log('\nPopup over that page: first words and 90 % of the text after its navigation starts');
  for (const asleep of [false, true]) {
    const times = ready.map(() => ({ first: [] as number[], most: [] as number[] }));
    for (let round = -1; round < rounds; round += 1) {
      for (const [index, { browser, address }] of ready.entries()) {
        const { firstWords, mostWords } = await measurePopup(browser, address, asleep);
        if (round < 0) continue;
        times[index]?.first.push(firstWords);
        times[index]?.most.push(mostWords);
      }
    }
    for (const [index, { name }] of ready.entries()) {
      const { first, most } = times[index] ?? { first: [], most: [] };
      const what = `${name}, worker ${asleep ? 'asleep' : 'awake'}`;
      const budget = oursOnly(name, asleep ? '≤ 90 ms' : '≤ 60 / ≤ 80 ms');
      row(what, `${inWords(estimate(first), 0)} / ${inWords(estimate(most), 0)} ms`, budget);
    }
  }
}

async function benchBrowsers(rounds: number, onlyCalls: boolean): Promise<void> {
  const chromium = await findChromium();
  const build = await buildExtension('chrome');
  const site = await startSite();
  cleanUpAtEnd(() => site.close());
  const options = { chromiumPath: chromium.path, args: chromiumArguments(site), headed: false };
  const bare = await launchChromium({ ...options, extension: null });
  if (onlyCalls) {
    await benchCalls(bare, await openExtension({ ...options, extension: build.folder }), rounds);
    return;
  }
  const floor = await openExtension({ ...options, extension: join(root, 'tests/bench/floor') });
  const ours = await openExtension({ ...options, extension: build.folder });
  const fullBuild = makeFullViewBuild(build.folder);
  cleanUpAtEnd(() => rm(fullBuild, { recursive: true, force: true }));
  const full = await openExtension({ ...options, extension: fullBuild });
  const contestants = (
    [
      ['bare browser', bare],
      ['floor', floor],
      [OURS, ours],
      [OURS_FULL, full],
    ] as const
  ).map(([name, browser]): Contestant => ({ name, browser, pid: processOf(browser) }));

  console.log(`\n${chromium.version}, ${cpus().length} cores`);
  console.log('\nMemory at rest, before any page');
  // Workers that have nothing to do are ended after half a minute.
  await wait(40_000);
  for (const { name, pid } of contestants)
    row(name, `${memoryOf(pid).toFixed(0)} MB`, oursOnly(name, 'bare browser + ≤ 10 MB'));
  for (const scenario of LOADS) await benchLoad(contestants, rounds, scenario);
  await benchSteadyRequests(contestants, Math.max(3, Math.ceil(rounds / 3)));
  await benchCalls(bare, ours, Math.min(rounds, 5));
  await benchPopups(
    [
      ['floor', floor],
      [OURS, ours],
    ],
    rounds,
  );
  console.log('\nSizes');
  for (const file of globSync('content-scripts/*.js', { cwd: build.folder })) {
    const size = statSync(join(build.folder, file)).size;
    row(file, `${(size / 1000).toFixed(1)} kB`, file.endsWith('/page.js') ? '≤ 20 kB' : '');
  }
}

await runScript(async () => {
  const { values } = readArguments({ rounds: { type: 'string', default: '15' }, only: { type: 'string' } });
  const { only } = values;
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new PlainError('--rounds wants a whole number from 1 up.');
  if (only !== 'calls') await benchPure();
  if (only === 'pure') return;
  if (process.platform !== 'linux') {
    throw new PlainError('Processor time is read from /proc, which only Linux has. --only=pure runs anywhere.');
  }
  await benchBrowsers(rounds, only === 'calls');
});

/**
 * npm run bench: what Liner Notes costs, against the bare browser and against an extension of ten lines that only observes
 * (tests/bench/floor). All of them run in the same minutes, turn by turn. Nothing fails here: numbers are printed beside the budget.
 * `--rounds=12` sets how often each is measured, `--only=pure` leaves the browsers out, `--only=calls` measures single calls alone.
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
import { countLongTasks, measureLoad, measureSteadyRequests, processOf, type LoadCost } from './page-load.ts';
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
import { root } from '../../tools/run-command.ts';

const BUSY_PAGE = `https://${LABEL_HOST}/busy`;
const QUIET_PAGE = `https://${LABEL_HOST}/plain`;

const OURS = 'Liner Notes';
const OURS_FULL = 'Liner Notes, full view';

/** Budgets are ours: nobody else is held to them. `full`: the one of full view, where it has its own. */
function oursOnly(name: string, budget: string, full = ''): string {
  return name === OURS ? budget : name === OURS_FULL ? full : '';
}

function argument(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function row(what: string, value: string, budget: string): void {
  console.log(`  ${what.padEnd(44)}${value.padEnd(42)}${budget}`);
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
  readonly costs: LoadCost[];
  readonly steady: number[];
}

async function benchLoads(contestants: readonly Contestant[], rounds: number): Promise<void> {
  // The first round warms caches up and is not counted.
  for (let round = -1; round < rounds; round += 1) {
    // Each begins as often as the others, so that a machine that gets slower is fair to all.
    const order = contestants.map((_, index) => contestants[(index + round + contestants.length) % contestants.length]);
    for (const contestant of order) {
      if (contestant === undefined) continue;
      const cost = await measureLoad(contestant.browser, contestant.pid, BUSY_PAGE);
      if (round >= 0) contestant.costs.push(cost);
    }
    if (round >= 0 && round < Math.max(3, rounds / 3)) {
      for (const { browser, pid, steady } of contestants)
        steady.push(await measureSteadyRequests(browser, pid, QUIET_PAGE));
    }
  }
  const [bare] = contestants;
  if (bare === undefined) return;
  console.log(
    `\nPage with 200 requests to 40 companies; ${rounds} rounds; ratio to the bare browser with its 95 % interval`,
  );
  for (const { name, costs } of contestants) {
    const [load, cpu] = [costs.map((cost) => cost.load), costs.map((cost) => cost.cpu)];
    const bareLoad = bare.costs.map((cost) => cost.load);
    const bareCpu = bare.costs.map((cost) => cost.cpu);
    row(
      `${name}: load`,
      `${median(load).toFixed(0)} ms, × ${inWords(pairedRatio(load, bareLoad), 2)}`,
      oursOnly(name, 'within the floor’s interval'),
    );
    row(
      `${name}: CPU of all processes`,
      `${median(cpu).toFixed(0)} ms, × ${inWords(pairedRatio(cpu, bareCpu), 2)}`,
      oursOnly(name, '× ≤ 1.10'),
    );
  }
  console.log('\n50 requests a second: CPU a request, more than the bare browser');
  for (const { name, steady } of contestants.slice(1)) {
    const more = steady.map((value, index) => value - (bare.steady[index] ?? Number.NaN));
    row(name, inWords(estimate(more), 2, ' ms'), oursOnly(name, '≤ 2.5 ms', '≤ 4 ms'));
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
      await page.goto(BUSY_PAGE);
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
  ).map(([name, browser]): Contestant => ({ name, browser, pid: processOf(browser), costs: [], steady: [] }));

  console.log(`\n${chromium.version}, ${cpus().length} cores`);
  console.log('\nMemory at rest, before any page');
  // Workers that have nothing to do are ended after half a minute.
  await wait(40_000);
  for (const { name, pid } of contestants)
    row(name, `${memoryOf(pid).toFixed(0)} MB`, oursOnly(name, 'bare browser + ≤ 10 MB'));
  await benchLoads(contestants, rounds);
  await benchCalls(bare, ours, Math.min(rounds, 5));
  console.log('\nLong tasks of the page (more than 50 ms) while it loads; median of 5');
  for (const { name, browser } of contestants) {
    const counts: number[] = [];
    for (let round = 0; round < 5; round += 1) counts.push(await countLongTasks(browser, BUSY_PAGE));
    row(name, `${median(counts)}`, oursOnly(name, 'as many as the bare browser'));
  }
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
  const rounds = Number(argument('rounds') ?? 12);
  if (!Number.isInteger(rounds) || rounds < 1) throw new PlainError('--rounds wants a whole number from 1 up.');
  const only = argument('only');
  if (only !== 'calls') await benchPure();
  if (only === 'pure') return;
  if (process.platform !== 'linux') {
    throw new PlainError('Processor time is read from /proc, which only Linux has. --only=pure runs anywhere.');
  }
  await benchBrowsers(rounds, only === 'calls');
});

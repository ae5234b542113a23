/** What Liner Notes costs in Chromium: bare browser, floor, page view, full view and its permissions alone, in the same minutes. */
import { globSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { measureCalls, type CallCosts } from './calls.ts';
import { benchInspectorScreen } from './inspector-screen.ts';
import { chromiumStarter } from './load-starters.ts';
import { benchLoads, type LoadContestant } from './load-table.ts';
import { beginRecording, benchRecording, type RecordingPair } from './recording-table.ts';
import { measureLoad, measureSteadyRequests, processOf } from './page-load.ts';
import { benchAnswers } from './popup-answer.ts';
import { benchPopups } from './popup-table.ts';
import { makePermissionsBuild } from './permissions-build.ts';
import { memoryOf } from './processes.ts';
import { benchRestlessPage } from './restless-page.ts';
import { BARE, FLOOR, OURS, OURS_FULL, oursOnly, PERMISSIONS, row } from './result-row.ts';
import { estimate, inWords, median } from './statistics.ts';
import { measureWorkerStart, type WorkerStart } from './worker-start.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { chromiumArguments, startSite } from '../../replica/server.ts';
import { findChromium } from '../../tools/browsers.ts';
import { buildExtension } from '../../tools/build-extension.ts';
import { cleanUpAtEnd } from '../../tools/clean-up.ts';
import { makeFullViewBuild } from '../../tools/full-view-build.ts';
import { launchChromium, type LaunchedChromium } from '../../tools/launch-chromium.ts';
import { openExtension, type ExtensionBrowser } from '../../tools/open-extension.ts';
import { root } from '../../tools/run-command.ts';

const HEAVY_PAGE = `https://${LABEL_HOST}/heavy/page`;
const QUIET_PAGE = `https://${LABEL_HOST}/plain`;

/** The parts that can be measured alone, by `--only`. */
export const CHROMIUM_PARTS = [
  'start',
  'memory',
  'load',
  'recording',
  'steady',
  'restless',
  'calls',
  'popup',
  'answers',
  'inspector',
  'sizes',
] as const;
export type ChromiumPart = (typeof CHROMIUM_PARTS)[number];

interface Contestant<Browser = LaunchedChromium> {
  readonly name: string;
  readonly browser: Browser;
  readonly pid: number;
}

const FLOOR_FOLDER = join(root, 'tests/bench/floor');

const loaderOf = ({ name, browser, pid }: Contestant): LoadContestant => ({
  name,
  load: (page) => measureLoad(browser, pid, page),
});

/** Workers that have nothing to do are ended after half a minute. */
async function benchMemory(contestants: readonly Contestant[]): Promise<void> {
  console.log('\nMemory at rest, before any page');
  await wait(40_000);
  for (const { name, pid } of contestants)
    row(name, `${memoryOf(pid).toFixed(0)} MB`, oursOnly(name, 'bare browser + ≤ 10 MB'));
}

/** The background's start, cold, in each that has one. */
async function benchWorkerStart(extensions: readonly Contestant<ExtensionBrowser>[], rounds: number): Promise<void> {
  const starts = extensions.map((): WorkerStart[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, { browser, pid }] of extensions.entries()) {
      const start = await measureWorkerStart(browser, pid);
      if (round >= 0) starts[index]?.push(start);
    }
  }
  console.log('\nThe background’s start, cold: until a message is heard; CPU of all processes within a second');
  for (const [index, { name }] of extensions.entries()) {
    const of = (kind: keyof WorkerStart): string =>
      inWords(estimate((starts[index] ?? []).map((start) => start[kind])), 0, ' ms');
    row(name, `${of('heard')}; CPU ${of('cpu')}`, '');
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

function printSizes(build: string): void {
  console.log('\nSizes');
  for (const file of globSync('content-scripts/*.js', { cwd: build })) {
    const size = statSync(join(build, file)).size;
    row(file, `${(size / 1000).toFixed(1)} kB`, file.endsWith('/page.js') ? '≤ 20 kB' : '');
  }
}

/** Measures the parts that are wanted, each `rounds` times. `extension`: another build in the place of the project's own. */
export async function benchChromium(
  rounds: number,
  wanted: ReadonlySet<ChromiumPart>,
  extension: string | null,
): Promise<void> {
  const chromium = await findChromium();
  const build = extension ?? (await buildExtension('chrome')).folder;
  const site = await startSite();
  cleanUpAtEnd(() => site.close());
  const options = { chromiumPath: chromium.path, args: chromiumArguments(site), headed: false };
  const fullBuild = makeFullViewBuild(build);
  cleanUpAtEnd(() => rm(fullBuild, { recursive: true, force: true }));
  const bare = await launchChromium({ ...options, extension: null });
  const open = async (name: string, folder: string): Promise<Contestant<ExtensionBrowser>> => {
    const browser = await openExtension({ ...options, extension: folder });
    return { name, browser, pid: processOf(browser) };
  };
  const floor = await open(FLOOR, FLOOR_FOLDER);
  const ours = await open(OURS, build);
  const full = await open(OURS_FULL, fullBuild);
  const extensions = [floor, ours, full];
  const contestants: readonly Contestant[] = [{ name: BARE, browser: bare, pid: processOf(bare) }, ...extensions];

  console.log(`\n${chromium.version}, ${String(cpus().length)} cores`);
  if (wanted.has('memory')) await benchMemory(contestants);
  if (wanted.has('start')) await benchWorkerStart(extensions, rounds);
  if (wanted.has('load')) {
    const idle = makePermissionsBuild(build);
    cleanUpAtEnd(() => rm(idle, { recursive: true, force: true }));
    await benchLoads(
      [
        chromiumStarter(BARE, null, options),
        chromiumStarter(FLOOR, FLOOR_FOLDER, options),
        chromiumStarter(OURS, build, options),
        chromiumStarter(OURS_FULL, fullBuild, options),
        chromiumStarter(PERMISSIONS, idle, options),
      ],
      rounds,
    );
  }
  if (wanted.has('recording')) {
    const pairs: RecordingPair[] = [];
    for (const [without, folder] of [
      [ours, build],
      [full, fullBuild],
    ] as const) {
      const recording = await open(without.name, folder);
      await beginRecording(recording.browser);
      pairs.push({
        name: without.name,
        without: loaderOf(without),
        recording: { ...loaderOf(recording), browser: recording.browser },
      });
    }
    await benchRecording(pairs, rounds);
  }
  if (wanted.has('steady')) await benchSteadyRequests(contestants, Math.max(3, Math.ceil(rounds / 3)));
  if (wanted.has('restless')) await benchRestlessPage(contestants, Math.max(3, Math.ceil(rounds / 3)), QUIET_PAGE);
  if (wanted.has('calls')) await benchCalls(bare, ours.browser, Math.min(rounds, 5));
  if (wanted.has('popup')) {
    const languages = globSync('*.json', { cwd: join(root, 'locales') }).map((file) => file.replace('.json', ''));
    await benchPopups(
      [
        [FLOOR, floor.browser],
        [OURS, ours.browser],
      ],
      rounds,
      { address: HEAVY_PAGE, languages: languages.sort() },
    );
  }
  if (wanted.has('answers')) await benchAnswers(ours.browser, rounds, HEAVY_PAGE);
  if (wanted.has('inspector')) await benchInspectorScreen(ours.browser, rounds);
  if (wanted.has('sizes')) printSizes(build);
}

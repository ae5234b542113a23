/** The step of `npm test` that runs the tests in Chromium. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../tools/browsers.ts';
import { root, runTool } from '../tools/run-command.ts';
import { asCounted, readJson, resultFolder, type StepResult } from './step-result.ts';

/** More failures than this are no accident of a busy machine, and nothing is tried again. */
const HEARD_AGAIN_AT_MOST = 3;
/** A fault that shows every second time gets past so many with one chance in eight. */
const TIMES_ALONE = 3;

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/**
 * Several hundred tests, three at a time, on a machine that has two processors: now and then one of them waits for longer than it allows. Such
 * a test is run again with nothing beside it, `TIMES_ALONE` times, and has failed if it fails once more. What it failed of is printed
 * either way, with its name: it is still a fault of the test.
 */
export async function browserTests(): Promise<StepResult> {
  const { path } = await findChromium();
  const perform = (name: string, more: readonly string[]) =>
    runTool('@playwright/test/cli.js', ['test', '--reporter=dot,json', ...more], {
      log: name,
      env: {
        FORCE_COLOR: '0',
        CHROMIUM_PATH: path,
        PLAYWRIGHT_JSON_OUTPUT_FILE: join(resultFolder, `${name}.json`),
        PLAYWRIGHT_FORCE_TTY: '0',
      },
    });
  const statsOf = (name: string) =>
    (readJson(join(resultFolder, `${name}.json`)) as PlaywrightReport | null)?.stats ?? null;

  const together = await perform('playwright', []);
  const stats = statsOf('playwright');
  if (stats === null) return asCounted(together, null);
  // A flaky test failed once: that is a failure, or nobody looks at it.
  const failed = stats.unexpected + stats.flaky;
  const counts = { passed: stats.expected, failed, skipped: stats.skipped };
  if (failed === 0 || failed > HEARD_AGAIN_AT_MOST) return asCounted(together, counts);

  const failedTests = join(resultFolder, 'first-failed-tests.json');
  copyFileSync(join(root, 'test-results', '.last-run.json'), failedTests);
  let output = together.output;
  for (let time = 1; time <= TIMES_ALONE; time += 1) {
    // A copy each time: Playwright writes what fails now into the file that it has read.
    const list = join(resultFolder, 'failed-tests.json');
    copyFileSync(failedTests, list);
    const alone = await perform('playwright-alone', ['--last-failed', `--last-failed-file=${list}`, '--workers=1']);
    output += `\nThe same alone, time ${String(time)} of ${String(TIMES_ALONE)}:\n${alone.output}`;
    const again = statsOf('playwright-alone');
    if (alone.code !== 0 || again?.expected !== failed) return asCounted({ code: 1, output }, counts);
  }
  const { passed, skipped } = counts;
  const tests = String(passed + failed + skipped);
  const note = `${tests} tests, ${String(failed)} of them failed beside others and passed ${String(TIMES_ALONE)} times alone`;
  return { passed: passed + failed, failed: 0, skipped, note, trouble: output };
}

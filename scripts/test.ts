/**
 * Every check there is: sources, both builds, unit tests, both browsers. `--quick` leaves out what needs a build.
 * The last line counts everything: `412 passed, 0 failed`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';
import { logFolder, root } from '../tools/run-command.ts';
import type { Counts, StepResult } from './step-result.ts';
import { buildSteps, builtSteps, lintStep, staticSteps, unitStep, type Step } from './test-steps.ts';

/** As many lines of a tool's output as a person reads before opening the log. */
const LINES_OF_TROUBLE = 60;

async function perform(step: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const result = await step.work().catch((error: unknown): StepResult => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    note: '',
    trouble: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const mark = result.failed > 0 ? '✗' : result.skipped > 0 && result.passed === 0 ? '!' : '✓';
  console.log(`${mark} ${step.name.padEnd(10)}${seconds.padStart(6)} s  ${result.note}`.trimEnd());
  if (result.trouble !== '') {
    const lines = result.trouble.trim().split('\n');
    const shown = lines.slice(-LINES_OF_TROUBLE).map((line) => `    ${line}`);
    if (lines.length > shown.length) shown.unshift(`    … ${lines.length - shown.length} lines more in ${logFolder}`);
    console.log(shown.join('\n'));
  }
  return result;
}

/** Runs steps one after the other. */
async function performInTurn(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await perform(step));
  return results;
}

/** Both builds in turn, since they write the same generated types; then the unit tests, some of which look at the built manifests. */
async function buildAndTest(): Promise<{ readonly results: readonly StepResult[]; readonly isBuilt: boolean }> {
  const builds = await performInTurn(buildSteps);
  return { results: [...builds, await perform(unitStep)], isBuilt: builds.every(({ failed }) => failed === 0) };
}

function withoutBuild(): Promise<StepResult> {
  return Promise.resolve({ passed: 0, failed: 1, skipped: 0, note: 'not run, there is no build', trouble: '' });
}

await runScript(async () => {
  const { quick = false } = readArguments({ quick: { type: 'boolean' } }).values;
  rmSync(join(root, '.cache', 'results'), { recursive: true, force: true });
  mkdirSync(join(root, '.cache', 'results'), { recursive: true });

  const results: StepResult[] = [];
  const linting = perform(lintStep);
  results.push(...(await performInTurn(staticSteps)));
  if (quick) {
    results.push(await perform(unitStep), await linting);
  } else {
    const tested = await buildAndTest();
    results.push(...tested.results, await linting);
    for (const step of builtSteps)
      results.push(await perform(tested.isBuilt ? step : { name: step.name, work: withoutBuild }));
  }

  const total = results.reduce<Counts>(
    (sum, result) => ({
      passed: sum.passed + result.passed,
      failed: sum.failed + result.failed,
      skipped: sum.skipped + result.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  if (total.failed > 0) process.exitCode = 1;
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
});

/** The steps of `npm test`: what each runs, and how its result is counted. */
import { join } from 'node:path';
import { buildExtension, type BrowserName } from '../tools/build-extension.ts';
import { findFirefox } from '../tools/browsers.ts';
import { PlainError } from '../tools/plain-error.ts';
import { run, runTool } from '../tools/run-command.ts';
import { browserTests } from './browser-tests.ts';
import { asCounted, asOne, readJson, resultFolder, type StepResult } from './step-result.ts';

export interface Step {
  readonly name: string;
  readonly work: () => Promise<StepResult>;
}

async function unitTests(): Promise<StepResult> {
  const file = join(resultFolder, 'vitest.json');
  const result = await runTool(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {
      log: 'vitest',
      env: { NO_COLOR: '1' },
    },
  );
  const report = readJson(file) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  } | null;
  return asCounted(
    result,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

async function firefoxJourney(): Promise<StepResult> {
  const firefox = await findFirefox();
  if ('missing' in firefox) {
    return firefox.isFailure
      ? { passed: 0, failed: 1, skipped: 0, note: 'no Firefox', trouble: firefox.missing }
      : {
          passed: 0,
          failed: 0,
          skipped: 1,
          note: 'SKIPPED',
          trouble: `The Firefox journey was NOT run. ${firefox.missing}`,
        };
  }
  const journey = (name: string) =>
    run(process.execPath, [`tests/e2e/${name}.ts`], {
      log: name,
      timeout: 5 * 60_000,
      env: { NO_COLOR: '1', FIREFOX_PATH: firefox.path },
    });
  const first = await journey('firefox');
  const second = await journey('firefox-cookies');
  const result = { ...(first.code === 0 ? second : first), output: first.output + second.output };
  // One line for each part of the journey; the first that fails ends it.
  const count = (pattern: RegExp): number => result.output.match(pattern)?.length ?? 0;
  return asCounted(result, { passed: count(/^ok {2}/gm), failed: count(/^not ok {2}/gm), skipped: 0 });
}

async function build(browser: BrowserName): Promise<StepResult> {
  try {
    const made = await buildExtension(browser);
    return { passed: 1, failed: 0, skipped: 0, note: made.fresh ? '' : 'unchanged', trouble: '' };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { passed: 0, failed: 1, skipped: 0, note: '', trouble: error.message };
  }
}

/** Mozilla's own check of the Firefox build. Errors fail; warnings are said and do not. */
async function lintFirefoxBuild(): Promise<StepResult> {
  const result = await runTool('addons-linter/bin/addons-linter', ['--output=json', '--boring', 'dist/firefox-mv3'], {
    log: 'addons-linter',
  });
  const json = result.output.slice(result.output.indexOf('{'));
  const report = JSON.parse(json) as { summary: { errors: number; warnings: number } };
  return asOne({ code: report.summary.errors, output: json }, `${report.summary.warnings} warnings`);
}

const env = { NO_COLOR: '1' };

/** Takes as long as all other checks without a browser together, on one processor: its rules ask for types. */
export const lintStep: Step = {
  name: 'lint',
  work: async () => asOne(await runTool('eslint/bin/eslint.js', ['--max-warnings=0', '.'], { log: 'eslint', env })),
};

/** The other checks that read the sources alone. */
export const staticSteps: readonly Step[] = [
  {
    name: 'format',
    work: async () =>
      asOne(await runTool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'], { log: 'prettier', env })),
  },
  { name: 'types', work: async () => asOne(await runTool('typescript/bin/tsc', ['-p', '.'], { log: 'tsc', env })) },
  {
    name: 'svelte',
    work: async () =>
      asOne(
        await runTool(
          'svelte-check/bin/svelte-check',
          ['--fail-on-warnings', '--tsconfig=./tsconfig.json', '--output=human'],
          { log: 'svelte-check', env },
        ),
      ),
  },
  { name: 'unused', work: async () => asOne(await runTool('knip/bin/knip.js', [], { log: 'knip', env })) },
  {
    name: 'data',
    work: async () => asOne(await run(process.execPath, ['checks/check-policy-data.ts'], { log: 'data', env })),
  },
];

/** Tests of the code without a browser. */
export const unitStep: Step = { name: 'unit', work: unitTests };

/** The two builds, in this order. */
export const buildSteps: readonly Step[] = [
  { name: 'chrome', work: () => build('chrome') },
  { name: 'firefox', work: () => build('firefox') },
];

/** What tools and browsers make of the builds, in this order. */
export const builtSteps: readonly Step[] = [
  { name: 'linter', work: lintFirefoxBuild },
  {
    name: 'zip',
    work: async () => asOne(await runTool('wxt/bin/wxt.mjs', ['zip', '-b', 'chrome'], { log: 'zip', env })),
  },
  { name: 'sizes', work: async () => asOne(await runTool('size-limit/bin.js', [], { log: 'sizes', env })) },
  { name: 'browser', work: browserTests },
  { name: 'journey', work: firefoxJourney },
];

/** How the result of a step of `npm test` is counted. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type CommandResult } from '../tools/run-command.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface StepResult extends Counts {
  /** A word or two beside the tick: "412 tests". */
  readonly note: string;
  /** What went wrong, as the tool said it; '' when nothing did. */
  readonly trouble: string;
}

/** A step that is one check: it passes or fails as a whole. */
export function asOne(result: Pick<CommandResult, 'code' | 'output'>, note = ''): StepResult {
  return result.code === 0
    ? { passed: 1, failed: 0, skipped: 0, note, trouble: '' }
    : { passed: 0, failed: 1, skipped: 0, note, trouble: result.output };
}

/** A step whose tool counted tests. A tool that failed without a failed test counts as one failure. */
export function asCounted(result: Pick<CommandResult, 'code' | 'output'>, counts: Counts | null): StepResult {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = passed + failed === 0;
  const broken = failed === 0 && (result.code !== 0 || ranNothing) ? 1 : 0;
  const tests = passed + failed + skipped;
  return {
    passed,
    failed: failed + broken,
    skipped,
    note: `${tests} tests`,
    trouble: failed + broken > 0 ? result.output + (ranNothing ? '\nNo test was run.' : '') : '',
  };
}

/** What a tool wrote as JSON; null where it wrote nothing. Throws where it is no JSON. */
export function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Where tools write their results. */
export const resultFolder = join(root, '.cache', 'results');

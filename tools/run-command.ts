/** Runs another program and keeps what it says. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder. */
export const root = dirname(import.meta.dirname);
/** Where the output of other programs goes. */
export const logFolder = join(root, '.cache', 'logs');

export interface CommandResult {
  /** Exit code; 127 when the program could not be started. */
  readonly code: number;
  /** Standard output and standard error, as they came. */
  readonly output: string;
  readonly milliseconds: number;
}

export interface CommandOptions {
  /** Name of the log file in `.cache/logs`, without its ending; none: no log is kept. */
  readonly log?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the program after so many milliseconds. */
  readonly timeout?: number;
}

/** Runs a program to its end. Never throws: a program that is missing gives code 127. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const startedAt = performance.now();
  const chunks: string[] = [];
  return new Promise((resolve) => {
    if (options.log !== undefined) mkdirSync(logFolder, { recursive: true });
    const log = options.log === undefined ? null : createWriteStream(join(logFolder, `${options.log}.log`));
    const finish = (code: number): void => {
      log?.end();
      resolve({ code, output: chunks.join(''), milliseconds: performance.now() - startedAt });
    };
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      ...(options.timeout === undefined ? {} : { timeout: options.timeout, killSignal: 'SIGKILL' }),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        chunks.push(chunk);
        log?.write(chunk);
      });
    }
    child.on('error', (error) => {
      chunks.push(error.message);
      finish(127);
    });
    child.on('close', (code) => {
      finish(code ?? 1);
    });
  });
}

/** Runs a JavaScript tool of the packages by its file, with the Node that runs this script. */
export function runTool(file: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return run(process.execPath, [join(root, 'node_modules', file), ...args], options);
}

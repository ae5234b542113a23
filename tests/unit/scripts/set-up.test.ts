import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const setUp = join(import.meta.dirname, '../../../scripts/set-up.mjs');

let folder = '';

/** A project in a folder of its own, with a stand-in for npm that notes how it was called and then does as told. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liner-notes-set-up-'));
  for (const name of ['scripts', 'bin', 'node_modules']) mkdirSync(join(folder, name));
  copyFileSync(setUp, join(folder, 'scripts/set-up.mjs'));
  writeFileSync(
    join(folder, 'scripts/go.mjs'),
    "import { setUpAndRun } from './set-up.mjs';\nsetUpAndRun('work.ts');\n",
  );
  writeFileSync(
    join(folder, 'scripts/work.ts'),
    'const words: string[] = process.argv.slice(2);\nconsole.log("worked", ...words);\nprocess.exitCode = 7;\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function standInForNpm(commands: string): void {
  const file = join(folder, 'bin/npm');
  writeFileSync(file, `#!/bin/sh\necho "$@" >> "${folder}/npm-calls"\n${commands}\n`);
  chmodSync(file, 0o755);
}

function writeLocks(wanted: object, present: object | null): void {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  if (present !== null)
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
}

function go(...args: string[]): { code: number | null; output: string; calls: string } {
  const env = { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/go.mjs'), ...args], {
    env,
    encoding: 'utf8',
  });
  const calls = join(folder, 'npm-calls');
  return { code: status, output: stdout + stderr, calls: existsSync(calls) ? readFileSync(calls, 'utf8') : '' };
}

const a = (version: string) => ({ 'node_modules/a': { version } });

describe.skipIf(process.platform === 'win32')('set-up', () => {
  it('runs the work with its arguments, and ends with its exit code', () => {
    writeLocks(a('1.0.0'), a('1.0.0'));
    standInForNpm('exit 1');
    expect(go('--quick', 'x')).toEqual({ code: 7, output: 'worked --quick x\n', calls: '' });
  });

  it.each([
    ['nothing is installed', a('1.0.0'), null],
    ['another version is installed', a('1.0.1'), a('1.0.0')],
    ['a package is missing', { ...a('1.0.0'), 'node_modules/b': { version: '2.0.0' } }, a('1.0.0')],
  ])('installs when %s', (_case, wanted, present) => {
    writeLocks(wanted, present);
    standInForNpm('exit 0');
    const { code, output, calls } = go();
    expect(calls).toMatch(/^ci /);
    expect(output).toMatch(/installed \(\d+ s\)\nworked/);
    expect(code).toBe(7);
  });

  it('does not miss what is made for other machines', () => {
    writeLocks({ ...a('1.0.0'), 'node_modules/b-darwin': { version: '2.0.0', optional: true } }, a('1.0.0'));
    standInForNpm('exit 1');
    expect(go().calls).toBe('');
  });

  it.each([
    ['getaddrinfo ENOTFOUND somewhere', /does not answer\. Check the network/],
    ['connect ECONNREFUSED 127.0.0.1:9', /does not answer\. Check the network/],
    ['npm error code EUSAGE', /package-lock\.json do not fit together/],
    ['write ENOSPC', /the disk is full/],
    ['something else', /npm's own words are in/],
  ])('says in a sentence that npm failed with "%s"', (words, sentence) => {
    writeLocks(a('1.0.0'), null);
    standInForNpm(`echo "${words}" >&2; exit 1`);
    const { code, output } = go();
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/ {4}at |worked/);
    expect(readFileSync(join(folder, '.cache/logs/npm-ci.log'), 'utf8')).toContain(words);
  });
});

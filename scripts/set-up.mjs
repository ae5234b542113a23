/**
 * Makes a machine with nothing but Node and npm ready, then runs a TypeScript script of this folder with the Node 24 that
 * the packages bring along. Runs on Node 20 and up with Node's own modules alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const logs = join(root, '.cache', 'logs');

/** Ends the run with one sentence that says what is wrong and what to do. */
function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function progress(what, words) {
  console.log(`${what.padEnd(10)}${words}`);
}

function checkOwnVersion() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    stop(
      `This needs Node 20 or newer; the node on your PATH is ${process.versions.node}. Install a newer one and try again.`,
    );
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json last, so an
 * installation that was interrupted has none.
 */
function packagesAreInstalled() {
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  try {
    const wanted = read(join(root, 'package-lock.json'));
    const present = read(join(root, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

/** npm itself: the one that started this script, or the one on the PATH. */
function npmCommand() {
  const started = process.env.npm_execpath;
  if (started && /npm-cli\.[cm]?js$/.test(started) && existsSync(started)) return [process.execPath, started];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** Runs a command with its output in a log file; gives its exit code (null when it could not start). */
function runLogged(command, args, logFile, options = {}) {
  const log = openSync(logFile, 'w');
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', log, log],
    shell: process.platform === 'win32',
    ...options,
  });
  closeSync(log);
  return done.error ? null : done.status;
}

function installPackages() {
  if (packagesAreInstalled()) return;
  const startedAt = Date.now();
  progress('Packages', 'installing with npm ci; about a minute the first time');
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, 'npm-ci.log');
  const [npm, ...before] = npmCommand();
  const code = runLogged(
    npm,
    [...before, 'ci', '--no-audit', '--no-fund', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'],
    logFile,
  );
  if (code === null)
    stop('npm could not be started. It comes with Node; see that "npm --version" works, then try again.');
  if (code !== 0) {
    const output = readFileSync(logFile, 'utf8');
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
      stop(
        `The packages could not be fetched: npm's registry does not answer. Check the network, then try again. (${logFile})`,
      );
    }
    if (/EUSAGE/.test(output)) {
      stop(`The packages could not be installed: package.json and package-lock.json do not fit together. (${logFile})`);
    }
    if (/ENOSPC/.test(output)) stop(`The packages could not be installed: the disk is full. (${logFile})`);
    if (/EACCES|EPERM/.test(output))
      stop(`The packages could not be installed: no permission to write to ${root}. (${logFile})`);
    stop(`The packages could not be installed; npm's own words are in ${logFile}.`);
  }
  progress('Packages', `installed (${Math.round((Date.now() - startedAt) / 1000)} s)`);
}

/** Whether a Node runs here and reads TypeScript by itself (22.18 and up). */
function isNewEnough(path) {
  if (!existsSync(path)) return false;
  const found = /^v(\d+)\.(\d+)/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '');
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major >= 23 || (major === 22 && minor >= 18);
}

/**
 * The Node 24 of the npm package "node". Its install script fetches the binary for this machine and links it into bin/;
 * where npm did not run that script, it is run here.
 */
function findNode24() {
  const packageFolder = join(root, 'node_modules', 'node');
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidates = [
    join(packageFolder, 'bin', binary),
    ...['node', 'node-bin'].flatMap((prefix) =>
      [packageFolder, root].map((folder) =>
        join(
          folder,
          'node_modules',
          `${prefix}-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
          'bin',
          binary,
        ),
      ),
    ),
    process.execPath,
  ];
  const found = candidates.find(isNewEnough);
  if (found !== undefined) return found;

  const script = join(packageFolder, 'installArchSpecificPackage.js');
  if (existsSync(script)) {
    progress('Packages', 'fetching Node 24 for this machine');
    mkdirSync(logs, { recursive: true });
    runLogged(process.execPath, [script], join(logs, 'node-24.log'), { cwd: packageFolder });
  }
  return (
    candidates.find(isNewEnough) ??
    stop(
      `The tools need Node 22.18 or newer, and the one that the npm package "node" brings does not run on this machine ` +
        `(${process.platform}, ${process.arch}). Install Node 24 and try again.`,
    )
  );
}

/**
 * Sets the machine up, then runs `scripts/<script>` and ends with its exit code.
 * Arguments of the command line are handed on.
 */
export function setUpAndRun(script) {
  checkOwnVersion();
  installPackages();
  const node = findNode24();
  const child = spawn(node, [join(root, 'scripts', script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
    },
  });
  // Ctrl-C reaches the child from the terminal, and it tidies up before it ends; only then this process ends too.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`Node 24 could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/**
 * Finds the browsers for the demo and the tests, and fetches them where that is possible.
 *
 * By hand, and not by `@puppeteer/browsers`: of what is installed that finds branded Chrome alone, which loads no extension from a
 * folder any more, and what it fetches comes from its makers' servers, while Debian's packages are enough for both browsers.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { PlainError, progress } from './plain-error.ts';
import { run, runTool } from './run-command.ts';

/** A browser that was started once to ask for its version. */
export interface InstalledBrowser {
  readonly path: string;
  /** As the browser says it, for example "Chromium 156.0.8078.79". */
  readonly version: string;
}

/** Branded Chrome from this version on ignores --load-extension, so it can't be used. */
const CHROME_WITHOUT_LOAD_EXTENSION = 137;

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome-for-testing'];
const CHROMIUM_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const isRoot = process.getuid?.() === 0;

/** All files on the PATH with one of these names, in the order of the names. */
function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + ending)))
    .filter((path) => existsSync(path));
}

/** Asks a browser for its version; null when it does not start. */
async function askVersion(path: string): Promise<string | null> {
  // Chrome on Windows opens a window instead of answering; there the file itself has to do.
  if (process.platform === 'win32') return existsSync(path) ? 'version not asked' : null;
  const { code, output } = await run(path, ['--version'], { timeout: 30_000 });
  const version = /(?:Google Chrome|Chrome|Chromium|Firefox) [^\n]*\d[^\n]*/.exec(output)?.[0].trim();
  return code === 0 && version !== undefined ? version : null;
}

/** 'Google Chrome 140.0.1' → true; 'Google Chrome for Testing 140.0.1' → false; 'Chromium 156.0.1' → false */
function ignoresLoadExtension(version: string): boolean {
  const branded = /^Google Chrome (\d+)\./.exec(version);
  return branded !== null && Number(branded[1]) >= CHROME_WITHOUT_LOAD_EXTENSION;
}

async function firstThatRuns(paths: readonly string[]): Promise<InstalledBrowser | null> {
  for (const path of paths) {
    const version = await askVersion(path);
    if (version !== null && !ignoresLoadExtension(version)) return { path, version };
  }
  return null;
}

/** Installs Debian packages; false where there is no apt-get, this is not root, or apt-get fails. */
async function aptInstall(...packages: readonly string[]): Promise<boolean> {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { log: 'apt-update', env });
  const log = `apt-${packages[0] ?? 'install'}`;
  const { code } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { log, env });
  return code === 0;
}

/**
 * A Chromium or Chrome for Testing: the one that CHROMIUM_PATH names, one that is installed, Debian's, or Playwright's.
 * @throws PlainError when there is none and none can be fetched
 */
export async function findChromium(): Promise<InstalledBrowser> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    const version = await askVersion(named);
    if (version === null) throw new PlainError(`CHROMIUM_PATH names ${named}, which does not start.`);
    if (ignoresLoadExtension(version)) {
      throw new PlainError(
        `CHROMIUM_PATH names ${version}, which does not load extensions from a folder. Name a Chromium or Chrome for Testing.`,
      );
    }
    return { path: named, version };
  }
  const usual = (): string[] => [
    ...onPath(CHROMIUM_NAMES),
    ...CHROMIUM_PLACES.filter((path) => existsSync(path)),
    ...playwrightsOwn(),
  ];
  const installed = await firstThatRuns(usual());
  if (installed !== null) return installed;

  if (isRoot && existsSync('/usr/bin/apt-get')) {
    progress('Browser', 'installing Debian’s chromium; about a minute');
    await aptInstall('chromium', 'fonts-dejavu-core', 'fonts-liberation');
    const fromDebian = await firstThatRuns(usual());
    if (fromDebian !== null) return fromDebian;
  }
  progress('Browser', 'downloading Playwright’s Chromium');
  await runTool('@playwright/test/cli.js', ['install', 'chromium'], { log: 'playwright-install' });
  const fromPlaywright = await firstThatRuns(usual());
  if (fromPlaywright !== null) return fromPlaywright;
  throw new PlainError(
    'There is no Chromium here, and none could be fetched. Install Chromium (on Debian: apt-get install chromium) or set CHROMIUM_PATH ' +
      'to a Chromium or Chrome for Testing, then try again. Branded Chrome does not load extensions from a folder. ' +
      'What was tried is in .cache/logs.',
  );
}

function playwrightsOwn(): string[] {
  const path = chromium.executablePath();
  return existsSync(path) ? [path] : [];
}

/**
 * A Firefox: the one that FIREFOX_PATH names, one that is installed, or Debian's ESR where this is root.
 * Gives a sentence in place of a browser when there is none.
 */
export async function findFirefox(): Promise<
  InstalledBrowser | { readonly missing: string; readonly isFailure: boolean }
> {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && named !== '') {
    const version = await askVersion(named);
    return version === null
      ? { missing: `FIREFOX_PATH names ${named}, which does not start.`, isFailure: true }
      : { path: named, version };
  }
  const usual = (): string[] => [...onPath(FIREFOX_NAMES), ...FIREFOX_PLACES.filter((path) => existsSync(path))];
  const installed = await firstThatRuns(usual());
  if (installed !== null) return installed;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    progress('Browser', 'installing Debian’s firefox-esr; about a minute');
    await aptInstall('firefox-esr');
    const fromDebian = await firstThatRuns(usual());
    if (fromDebian !== null) return fromDebian;
    return {
      missing: 'Firefox could not be installed with apt-get; its own words are in .cache/logs/apt-firefox-esr.log.',
      isFailure: true,
    };
  }
  return {
    missing: 'There is no Firefox here. Install Firefox 140 or newer, or set FIREFOX_PATH.',
    isFailure: isRoot,
  };
}

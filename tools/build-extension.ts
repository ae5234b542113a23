/** Builds the extension for one browser, unless its sources have not changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative, resolve } from 'node:path';
import { MORE_ORGANISATIONS } from '../checks/organisation-folders.ts';
import { PlainError } from './plain-error.ts';
import { root, runTool } from './run-command.ts';

export type BrowserName = 'chrome' | 'firefox';

/** What does not go into a build, and what tests leave behind. All else does, so that a folder that is new is not forgotten. */
const NOT_BUILT: readonly string[] = [
  'dist',
  'docs',
  'node_modules',
  'replica',
  'scripts',
  'test-results',
  'tests',
  'tools',
];
/** Files that do, beside the folders. */
const FILES = ['package-lock.json', 'tsconfig.json', 'wxt.config.ts'];

/** Everything that goes into a build. */
function sources(): string[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_BUILT.includes(entry.name))
    .map(({ name }) => name);
  return [...folders.sort(), ...FILES];
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** One hash over the names and contents of all sources, and of the organisations that are taken in besides. */
function hashSources(organisations: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...sources(), ...organisations].flatMap((source) => filesUnder(resolve(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

export interface Build {
  /** The folder to load into the browser. */
  readonly folder: string;
  /** False when the build of an earlier run was still good. */
  readonly fresh: boolean;
  readonly milliseconds: number;
}

/** A build beside the one that ships. */
export interface OtherBuild {
  /** Its folder in `dist/`. */
  readonly name: string;
  /** Folders of organisations that it has besides those of policy-data/organisations/. */
  readonly organisations: readonly string[];
}

/**
 * Builds `dist/<browser>-mv3`, or, where another build is asked for, `dist/<name>/<browser>-mv3`.
 * @throws PlainError with the build's own words when it fails, for instance because policy-data/ is not sound
 */
export async function buildExtension(browser: BrowserName, other?: OtherBuild): Promise<Build> {
  const dist = join('dist', other?.name ?? '');
  const folder = join(root, dist, `${browser}-mv3`);
  const named = process.env[MORE_ORGANISATIONS] ?? '';
  const organisations = other?.organisations ?? named.split(delimiter).filter((path) => path !== '');
  const log = `build-${browser}${other === undefined ? '' : `-${other.name}`}`;
  const stampFile = join(root, '.cache', `${log}.sha256`);
  const hash = hashSources(organisations);
  if (existsSync(join(folder, 'manifest.json')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) {
    return { folder, fresh: false, milliseconds: 0 };
  }
  const { code, output, milliseconds } = await runTool('wxt/bin/wxt.mjs', ['build', '-b', browser], {
    log,
    env: { LINER_NOTES_DIST: dist, [MORE_ORGANISATIONS]: organisations.join(delimiter) },
  });
  if (code !== 0) {
    const words = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
    throw new PlainError(`The build for ${browser} failed:\n${words.slice(-30).join('\n')}`);
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile, hash);
  return { folder, fresh: true, milliseconds };
}

/**
 * The list of a build's files with the hash of each, in the form that `sha256sum -c` checks. It goes into the package; its own hash stands in every
 * export, so that a reader can tell which package made it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PACKAGE_LIST } from '../evidence/files/package-list.ts';

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Lines of all files in `folder` but the list itself, in the order of their paths: '<hash>  chunks/first.js'. */
export function packageList(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path !== PACKAGE_LIST && statSync(join(folder, path)).isFile())
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((path) => `${hashOf(join(folder, path))}  ${path}\n`)
    .join('');
}

/** Writes the list into a build. */
export function writePackageList(folder: string): void {
  writeFileSync(join(folder, PACKAGE_LIST), packageList(folder));
}

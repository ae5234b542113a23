/** An export as a file on the disk: what `npm run verify` says of it, the report in it, and a copy of it with one byte changed. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';

/** What `npm run verify` says of a file, and whether it ended well. */
export function verified(file: string): { readonly isWhole: boolean; readonly words: string } {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/verify.ts', file], { encoding: 'utf8' });
  return { isWhole: status === 0, words: stdout + stderr };
}

/** Writes the report that is in an export into a file beside it; gives its path. */
export function unpackedReport(file: string): string {
  const entries = unzipSync(readFileSync(file));
  const [name] = Object.keys(entries).filter((entry) => entry.endsWith('/data/report.html'));
  if (name === undefined) throw new Error(`${file} holds no report.`);
  const report = path.join(path.dirname(file), 'report.html');
  writeFileSync(report, entries[name] ?? '');
  return report;
}

/** Writes the same export with one byte of its report changed; gives its path. */
export function damagedCopy(file: string): string {
  const entries = unzipSync(readFileSync(file));
  const [name] = Object.keys(entries).filter((entry) => entry.endsWith('/data/report.html'));
  const bytes = name === undefined ? undefined : entries[name];
  if (bytes === undefined) throw new Error(`${file} holds no report.`);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const copy = path.join(path.dirname(file), 'damaged.zip');
  writeFileSync(copy, zipSync(entries));
  return copy;
}

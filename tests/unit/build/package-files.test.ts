/** The list of a package's files: others check it, it is the same for the same files, and a changed file changes its hash. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageList, writePackageList } from '../../../build/package-files.ts';
import { PACKAGE_LIST, packageHash } from '../../../evidence/files/package-list.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('is what sha256sum checks, without itself, and its hash is that of its text', () => {
  mkdirSync(path.join(folder, 'chunks'));
  writeFileSync(path.join(folder, 'manifest.json'), '{}');
  writeFileSync(path.join(folder, 'chunks', 'first.js'), 'a');
  writePackageList(folder);
  writePackageList(folder);
  const list = readFileSync(path.join(folder, PACKAGE_LIST), 'utf8');
  expect(list.split('\n').map((line) => line.slice(66))).toEqual(['chunks/first.js', 'manifest.json', '']);
  const check = (): number | null =>
    spawnSync('sha256sum', ['-c', '--strict', '--quiet', PACKAGE_LIST], { cwd: folder }).status;
  expect(check()).toBe(0);
  const hash = packageHash(list);
  expect(hash).toBe(createHash('sha256').update(list).digest('hex'));
  writeFileSync(path.join(folder, 'chunks', 'first.js'), 'b');
  expect(check()).not.toBe(0);
  expect(packageHash(packageList(folder))).not.toBe(hash);
});

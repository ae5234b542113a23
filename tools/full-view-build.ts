/**
 * A copy of the build that has all sites from the start: the question that the browser asks for them is a window of its own,
 * which nothing can press in a test or in the bench.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Manifest = Record<string, unknown>;
const list = (manifest: Manifest, key: string): string[] => (manifest[key] as string[] | undefined) ?? [];

/** Makes the copy of the build in `build` and gives its folder, which is the caller's to remove. */
export function makeFullViewBuild(build: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'liner-notes-all-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  manifest.host_permissions = [...list(manifest, 'host_permissions'), ...list(manifest, 'optional_host_permissions')];
  delete manifest.optional_host_permissions;
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

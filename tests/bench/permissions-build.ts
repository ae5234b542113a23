/** Makes an extension that has what ours has from the browser, and does nothing with it: what then costs anything is the browser's. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The permissions and hosts of a Chromium build and a worker without a line. Chromium passes each request by way of another process as soon
 * as an extension may listen to requests, whether it listens or not.
 * @throws when the build's manifest cannot be read
 */
export function makePermissionsBuild(build: string): string {
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const { permissions, host_permissions } = manifest;
  const folder = mkdtempSync(join(tmpdir(), 'permissions-'));
  const background = { service_worker: 'background.js' };
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Permissions',
      version: '1.0',
      permissions,
      host_permissions,
      background,
    }),
  );
  writeFileSync(join(folder, 'background.js'), '// Nothing is listened to.\n');
  return folder;
}

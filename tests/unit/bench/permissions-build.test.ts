import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { makePermissionsBuild } from '../../bench/permissions-build.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it('has the permissions and hosts of the build, and nothing that uses them', () => {
  const build = mkdtempSync(join(tmpdir(), 'build-'));
  folders.push(build);
  const permissions = ['webRequest', 'cookies'];
  const manifest = {
    permissions,
    host_permissions: ['*://*.example.com/*'],
    optional_host_permissions: ['*://*/*'],
    content_scripts: [{ matches: ['*://*.example.com/*'], js: ['page.js'] }],
    background: { service_worker: 'background.js', type: 'module' },
  };
  writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));

  const made = makePermissionsBuild(build);
  folders.push(made);
  expect(readdirSync(made).sort()).toEqual(['background.js', 'manifest.json']);
  expect(JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8'))).toEqual({
    manifest_version: 3,
    name: 'Permissions',
    version: '1.0',
    permissions,
    host_permissions: ['*://*.example.com/*'],
    background: { service_worker: 'background.js' },
  });
  expect(readFileSync(join(made, 'background.js'), 'utf8').trim()).toMatch(/^\/\/[^\n]*$/);
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium, findFirefox } from '../../../tools/browsers.ts';
import { PlainError } from '../../../tools/plain-error.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liner-notes-browsers-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that only tells its version. */
function standIn(name: string, version: string, code = 0): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "${version}"\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe.skipIf(process.platform === 'win32')('findChromium', () => {
  it.each([
    'Chromium 156.0.8078.79 built on Debian',
    'Google Chrome for Testing 156.0.1.2',
    'Google Chrome 136.0.7103.59',
  ])('takes the one that CHROMIUM_PATH names: %s', async (version) => {
    const path = standIn('browser', version);
    vi.stubEnv('CHROMIUM_PATH', path);
    expect(await findChromium()).toEqual({ path, version });
  });

  it('refuses a branded Chrome that ignores --load-extension, in a sentence', async () => {
    vi.stubEnv('CHROMIUM_PATH', standIn('browser', 'Google Chrome 137.0.7151.55'));
    await expect(findChromium()).rejects.toThrow(
      new PlainError(
        'CHROMIUM_PATH names Google Chrome 137.0.7151.55, which does not load extensions from a folder. Name a Chromium or Chrome for Testing.',
      ),
    );
  });

  it('refuses what does not start, in a sentence', async () => {
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'nothing-here'));
    await expect(findChromium()).rejects.toThrow(/nothing-here, which does not start/);
  });

  it('passes over a program on the PATH that fails', async () => {
    vi.stubEnv('CHROMIUM_PATH', '');
    standIn('chromium', 'Chromium 1.0', 1);
    const path = standIn('chromium-browser', 'Chromium 150.0.1.2');
    vi.stubEnv('PATH', folder);
    expect(await findChromium()).toEqual({ path, version: 'Chromium 150.0.1.2' });
  });
});

describe.skipIf(process.platform === 'win32')('findFirefox', () => {
  it('takes the one that FIREFOX_PATH names', async () => {
    const path = standIn('browser', 'Mozilla Firefox 153.7.0esr');
    vi.stubEnv('FIREFOX_PATH', path);
    expect(await findFirefox()).toEqual({ path, version: 'Firefox 153.7.0esr' });
  });

  it('tells of one that was named and does not start', async () => {
    vi.stubEnv('FIREFOX_PATH', standIn('browser', 'no display', 1));
    expect(await findFirefox()).toMatchObject({
      missing: expect.stringContaining('does not start') as string,
      isFailure: true,
    });
  });
});

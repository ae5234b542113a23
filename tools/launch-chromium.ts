/** Starts Chromium with a profile of its own that is deleted afterwards. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { cleanUpAtEnd } from './clean-up.ts';
import { PlainError } from './plain-error.ts';

export interface LaunchOptions {
  /** The browser's file. */
  readonly chromiumPath: string;
  /** More arguments for the browser, for instance where host names lead. */
  readonly args: readonly string[];
  /** Folder of an unpacked extension; null starts the bare browser. */
  readonly extension: string | null;
  /** Shows windows on the screen. */
  readonly headed: boolean;
  /** Pixels of a picture for each CSS pixel; 1 unless said otherwise. */
  readonly scale?: number;
}

export interface LaunchedChromium {
  readonly context: BrowserContext;
  /** The profile's folder; it stands in the command line of the browser's first process. */
  readonly profile: string;
}

/**
 * The browser is closed and its profile deleted when the script ends.
 * @throws PlainError when the browser does not start
 */
export async function launchChromium({
  chromiumPath,
  args,
  extension,
  headed,
  scale = 1,
}: LaunchOptions): Promise<LaunchedChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'liner-notes-'));
  cleanUpAtEnd(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  try {
    // Debian's Chromium blocks other companies' cookies from the start; Chrome does not, and most people see it so.
    mkdirSync(join(profile, 'Default'));
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath,
      headless: !headed,
      ...(headed ? { viewport: null } : { viewport: { width: 1280, height: 800 }, deviceScaleFactor: scale }),
      ...(extension === null ? {} : { ignoreDefaultArgs: ['--disable-extensions'] }),
      // Playwright would end this process at once; clean-up.ts closes the browser first.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...(extension === null ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
        ...(headed ? [] : ['--disable-gpu']),
        // Chromium has no sandbox for root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...args,
      ],
    });
    cleanUpAtEnd(() => context.close());
    return { context, profile };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const screen = headed
      ? ' If this screen can show no window, unset DISPLAY and WAYLAND_DISPLAY to get pictures instead.'
      : '';
    throw new PlainError(
      `Chromium (${chromiumPath}) did not start.${screen}\n${why.split('\n').slice(0, 12).join('\n')}`,
    );
  }
}

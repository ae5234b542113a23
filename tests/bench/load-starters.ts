/** Starts Chromium for page loads, anew for each round. */
import { rm } from 'node:fs/promises';
import type { LoadStarter } from './load-table.ts';
import { measureLoad, processOf } from './page-load.ts';
import { launchChromium, type LaunchedChromium, type LaunchOptions } from '../../tools/launch-chromium.ts';
import { openExtension } from '../../tools/open-extension.ts';

/** Closes a browser of one round, and removes its profile. */
async function closeAndForget({ context, profile }: LaunchedChromium): Promise<void> {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** Chromium with the extension of a folder; null is the bare browser. */
export function chromiumStarter(
  name: string,
  extension: string | null,
  options: Omit<LaunchOptions, 'extension'>,
): LoadStarter {
  return {
    name,
    async start() {
      const browser = await (extension === null
        ? launchChromium({ ...options, extension })
        : openExtension({ ...options, extension }));
      const pid = processOf(browser);
      return { load: (page) => measureLoad(browser, pid, page), close: () => closeAndForget(browser) };
    },
  };
}

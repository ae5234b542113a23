/** Ends the background as the browser does when it has nothing to do. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** Stops the workers of the extension that `page` belongs to: a worker of another origin is not seen from a blank page. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await wait(400);
}

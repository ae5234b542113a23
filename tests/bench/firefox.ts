/** What Liner Notes costs in Firefox: the same pages as in Chromium, in the bare browser, with the floor, and with ours. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { benchLoads, type LoadStarter } from './load-table.ts';
import { readLoad, SETTLE, showEarlier, watchLoad, type LoadCost, type PageToLoad } from './page-load.ts';
import { cpuOf, memoryOf } from './processes.ts';
import { BARE, FLOOR, OURS, oursOnly, row } from './result-row.ts';
import { startConnectProxy } from '../../replica/connect-proxy.ts';
import { startSite } from '../../replica/server.ts';
import { findFirefox } from '../../tools/browsers.ts';
import { buildExtension } from '../../tools/build-extension.ts';
import { cleanUpAtEnd } from '../../tools/clean-up.ts';
import { launchFirefox } from '../../tools/launch-firefox.ts';
import { PlainError } from '../../tools/plain-error.ts';
import { root } from '../../tools/run-command.ts';

/** A copy of the floor as Firefox wants it: the same code, as the script of a background page, and with an id. */
function makeFirefoxFloor(): string {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'));
  cpSync(join(root, 'tests/bench/floor'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  manifest.background = { scripts: ['background.js'] };
  manifest.browser_specific_settings = {
    gecko: { id: 'floor@liner-notes.example', data_collection_permissions: { required: ['none'] } },
  };
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

function pidOf(browser: Browser): number {
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error('Firefox has no process.');
  return pid;
}

/** Ours welcomes its people in a tab, which would weigh on everything later. */
async function closeWelcome(browser: Browser): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    for (const page of await browser.pages()) {
      // The protocol does not tell its address, since it moves to another process.
      const path = await page.evaluate(() => location.pathname).catch(() => '');
      if (path !== '/welcome.html') continue;
      await page.close();
      return;
    }
    await wait(100);
  }
}

/** Firefox counts neither the time in scripts nor long tasks. */
async function measureLoad(browser: Browser, toLoad: PageToLoad): Promise<LoadCost> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchLoad);
  await showEarlier(page, toLoad);
  const before = cpuOf(pidOf(browser));
  await page.goto(toLoad.address, { waitUntil: 'load' });
  await wait(SETTLE);
  const cpu = cpuOf(pidOf(browser)) - before;
  const { load, lcp } = await page.evaluate(readLoad);
  await page.close();
  return { load, lcp, cpu, script: Number.NaN, blocking: Number.NaN, longTasks: Number.NaN };
}

/** Measures all pages, each `rounds` times in each browser. `extension`: another build in the place of the project's own. */
export async function benchFirefox(rounds: number, extension: string | null): Promise<void> {
  const firefox = await findFirefox();
  if ('missing' in firefox) throw new PlainError(firefox.missing);
  const build = extension ?? (await buildExtension('firefox')).folder;
  const site = await startSite();
  cleanUpAtEnd(() => site.close());
  const proxy = await startConnectProxy(site);
  cleanUpAtEnd(() => proxy.close());
  const floor = makeFirefoxFloor();
  cleanUpAtEnd(() => rm(floor, { recursive: true, force: true }));
  const open = async (folder: string | null): Promise<Browser> => {
    const browser = await launchFirefox({ firefoxPath: firefox.path, proxyPort: proxy.port, systemAccess: true });
    cleanUpAtEnd(() => browser.close());
    if (folder !== null) await browser.installExtension(folder);
    if (folder === build) await closeWelcome(browser);
    return browser;
  };
  const folders = [[BARE, null] as const, [FLOOR, floor] as const, [OURS, build] as const];
  console.log(`\n${firefox.version}, ${String(cpus().length)} cores`);
  console.log('\nMemory at rest, before any page');
  const resting: [name: string, browser: Browser][] = [];
  for (const [name, folder] of folders) resting.push([name, await open(folder)]);
  // A background page that has nothing to do is ended after half a minute.
  await wait(40_000);
  for (const [name, browser] of resting)
    row(name, `${memoryOf(pidOf(browser)).toFixed(0)} MB`, oursOnly(name, 'bare browser + ≤ 10 MB'));
  for (const [, browser] of resting) await browser.close();
  await benchLoads(
    folders.map(([name, folder]): LoadStarter => ({
      name,
      async start() {
        const browser = await open(folder);
        return { load: (page) => measureLoad(browser, page), close: () => browser.close() };
      },
    })),
    rounds,
  );
}

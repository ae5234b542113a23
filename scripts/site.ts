/**
 * npm run site: the replica by itself, until Ctrl-C, to open in a browser of your own.
 * `--https-port=8443 --http-port=8080` sets where it listens on this machine; free ports are taken unless said.
 */
import { join } from 'node:path';
import { ARTIST_HOST, LABEL_HOST, MARKED_HOST } from '../replica/hosts.ts';
import { startConnectProxy } from '../replica/connect-proxy.ts';
import { chromiumArguments, startSite, type Site } from '../replica/server.ts';
import { cleanUpAtEnd } from '../tools/clean-up.ts';
import { PlainError, progress, runScript } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';
import { root } from '../tools/run-command.ts';

/** Pages to begin with, and what each is. */
const PAGES = [
  [`https://${ARTIST_HOST}/`, 'the site of an invented band, on the list of sites'],
  [`https://${LABEL_HOST}/busy`, 'a page with many companies'],
  [`https://${LABEL_HOST}/practice/advertising`, 'a page for each practice, by its id in policy-data/practices.json'],
  [`https://${MARKED_HOST}/`, 'a site on no list, which its marks alone give away'],
] as const;

/** A port as it was typed; 0 where none was. */
function portOf(name: string, typed: string | undefined): number {
  if (typed === undefined) return 0;
  const port = Number(typed);
  if (/^\d{1,5}$/.test(typed) && port > 0 && port < 65_536) return port;
  throw new PlainError(`--${name} wants a port from 1 to 65535, not "${typed}".`);
}

async function start(httpsPort: number, httpPort: number): Promise<Site> {
  try {
    return await startSite({ httpsPort, httpPort });
  } catch (error) {
    // The replica says in a sentence which port it could not have, and why.
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}

/** An argument as any shell wants it. */
const quoted = (word: string): string => (/[^\w:/.=-]/.test(word) ? `"${word}"` : word);

await runScript(async () => {
  const { values } = readArguments({ 'https-port': { type: 'string' }, 'http-port': { type: 'string' } });
  const ports = (['https-port', 'http-port'] as const).map((name) => portOf(name, values[name]));
  const site = await start(ports[0] ?? 0, ports[1] ?? 0);
  cleanUpAtEnd(() => site.close());
  const proxy = await startConnectProxy(site);
  cleanUpAtEnd(() => proxy.close());

  progress('Site', `https on port ${site.httpsPort}, http on port ${site.httpPort}, of this machine alone`);
  const browser = process.env.CHROMIUM_PATH ?? 'chromium';
  const profile = `--user-data-dir=${join(root, '.cache', 'site-profile')}`;
  const command = [browser, profile, '--no-first-run', ...chromiumArguments(site), PAGES[0][0]];
  console.log(`
In any Chromium, with a profile of its own, so that nothing of it stays in yours:
  ${command.map(quoted).join(' ')}
With the extension in it: npm run build, then --load-extension=dist/chrome-mv3 before the address.

In another browser: set 127.0.0.1 port ${proxy.port} as its proxy for http and https, and accept the certificate.

Pages to begin with:
${PAGES.map(([address, what]) => `  ${address.padEnd(58)}${what}`).join('\n')}

Every host name leads here. All of it is invented and says nothing of the real sites of these names.
Ctrl-C ends it.`);
  // The servers keep the script alive; cleaning up ends it.
  await new Promise(() => undefined);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

let script: ChildProcess | undefined;
afterEach(() => {
  script?.kill('SIGKILL');
  script = undefined;
});

/** Starts `npm run site` and gives what it has printed once it says how to end it; rejects when it ends before that. */
function start(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'scripts/site.ts'), ...args], { cwd: root });
  script = child;
  let printed = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk;
        if (printed.includes('Ctrl-C ends it.')) resolve(printed);
      });
    child.once('close', () => {
      reject(new Error(printed));
    });
  });
}

/** What a server on this machine answers for an address. */
async function answerOf(port: number, address: string, host: string): Promise<string> {
  const request = get({ host: '127.0.0.1', port, path: address, headers: { host }, agent: false });
  const [response] = (await once(request, 'response')) as [AsyncIterable<Buffer>];
  return text(response);
}

function portIn(printed: string, pattern: RegExp): number {
  return Number(pattern.exec(printed)?.[1]);
}

describe.skipIf(process.platform === 'win32')('npm run site', () => {
  it('answers for every host, and says how a browser gets there', async () => {
    const printed = await start();
    const http = portIn(printed, /MAP \*:80 127\.0\.0\.1:(\d+)/);
    expect(portIn(printed, /MAP \*:443 127\.0\.0\.1:(\d+)/)).toBeGreaterThan(0);
    expect(await answerOf(http, '/', 'www.christmasmusic.com')).toContain('Paper Lanterns');
    const proxy = portIn(printed, /127\.0\.0\.1 port (\d+)/);
    expect(await answerOf(proxy, 'http://www.paperlanterns.example/', 'www.paperlanterns.example')).toContain('<html');
  });

  it('names pages that are there', async () => {
    const printed = await start();
    const http = portIn(printed, /MAP \*:80 127\.0\.0\.1:(\d+)/);
    const pages = [...printed.matchAll(/^ {2}(https:\S+) {2}/gm)].map(([, address = '']) => new URL(address));
    expect(pages.length).toBeGreaterThan(2);
    for (const { host, pathname } of pages) expect(await answerOf(http, pathname, host)).toContain('<html');
  });

  it('ends with Ctrl-C and listens no more', async () => {
    const http = portIn(await start(), /MAP \*:80 127\.0\.0\.1:(\d+)/);
    script?.kill('SIGINT');
    expect(await once(script!, 'close')).toEqual([130, null]);
    await expect(answerOf(http, '/', 'www.christmasmusic.com')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('takes the ports that it is given', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(start(`--http-port=${port}`)).rejects.toThrow(
      `The test site could not start on port ${port}: another program is using it.`,
    );
    taken.close();
    await once(taken, 'close');
    expect(await start(`--http-port=${port}`)).toContain(`http on port ${port},`);
  });

  it.each([
    ['--http-port=abc', '--http-port wants a port from 1 to 65535, not "abc".'],
    ['--https-port=70000', '--https-port wants a port from 1 to 65535, not "70000".'],
    ['--port=1', "Unknown option '--port'"],
  ])('says what is wrong with %s', async (argument, words) => {
    await expect(start(argument)).rejects.toThrow(words);
  });
});

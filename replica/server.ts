/**
 * The replica's server: one for https and one for http, for every host name at once. A browser is sent here by
 * `chromiumArguments`; a plain request from elsewhere is answered by its Host header.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Answer, SiteRequest } from './answer.ts';
import { makeCertificate } from './certificate.ts';
import { BROWSERS_OWN_HOSTS, OWN_HOSTS } from './hosts.ts';
import { answer as answerOfReplica } from './router.ts';

/** A request as it arrived: what the tests ask of it. */
export interface SeenRequest {
  readonly at: number;
  readonly scheme: 'http' | 'https';
  readonly method: string;
  readonly host: string;
  /** With the query. */
  readonly url: string;
  readonly origin: string | null;
  readonly referer: string | null;
  /** The header `Sec-GPC`. */
  readonly gpc: string | null;
}

export interface Site {
  readonly httpsPort: number;
  readonly httpPort: number;
  /** Every request since the start, oldest first. */
  readonly requests: SeenRequest[];
  readonly close: () => Promise<void>;
}

export interface SiteOptions {
  /** 0, the default, takes a free one. */
  readonly httpsPort?: number;
  readonly httpPort?: number;
  /** What answers a request; the replica's own pages and stubs unless given. */
  readonly answer?: (request: SiteRequest) => Answer;
}

const CERTIFIED = [...OWN_HOSTS, '*.com', '*.net', '*.example'];

function cookiesOf(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split('; ').map((item) => item.split('=', 2) as [string, string | undefined]);
  return new Map(pairs.filter(([name]) => name !== '').map(([name, value]) => [name, value ?? '']));
}

function readRequest(incoming: IncomingMessage, scheme: 'http' | 'https'): SiteRequest {
  const host = (incoming.headers.host ?? 'localhost').toLowerCase().replace(/:\d+$/, '');
  // A proxy's client sends the whole address in place of the path; the base is then ignored.
  const url = new URL(incoming.url ?? '/', `${scheme}://${host}`);
  return {
    scheme,
    method: incoming.method ?? 'GET',
    host: url.hostname,
    path: url.pathname,
    query: url.searchParams,
    cookies: cookiesOf(incoming.headers.cookie),
  };
}

function listener(
  scheme: 'http' | 'https',
  requests: SeenRequest[],
  answer: (request: SiteRequest) => Answer,
): RequestListener {
  return (incoming, outgoing) => {
    const request = readRequest(incoming, scheme);
    const { origin, referer } = incoming.headers;
    const query = request.query.size === 0 ? '' : `?${request.query.toString()}`;
    requests.push({
      at: Date.now(),
      scheme,
      method: request.method,
      host: request.host,
      url: `${scheme}://${request.host}${request.path}${query}`,
      origin: origin ?? null,
      referer: referer ?? null,
      gpc: incoming.headers['sec-gpc']?.toString() ?? null,
    });
    const { status = 200, type, body, headers = {} } = answer(request);
    incoming.resume();
    outgoing.writeHead(status, {
      'content-type': type,
      // Not no-store: a browser keeps such a page out of its back/forward cache.
      'cache-control': 'no-cache',
      'access-control-allow-origin': origin ?? '*',
      'access-control-allow-credentials': 'true',
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
      ),
    });
    outgoing.end(request.method === 'HEAD' ? undefined : body);
  };
}

/** Starts to listen on this machine only. Rejects with a sentence that says which port and why. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'another program is using it'
          : error.code === 'EACCES'
            ? 'this user may not listen there (ports below 1024 need more rights)'
            : error.message;
      reject(
        new Error(
          `The test site could not start on port ${String(port)}: ${why}. Give another port, or none to take a free one.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

/** Starts the replica. Rejects, in a sentence, when a port can't be had. */
export async function startSite({
  httpsPort = 0,
  httpPort = 0,
  answer = answerOfReplica,
}: SiteOptions = {}): Promise<Site> {
  const requests: SeenRequest[] = [];
  const secure = createSecureServer(await makeCertificate(CERTIFIED), listener('https', requests, answer));
  const bare = createServer(listener('http', requests, answer));
  const securePort = await listen(secure, httpsPort);
  try {
    const barePort = await listen(bare, httpPort);
    return {
      httpsPort: securePort,
      httpPort: barePort,
      requests,
      close: async () => {
        await Promise.all([closeServer(secure), closeServer(bare)]);
      },
    };
  } catch (error) {
    await closeServer(secure);
    throw error;
  }
}

/**
 * Arguments that send every host name of a Chromium to the replica, and make it accept the replica's certificate. What the browser is
 * known to ask for itself leads nowhere, so that what arrives at the replica is of pages and extensions.
 */
export function chromiumArguments({ httpsPort, httpPort }: Pick<Site, 'httpsPort' | 'httpPort'>): string[] {
  // The first rule that fits holds.
  const rules = [
    ...BROWSERS_OWN_HOSTS.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP *:443 127.0.0.1:${String(httpsPort)}`,
    `MAP *:80 127.0.0.1:${String(httpPort)}`,
  ];
  return [`--host-resolver-rules=${rules.join(', ')}`, '--ignore-certificate-errors'];
}

/**
 * A proxy for browsers that can map names but not ports (Firefox): whatever host is asked for, the replica answers.
 * It listens on this machine only and reaches nothing but the replica.
 */
import { createServer, request as forward, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Site } from './server.ts';

export interface ConnectProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

function tunnel(server: Server, httpsPort: number): void {
  server.on('connect', (_request, client: Socket, head: Buffer) => {
    const upstream = connect(httpsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
}

/** Starts the proxy in front of a replica that is already running. */
export async function startConnectProxy({
  httpsPort,
  httpPort,
}: Pick<Site, 'httpsPort' | 'httpPort'>): Promise<ConnectProxy> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url: path } = incoming;
    const onward = forward({ host: '127.0.0.1', port: httpPort, method, headers, path }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  tunnel(server, httpsPort);
  // Tunnels are no connections of the HTTP server any more: it would wait for them for ever.
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

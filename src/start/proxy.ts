import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** Every request for a host that is not played here, as `host:port` or as the address asked for. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/**
 * A proxy that leads TLS connections for `hosts` to a local port, and refuses and writes down everything else:
 * a browser behind it can reach nothing real, and the list shows who tried.
 */
export async function onlyLocal(hosts: readonly string[], port: number): Promise<Proxy> {
  const known = new Set(hosts.map((host) => `${host}:443`));
  const refused: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!known.has(request.url ?? '')) {
      refused.push(request.url ?? '');
      socket.end('HTTP/1.1 502 Refused\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
  };
}

import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A real proxy that tunnels (RFC 9110 9.3.6) and remembers where to. */
export interface ConnectProxy {
  readonly url: string;
  /** `host:port` of every tunnel. */
  readonly tunnels: string[];
  /** Connections of those who came. */
  readonly clients: ReadonlySet<Socket>;
  stop(): Promise<void>;
}

/** With `refuse`, every tunnel gets that status. `addresses`: where hosts are that no DNS knows. */
export async function startConnectProxy(
  refuse?: number,
  addresses: Readonly<Record<string, string>> = {},
): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    clients.add(socket);
    socket.once('close', () => clients.delete(socket));
  });
  server.on('connect', (request, client) => {
    const target = request.url ?? '';
    tunnels.push(target);
    if (refuse !== undefined) {
      client.end(`HTTP/1.1 ${refuse} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${target}`);
    const upstream = connect(Number(port || 80), addresses[hostname] ?? hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    clients,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

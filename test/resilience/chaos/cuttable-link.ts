import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A port of loopback that leads to another one, until it is cut. */
export interface CuttableLink {
  readonly port: number;
  /** Nothing gets through for so long: what is open hangs, and ends when the time is over. */
  cut(ms: number): void;
  /** What is open hangs for good, as behind a firewall that forgot it; new connections get through. */
  forget(): void;
  close(): Promise<void>;
}

export async function cuttableLink(to: number): Promise<CuttableLink> {
  const sockets = new Set<Socket>();
  let opensAt = 0;
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined);
    client.on('close', () => sockets.delete(client));
    // As behind a lost route: it is taken and never answered.
    if (Date.now() < opensAt) return;
    const upstream = connect(to, '127.0.0.1');
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => {
      sockets.delete(upstream);
      client.destroy();
    });
    client.on('close', () => upstream.destroy());
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: (ms) => {
      opensAt = Math.max(opensAt, Date.now() + ms);
      for (const socket of sockets) socket.unpipe().pause();
      setTimeout(() => {
        if (Date.now() >= opensAt - 1) destroyAll();
      }, ms).unref();
    },
    forget: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: async () => {
      destroyAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

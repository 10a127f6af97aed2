import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/**
 * A port that is free for UDP and TCP. A port written into a test belongs to another server on some machine, where the
 * system hands out such ports to anyone.
 */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 28_000);
    if (await isFree(port, address)) return port;
  }
}

/** May a server be opened there? */
export const isFree = async (port: number, address: string): Promise<boolean> =>
  (await isFreeForUdp(port, address)) && (await isFreeForTcp(port, address));

function isFreeForUdp(port: number, address: string): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', () => resolve(false));
    socket.bind(port, address, () => socket.close(() => resolve(true)));
  });
}

function isFreeForTcp(port: number, address: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, address, () => server.close(() => resolve(true)));
  });
}

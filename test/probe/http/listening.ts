import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export const ADDRESS = '127.0.0.1';

/** What a server says to a request. */
export type Talk = (socket: Socket, request: string) => void;

/** Opens a server until the test has ended, and resolves to its port. */
export async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

/** Speaks bytes instead of HTTP, once something was asked. */
export const talking = (talk: Talk): Promise<number> =>
  listening(
    createServer((socket) => void socket.once('data', (bytes) => talk(socket, bytes.toString('latin1')))),
  );

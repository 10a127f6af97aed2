import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { connectDatabase } from '../../../../src/store/postgres/connection/connection.js';
import { silentLog } from '../../temporary.js';

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
/** https://www.postgresql.org/docs/15/protocol-message-formats.html */
const AUTHENTICATION_OK = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const TERMINATED = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'));

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

it('a connection that the server ends in the moment in which it is ready fails the statement, not the process', async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATION_OK, READY, TERMINATED])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `postgres://bot@127.0.0.1:${(server.address() as AddressInfo).port}/bot?sslmode=disable`;
  const database = connectDatabase({ url, log: silentLog });
  await expect(database.query('select 1')).rejects.toThrow();
  await database.close();
});

import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { startHttpServer } from '../../src/http/server.js';
import { createWebhookRoute } from '../../src/http/webhook-route.js';
import { recordingLog, silentLog } from '../store/temporary.js';

let other: Server | undefined;
afterEach(() => void other?.close());

const start = (host: string, port: number) => startHttpServer({ host, port, routes: [], log: silentLog });

it('says in one sentence which port is in use', async () => {
  const busy = createServer();
  other = busy;
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const { port } = busy.address() as AddressInfo;
  await expect(start('127.0.0.1', port)).rejects.toThrow(
    `PORT ${port} is in use on 127.0.0.1. Stop the other program, or give the bot another PORT.`,
  );
});

it('stops although somebody asked and never reads the answer', async () => {
  const endless = Buffer.alloc(64 * 1024 * 1024);
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: [
      { method: 'GET', path: '/', handler: async (_, response) => void response.writeHead(200).end(endless) },
    ],
    log: silentLog,
  });
  const client = connect(server.port, '127.0.0.1');
  client.on('error', () => undefined).pause();
  client.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  await new Promise((resolve) => client.once('readable', resolve));
  await server.stop();
  client.destroy();
});

it.each<[string, (client: Socket) => void]>([
  ['resets the connection', (client) => client.resetAndDestroy()],
  ['ends it', (client) => client.end()],
])('writes no line about a caller who %s in the middle of a request', async (_, leave) => {
  const { log, lines } = recordingLog();
  const webhooks = createWebhookRoute({
    read: () => undefined,
    tokenOf: () => 'token',
    handle: async () => undefined,
    tested: async () => undefined,
    refused: async () => undefined,
    log,
  });
  const server = await startHttpServer({ host: '127.0.0.1', port: 0, routes: [], webhooks, log });
  const client = connect(server.port, '127.0.0.1');
  client.on('error', () => undefined).resume();
  client.write('POST /webhooks/default/token HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\n');
  client.write('content-length: 100\r\n\r\n{"a":');
  await new Promise((resolve) => client.once('data', resolve));
  leave(client);
  await new Promise((resolve) => client.once('close', resolve));
  await server.stop();
  expect(lines).toEqual([]);
});

it.each([
  ['name.invalid', /^HOST name\.invalid can’t be resolved to an address \(E\w+\)\. Use 127\.0\.0\.1/],
  ['192.0.2.1', 'HOST 192.0.2.1 is not an address of this machine (EADDRNOTAVAIL). Use 127.0.0.1'],
])('says in one sentence that HOST=%s can’t be used', async (host, sentence) => {
  await expect(start(host, 0)).rejects.toThrow(sentence);
});

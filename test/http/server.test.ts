import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { startHttpServer } from '../../src/http/server.js';
import { silentLog } from '../store/temporary.js';

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

it.each([
  ['name.invalid', /^HOST name\.invalid can’t be resolved to an address \(E\w+\)\. Use 127\.0\.0\.1/],
  ['192.0.2.1', 'HOST 192.0.2.1 is not an address of this machine (EADDRNOTAVAIL). Use 127.0.0.1'],
])('says in one sentence that HOST=%s can’t be used', async (host, sentence) => {
  await expect(start(host, 0)).rejects.toThrow(sentence);
});

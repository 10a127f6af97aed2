import { expect, it } from 'vitest';
import { SilentServers } from '../../../../src/probe/dns/client/silent-servers.js';

const A = { name: 'a.example.com', type: 'A', recursionDesired: false } as const;

function bench() {
  let now = 1_000;
  const servers = new SilentServers(() => now);
  const pass = (ms: number) => {
    now += ms;
  };
  const fallSilent = () => {
    const startedAt = now;
    pass(4_000);
    servers.unanswered('ns1', A, startedAt);
  };
  return { servers, pass, fallSilent };
}

it('is silent for half a minute for checks, and for some seconds for who asks for a fresh look', async () => {
  const { servers, pass, fallSilent } = bench();
  expect(await servers.waitedMs('ns1', false)).toBeUndefined();
  fallSilent();
  pass(4_999);
  expect(await servers.waitedMs('ns1', true)).toBe(4_000);
  pass(1);
  expect(await servers.waitedMs('ns1', true)).toBeUndefined();
  expect(await servers.waitedMs('ns1', false)).toBe(4_000);
  pass(25_000);
  expect(await servers.waitedMs('ns1', false)).toBeUndefined();
});

it('any answer ends it, and one that came meanwhile prevents it', async () => {
  const { servers, pass, fallSilent } = bench();
  fallSilent();
  servers.answered('ns1');
  expect(await servers.waitedMs('ns1', false)).toBeUndefined();
  pass(10);
  servers.unanswered('ns1', A, 0);
  expect(await servers.waitedMs('ns1', false)).toBeUndefined();
});

it('one tests it again and the others wait for what comes of it', async () => {
  const { servers, pass, fallSilent } = bench();
  fallSilent();
  pass(30_000);
  let end: () => void = () => undefined;
  const test = servers.watch('ns1', () => new Promise<void>((resolve) => (end = resolve)));
  const other = servers.waitedMs('ns1', false);
  servers.answered('ns1');
  end();
  await test;
  expect(await other).toBeUndefined();
});

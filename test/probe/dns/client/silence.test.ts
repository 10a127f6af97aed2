import { expect, it } from 'vitest';
import { Silence } from '../../../../src/probe/dns/client/silence.js';

const A = { name: 'a.example.com', type: 'A', recursionDesired: false } as const;

function bench() {
  let now = 1_000;
  const silence = new Silence(() => now);
  const pass = (ms: number) => {
    now += ms;
  };
  const fallSilent = () => {
    const startedAt = now;
    pass(4_000);
    silence.unanswered(A, startedAt);
  };
  return { silence, pass, fallSilent };
}

it('is silent for half a minute for checks, and for some seconds for who asks for a fresh check', async () => {
  const { silence, pass, fallSilent } = bench();
  expect(await silence.waitedMs(false)).toBeUndefined();
  fallSilent();
  pass(4_999);
  expect(await silence.waitedMs(true)).toBe(4_000);
  pass(1);
  expect(await silence.waitedMs(true)).toBeUndefined();
  expect(await silence.waitedMs(false)).toBe(4_000);
  pass(25_000);
  expect(await silence.waitedMs(false)).toBeUndefined();
});

it('any answer ends it, and one that came meanwhile prevents it', async () => {
  const { silence, pass, fallSilent } = bench();
  fallSilent();
  silence.answered();
  expect(await silence.waitedMs(false)).toBeUndefined();
  pass(10);
  silence.unanswered(A, 0);
  expect(await silence.waitedMs(false)).toBeUndefined();
});

it('one tests it again and the others wait for what comes of it', async () => {
  const { silence, pass, fallSilent } = bench();
  fallSilent();
  pass(30_000);
  let end: () => void = () => undefined;
  const test = silence.watch(() => new Promise<void>((resolve) => (end = resolve)));
  const other = silence.waitedMs(false);
  silence.answered();
  end();
  await test;
  expect(await other).toBeUndefined();
});

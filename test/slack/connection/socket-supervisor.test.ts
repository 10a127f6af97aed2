import { expect, it } from 'vitest';
import { SocketSupervisor } from '../../../src/slack/connection/socket-supervisor.js';
import { silentLog } from '../../store/temporary.js';

type Start = 'hello' | 'silence' | 'failure' | 'closed before hello';

/** A Socket Mode client that does what the test has in mind at each start, and a clock that nobody waits for. */
function supervise(plan: readonly Start[]) {
  const starts: Start[] = [];
  const pauses: number[] = [];
  let ended: (() => void) | undefined;
  const client = {
    start: (): Promise<never> => {
      const next = plan[starts.length] ?? 'silence';
      starts.push(next);
      if (next === 'hello') return Promise.resolve() as Promise<never>;
      if (next === 'failure') return Promise.reject(new Error('HTTP 503'));
      return next === 'silence' ? new Promise(() => undefined) : Promise.reject(undefined);
    },
    disconnect: () => Promise.resolve(),
    on: () => client,
    once: (_event: string, listener: () => void) => {
      ended = listener;
      return client;
    },
  };
  let left = 20;
  const sleep = async (ms: number) => {
    pauses.push(ms);
    if (left-- <= 0) await new Promise(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const supervisor = new SocketSupervisor({
    client: client as never,
    log: silentLog,
    sleep,
    random: () => 0.5,
  });
  supervisor.start();
  return { supervisor, starts, pauses, end: () => ended?.() };
}

/** Turns, not time: however slow the machine is, all that can happen has happened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}

it('connects again at once when Slack ends a connection', async () => {
  const { supervisor, starts, end } = supervise(['hello', 'hello']);
  await settle();
  expect([supervisor.connected(), starts.length]).toEqual([true, 1]);
  end();
  await settle();
  expect([supervisor.connected(), starts.length]).toEqual([true, 2]);
  await supervisor.stop();
  expect(supervisor.connected()).toBe(false);
});

it('goes on after failures, silence and connections that end before the hello, with growing pauses', async () => {
  const { supervisor, starts, pauses } = supervise(['failure', 'failure', 'closed before hello', 'hello']);
  await settle();
  expect(supervisor.connected()).toBe(true);
  expect(starts).toHaveLength(4);
  expect(pauses.filter((ms) => ms < 10_000 && ms !== 2_000)).toEqual([500, 1_000]);
  await supervisor.stop();
});

it('gives up a socket that never says hello', async () => {
  const { supervisor, starts } = supervise(['silence', 'hello']);
  await settle();
  expect(starts).toEqual(['silence', 'hello']);
  expect(supervisor.connected()).toBe(true);
  await supervisor.stop();
});

import { expect, it } from 'vitest';
import type { Database } from '../../../../src/store/postgres/connection/connection.js';
import { createDeliveryQueue } from '../../../../src/store/postgres/queues/deliveries.js';
import { createReplica } from '../../../../src/store/postgres/queues/replica.js';
import { recordingLog } from '../../temporary.js';

const claim = { mapping: 'm1', token: 'token m1', until: 120_000, repeated: false };

function away() {
  const world = { isAway: true, released: [] as unknown[] };
  const database: Database = {
    query: async () => [],
    prepared: async (_, [mapping, , checkNotBefore, deliveryNotBefore]) => {
      if (world.isAway) throw new Error('connect ECONNREFUSED');
      world.released.push([mapping, checkNotBefore, deliveryNotBefore]);
      return [];
    },
    losses: () => 0,
    close: async () => undefined,
  };
  const queue = createDeliveryQueue({ database, newToken: () => 'token', holder: 'one' });
  return { world, database, queue };
}

it('a lease that could not be released while the database was away is released once it is back', async () => {
  const { world, queue } = away();
  await expect(queue.postpone(claim, 2_000)).rejects.toThrow('ECONNREFUSED');
  await expect(queue.releaseAgain()).rejects.toThrow('ECONNREFUSED');
  world.isAway = false;
  await queue.releaseAgain();
  await queue.releaseAgain();
  expect(world.released).toEqual([['m1', 0, 2_000]]);
});

it('a lease that could not be released while the database was away is released once, as it was asked last', async () => {
  const { world, queue } = away();
  await expect(queue.release(claim)).rejects.toThrow('ECONNREFUSED');
  await expect(queue.postpone(claim, 2_000)).rejects.toThrow('ECONNREFUSED');
  world.isAway = false;
  await queue.releaseAgain();
  expect(world.released).toEqual([['m1', 0, 2_000]]);
});

it('a lease that could not be released while the database was away costs no heartbeat, and nothing that comes with it, while it still fails', async () => {
  const { database, queue } = away();
  await expect(queue.release(claim)).rejects.toThrow('ECONNREFUSED');
  const { log, lines } = recordingLog();
  let refilled = 0;
  const checks = { refill: async () => void refilled++ };
  const replica = createReplica({ database, id: 'one', now: () => 0, checks, deliveries: queue, log });
  await replica.beat();
  expect(refilled).toBe(1);
  await expect.poll(() => lines.map(({ level }) => level)).toEqual(['warn']);
});

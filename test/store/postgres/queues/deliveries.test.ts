import { expect, it } from 'vitest';
import type { Database } from '../../../../src/store/postgres/connection/connection.js';
import { createDeliveryQueue } from '../../../../src/store/postgres/queues/deliveries.js';

it('a lease that could not be released while the database was away is released once it is back', async () => {
  let isAway = true;
  const released: unknown[] = [];
  const database: Database = {
    query: async () => [],
    prepared: async (_, [mapping]) => {
      if (isAway) throw new Error('connect ECONNREFUSED');
      released.push(mapping);
      return [];
    },
    losses: () => 0,
    close: async () => undefined,
  };
  const queue = createDeliveryQueue({ database, newToken: () => 'token', holder: 'one' });
  const claim = { mapping: 'm1', token: 'token m1', until: 120_000, repeated: false };
  await expect(queue.postpone(claim, 2_000)).rejects.toThrow('ECONNREFUSED');
  await expect(queue.releaseAgain()).rejects.toThrow('ECONNREFUSED');
  isAway = false;
  await queue.releaseAgain();
  await queue.releaseAgain();
  expect(released).toEqual(['m1']);
});

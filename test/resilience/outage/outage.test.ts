import { expect, it } from 'vitest';
import type { Chat } from '../../../src/outbox/chat.js';
import { outages } from './outages.js';
import { runOutage } from './run.js';

/** `npm run outage` goes through 10,000 events. */
it.each(outages.map((outage) => [outage.name, outage] as const))(
  'loses nothing and tells nothing twice: %s',
  async (_, outage) => {
    const { lost, duplicated, outOfOrder, wrongCards, brokenPromises, events } = await runOutage(
      outage,
      60,
      Math.random,
    );
    expect({ lost, duplicated, outOfOrder, wrongCards, brokenPromises }).toEqual({
      lost: 0,
      duplicated: 0,
      outOfOrder: 0,
      wrongCards: 0,
      brokenPromises: 0,
    });
    expect(events).toBeGreaterThanOrEqual(60);
  },
  120_000,
);

it('would find a bot that posts again without looking', async () => {
  const [, unanswered] = outages;
  if (!unanswered) throw new Error('there is no such outage');
  const forgetful = (chat: Chat): Chat => ({ ...chat, find: async () => undefined });
  expect((await runOutage(unanswered, 60, Math.random, forgetful)).duplicated).toBeGreaterThan(0);
}, 120_000);

import { expect, it } from 'vitest';
import { faultsIn, NO_FAULTS } from '../support/report.js';
import { sabotages } from '../support/sabotage.js';
import { outages } from './outages.js';
import { runOutage } from './run.js';

/** `npm run outage` goes through 10,000 events. */
it.each(outages.map((outage) => [outage.name, outage] as const))(
  'through an outage (%s) the bot loses nothing and tells nothing twice',
  async (_, outage) => {
    const differences = await runOutage(outage, 60, Math.random);
    expect(faultsIn(differences)).toEqual(NO_FAULTS);
    expect(differences.events).toBeGreaterThanOrEqual(60);
  },
  120_000,
);

it('the outages find out a bot that posts again without searching', async () => {
  const [, unanswered] = outages;
  if (!unanswered) throw new Error('there is no such outage');
  const { chat } = sabotages['posts again without searching'];
  expect((await runOutage(unanswered, 60, Math.random, chat)).duplicated).toBeGreaterThan(0);
}, 120_000);

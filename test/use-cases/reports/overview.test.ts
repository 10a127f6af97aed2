import { expect, it } from 'vitest';
import { overviewView } from '../../../src/slack/views/answers/list.js';
import type { Role } from '../../../src/use-cases/ports.js';
import { overview } from '../../../src/use-cases/reports/overview.js';
import { translatorFor } from '../../support/translator.js';
import { ACTOR, deps, MAPPINGS } from './listed-mappings.js';

/** Every channel has a card, and the actor is a guest. */
const ofGuest: typeof deps = {
  ...deps,
  roles: { roleOf: async (): Promise<Role> => 'outsider', operators: [], admins: [] },
  store: { ...deps.store, list: async () => ({ mappings: [], total: 1 }) },
  guestsMayView: false,
};

it('the overview counts who needs what, and names the most urgent', async () => {
  const seen = await overview(deps, ACTOR);
  expect(seen.total).toBe(MAPPINGS.length);
  expect(Object.values(seen.counts).reduce((sum, count) => sum + count)).toBe(MAPPINGS.length);
  expect(seen.counts).toMatchObject({ agency: 1, ready: 1 });
  expect(seen.urgent[0]?.mapping.id).toBe('drifted');
  expect(seen.urgent.map(({ mapping }) => mapping.id)).not.toContain('ready');
  expect(JSON.stringify(await overviewView(seen, translatorFor()))).toContain('Who needs what');
});

it('the overview of a guest counts the mappings of the channel where they ask, and no others', async () => {
  expect((await overview(ofGuest, { ...ACTOR, channel: 'C9' })).total).toBe(0);
  expect((await overview(ofGuest, ACTOR)).total).toBe(MAPPINGS.length);
});

it('the overview reads kept counts only for those who see everything', async () => {
  const counts = { customer: 1, agency: 2, host: 0, nobody: 0, ready: 4 };
  const tally = { read: async () => ({ counts, total: 7, first: [] }) } as never;
  expect(await overview({ ...deps, tally }, ACTOR)).toEqual({ counts, total: 7, urgent: [] });
  expect((await overview({ ...ofGuest, tally }, { ...ACTOR, channel: 'C9' })).total).toBe(0);
});

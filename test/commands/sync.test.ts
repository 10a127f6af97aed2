import { expect, it } from 'vitest';
import { syncCommand } from '../../commands/sync.js';
import type { SyncReport } from '../../src/use-cases/admin/sync.js';
import { type } from '../support/commands.js';

const REPORT: SyncReport = {
  app: 'default',
  agreeing: 1,
  differences: {
    adopt: [],
    orphan: [],
    map: [],
    lost: [{ hostname: 'lost.example.org', mapping: 'm1' }],
    unrouted: [],
    'given-up': [],
  },
  own: [],
  unreadable: [],
  aliases: 1,
  records: undefined,
  mappings: 2,
  hasNetwork: false,
};

it('the sides are compared after the acknowledgement: reading them may take long', async () => {
  const { calls, answer, shown } = await type(syncCommand, ['--app', 'default'], {
    compareSides: () => REPORT,
  });
  expect(answer?.now).toBeUndefined();
  expect(calls).toEqual([['compareSides', 'default']]);
  expect(shown).toContain('lost.example.org');
});

it.each([[['shop.example.org']], [['--app']]])('%j is a usage error', async (words) => {
  expect(await type(syncCommand, words)).toMatchObject({ answer: undefined, calls: [] });
});

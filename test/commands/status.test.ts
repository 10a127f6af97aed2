import { expect, it } from 'vitest';
import { statusCommand } from '../../commands/status.js';
import { type } from '../support/commands.js';
import { reportedMapping } from '../support/reported-mapping.js';

const stored = reportedMapping();
const { hostname } = stored.mapping;

it('a hostname is checked and shown', async () => {
  const { calls, shown } = await type(statusCommand, [hostname], { status: () => ({ stored }) });
  expect(calls).toEqual([['status', hostname]]);
  expect(shown).toContain(hostname);
});

it('several hostnames are a message each', async () => {
  const { calls } = await type(statusCommand, [hostname, 'other.example.com'], {
    status: () => ({ stored }),
  });
  expect(calls).toEqual([
    ['status', hostname],
    ['status', 'other.example.com'],
  ]);
});

it('without a hostname, domains are counted', async () => {
  const { calls, answer } = await type(statusCommand, [], {
    overview: () => ({ counts: {}, urgent: [], total: 0 }),
  });
  expect(calls).toEqual([['overview']]);
  expect(answer?.now).toBeDefined();
});

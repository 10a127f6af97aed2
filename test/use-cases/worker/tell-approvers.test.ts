import { expect, it } from 'vitest';
import type { EventOf } from '../../../src/core/events/event.js';
import type { Role } from '../../../src/use-cases/ports.js';
import { tellApprovers } from '../../../src/use-cases/worker/tell-approvers.js';
import { silentLog } from '../../store/temporary.js';
import { reportedMapping } from '../../support/reported-mapping.js';

const event: EventOf<'unmap.proposed'> = {
  id: 'e9',
  mapping: 'm1',
  hostname: 'shop.example.com',
  type: 'unmap.proposed',
  at: 0,
  by: 'UALICE',
  details: { until: 1 },
  previous: '',
};
const ROLES: Readonly<Record<string, Role>> = {
  UALICE: 'operator',
  UBOB: 'operator',
  UCAROL: 'admin',
  UGONE: 'unsure',
};

it('tells those who want it and may approve it, not whoever asked; one failure holds up nobody', async () => {
  const told: string[] = [];
  await tellApprovers(
    {
      preferences: {
        approvalMessages: async () => ['UALICE', 'UBOB', 'UMALLORY', 'UGONE', 'UCAROL'],
        setApprovalMessages: async () => undefined,
      },
      roles: { roleOf: async (user) => ROLES[user] ?? 'member', operators: [], admins: [] },
      send: async (user) => {
        told.push(user);
        if (user === 'UBOB') throw new Error('no direct messages');
      },
      log: silentLog,
    },
    { stored: reportedMapping(), event },
  );
  expect(told).toEqual(['UBOB', 'UCAROL']);
});

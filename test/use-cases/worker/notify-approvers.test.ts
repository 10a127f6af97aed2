import { expect, it } from 'vitest';
import type { EventOf } from '../../../src/core/events/event.js';
import type { Role } from '../../../src/use-cases/ports.js';
import { notifyApprovers, openProposal } from '../../../src/use-cases/worker/notify-approvers.js';
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
  const reported: string[] = [];
  await notifyApprovers(
    {
      preferences: {
        approvalMessages: async () => ['UALICE', 'UBOB', 'UMALLORY', 'UGONE', 'UCAROL'],
        setApprovalMessages: async () => undefined,
      },
      roles: { roleOf: async (user) => ROLES[user] ?? 'member', operators: [], admins: [] },
      send: async (user) => {
        reported.push(user);
        if (user === 'UBOB') throw new Error('no direct messages');
      },
      log: silentLog,
    },
    { stored: reportedMapping(), event },
  );
  expect(reported).toEqual(['UBOB', 'UCAROL']);
});

it('what waits is announced again after a restart only while it is open and in its thread', () => {
  const stored = reportedMapping();
  const entry = { event: event.id, attempts: 0, notBefore: 0 };
  const approval = { by: 'UALICE', until: 10 };
  const waiting = { ...stored, mapping: { ...stored.mapping, approval }, events: [event], outbox: [] };
  expect(openProposal(waiting, 9)).toBe(event);
  expect(openProposal(waiting, 10)).toBeUndefined();
  expect(openProposal({ ...waiting, outbox: [entry] }, 9)).toBeUndefined();
  expect(openProposal({ ...waiting, mapping: stored.mapping }, 9)).toBeUndefined();
});

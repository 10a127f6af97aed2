import { expect, it } from 'vitest';
import { diagnosePeople, type PeopleDiagnosis } from '../../../src/use-cases/doctor/people-checks.js';

const keys = (lines: readonly { readonly key: string }[]) => lines.map(({ key }) => key);

const people = (change: Partial<PeopleDiagnosis> = {}): PeopleDiagnosis => ({
  person: async (id) => ({ name: id, isActive: true }),
  group: async (id) => ({ name: id, members: ['U1'] }),
  ...change,
});
const rights = { operators: ['U1'], admins: [], needsApproval: true };

it.each<[string, Partial<PeopleDiagnosis>, typeof rights, string]>([
  ['two operators', {}, { ...rights, operators: ['U1', 'U2'] }, 'doctor.approval.possible'],
  ['an operator and an admin', {}, { ...rights, admins: ['U2'] as never }, 'doctor.approval.possible'],
  ['everyone', {}, { ...rights, operators: [] }, 'doctor.approval.possible'],
  ['one operator', {}, rights, 'doctor.approval.impossible'],
  ['the same one by a group', {}, { ...rights, operators: ['U1', 'S1'] }, 'doctor.approval.impossible'],
  [
    'a group that Slack can’t say anything of',
    { group: () => Promise.reject(new Error('away')) },
    { ...rights, operators: ['U1', 'S1'] },
    'doctor.approval.unknown',
  ],
])('approval with %s', async (_, change, config, key) => {
  expect(keys(await diagnosePeople(people(change), config))).toContain(key);
});

it('one group that is gone says nothing of the others', async () => {
  const group = async (id: string) => (id === 'S1' ? undefined : { name: id, members: ['U1', 'U2'] });
  const lines = await diagnosePeople(people({ group }), { ...rights, operators: ['S1', 'S2'] });
  expect(keys(lines)).toEqual(['doctor.group.unknown', 'doctor.group.known', 'doctor.approval.possible']);
});

it.each([
  ['plan_upgrade_required', 'doctor.group.no-plan'],
  ['missing_scope', 'doctor.group.no-scope'],
  ['subteam_disabled', 'doctor.group.unknown'],
])('a group that Slack refuses for good (%s) gives nobody the right to approve', async (error, key) => {
  const refused = Object.assign(new Error(error), { data: { error } });
  const group = (): Promise<never> => Promise.reject(refused);
  const lines = await diagnosePeople(people({ group }), { ...rights, operators: ['U1', 'S1'] });
  expect(keys(lines)).toEqual(['doctor.person.known', key, 'doctor.approval.impossible']);
  expect(lines.map(({ state }) => state)).toEqual(['ok', 'problem', 'problem']);
});

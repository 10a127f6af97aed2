import { expect, it } from 'vitest';
import { everybodyIs, useStore } from '../../support/in-store.js';

const world = useStore();
const typesOf = (entries: readonly { readonly event: { readonly type: string } }[]) =>
  entries.map(({ event }) => event.type);

async function twoMappings() {
  const { current } = world;
  const id = await current.mapped();
  await current.mapped('other.example.org');
  current.now += 60_000;
  await current.useCases().requestCheck(id, current.by('UCAROL'));
}

it('has the events of all mappings and the denied attempts, newest first', async () => {
  const { current } = world;
  await twoMappings();
  current.now += 60_000;
  const member = current.useCases(everybodyIs('member'));
  await expect(member.map({ hostname: 'denied.example.org' }, current.by('UMEMBER'))).rejects.toThrow();
  const { entries, total } = await current.useCases().audit({}, 0, current.by('UBOB'));
  expect(typesOf(entries)).toEqual([
    'access.denied',
    'check.requested',
    'domain.requested',
    'domain.requested',
  ]);
  expect(total).toBe(4);
});

it.each([
  ['a person', { by: 'UCAROL' }, ['check.requested']],
  ['a type', { type: 'domain.requested' }, ['domain.requested', 'domain.requested']],
  ['a noun', { type: 'check' }, ['check.requested']],
  ['nobody', { by: 'UNOBODY' }, []],
])('can be read for %s', async (_, filter, types) => {
  const { current } = world;
  await twoMappings();
  expect(typesOf(await current.useCases().auditAll(filter, current.by('UBOB')))).toEqual(types);
});

it('can be read since a moment', async () => {
  const { current } = world;
  await twoMappings();
  const entries = await current.useCases().auditAll({ since: current.now }, current.by('UBOB'));
  expect(typesOf(entries)).toEqual(['check.requested']);
});

it('is for operators', async () => {
  const { current } = world;
  const problem = { code: 'not-allowed', permission: 'audit' };
  const useCases = current.useCases(everybodyIs('member'));
  await expect(useCases.audit({}, 0, current.by('UMEMBER'))).rejects.toMatchObject({ problem });
  await expect(useCases.auditAll({}, current.by('UMEMBER'))).rejects.toMatchObject({ problem });
  await expect(useCases.verifyAudit(() => undefined, current.by('UMEMBER'))).rejects.toMatchObject({
    problem,
  });
});

it('a second verification reads that one is running', async () => {
  const { current } = world;
  const useCases = current.useCases({ verify: async () => 'running' });
  await expect(useCases.verifyAudit(() => undefined, current.by('UBOB'))).rejects.toMatchObject({
    problem: { code: 'verifying' },
  });
});

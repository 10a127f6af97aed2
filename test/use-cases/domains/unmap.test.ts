import { expect, it } from 'vitest';
import { everybodyIs, useStore } from '../../support/in-store.js';
import { POLICY } from '../../support/observations.js';

const HOUR_MS = 3_600_000;
const NEEDS_APPROVAL = { policy: { ...POLICY, unmapApprovalMs: HOUR_MS } };

const world = useStore();
const stageOf = async (id: string) => (await world.current.load(id)).mapping.stage;

async function proposed(): Promise<string> {
  const id = await world.current.mapped();
  await world.current.useCases(NEEDS_APPROVAL).unmap(id, world.current.by('UALICE'));
  return id;
}

it('an operator unmaps: the alias is removed at the next step, which is asked for at once', async () => {
  const { current } = world;
  const id = await current.mapped();
  await current.useCases().unmap(id, current.by('UBOB'));
  expect(await stageOf(id)).toBe('removing');
  expect(current.woken).toEqual([id]);
});

it('a redelivered request unmaps once', async () => {
  const { current } = world;
  const id = await current.mapped();
  const bob = current.by('UBOB');
  await current.useCases().unmap(id, bob);
  await current.useCases().unmap(id, bob);
  expect((await current.events(id)).filter((type) => type === 'unmap.requested')).toHaveLength(1);
});

it('a member may not, not even see what would be removed; the attempt is in the mapping’s history', async () => {
  const { current } = world;
  const id = await current.mapped();
  const useCases = current.useCases(everybodyIs('member'));
  const problem = { code: 'not-allowed', permission: 'unmap', ask: ['UBOB'] };
  await expect(useCases.previewUnmap(id, current.by('UMEMBER'))).rejects.toMatchObject({ problem });
  await expect(useCases.unmap(id, current.by('UMEMBER'))).rejects.toMatchObject({ problem });
  expect(await stageOf(id)).not.toBe('removing');
  expect(await current.events(id)).toContain('access.denied');
});

it('where a second person has to approve, nothing is removed until then', async () => {
  const { current } = world;
  const id = await proposed();
  expect(await stageOf(id)).not.toBe('removing');
  await current.useCases(NEEDS_APPROVAL).answerUnmap(id, true, current.by('UBOB'));
  expect(await stageOf(id)).toBe('removing');
});

it('nobody approves their own request, and the attempt is kept', async () => {
  const { current } = world;
  const id = await proposed();
  const useCases = current.useCases(NEEDS_APPROVAL);
  await expect(useCases.answerUnmap(id, true, current.by('UALICE'))).rejects.toMatchObject({
    problem: { code: 'own-request' },
  });
  expect(await stageOf(id)).not.toBe('removing');
  expect(await current.events(id)).toContain('access.denied');
});

it('a declined request leaves the mapping as it was, and can’t be approved any more', async () => {
  const { current } = world;
  const id = await proposed();
  const useCases = current.useCases(NEEDS_APPROVAL);
  await useCases.answerUnmap(id, false, current.by('UBOB'));
  expect((await current.load(id)).mapping.approval).toBeUndefined();
  await expect(useCases.answerUnmap(id, true, current.by('UBOB'))).rejects.toMatchObject({
    problem: { code: 'not-open' },
  });
});

it('an approval after the deadline comes too late', async () => {
  const { current } = world;
  const id = await proposed();
  current.now += HOUR_MS;
  await expect(
    current.useCases(NEEDS_APPROVAL).answerUnmap(id, true, current.by('UBOB')),
  ).rejects.toMatchObject({ problem: { code: 'not-open' } });
  expect(await stageOf(id)).not.toBe('removing');
});

it('only the person who asked takes the request back', async () => {
  const { current } = world;
  const id = await proposed();
  const useCases = current.useCases(NEEDS_APPROVAL);
  await expect(useCases.withdrawUnmap(id, current.by('UBOB'))).rejects.toMatchObject({
    problem: { code: 'not-own-request', by: 'UALICE' },
  });
  await useCases.withdrawUnmap(id, current.by('UALICE'));
  expect((await current.load(id)).mapping.approval).toBeUndefined();
});

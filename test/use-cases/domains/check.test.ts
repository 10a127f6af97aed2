import { expect, it } from 'vitest';
import { everybodyIs, useStore } from '../../support/in-store.js';

const world = useStore();

it('the request is stored first, once for a redelivered press, and the next step is asked for', async () => {
  const { current } = world;
  const id = await current.mapped();
  const carol = current.by('UCAROL');
  await current.useCases().requestCheck(id, carol);
  await current.useCases().requestCheck(id, carol);
  expect((await current.events(id)).filter((type) => type === 'check.requested')).toHaveLength(1);
  expect(current.woken).toContain(id);
});

it('a member may ask for a check, somebody from outside may not', async () => {
  const { current } = world;
  const id = await current.mapped();
  await current.useCases(everybodyIs('member')).requestCheck(id, current.by('UCAROL'));
  await expect(
    current.useCases(everybodyIs('outsider')).requestCheck(id, current.by('UGUEST')),
  ).rejects.toMatchObject({ problem: { code: 'not-allowed', permission: 'check' } });
});

it('a button that outlived its mapping says so', async () => {
  const { current } = world;
  await expect(current.useCases().requestCheck('forged', current.by('UCAROL'))).rejects.toMatchObject({
    problem: { code: 'gone' },
  });
});

import { expect, it, vi } from 'vitest';
import { rescheduleHeld } from '../../../src/use-cases/shared/reschedule-held.js';
import { useStore } from '../../support/in-store.js';

const world = useStore();

/** A mapping whose first event waits for the end of quiet hours. */
async function holding(hostname: string): Promise<string> {
  const id = await world.current.mapped(hostname);
  const stored = await world.current.load(id);
  const [event] = stored.events;
  const held = {
    event: event?.id ?? '',
    attempts: 0,
    notBefore: 0,
    heldUntil: world.current.now + 3_600_000,
  };
  await world.current.store.save({ ...stored, outbox: [held] });
  return id;
}

const heldIn = async (id: string) => (await world.current.load(id)).outbox.map(({ heldUntil }) => heldUntil);

it('a message that quiet hours held goes out once they are gone', async () => {
  const id = await holding('shop.example.org');
  const delivered: string[] = [];
  const wakeUp = { check() {}, deliver: (mapping: string) => void delivered.push(mapping) };
  await rescheduleHeld(world.current.ports({ wakeUp }), { channel: 'C1' });
  expect(await heldIn(id)).toEqual([undefined]);
  expect(delivered).toEqual([id]);
});

it.each([{ channel: 'C2' }, { app: 'other' }])(
  'a change for %j leaves other messages as they are',
  async (where) => {
    const id = await holding('shop.example.org');
    await rescheduleHeld(world.current.ports(), where);
    expect(await heldIn(id)).toEqual([world.current.now + 3_600_000]);
  },
);

it('reads only the mappings that wait, however many there are', async () => {
  const id = await holding('shop.example.org');
  await world.current.mapped('done.example.org');
  const load = vi.spyOn(world.current.store, 'load');
  await rescheduleHeld(world.current.ports(), {});
  expect(load.mock.calls).toEqual([[id]]);
});

import { describe, expect, it } from 'vitest';
import { StaleVersion, type Store } from '../../../src/store/store.js';
import { transition } from '../../../src/use-cases/shared/transition.js';
import { useStore } from '../../support/in-store.js';

const world = useStore();
const CHECK = { type: 'check.requested', by: 'UALICE' } as const;

/** The same store, of which another writer was faster `times` times. */
const contested = (store: Store, times: number): { store: Store; saves: () => number } => {
  let saves = 0;
  const save: Store['save'] = async (stored) => {
    saves += 1;
    if (saves > times) return store.save(stored);
    throw new StaleVersion(stored.mapping.id);
  };
  return { store: Object.assign(Object.create(store), { save }) as Store, saves: () => saves };
};

describe('a transition', () => {
  it('stores the mapping, its event and the pending delivery in one write, and wakes the dispatcher', async () => {
    const { current } = world;
    const id = await current.mapped();
    const woken: string[] = [];
    const ports = current.ports({ wakeUp: { check() {}, deliver: (each) => void woken.push(each) } });
    const before = await current.load(id);
    const { stored, events } = await transition(ports, id, CHECK, 'r1');
    expect(events.map(({ type }) => type)).toEqual(['check.requested']);
    expect(stored.version).toBe(before.version + 1);
    expect(await current.load(id)).toMatchObject({ outbox: [{ event: events[0]?.id, attempts: 0 }] });
    expect(woken).toEqual([id]);
  });

  it('for a request that counted already changes nothing, also after a restart', async () => {
    const { current } = world;
    const id = await current.mapped();
    await transition(current.ports(), id, CHECK, 'r1');
    const { version } = await current.load(id);
    expect(await transition(current.ports(), id, CHECK, 'r1')).toMatchObject({ events: [] });
    expect((await current.load(id)).version).toBe(version);
  });

  it('decides again on what another writer stored meanwhile', async () => {
    const { current } = world;
    const id = await current.mapped();
    const { store, saves } = contested(current.store, 3);
    const { events } = await transition(current.ports({ store }), id, CHECK);
    expect(events).toHaveLength(1);
    expect(saves()).toBe(4);
  });

  it('gives up after a hundred lost races: that is a fault', async () => {
    const { current } = world;
    const id = await current.mapped();
    const { store } = contested(current.store, 1_000);
    await expect(transition(current.ports({ store }), id, CHECK)).rejects.toThrow(
      'changed by others 100 times',
    );
  });

  it('of a mapping that doesn’t exist throws', async () => {
    await expect(transition(world.current.ports(), 'nobody', CHECK)).rejects.toThrow('no mapping nobody');
  });

  it('keeps the latest twenty requests', async () => {
    const { current } = world;
    const id = await current.mapped();
    for (let request = 0; request < 25; request++) {
      current.now += 60_000;
      await transition(current.ports(), id, CHECK, `r${request}`);
    }
    const { requests } = await current.load(id);
    expect(requests).toHaveLength(20);
    expect(requests.at(-1)).toBe('r24');
  });
});

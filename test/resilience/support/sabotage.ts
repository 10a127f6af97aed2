import { setTimeout as sleep } from 'node:timers/promises';
import type { PortWrappers } from '../../../src/app/runtime.js';

const BETWEEN_WRITES_MS = 100;

/** Faults put between the bot and its ports: each must be found out, or the harness proves nothing. */
export const sabotages = {
  'posts again without searching': {
    chat: (chat) => ({ ...chat, find: async () => undefined }),
  },
  'stores what is pending in a second write': {
    store: (store) => ({
      ...store,
      async save(stored) {
        const before = await store.load(stored.mapping.id);
        if (!before || before.events.length === stored.events.length) return store.save(stored);
        const half = await store.save({ ...stored, outbox: before.outbox });
        await sleep(BETWEEN_WRITES_MS);
        return store.save({ ...half, outbox: stored.outbox });
      },
    }),
  },
  'says that it stored what it did not': {
    store: (store) => ({ ...store, create: async (stored) => ({ ...stored, version: 1 }) }),
  },
} as const satisfies Record<string, PortWrappers>;

export type Sabotage = keyof typeof sabotages;

export const isSabotage = (name: string | undefined): name is Sabotage =>
  name !== undefined && Object.hasOwn(sabotages, name);

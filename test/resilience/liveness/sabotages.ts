import type { HostingProvider } from '../../../src/hosting/provider.js';
import type { Chat } from '../../../src/outbox/chat.js';
import { LANES } from '../../../src/scheduler/check-scheduler.js';
import type { Claim, Store } from '../../../src/store/store.js';
import { limit } from '../../../src/util/concurrency/queue.js';
import type { VirtualTime } from '../../support/virtual-time.js';
import type { Sabotage } from './run.js';

const RETRIED_FOR_MS = 5_000;

/** Not a sabotage: records that can't be read. */
export const unreadable = (store: Store): Store => ({
  ...store,
  load: async (id) => {
    if (id.startsWith('bad')) throw new SyntaxError('Unexpected end of JSON input');
    return store.load(id);
  },
});

/** 16 slots for all kinds of work, which nothing that waits gives back. */
export function sharedSlots(): Pick<Sabotage, 'lanes' | 'store'> {
  const slots = { limit: 16, slowLimit: 0, perApp: 16 };
  return {
    lanes: LANES.slice(0, 1).map((lane) => ({ ...lane, ...slots })),
    store: (store) => ({
      ...store,
      claimChecks: (now, most, leaseMs) => store.claimChecks(now, most, leaseMs),
    }),
  };
}

/** Whoever asks for a turn sleeps until it comes. */
export function waitsInside(provider: HostingProvider, time: VirtualTime): HostingProvider {
  let nextAt = time.now;
  return {
    ...provider,
    addAlias: async () => {
      nextAt = Math.max(nextAt, time.now) + 1_000;
      await time.sleep(nextAt - time.now);
      return 'added';
    },
  };
}

/** One bad claim among others ends the round for all. */
export const throwsForAll = (store: Store): Store => ({
  ...store,
  claimChecks: async (...args) => {
    const claims = await store.claimChecks(...args);
    if (claims.some(isBad)) throw new TypeError('Cannot read properties of undefined');
    return claims;
  },
});

/** One message at a time in the whole workspace, and what fails is tried for a while before the next. */
export function oneSlot(chat: Chat, time: VirtualTime): Chat {
  const lock = limit(1);
  const queued =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      lock(async () => {
        try {
          return await call(...args);
        } catch (error) {
          await time.sleep(RETRIED_FOR_MS * 12);
          throw error;
        }
      });
  return {
    ...chat,
    postCard: queued(chat.postCard),
    postReply: queued(chat.postReply),
    updateCard: queued(chat.updateCard),
  };
}

/** While one of them waits, nothing behind it goes out, and it waits forever. */
export const headOfLine = (store: Store): Store => ({
  ...store,
  claimOutbox: async (...args) => {
    const claims = await store.claimOutbox(...args);
    if (!claims.some(isBad)) return claims;
    await Promise.all(claims.map((claim) => store.release(claim)));
    return claims.filter(isBad);
  },
});

const isBad = ({ mapping }: Claim): boolean => mapping.startsWith('bad');

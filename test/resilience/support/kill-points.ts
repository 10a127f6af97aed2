import type { PortWrappers } from '../../../src/app/runtime.js';
import type { Chat } from '../../../src/outbox/chat.js';
import type { StoredMapping } from '../../../src/store/store.js';

/** The process ends here, between one step and the next, as a power loss would end it. */
async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const dyingAfter =
  <Args extends unknown[]>(post: (...args: Args) => Promise<string>) =>
  async (...args: Args): Promise<string> => {
    await post(...args);
    return die();
  };

/** Where the order of two steps decides whether something is lost or posted twice: the bot dies there, each time. */
export const killPoints = {
  'between a post and its mark': {
    chat: (chat: Chat): Chat => ({
      ...chat,
      postCard: dyingAfter(chat.postCard),
      postReply: dyingAfter(chat.postReply),
    }),
  },
  'after a write that brings new events': {
    store: (store) => ({
      ...store,
      async save(stored: StoredMapping) {
        const before = await store.load(stored.mapping.id);
        const saved = await store.save(stored);
        return before?.events.length === stored.events.length ? saved : die();
      },
    }),
  },
} as const satisfies Record<string, PortWrappers>;

export type KillPoint = keyof typeof killPoints;

export const isKillPoint = (name: string | undefined): name is KillPoint =>
  name !== undefined && Object.hasOwn(killPoints, name);

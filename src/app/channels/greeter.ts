import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { instant } from '../../core/instant.js';
import { chatErrorOf } from '../../slack/outbound/errors.js';
import { createSearch } from '../../slack/outbound/posts/search.js';
import { type DocumentKind, type Documents, openDocument } from '../../store/documents.js';
import { backoffMs } from '../../util/clock.js';
import { KeyedMutex, limit } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';

/** By channel: when its greeting became due, and whether it is posted. */
const greetings = z.object({
  channels: z.record(z.string(), z.object({ at: instant, isDone: z.boolean() })),
});
type Greetings = z.output<typeof greetings>;

export const greetedKind: DocumentKind<Greetings> = {
  name: 'greeted-channels',
  form: {
    schema: 2,
    migrations: new Map([
      // A list of channels, each noted before it was greeted.
      [1, ({ channels, ...stored }) => ({ ...stored, channels: Object.fromEntries(entriesOfOld(channels)) })],
    ]),
  },
  content: greetings,
};

const entriesOfOld = (channels: unknown) =>
  Array.isArray(channels)
    ? channels.map((channel) => [String(channel), { at: new Date(0).toISOString(), isDone: true }])
    : [];

const GREETING_EVENT_TYPE = 'domain_greeting';
const GREETINGS_PAGE = 100;
const MAX_GREETED = 10_000;
const MAX_GREETING_TRIES = 8;
const GREETING_BACKOFF = { firstMs: 1_000, maxMs: 60_000 } as const;
const CLOCK_DIFFERENCE_MS = 3_600_000;

export interface GreeterOptions {
  readonly client: WebClient;
  readonly documents: Documents;
  readonly text: string;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

export interface Greeter {
  /** Greets a channel once, whatever happens in between. Never throws. */
  greet(channel: string): Promise<void>;
  /** Greets the channels that an earlier process left ungreeted. */
  resume(): Promise<void>;
  stop(): void;
}

/** Posts a greeting once per channel: notes it first, and looks for it before a second attempt. */
export function createGreeter(options: GreeterOptions): Greeter {
  const { client, documents, text, now, sleep, random, log } = options;
  const handle = openDocument(documents, greetedKind, 'slack');
  const inTurn = limit(1);
  const channelsInTurn = new KeyedMutex();
  const search = createSearch();
  let isStopped = false;

  const read = async (): Promise<Greetings['channels']> => (await handle.read())?.channels ?? {};

  const note = (channel: string, state: Greetings['channels'][string] | undefined): Promise<void> =>
    inTurn(async () => {
      const { [channel]: _, ...others } = await read();
      const entries = Object.entries(state ? { ...others, [channel]: state } : others);
      await handle.write({ channels: Object.fromEntries(entries.slice(-MAX_GREETED)) });
    });

  const idOf = (channel: string) => `greeting ${channel}`;

  async function isThere(channel: string, at: number): Promise<boolean> {
    const oldest = String((at - CLOCK_DIFFERENCE_MS) / 1_000);
    const query = { channel, include_all_metadata: true, limit: GREETINGS_PAGE, oldest };
    const found = await search([idOf(channel)], (cursor) =>
      client.conversations.history({ ...query, ...(cursor === undefined ? {} : { cursor }) }),
    );
    return found !== undefined;
  }

  async function post(channel: string, at: number, mayBeThere: boolean): Promise<void> {
    if (mayBeThere && (await isThere(channel, at))) return;
    const metadata = { event_type: GREETING_EVENT_TYPE, event_payload: { id: idOf(channel) } };
    await client.chat.postMessage({ channel, text, metadata });
  }

  async function attempt(channel: string): Promise<void> {
    const known = await inTurn(read);
    const { at = now(), isDone = false } = known[channel] ?? {};
    if (isDone) return;
    let mayBeThere = known[channel] !== undefined;
    if (!mayBeThere) await note(channel, { at, isDone });
    for (let tries = 1; !isStopped; tries++) {
      try {
        await post(channel, at, mayBeThere);
        return await note(channel, { at, isDone: true });
      } catch (error) {
        const { code, message } = chatErrorOf(error);
        log.warn({ channel, code, reason: message, tries }, 'channel could not be greeted');
        // The next invitation begins again.
        if (code === 'channel-unusable') return note(channel, undefined);
        if (tries >= MAX_GREETING_TRIES) return;
        mayBeThere = true;
        await sleep(backoffMs(tries, GREETING_BACKOFF, random()));
      }
    }
  }

  const greet = (channel: string): Promise<void> =>
    channelsInTurn
      .run(channel, () => attempt(channel))
      .catch((error: unknown) => log.warn({ err: error, channel }, 'greeting could not be noted'));

  return {
    greet,
    async resume() {
      const known = await inTurn(read).catch((error: unknown) => {
        log.warn({ err: error }, 'greeted channels could not be read');
        return {};
      });
      const left = Object.entries(known).filter(([, { isDone }]) => !isDone);
      await Promise.all(left.map(([channel]) => greet(channel)));
    },
    stop() {
      isStopped = true;
    },
  };
}

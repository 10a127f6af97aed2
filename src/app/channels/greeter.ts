import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type DocumentKind, type Documents, openDocument } from '../../store/documents.js';
import type { Log } from '../../util/log.js';
import { createHistorySearch, createOncePoster, type OncePost, postStates } from './post-once.js';

/** By channel. */
const greetings = z.object({ channels: postStates });
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

export const GREETED_KEY = 'slack';

const entriesOfOld = (channels: unknown) =>
  Array.isArray(channels)
    ? channels.map((channel) => [String(channel), { at: new Date(0).toISOString(), isDone: true }])
    : [];

const GREETING_EVENT_TYPE = 'domain_greeting';
const GREETING_LIMITS = {
  maxStates: 10_000,
  maxTries: 8,
  backoff: { firstMs: 1_000, maxMs: 60_000 },
} as const;

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

/** Posts a greeting once per channel. */
export function createGreeter({ client, documents, text, now, sleep, random, log }: GreeterOptions): Greeter {
  const handle = openDocument(documents, greetedKind, GREETED_KEY);
  const isInHistory = createHistorySearch(client);
  const poster = createOncePoster({
    ...GREETING_LIMITS,
    failed: 'channel could not be greeted',
    read: async () => (await handle.read())?.channels ?? {},
    write: (channels) => handle.write({ channels }),
    // Starts over at the next invitation.
    afterFailure: (code) => (code === 'channel-unusable' ? 'forget' : 'retry'),
    now,
    sleep,
    random,
    log,
  });

  const greetingIn = (channel: string): OncePost => {
    const id = `greeting ${channel}`;
    return {
      isThere: (since) => isInHistory(channel, id, since),
      async post() {
        const metadata = { event_type: GREETING_EVENT_TYPE, event_payload: { id } };
        await client.chat.postMessage({ channel, text, metadata });
      },
    };
  };

  const greet = (channel: string): Promise<void> =>
    poster
      .post(channel, greetingIn(channel))
      .catch((error: unknown) => log.warn({ err: error, channel }, 'greeting could not be saved'));

  return {
    greet,
    async resume() {
      const left = await poster.unsettled().catch((error: unknown) => {
        log.warn({ err: error }, 'greeted channels could not be read');
        return [];
      });
      await Promise.all(left.map(greet));
    },
    stop: poster.stop,
  };
}

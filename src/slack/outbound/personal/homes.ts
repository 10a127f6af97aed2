import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Ticker } from '../../../util/clock.js';
import type { Log } from '../../../util/log.js';
import { slackReasonOf } from '../errors.js';

/** Somebody who opened it longer ago has probably left; views.publish allows about 100 calls a minute. */
const FOLLOWED = { max: 50, ttl: 30 * 60_000 } as const;
const HOME_EVERY_MS = 60_000;

/** What a Home tab shows. */
export interface HomeShown {
  /** Equal as long as only ages have changed. */
  readonly fingerprint: string;
  readonly view: () => Promise<HomeView>;
}

export interface Homes {
  /** Publishes a person's Home tab, and again when it changes, at most once a minute. Throws SDK errors. */
  open(user: string, load: () => Promise<HomeShown>): Promise<void>;
  start(): void;
  stop(): void;
}

export interface HomesOptions {
  readonly client: WebClient;
  readonly ticker: Ticker;
  /** Monotonic, ms. */
  readonly monotonic: () => number;
  readonly log: Log;
}

interface OpenedHome {
  readonly load: () => Promise<HomeShown>;
  shown: string | undefined;
}

/** Keeps the Home tabs of people who opened theirs lately up to date. */
export function createHomes({ client, ticker, monotonic, log }: HomesOptions): Homes {
  const opened = new LRUCache<string, OpenedHome>({
    ...FOLLOWED,
    perf: { now: monotonic },
    ttlResolution: 0,
  });
  let ticking: ReturnType<Ticker> | undefined;
  let checkedAt = monotonic();
  let isChecking = false;

  async function publish(user: string, entry: OpenedHome): Promise<void> {
    const { fingerprint, view } = await entry.load();
    if (fingerprint === entry.shown) return;
    await client.views.publish({ user_id: user, view: await view() });
    entry.shown = fingerprint;
  }

  /** One after another: each reads all domains. */
  async function check(): Promise<void> {
    for (const [user, entry] of [...opened.entries()])
      await publish(user, entry).catch((error: unknown) =>
        log.warn({ user, reason: slackReasonOf(error) }, 'a Home tab could not be updated'),
      );
  }

  function tick(): void {
    if (isChecking || monotonic() - checkedAt < HOME_EVERY_MS) return;
    checkedAt = monotonic();
    isChecking = true;
    void check().finally(() => {
      isChecking = false;
    });
  }

  return {
    open: async (user, load) => {
      const entry = { load, shown: undefined };
      opened.set(user, entry);
      await publish(user, entry);
    },
    start: () => {
      ticking = ticker(tick);
    },
    stop: () => ticking?.cancel(),
  };
}

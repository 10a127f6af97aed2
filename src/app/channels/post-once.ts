import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { instant } from '../../core/instant.js';
import type { ChatErrorCode } from '../../core/ports/chat-error.js';
import { chatErrorOf } from '../../slack/outbound/errors.js';
import { createSearch } from '../../slack/outbound/posts/search.js';
import { type Backoff, backoffMs } from '../../util/clock.js';
import { KeyedMutex, limit } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';

/** By the post's name: when it became due, and whether it is settled. */
export const postStates = z.record(z.string(), z.object({ at: instant, isDone: z.boolean() }));
export type PostStates = z.output<typeof postStates>;

/** One message that must appear exactly once. Methods throw SDK errors or `ChatError`. */
export interface OncePost {
  /** Whether it is in Slack already; it can't be older than `since` (epoch ms). */
  isThere(since: number): Promise<boolean>;
  post(): Promise<void>;
}

export interface OncePosterOptions {
  readonly read: () => Promise<PostStates>;
  readonly write: (states: PostStates) => Promise<void>;
  /** Logged when an attempt fails. */
  readonly failed: string;
  /** The oldest settled ones are forgotten. */
  readonly maxStates: number;
  readonly maxTries: number;
  readonly backoff: Backoff;
  /** `forget`: the next occasion begins again; `settle`: never again; `retry`: now, and after a restart. */
  readonly afterFailure: (code: ChatErrorCode) => 'forget' | 'settle' | 'retry';
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

export interface OncePoster {
  /** Posts once under this name, whatever happens in between. Throws only if it can't be noted. */
  post(name: string, message: OncePost): Promise<void>;
  /** Names that are noted and not settled. */
  unsettled(): Promise<readonly string[]>;
  stop(): void;
}

/** Messages lag behind the stored state by a clock difference at most. */
const CLOCK_DIFFERENCE_MS = 3_600_000;
export const RETRIED_CODES: readonly ChatErrorCode[] = ['unavailable', 'rate-limited', 'uncertain'];

/** Posts messages exactly once across crashes: stores each attempt first, and searches before a second one. */
export function createOncePoster(options: OncePosterOptions): OncePoster {
  const { read, write, failed, maxStates, maxTries, backoff, afterFailure, now, sleep, random, log } =
    options;
  const inTurn = limit(1);
  const namesInTurn = new KeyedMutex();
  let isStopped = false;

  const save = (name: string, state: PostStates[string] | undefined): Promise<void> =>
    inTurn(async () => {
      const { [name]: _, ...others } = await read();
      await write(withinLimit(state ? { ...others, [name]: state } : others, maxStates));
    });

  async function attempt(name: string, message: OncePost): Promise<void> {
    const known = (await inTurn(read))[name];
    if (known?.isDone) return;
    const at = known?.at ?? now();
    let mayBeThere = known !== undefined;
    if (!mayBeThere) await save(name, { at, isDone: false });
    for (let tries = 1; !isStopped; tries++) {
      try {
        if (!(mayBeThere && (await isPostedAlready(message, at)))) await message.post();
        return await save(name, { at, isDone: true });
      } catch (error) {
        const { code, message: reason, facts } = chatErrorOf(error);
        log.warn({ name, code, reason, tries }, failed);
        const next = afterFailure(code);
        if (next !== 'retry') return save(name, next === 'settle' ? { at, isDone: true } : undefined);
        if (tries >= maxTries) return;
        mayBeThere = true;
        await sleep(facts.retryAfterMs ?? backoffMs(tries, backoff, random()));
      }
    }
  }

  return {
    post: (name, message) => namesInTurn.run(name, () => attempt(name, message)),
    unsettled: async () =>
      Object.entries(await inTurn(read)).flatMap(([name, { isDone }]) => (isDone ? [] : [name])),
    stop() {
      isStopped = true;
    },
  };
}

/** Where Slack refuses the look-up itself, a possible duplicate is better than silence. */
async function isPostedAlready(message: OncePost, at: number): Promise<boolean> {
  try {
    return await message.isThere(at - CLOCK_DIFFERENCE_MS);
  } catch (error) {
    if (RETRIED_CODES.includes(chatErrorOf(error).code)) throw error;
    return false;
  }
}

/** Searches a channel's history for the message that carries an ID; it can't be older than `since` (epoch ms). */
export function createHistorySearch(
  client: Pick<WebClient, 'conversations'>,
): (channel: string, id: string, since: number) => Promise<boolean> {
  const search = createSearch();
  return async (channel, id, since) => {
    const oldest = String(since / 1_000);
    const found = await search([id], (page) => client.conversations.history({ channel, oldest, ...page }));
    return found !== undefined;
  };
}

function withinLimit(states: PostStates, max: number): PostStates {
  const entries = Object.entries(states);
  const excess = entries.length - max;
  if (excess <= 0) return states;
  const settled = entries.filter(([, { isDone }]) => isDone).slice(0, excess);
  const dropped = new Set(settled.map(([name]) => name));
  return Object.fromEntries(entries.filter(([name]) => !dropped.has(name)).slice(-max));
}

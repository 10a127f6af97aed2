import { QueueFull } from '../../../util/concurrency/queue.js';
import type { AskClient, Reply } from './client.js';
import type { Question } from './packets.js';
import type { Server } from './udp-channels.js';

export interface BudgetOptions {
  readonly queries: number;
  readonly totalMs: number;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** A person waits: query silent servers, too. */
  readonly isFresh?: boolean;
  /** Called when a query was not sent because too many wait; the check has no result then. */
  readonly onNotAsked?: () => void;
}

/** Within one check: which servers have answered nothing, and are not waited for again. */
export interface Unheard {
  isSilent(server: Server): boolean;
  note(server: Server, reply: Reply): void;
}

export type AskInCheck = (server: Server, question: Question, unheard?: Unheard) => Promise<Reply>;

/** Never read, because its check was cancelled. */
const UNHEARD_REPLY = { ok: false, outcome: 'unreachable', rttMs: 0 } as const;
const NO_REPLY: Promise<Reply> = Promise.resolve({ ok: false, outcome: 'timeout', rttMs: 0 });

/**
 * Limits what one check may cost: once spent, further queries count as unanswered. Only time with a query in
 * progress counts, because queueing for a busy server says nothing about it.
 */
export function withBudget(ask: AskClient, limits: BudgetOptions): AskInCheck {
  const { queries, totalMs, now, isFresh = false, onNotAsked } = limits;
  let left = queries;
  let spentMs = 0;
  let underWay = 0;
  let since = 0;

  function count(change: 1 | -1): void {
    const at = now();
    if (underWay > 0) spentMs += at - since;
    since = at;
    underWay += change;
  }
  const isSpent = () => left <= 0 || spentMs + (underWay > 0 ? now() - since : 0) >= totalMs;

  const options = { isFresh, onStart: () => count(1), onEnd: () => count(-1) };
  const notAsked = (error: unknown): Reply => {
    if (!(error instanceof QueueFull)) throw error;
    onNotAsked?.();
    return UNHEARD_REPLY;
  };

  return (server, question, unheard) => {
    if (isSpent() || unheard?.isSilent(server)) return NO_REPLY;
    left--;
    return ask(server, question, options).then((reply) => {
      unheard?.note(server, reply);
      return reply;
    }, notAsked);
  };
}

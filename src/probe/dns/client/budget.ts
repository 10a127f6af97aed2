import type { Ask, AskClient } from './client.js';

export interface BudgetOptions {
  readonly queries: number;
  readonly totalMs: number;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** A person waits: query silent servers again. */
  readonly isFresh?: boolean;
  /** Called when a query was not sent because too many wait; the check has no result then. */
  readonly onNotAsked?: () => void;
}

/** Never read, because its check is given up. */
const UNHEARD_REPLY = { ok: false, outcome: 'unreachable', rttMs: 0 } as const;

/**
 * Limits what one check may cost: once spent, further queries count as unanswered. Only time with a query in
 * progress counts, because queueing for a busy server says nothing about it.
 */
export function withBudget(ask: AskClient, options: BudgetOptions): Ask {
  const { queries, totalMs, now, isFresh = false, onNotAsked } = options;
  let left = queries;
  let spentMs = 0;
  let underWay = 0;
  let since = 0;

  function count(change: 1 | -1): void {
    if (underWay > 0) spentMs += now() - since;
    since = now();
    underWay += change;
  }
  const isSpent = () => left <= 0 || spentMs + (underWay > 0 ? now() - since : 0) >= totalMs;

  return async (server, question) => {
    if (isSpent()) return { ok: false, outcome: 'timeout', rttMs: 0 };
    left--;
    let hasStarted = false;
    const onStart = () => {
      hasStarted = true;
      count(1);
    };
    const reply = await ask(server, question, { isFresh, onStart });
    if (hasStarted) count(-1);
    if (reply.ok || reply.outcome !== 'not-asked') return reply;
    onNotAsked?.();
    return UNHEARD_REPLY;
  };
}

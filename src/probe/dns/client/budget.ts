import type { Ask } from './client.js';

export interface BudgetOptions {
  readonly queries: number;
  readonly totalMs: number;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** A person waits: query silent servers again. */
  readonly isFresh?: boolean;
}

/**
 * Limits what one check may cost: once spent, further queries count as unanswered. Only time with a query in
 * progress counts, because queueing for a busy server says nothing about it.
 */
export function withBudget(ask: Ask, { queries, totalMs, now, isFresh = false }: BudgetOptions): Ask {
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
    return reply;
  };
}

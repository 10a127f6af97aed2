import type { Ask } from './dns-client.js';

export interface BudgetOptions {
  readonly queries: number;
  readonly totalMs: number;
  readonly now: () => number;
}

/** Limits what one check may cost: once it is spent, every further question counts as unanswered. */
export function withBudget(ask: Ask, { queries, totalMs, now }: BudgetOptions): Ask {
  const endsAt = now() + totalMs;
  let left = queries;
  return (server, question) => {
    if (left <= 0 || now() >= endsAt) return Promise.resolve({ ok: false, outcome: 'timeout', rttMs: 0 });
    left--;
    return ask(server, question);
  };
}

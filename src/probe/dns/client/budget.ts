import type { Ask, AskClient } from './client.js';
import type { QueryListener, Reply } from './query.js';
import { Unheard } from './unheard.js';

export interface BudgetOptions {
  readonly queries: number;
  readonly totalMs: number;
  /** The client's clock: `performance.now()`. */
  readonly now: () => number;
  /** A person waits: query silent servers, too. */
  readonly isFresh?: boolean;
  /** Called when a query was not sent because too many wait; the check has no result then. */
  readonly onNotAsked?: () => void;
}

/** How one check queries. */
export interface CheckQueries {
  /** Waits for every server. */
  readonly patient: Ask;
  /** Waits once for a server that answers nothing. */
  readonly ask: Ask;
}

const NO_REPLY: Promise<Reply> = Promise.resolve({ ok: false, outcome: 'timeout', rttMs: 0 });

/** Limits what one check may cost: once spent, further queries count as unanswered. */
export function withBudget(client: AskClient, limits: BudgetOptions): CheckQueries {
  const budget = new Budget(limits);
  const unheard = new Unheard();
  const { isFresh = false, onNotAsked = () => undefined } = limits;
  const patient: QueryListener = {
    isFresh,
    onStart: (at) => budget.count(1, at),
    onEnd: (at) => budget.count(-1, at),
    onNotAsked,
  };
  const impatient: QueryListener = { ...patient, onReply: (place, reply) => unheard.note(place, reply) };
  return {
    patient: (server, question) => (budget.take() ? client(server, question, patient) : NO_REPLY),
    ask: (server, question) =>
      !unheard.isSilent(server) && budget.take() ? client(server, question, impatient) : NO_REPLY,
  };
}

/** Only time with a query in progress counts, because queueing for a busy server says nothing about it. */
class Budget {
  #left: number;
  #spentMs = 0;
  #underWay = 0;
  #since = 0;

  constructor(private readonly limits: BudgetOptions) {
    this.#left = limits.queries;
  }

  /** Whether there is enough for one more query. */
  take(): boolean {
    if (this.#left <= 0) return false;
    const openMs = this.#underWay > 0 ? this.limits.now() - this.#since : 0;
    if (this.#spentMs + openMs >= this.limits.totalMs) return false;
    this.#left--;
    return true;
  }

  count(change: 1 | -1, at: number): void {
    if (this.#underWay > 0) this.#spentMs += at - this.#since;
    this.#since = at;
    this.#underWay += change;
  }
}

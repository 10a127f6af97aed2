import { START } from '../../support/observations.js';

export const HEALTHY = 100;
export const MINUTES = 10;
export const INTERVAL_MS = 60_000;
export const LIMIT_S = INTERVAL_MS / 1_000;
const MAX_SPENT = 100_000;

export interface Result {
  /** By how much the latest check of a healthy mapping came after its interval, seconds. */
  readonly lateS: number;
  /** How long the event of a healthy mapping that waited longest waited for Slack, seconds. */
  readonly eventLateS: number;
  /** Checks of healthy mappings, and their events that Slack has. */
  readonly checks: number;
  readonly delivered: number;
  /** Calls spent on what is out of order: probes, messages, the hosting provider, the network, files opened. */
  readonly spent: number;
  /** Additions at the hosting provider that were accepted. */
  readonly accepted: number;
}

/** Whether the healthy mappings noticed nothing, and whether the calls spent on the others are within bounds. */
export const isLive = ({ lateS, eventLateS, spent }: Result, maxSpent = MAX_SPENT): boolean =>
  lateS <= LIMIT_S && eventLateS <= LIMIT_S && spent <= maxSpent;

/** What happened to the healthy mappings, and what the others cost. Epoch ms, virtual. */
export class Measures {
  readonly #checkedAt = new Map<string, number[]>();
  /** By event. */
  readonly #posted = new Map<string, number>();
  spent = 0;
  accepted = 0;

  checked(name: string, at: number): void {
    this.#checkedAt.set(name, [...(this.#checkedAt.get(name) ?? []), at]);
  }

  /** The first time counts: a card may hold an event for long. */
  posted(event: string, at: number): void {
    if (!this.#posted.has(event)) this.#posted.set(event, at);
  }

  /** `events`: those of the healthy mappings. */
  result(events: readonly { readonly id: string; readonly at: number }[], end: number): Result {
    const waits = events.map(({ id, at }) => (this.#posted.get(id) ?? end) - at);
    return {
      lateS: this.#latest(end),
      eventLateS: Math.max(0, ...waits) / 1_000,
      checks: [...this.#checkedAt.values()].reduce((sum, times) => sum + times.length, 0),
      delivered: events.filter(({ id }) => this.#posted.has(id)).length,
      spent: this.spent,
      accepted: this.accepted,
    };
  }

  /** Nothing but DNS is right before the caches agree: each is due again once in an interval, ±10 %. */
  #latest(end: number): number {
    if (this.#checkedAt.size < HEALTHY) return MINUTES * 60;
    const gaps = [...this.#checkedAt.values()].flatMap((times) =>
      [...times, end].map((at, index) => at - (times[index - 1] ?? START)),
    );
    return Math.max(0, Math.max(...gaps) - INTERVAL_MS * 1.1) / 1_000;
  }
}

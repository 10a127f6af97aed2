import { randomBytes } from 'node:crypto';
import { SLACK_FIGURES } from '../rules/limits.js';

/** Trigger ids: each opens one dialog, within three seconds. */
export class Triggers {
  readonly #open = new Map<string, { readonly user: string; readonly until: number; isUsed: boolean }>();
  #count = 0;

  constructor(private readonly now: () => number) {}

  issue(user: string): string {
    const id = `${++this.#count}.${Math.floor(this.now())}.${randomBytes(8).toString('hex')}`;
    for (const [old, { until }] of this.#open) if (until + 60_000 < this.now()) this.#open.delete(old);
    this.#open.set(id, { user, until: this.now() + SLACK_FIGURES.triggerLifetimeMs, isUsed: false });
    return id;
  }

  /** The user who may see a dialog, or Slack's name for why none is shown. */
  use(id: string): { readonly user: string } | { readonly error: string } {
    const trigger = this.#open.get(id);
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
    if (this.now() > trigger.until) return { error: 'expired_trigger_id' };
    trigger.isUsed = true;
    return { user: trigger.user };
  }
}

import { decide, request } from '../../core/lifecycle/decide.js';
import type { DeniedPermission } from '../../core/lifecycle/person.js';
import { keepNewest } from '../../util/keep-newest.js';
import type { Actor, Subject } from '../actor.js';
import { contextOf, type Ports } from '../ports.js';
import { newStoredMapping } from './new-stored-mapping.js';
import type { TransitionDeps } from './transition.js';
import { transitionPair } from './transition-pair.js';

/** One person's attempts that reach a channel within `WITHIN_MS`; the rest is only logged, so that no one can flood it. */
const MAX_ATTEMPTS = 5;
const WITHIN_MS = 10 * 60_000;
const MAX_USERS = 1_000;

export interface DeniedAttempts {
  /** Adds a denied attempt to the mapping's audit trail. A hostname that isn't mapped gets a card that says so. */
  record(subject: Subject, permission: DeniedPermission, actor: Actor): Promise<void>;
}

export function createDeniedAttempts(deps: TransitionDeps & Pick<Ports, 'channels'>): DeniedAttempts {
  const recordedAt = new Map<string, number[]>();

  /** Counts an attempt; false once there are too many. */
  function isWithinLimit(user: string): boolean {
    const now = deps.now();
    const recent = (recordedAt.get(user) ?? []).filter((at) => Math.abs(now - at) < WITHIN_MS);
    const isFew = recent.length < MAX_ATTEMPTS;
    keepNewest(recordedAt, user, isFew ? [...recent, now] : recent, MAX_USERS);
    return isFew;
  }

  async function recordUnmapped(hostname: string, app: string, actor: Actor): Promise<void> {
    const { user: by, channel, requestId } = actor;
    const context = contextOf(deps, app);
    const where = deps.channels.includes(channel) ? channel : (deps.channels[0] ?? channel);
    const requested = request({ id: deps.newId(), app, hostname, channel: where, by }, context);
    const denied = decide(requested.mapping, { type: 'access.denied', by, permission: 'map' }, context);
    const events = [...requested.events, ...denied.events];
    await deps.store.create(newStoredMapping({ mapping: denied.mapping, events }, requestId));
    deps.wakeUp.deliver(denied.mapping.id);
  }

  return {
    async record(subject, permission, actor) {
      if (!isWithinLimit(actor.user)) return;
      if ('hostname' in subject) return recordUnmapped(subject.hostname, subject.app, actor);
      const input = { type: 'access.denied', by: actor.user, permission } as const;
      await transitionPair(deps, subject.mapping, input, actor.requestId);
    },
  };
}

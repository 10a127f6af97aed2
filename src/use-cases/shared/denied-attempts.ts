import { LRUCache } from 'lru-cache';
import { decide, request } from '../../core/lifecycle/decide.js';
import type { DeniedPermission } from '../../core/lifecycle/person.js';
import { TokenBucket } from '../../util/token-bucket.js';
import type { Actor, Subject } from '../actor.js';
import { contextOf, type Ports } from '../ports.js';
import { newStoredMapping } from './new-stored-mapping.js';
import type { TransitionDeps } from './transition.js';
import { transitionPair } from './transition-pair.js';

/** One person's attempts that reach a channel; the rest is only logged, so that no one can flood it. */
const ATTEMPTS = { burst: 5, gapMs: 2 * 60_000 } as const;
const MAX_USERS = 1_000;

export interface DeniedAttempts {
  /** Adds a denied attempt to the mapping's audit trail. A hostname that isn't mapped gets a card that says so. */
  record(subject: Subject, permission: DeniedPermission, actor: Actor): Promise<void>;
}

export function createDeniedAttempts(deps: TransitionDeps & Pick<Ports, 'channels'>): DeniedAttempts {
  const buckets = new LRUCache<string, TokenBucket>({ max: MAX_USERS });

  /** Counts an attempt; false once there are too many. */
  function isWithinLimit(user: string): boolean {
    const bucket = buckets.get(user) ?? new TokenBucket(ATTEMPTS);
    buckets.set(user, bucket);
    return bucket.take(deps.now()) === 0;
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

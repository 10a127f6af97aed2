import { LRUCache } from 'lru-cache';
import type { DeniedPermission } from '../../core/lifecycle/inputs/person.js';
import { TokenBucket } from '../../util/concurrency/token-bucket.js';
import type { Actor, Permission, Subject } from '../actor.js';
import type { Ports } from '../ports.js';
import type { TransitionDeps } from './transition.js';
import { transitionPair } from './transition.js';

/** Limit on one person's stored attempts; further ones are only logged, so that nobody can flood a thread. */
const ATTEMPTS = { burst: 5, gapMs: 2 * 60_000 } as const;
const MAX_DENIED_USERS = 1_000;

export interface DeniedAttempts {
  /**
   * Adds a denied attempt to the audit trail: the mapping's, if there is one that it could have changed, otherwise the
   * bot's.
   */
  record(subject: Subject | undefined, permission: Permission, actor: Actor): Promise<void>;
}

export function createDeniedAttempts(
  deps: TransitionDeps & Pick<Ports, 'deniedJournal' | 'monotonic'>,
): DeniedAttempts {
  const buckets = new LRUCache<string, TokenBucket>({ max: MAX_DENIED_USERS });

  /** Counts an attempt; false once there are too many. */
  function isWithinLimit(user: string): boolean {
    const bucket = buckets.get(user) ?? new TokenBucket(ATTEMPTS);
    buckets.set(user, bucket);
    return bucket.take(deps.monotonic()) === 0;
  }

  return {
    async record(subject, permission, actor) {
      if (!isWithinLimit(actor.user)) return;
      const { user: by, channel, requestId } = actor;
      const mapping = subject && 'mapping' in subject ? subject.mapping : undefined;
      if (mapping !== undefined && changesMapping(permission) && (await deps.store.load(mapping))) {
        await transitionPair(deps, mapping, { type: 'access.denied', by, permission }, requestId);
        return;
      }
      const hostname = subject && 'hostname' in subject ? { hostname: subject.hostname } : {};
      await deps.deniedJournal.add({
        id: deps.newId(),
        at: deps.now(),
        by,
        channel,
        permission,
        ...hostname,
      });
    },
  };
}

const CHANGING: readonly Permission[] = [
  'map',
  'unmap',
  'move',
  'approve',
  'check',
  'assign',
] satisfies DeniedPermission[];
const changesMapping = (permission: Permission): permission is DeniedPermission =>
  CHANGING.includes(permission);

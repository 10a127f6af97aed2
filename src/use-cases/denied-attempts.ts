import { decide, request } from '../core/lifecycle/decide.js';
import type { DeniedPermission } from '../core/lifecycle/person.js';
import { keepNewest } from '../util/keep-newest.js';
import type { Actor } from './actor.js';
import { contextOf, type Deps } from './deps.js';
import { newStoredMapping } from './new-stored-mapping.js';
import { transitionPair } from './transition-pair.js';

/** So many refusals of one person are told in `WITHIN_MS`; the rest is only logged, so that no one can flood a channel. */
const MAX = 5;
const WITHIN_MS = 10 * 60_000;
const MAX_USERS = 1_000;

export interface DeniedAttempts {
  /** Tells in a mapping's thread that a wish was refused. */
  inThread(mapping: string, actor: Actor, permission: DeniedPermission): Promise<void>;
  /** Tells of a hostname that was not mapped because its requester may not: a card of its own. */
  ofMapping(hostname: string, app: string, actor: Actor): Promise<void>;
}

export function createDeniedAttempts(deps: Deps): DeniedAttempts {
  const reportedAt = new Map<string, number[]>();

  /** Counts what is told; false once it is too much. */
  function mayTell(user: string): boolean {
    const now = deps.now();
    const recent = (reportedAt.get(user) ?? []).filter((at) => Math.abs(now - at) < WITHIN_MS);
    const isFew = recent.length < MAX;
    keepNewest(reportedAt, user, isFew ? [...recent, now] : recent, MAX_USERS);
    return isFew;
  }

  return {
    async inThread(mapping, { user, requestId }, permission) {
      if (mayTell(user))
        await transitionPair(deps, mapping, { type: 'access.denied', by: user, permission }, requestId);
    },

    async ofMapping(hostname, app, { user, channel, requestId }) {
      if (!mayTell(user)) return;
      const context = contextOf(deps, app);
      const where = deps.channels.includes(channel) ? channel : (deps.channels[0] ?? channel);
      const asked = request({ id: deps.newId(), app, hostname, channel: where, by: user }, context);
      const refused = decide(asked.mapping, { type: 'access.denied', by: user, permission: 'map' }, context);
      const events = [...asked.events, ...refused.events];
      await deps.store.create(newStoredMapping({ mapping: refused.mapping, events }, requestId));
      deps.wakeUp.deliver(refused.mapping.id);
    },
  };
}

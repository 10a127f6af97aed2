import { keepNewest } from '../keep-newest.js';
import { decide, request } from '../mapping/lifecycle.js';
import type { RefusedWish } from '../mapping/lifecycle-person.js';
import { apply } from './apply.js';
import type { Asker } from './asker.js';
import { contextOf, type Deps } from './deps.js';
import { newRecord } from './new-record.js';

/** So many refusals of one person are told in `WITHIN_MS`; the rest is only logged, so that no one can flood a channel. */
const MOST = 5;
const WITHIN_MS = 10 * 60_000;
const MOST_USERS = 1_000;

export interface Refusals {
  /** Tells in a mapping's thread that a wish was refused. */
  inThread(mapping: string, asker: Asker, wish: RefusedWish): Promise<void>;
  /** Tells of a hostname that was not mapped because its requester may not: a card of its own. */
  ofMapping(hostname: string, app: string, asker: Asker): Promise<void>;
}

export function createRefusals(deps: Deps): Refusals {
  const toldAt = new Map<string, number[]>();

  /** Counts what is told; false once it is too much. */
  function mayTell(user: string): boolean {
    const now = deps.now();
    const recent = (toldAt.get(user) ?? []).filter((at) => Math.abs(now - at) < WITHIN_MS);
    const isFew = recent.length < MOST;
    keepNewest(toldAt, user, isFew ? [...recent, now] : recent, MOST_USERS);
    return isFew;
  }

  return {
    async inThread(mapping, { user, delivery }, wish) {
      if (mayTell(user)) await apply(deps, mapping, { type: 'access.refused', by: user, wish }, delivery);
    },

    async ofMapping(hostname, app, { user, channel, delivery }) {
      if (!mayTell(user)) return;
      const context = contextOf(deps, app);
      const where = deps.channels.includes(channel) ? channel : (deps.channels[0] ?? channel);
      const asked = request({ id: deps.newId(), app, hostname, channel: where, by: user }, context);
      const refused = decide(asked.mapping, { type: 'access.refused', by: user, wish: 'map' }, context);
      const events = [...asked.events, ...refused.events];
      await deps.store.create(newRecord({ mapping: refused.mapping, events }, delivery));
      deps.bell.deliver(refused.mapping.id);
    },
  };
}

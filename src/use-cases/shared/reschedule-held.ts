import type { Mapping } from '../../core/mapping.js';
import { reportingOf } from '../../core/reporting/reporting.js';
import { type MappingQuery, StaleVersion, type Store, type StoredMapping } from '../../store/store.js';
import { type Ports, reportingRulesOf } from '../ports.js';

type RescheduleDeps = Pick<Ports, 'apps' | 'log' | 'now' | 'wakeUp'> & { readonly store: Store };

type ChangedRules = Pick<MappingQuery, 'app' | 'channel'>;

const isConcerned = (mapping: Mapping, { app, channel }: ChangedRules): boolean =>
  (app === undefined || mapping.app === app) && (channel === undefined || mapping.channel === channel);

/** Applies new quiet hours of an app or channel to what already waits. A mapping that can't be read is left out. */
export async function rescheduleHeld(deps: RescheduleDeps, where: ChangedRules): Promise<void> {
  const { store, log, wakeUp } = deps;
  for (const id of await store.pendingMappings()) {
    try {
      if (await reschedule(deps, id, where)) wakeUp.deliver(id);
    } catch (error) {
      log.warn({ err: error, mapping: id }, 'held messages keep the time until which they wait');
    }
  }
}

/** Resolves to whether anything changed. */
async function reschedule(
  { store, apps, now }: RescheduleDeps,
  id: string,
  where: ChangedRules,
): Promise<boolean> {
  const stored = await store.load(id);
  if (!stored?.outbox.some(({ heldUntil }) => heldUntil !== undefined)) return false;
  if (!isConcerned(stored.mapping, where)) return false;
  const events = new Map(stored.events.map((event) => [event.id, event]));
  const rules = reportingRulesOf(apps, stored.mapping);
  const outbox: StoredMapping['outbox'] = stored.outbox.map(({ heldUntil, ...entry }) => {
    const event = heldUntil === undefined ? undefined : events.get(entry.event);
    const until = event && reportingOf(event, stored.mapping, rules, now()).heldUntil;
    return until === undefined ? entry : { ...entry, heldUntil: until };
  });
  try {
    await store.save({ ...stored, outbox });
    return true;
  } catch (error) {
    // Another writer was faster: it keeps the time it has.
    if (error instanceof StaleVersion) return false;
    throw error;
  }
}

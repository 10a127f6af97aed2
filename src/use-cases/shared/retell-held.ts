import { tellingOf } from '../../core/telling/telling.js';
import { StaleVersion, type Store, type StoredMapping } from '../../store/store.js';
import { type Ports, tellingRulesOf } from '../ports.js';

type RetellDeps = Pick<Ports, 'apps' | 'log' | 'now' | 'wakeUp'> & { readonly store: Store };

/** Applies new quiet hours of an app or channel to what already waits. A mapping that can't be read is left out. */
export async function retellHeld(
  deps: RetellDeps,
  { app, channel }: { readonly app?: string; readonly channel?: string },
): Promise<void> {
  const { store, log, wakeUp } = deps;
  if ((await store.deliverySummary()).pending === 0) return;
  for await (const batch of store.summaries(app === undefined ? {} : { app }))
    for (const { id, ...summary } of batch) {
      if (channel !== undefined && summary.channel !== channel) continue;
      try {
        if (await retell(deps, id)) wakeUp.deliver(id);
      } catch (error) {
        log.warn({ err: error, mapping: id }, 'held messages keep the time until which they wait');
      }
    }
}

/** Resolves to whether anything changed. */
async function retell({ store, apps, now }: RetellDeps, id: string): Promise<boolean> {
  const stored = await store.load(id);
  if (!stored?.outbox.some(({ heldUntil }) => heldUntil !== undefined)) return false;
  const events = new Map(stored.events.map((event) => [event.id, event]));
  const rules = tellingRulesOf(apps, stored.mapping);
  const outbox: StoredMapping['outbox'] = stored.outbox.map(({ heldUntil, ...entry }) => {
    const event = heldUntil === undefined ? undefined : events.get(entry.event);
    const until = event && tellingOf(event, stored.mapping, rules, now()).heldUntil;
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

import { SYSTEM } from '../mapping/event.js';
import type { Input } from '../mapping/lifecycle.js';
import type { MappingRecord } from '../store/store.js';
import { decideAndStore } from './decide-and-store.js';
import type { Deps } from './deps.js';

/** Decides on an input, stores what came of it, and lets the companion follow. `delivery`: see `decideAndStore`. */
export async function apply(deps: Deps, id: string, input: Input, delivery?: string): Promise<MappingRecord> {
  const { record, events } = await decideAndStore(deps, id, input, delivery);
  await keepTogether(deps, record, events.at(-1)?.by);
  return record;
}

/**
 * Keeps a mapping and its companion together: the card shows both, and they go together. Done also when nothing has
 * changed, for what a crash has left undone.
 */
async function keepTogether(deps: Deps, { mapping }: MappingRecord, by: string = SYSTEM): Promise<void> {
  const { under, companion, revision, host } = mapping;
  if (under !== undefined) {
    const main = await deps.store.load(under);
    if (!main) return;
    await apply(deps, under, { type: 'companion.changed', revision });
    if (main.mapping.host.intent === 'remove') await leave(deps, mapping.id, by);
  }
  if (companion && host.intent === 'remove') await leave(deps, companion.id, by);
}

async function leave(deps: Deps, companion: string, by: string): Promise<void> {
  const record = await deps.store.load(companion);
  if (!record || record.mapping.host.intent === 'remove') return;
  // Once: what Closte refused to remove then is a person's to decide.
  if (record.events.some(({ type }) => type === 'unmap.followed')) return;
  await apply(deps, companion, { type: 'unmap.followed', by });
  deps.bell.check(companion);
}

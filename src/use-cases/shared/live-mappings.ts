import type { MappingLinks } from '../../core/mapping.js';
import type { LinksByHostname } from '../../multisite/reconcile.js';
import { createBreather, visitInTurns } from '../../util/concurrency/event-loop.js';
import { LargeMap } from '../../util/large-map.js';
import type { Ports } from '../ports.js';

/** An app's live mappings, as far as the index knows them: no record is read. */
export async function liveMappings({ store }: Pick<Ports, 'store'>, app: string): Promise<LinksByHostname> {
  const batches: (readonly MappingLinks[])[] = [];
  for await (const batch of store.links(app)) batches.push(batch);
  const count = batches.reduce((sum, { length }) => sum + length, 0);
  const found: LinksByHostname = new LargeMap(count, ({ hostname }) => hostname);
  const breather = createBreather();
  for (const batch of batches)
    await visitInTurns(batch, (links) => found.set(links.hostname, links), breather);
  return found;
}

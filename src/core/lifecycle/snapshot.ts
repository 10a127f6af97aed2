import { z } from 'zod';
import { upgradeMapping } from '../events/legacy.js';
import { type Mapping, mapping } from '../mapping.js';

const { dns, ssl } = mapping.shape;

/** A mapping without its observations, which the next check replaces. */
const snapshot = mapping.omit({ http: true }).extend({
  dns: dns.omit({ observation: true }),
  ssl: ssl.omit({ observation: true }),
});

/** With its event a card's metadata stays near 3 kB; a longer mapping is replayed from its events instead. */
const MAX_LENGTH = 1_800;

/** The mapping as the text its card carries; undefined if it would be too long. */
export function snapshotOf(mapping: Mapping): string | undefined {
  const openFindings = mapping.openFindings.map(({ params: _, ...openFinding }) => openFinding);
  const text = JSON.stringify(z.encode(snapshot, { ...mapping, openFindings }));
  return text.length <= MAX_LENGTH ? text : undefined;
}

/** Undefined for anything but a snapshot. */
export function parseSnapshot(text: string): Mapping | undefined {
  try {
    return snapshot.safeParse(upgradeMapping(JSON.parse(text))).data;
  } catch {
    return undefined;
  }
}

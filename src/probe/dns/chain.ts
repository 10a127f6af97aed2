import { isConclusive } from '../../core/diagnosis/verdict.js';
import type { DnsRecord, Lookup, LookupOutcome } from '../../core/observation/observation.js';
import type { Target } from '../../core/ports/provider-facts.js';
import type { Ask } from './client/client.js';
import type { Delegations } from './delegation.js';
import { lookupOf } from './lookup.js';

const MAX_CNAMES = 8;

/**
 * Follows a CNAME chain out of the zone, at the authoritative servers of each name, until it ends or reaches
 * the target.
 */
export async function followed(
  delegations: Delegations,
  ask: Ask,
  lookup: Lookup,
  type: 'A' | 'AAAA',
  target: Target,
): Promise<Lookup> {
  const records: DnsRecord[] = [...lookup.records];
  const ended = (chain: Lookup['chain']): Lookup => ({ ...lookup, records, ...(chain ? { chain } : {}) });
  for (let hop = 0; hop < MAX_CNAMES; hop++) {
    const next = openEnd(records);
    if (next === undefined || target.cname.includes(next)) return ended(undefined);
    if (records.some(({ name }) => name === next)) return ended('loop');
    const further = await askZoneOf(delegations, ask, next, type);
    // Nobody could be asked, which does not mean that it leads nowhere.
    if (!isConclusive(further)) return ended(undefined);
    if (further.outcome === 'nxdomain') return ended('dangling');
    if (further.records.length === 0) return ended('open');
    records.push(...further.records);
  }
  return ended('loop');
}

/** Does the chain end at a name that is neither an address nor the target? */
export function isOpen({ records }: Lookup, { cname }: Target): boolean {
  const next = openEnd(records);
  return next !== undefined && !cname.includes(next);
}

/** The name where a CNAME chain ends without an address. */
function openEnd(records: readonly DnsRecord[]): string | undefined {
  const last = records.at(-1);
  return last?.type === 'CNAME' ? last.value : undefined;
}

interface Further {
  readonly outcome: LookupOutcome;
  readonly records: readonly DnsRecord[];
}

async function askZoneOf(
  delegations: Delegations,
  ask: Ask,
  name: string,
  type: 'A' | 'AAAA',
): Promise<Further> {
  const delegation = await delegations.find(ask, name);
  if (delegation.kind === 'nxdomain') return { outcome: 'nxdomain', records: [] };
  if (delegation.kind !== 'found') return { outcome: 'timeout', records: [] };
  for (const server of delegation.servers) {
    const lookup = lookupOf(await ask(server, { name, type, recursionDesired: false }), 'authoritative');
    if (isConclusive(lookup)) return lookup;
  }
  return { outcome: 'timeout', records: [] };
}

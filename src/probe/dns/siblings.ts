import { isTelling } from '../../core/diagnosis/verdict.js';
import type { Siblings } from '../../core/observation/observation.js';
import type { Ask } from './client/client.js';
import type { Found, NameServer } from './delegation.js';
import { lookupOf } from './lookup.js';

/**
 * Queries names around the hostname. A random label below it has a wildcard's records if the hostname has
 * none (RFC 4592 2.2.1); one beside it reveals a wildcard; the hostname with the zone appended twice is a
 * common panel mistake.
 */
export async function probeSiblings(
  ask: Ask,
  { zone, servers }: Found,
  name: string,
  label: string,
): Promise<Siblings> {
  const doubledName = `${name}.${zone}`;
  const beside = name === zone ? `${label}.${zone}` : `${label}.${name.slice(name.indexOf('.') + 1)}`;
  const [sibling, doubled, below, above] = await Promise.all([
    siblingValues(ask, servers, beside),
    siblingValues(ask, servers, doubledName),
    siblingValues(ask, servers, `${label}.${name}`),
    sharedAbove(ask, servers, name, zone, label),
  ]);
  const bare = (records: readonly string[]) => records.map((record) => record.split(' ')[1] ?? '');
  return {
    sibling: bare(sibling),
    doubled: bare(doubled),
    doubledName,
    below,
    ...(above.length > 0 ? { above } : {}),
  };
}

/**
 * The values that the parent name and a random label beside it share: a wildcard two levels up. A wildcard at
 * the parent's level would make the parent exist, so the higher one would not answer for it (RFC 4592 2.2.2).
 */
async function sharedAbove(
  ask: Ask,
  servers: readonly NameServer[],
  name: string,
  zone: string,
  label: string,
): Promise<string[]> {
  const above = name.slice(name.indexOf('.') + 1);
  if (name === zone || !above.endsWith(`.${zone}`)) return [];
  const beside = `${label}.${above.slice(above.indexOf('.') + 1)}`;
  const [own, others] = await Promise.all([
    siblingValues(ask, servers, above),
    siblingValues(ask, servers, beside),
  ]);
  return own.length === others.length ? own.filter((value) => others.includes(value)) : [];
}

/** A and AAAA values without duplicates, as `TYPE value`, from the first server that answers. */
async function siblingValues(ask: Ask, servers: readonly NameServer[], name: string): Promise<string[]> {
  const each = await Promise.all(
    (['A', 'AAAA'] as const).map((type) => firstValues(ask, servers, name, type)),
  );
  return [...new Set(each.flat())];
}

async function firstValues(
  ask: Ask,
  servers: readonly NameServer[],
  name: string,
  type: 'A' | 'AAAA',
): Promise<string[]> {
  for (const server of servers) {
    const lookup = lookupOf(await ask(server, { name, type, recursionDesired: false }), 'authoritative');
    if (isTelling(lookup)) return lookup.records.map((record) => `${record.type} ${record.value}`);
  }
  return [];
}

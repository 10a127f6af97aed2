import type { Surroundings } from '../mapping/observation.js';
import { isTelling } from '../mapping/verdict.js';
import type { Found, NameServer } from './delegation.js';
import type { Ask } from './dns-client.js';
import { lookupOf } from './lookup.js';

/** A random label beside the name shows a wildcard record; the zone's name twice is what some panels make of a name. */
export async function lookAround(
  ask: Ask,
  { zone, servers }: Found,
  name: string,
  label: string,
): Promise<Surroundings> {
  const doubledName = `${name}.${zone}`;
  const [sibling, doubled] = await Promise.all([
    name === zone ? [] : firstValues(ask, servers, `${label}.${name.slice(name.indexOf('.') + 1)}`),
    firstValues(ask, servers, doubledName),
  ]);
  return { sibling, doubled, doubledName };
}

async function firstValues(ask: Ask, servers: readonly NameServer[], name: string): Promise<string[]> {
  for (const server of servers) {
    const reply = await ask(server, { name, type: 'A', recursionDesired: false });
    const lookup = lookupOf(reply, 'authoritative');
    if (isTelling(lookup)) return lookup.records.map(({ value }) => value);
  }
  return [];
}

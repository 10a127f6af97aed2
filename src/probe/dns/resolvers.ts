import type { AddressType, Lookup, PartialAnswer } from '../../core/observation/observation.js';
import type { Ask } from './client/client.js';
import type { Server } from './client/udp-channel.js';
import type { Inventions } from './inventions.js';
import { lookupOf } from './lookup.js';

export interface NamedServer extends Server {
  readonly name: string;
}

interface ResolverParts {
  readonly inventions: Inventions;
  readonly now: () => number;
}

/** If a resolver fails but answers with validation off, the zone's signatures are broken. */
async function askResolver(
  { now }: ResolverParts,
  ask: Ask,
  resolver: NamedServer,
  name: string,
  type: AddressType,
): Promise<Lookup> {
  const question = { name, type, recursionDesired: true };
  const lookup = { ...lookupOf(await ask(resolver, question), 'resolver'), at: now() };
  if (lookup.outcome !== 'servfail') return lookup;
  const unchecked = await ask(resolver, { ...question, checkingDisabled: true });
  const isBogus = !['servfail', 'timeout', 'unreachable'].includes(lookupOf(unchecked, 'resolver').outcome);
  return isBogus ? { ...lookup, outcome: 'bogus' } : lookup;
}

/** Queries one watched resolver for the types that are due. */
export async function askTypes(
  parts: ResolverParts,
  ask: Ask,
  resolver: NamedServer,
  name: string,
  types: readonly AddressType[],
): Promise<PartialAnswer> {
  const askFor = (type: AddressType) =>
    types.includes(type) ? askResolver(parts, ask, resolver, name, type) : undefined;
  const [a, aaaa, invents] = await Promise.all([
    askFor('A'),
    askFor('AAAA'),
    types.length > 0 && parts.inventions.isInventing(ask, resolver),
  ]);
  return {
    server: resolver.name,
    address: serverPlace(resolver),
    ...(a ? { a } : {}),
    ...(aaaa ? { aaaa } : {}),
    ...(invents ? { invents } : {}),
  };
}

export const serverPlace = ({ address, port }: NamedServer): string =>
  port === 53 ? address : `${address}:${port}`;

import type { AddressType, DnsRecord, Lookup, PartialAnswer } from '../../core/observation/observation.js';
import type { Ask } from './client/client.js';
import type { Server } from './client/udp-channel.js';
import type { Inventions } from './inventions.js';
import { lookupOf, RCODE, rcodeOf } from './lookup.js';

export interface NamedServer extends Server {
  readonly name: string;
}

interface ResolverParts {
  readonly inventions: Inventions;
  readonly now: () => number;
}

const MAX_ALIASES = 8;

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
  const { outcome, records } = lookupOf(unchecked, 'resolver');
  if (['servfail', 'timeout', 'unreachable'].includes(outcome)) return lookup;
  const bogusAt = await firstBogus(ask, resolver, records);
  return { ...lookup, outcome: 'bogus', ...(bogusAt === undefined ? {} : { bogusAt }) };
}

/** A resolver validates a CNAME that was asked for without what it leads to. Undefined if that shows nothing. */
async function firstBogus(
  ask: Ask,
  resolver: NamedServer,
  records: readonly DnsRecord[],
): Promise<string | undefined> {
  const aliases = records.filter(({ type }) => type === 'CNAME').slice(0, MAX_ALIASES);
  // All at once: what a silent server costs then doesn't grow with the chain.
  const rcodes = await Promise.all(
    aliases.map(async ({ name }) => {
      const reply = await ask(resolver, { name, type: 'CNAME', recursionDesired: true });
      return reply.ok ? rcodeOf(reply.packet) : undefined;
    }),
  );
  const at = rcodes.findIndex((rcode) => rcode !== RCODE.noError);
  if (at === -1) return aliases.at(-1)?.value;
  return rcodes[at] === RCODE.servfail ? aliases[at]?.name : undefined;
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

import type { DnsRecord, Lookup, ServerAnswer } from '../mapping/observation.js';
import type { Target } from '../mapping/target.js';
import { withBudget } from './budget.js';
import { type DelegationOptions, Delegations, type NameServer } from './delegation.js';
import { type Ask, createDnsClient, type Server } from './dns-client.js';
import { lookupOf, type Role } from './lookup.js';
import type { DnsProbe } from './probe.js';

export interface NamedServer extends Server {
  readonly name: string;
}

export interface DnsProbeOptions extends Omit<DelegationOptions, 'resolvers'> {
  readonly resolvers: readonly NamedServer[];
  readonly timeoutMs: number;
}

const TRIES = 2;
const MOST_QUERIES = 150;
const LONGEST_CHECK_MS = 20_000;
const MOST_CNAMES = 8;

/** DNS over the wire: authoritative servers first, public resolvers when they are right. */
export function createDnsProbe(options: DnsProbeOptions): DnsProbe {
  const { resolvers, now } = options;
  const client = createDnsClient({ timeoutMs: options.timeoutMs, tries: TRIES });
  const delegations = new Delegations(options);
  const budget = () => withBudget(client, { queries: MOST_QUERIES, totalMs: LONGEST_CHECK_MS, now });

  return {
    async authoritative(name, target) {
      const ask = budget();
      const [delegation, targetAddresses] = await Promise.all([
        delegations.find(ask, name),
        presentAddresses(delegations, ask, target),
      ]);
      if (delegation.kind !== 'found')
        return { queried: name, delegation: delegation.kind, authoritative: [], targetAddresses };
      const answers = await Promise.all(
        delegation.servers.map(async (server) => {
          const answer = await askServer(ask, server, name, 'authoritative');
          return {
            ...answer,
            a: await followed(delegations, ask, answer.a, 'A', target),
            aaaa: await followed(delegations, ask, answer.aaaa, 'AAAA', target),
          };
        }),
      );
      return {
        queried: name,
        zone: delegation.zone,
        delegation: 'found',
        authoritative: answers,
        targetAddresses,
      };
    },

    resolvers: (name) => {
      const ask = budget();
      return Promise.all(resolvers.map((resolver) => askServer(ask, resolver, name, 'resolver')));
    },
  };
}

async function askServer(ask: Ask, server: NameServer, name: string, role: Role): Promise<ServerAnswer> {
  const recursionDesired = role === 'resolver';
  const [a, aaaa] = await Promise.all([
    ask(server, { name, type: 'A', recursionDesired }),
    ask(server, { name, type: 'AAAA', recursionDesired }),
  ]);
  const address = server.port === 53 ? server.address : `${server.address}:${server.port}`;
  return { server: server.name, address, a: lookupOf(a, role), aaaa: lookupOf(aaaa, role) };
}

/** Where the target's own hosts lead now, to recognise an apex that its provider flattened. */
async function presentAddresses(delegations: Delegations, ask: Ask, { cname }: Target): Promise<string[]> {
  const found = await Promise.all(cname.map((host) => delegations.hostAddresses(ask, host)));
  return [...new Set(found.flat())];
}

/** Follows a chain that leaves the zone, at the authoritative servers of each next name, until it ends or is ours. */
async function followed(
  delegations: Delegations,
  ask: Ask,
  lookup: Lookup,
  type: 'A' | 'AAAA',
  target: Target,
): Promise<Lookup> {
  const records: DnsRecord[] = [...lookup.records];
  const seen = new Set<string>();
  for (let hop = 0; hop < MOST_CNAMES; hop++) {
    const next = openEnd(records);
    if (next === undefined || seen.has(next) || target.cname.includes(next)) break;
    seen.add(next);
    const further = await askZoneOf(delegations, ask, next, type);
    if (further.length === 0) break;
    records.push(...further);
  }
  return { ...lookup, records };
}

/** The name at which a chain of CNAMEs stops without an address. */
function openEnd(records: readonly DnsRecord[]): string | undefined {
  const last = records.at(-1);
  return last?.type === 'CNAME' ? last.value : undefined;
}

async function askZoneOf(
  delegations: Delegations,
  ask: Ask,
  name: string,
  type: 'A' | 'AAAA',
): Promise<DnsRecord[]> {
  const delegation = await delegations.find(ask, name);
  if (delegation.kind !== 'found') return [];
  for (const server of delegation.servers) {
    const lookup = lookupOf(await ask(server, { name, type, recursionDesired: false }), 'authoritative');
    if (lookup.outcome === 'answer') return lookup.records;
    if (lookup.outcome === 'nxdomain' || lookup.outcome === 'empty') return [];
  }
  return [];
}

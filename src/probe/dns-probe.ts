import type { AddressType, Lookup, ServerAnswer } from '../mapping/observation.js';
import type { Target } from '../mapping/target.js';
import { isRight, isSilent } from '../mapping/verdict.js';
import { withBudget } from './budget.js';
import { lookUpCaa } from './caa.js';
import { followed, isOpen } from './chain.js';
import { type DelegationOptions, Delegations, type Found, type NameServer } from './delegation.js';
import { type Ask, createDnsClient, type Reply, type Server } from './dns-client.js';
import { lookupOf, soaIn } from './lookup.js';
import type { DnsProbe } from './probe.js';
import { Recursion } from './recursion.js';
import { lookAround } from './surroundings.js';
import { ZoneHealth } from './zone-health.js';

export interface NamedServer extends Server {
  readonly name: string;
}

export interface DnsProbeOptions extends DelegationOptions {
  readonly resolvers: readonly NamedServer[];
  readonly timeoutMs: number;
  readonly now: () => number;
}

const TRIES = 2;
const MOST_QUERIES = 200;
const LONGEST_CHECK_MS = 20_000;

/** DNS over the wire: authoritative servers first, public resolvers when they are right. */
export function createDnsProbe(options: DnsProbeOptions): DnsProbe {
  const { resolvers, now } = options;
  const client = createDnsClient({ timeoutMs: options.timeoutMs, tries: TRIES });
  const recursion = new Recursion(options);
  const delegations = new Delegations(recursion, options);
  const zoneHealth = new ZoneHealth(resolvers, now);
  const budget = (isFresh = false) =>
    withBudget(client, {
      queries: MOST_QUERIES,
      totalMs: LONGEST_CHECK_MS,
      now: () => performance.now(),
      isFresh,
    });

  async function look(ask: Ask, found: Found, name: string, target: Target, label: string) {
    const [targetAddresses, answers] = await Promise.all([
      presentAddresses(recursion, ask, target),
      Promise.all(found.servers.map((server) => askToTheEnd(ask, server, name, target))),
    ]);
    const right = answers.filter((answer) => isRight(answer, target, targetAddresses));
    const speaking = answers.filter((answer) => !isSilent(answer));
    const isMixed = right.length > 0 && right.length < speaking.length;
    const [authoritative, health, surroundings, caa] = await Promise.all([
      isMixed ? withSerials(ask, found, answers) : answers,
      found.isSigned || speaking.length === 0 ? zoneHealth.look(ask, found.zone) : {},
      right.length < speaking.length ? lookAround(ask, found, name, label) : undefined,
      right.length > 0 ? lookUpCaa(recursion, ask, found, name) : undefined,
    ]);
    return {
      queried: name,
      zone: found.zone,
      delegation: 'found',
      nameServers: {
        parent: [...found.nameServers.parent].sort(),
        child: [...found.nameServers.child].sort(),
      },
      authoritative,
      targetAddresses,
      ...(caa ? { caa } : {}),
      ...health,
      ...(surroundings ? { surroundings } : {}),
    } as const;
  }

  async function askToTheEnd(ask: Ask, server: NameServer, name: string, target: Target) {
    const answer = await askServer(ask, server, name);
    if (!isOpen(answer.a, target) && !isOpen(answer.aaaa, target)) return answer;
    const [a, aaaa] = await Promise.all([
      followed(delegations, ask, answer.a, 'A', target),
      followed(delegations, ask, answer.aaaa, 'AAAA', target),
    ]);
    return { ...answer, a, aaaa };
  }

  /** A resolver that fails and then answers without checking has found the zone's signatures broken. */
  async function askResolver(
    ask: Ask,
    resolver: NameServer,
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

  return {
    async authoritative(name, target, label, isFresh) {
      const ask = budget(isFresh);
      const delegation = await delegations.find(ask, name);
      if (delegation.kind === 'found') return look(ask, delegation, name, target, label);
      const nobody = { queried: name, delegation: delegation.kind, authoritative: [], targetAddresses: [] };
      return delegation.kind === 'none'
        ? { ...nobody, nameServers: { parent: [...delegation.parent].sort(), child: [] } }
        : nobody;
    },

    async resolvers(name, typesFor) {
      const ask = budget();
      const answers = await Promise.all(
        resolvers.map(async (resolver) => {
          const [a, aaaa] = await Promise.all(
            (['A', 'AAAA'] as const).map((type) =>
              typesFor(resolver.name).includes(type) ? askResolver(ask, resolver, name, type) : undefined,
            ),
          );
          const place = { server: resolver.name, address: placeOf(resolver) };
          return { ...place, ...(a ? { a } : {}), ...(aaaa ? { aaaa } : {}) };
        }),
      );
      return answers.filter(({ a, aaaa }) => a ?? aaaa);
    },

    addresses: (host) => recursion.addresses(budget(), host),
  };
}

async function askServer(ask: Ask, server: NameServer, name: string): Promise<ServerAnswer> {
  const [a, aaaa] = await Promise.all([
    ask(server, { name, type: 'A', recursionDesired: false }),
    ask(server, { name, type: 'AAAA', recursionDesired: false }),
  ]);
  const of = (reply: Reply) => lookupOf(reply, 'authoritative');
  return { server: server.name, address: placeOf(server), a: of(a), aaaa: of(aaaa) };
}

const placeOf = ({ address, port }: NameServer): string => (port === 53 ? address : `${address}:${port}`);

/** Where the target's own hosts lead now, to recognise an apex that its provider flattened. */
async function presentAddresses(recursion: Recursion, ask: Ask, { cname }: Target): Promise<string[]> {
  const found = await Promise.all(cname.map((host) => recursion.addresses(ask, host)));
  return [...new Set(found.flat())];
}

/** Servers that disagree may only be late: their serials tell (RFC 1996). */
function withSerials(ask: Ask, { zone, servers }: Found, answers: readonly ServerAnswer[]) {
  return Promise.all(
    answers.map(async (answer, index) => {
      const server = servers[index];
      if (!server) return answer;
      const reply = await ask(server, { name: zone, type: 'SOA', recursionDesired: false });
      const soa = reply.ok ? soaIn(reply.packet) : undefined;
      return soa ? { ...answer, serial: soa.serial } : answer;
    }),
  );
}

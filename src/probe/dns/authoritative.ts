import { isConclusive, isRight, isSilent } from '../../core/diagnosis/verdict.js';
import type { NameServerFault, ServerAnswer } from '../../core/observation/observation.js';
import type { Target } from '../../core/ports/provider-facts.js';
import { type Follow, followed, followOnce, isOpen } from './chain.js';
import type { CheckQueries } from './client/budget.js';
import type { Ask } from './client/client.js';
import type { Delegations, Found, NameServer } from './delegation.js';
import { lookupOf, soaIn } from './lookup.js';
import { type Names, type Recursion, whenAll } from './recursion.js';
import { serverPlace } from './resolvers.js';
import { lookUpCaa } from './zone/caa.js';
import { httpsValues } from './zone/https-records.js';
import { probeSiblings } from './zone/siblings.js';
import { signaturesAt } from './zone/signatures.js';
import type { ZoneHealth, ZoneVerdict } from './zone/zone-health.js';

/** What the checks of all names share. */
export interface AuthoritativeParts {
  readonly recursion: Recursion;
  readonly delegations: Delegations;
  readonly zoneHealth: ZoneHealth;
  readonly now: () => number;
}

interface CheckedName {
  readonly name: string;
  readonly target: Target;
  readonly label: string;
  readonly caaName: string;
}

interface Asks {
  readonly ask: Ask;
  readonly follow: Follow;
  readonly healthOf: (zone: string) => Promise<ZoneVerdict>;
}

/** Queries every authoritative server of a name's zone, and what else explains their answers. */
export async function probeAuthoritative(
  parts: AuthoritativeParts,
  queries: CheckQueries,
  checked: CheckedName,
) {
  const { name, target } = checked;
  const asks = asksOfOneCheck(parts, queries, target);
  const delegation = await parts.delegations.find(asks.ask, name, (zone) => void asks.healthOf(zone));
  if (delegation.kind === 'found') return probeServers(parts, asks, delegation, checked);
  const nobody = { queried: name, delegation: delegation.kind, authoritative: [], targetAddresses: [] };
  return delegation.kind === 'none'
    ? {
        ...nobody,
        delegated: delegation.zone,
        nameServers: { parent: [...delegation.parent].sort(), child: [] },
        ...(delegation.faults.length > 0 ? { nameServerFaults: [...delegation.faults] } : {}),
      }
    : nobody;
}

async function probeServers(
  { recursion, now }: AuthoritativeParts,
  { ask, follow, healthOf }: Asks,
  found: Found,
  { name, target, label, caaName }: CheckedName,
) {
  const [present, answers] = await Promise.all([
    presentAddresses(recursion, ask, target),
    Promise.all(found.servers.map((server) => askToTheEnd(ask, follow, server, name, target))),
  ]);
  const right = answers.filter((answer) => isRight(answer, target, present.addresses));
  const speaking = answers.filter((answer) => !isSilent(answer));
  const isMixed = right.length > 0 && right.length < speaking.length;
  const firstRight = found.servers[answers.findIndex((answer) => right.includes(answer))];
  const [reported, health, siblings, caa, https, faults] = await Promise.all([
    isMixed || found.hasKey ? withDetails(ask, found, answers, { isMixed, label, now: now() }) : answers,
    found.isSigned || speaking.length === 0 ? healthOf(found.zone) : {},
    right.length < speaking.length ? probeSiblings(ask, found, name, label, target) : undefined,
    right.length > 0 ? lookUpCaa(recursion, ask, found, caaName) : undefined,
    firstRight ? httpsValues(ask, firstRight, name) : [],
    speaking.length > 0 && found.glue.size > 0 ? glueFaults(ask, found) : [],
  ]);
  const nameServerFaults = [...found.faults, ...faults];
  return {
    queried: name,
    zone: found.zone,
    delegation: 'found',
    // The registry answered, or the zone would not have been found.
    isSighted: true,
    nameServers: {
      parent: [...found.nameServers.parent].sort(),
      child: [...found.nameServers.child].sort(),
    },
    nameServersTtlS: found.ttlS,
    ...(found.isCapped ? { isCapped: true } : {}),
    ...(nameServerFaults.length > 0 ? { nameServerFaults } : {}),
    authoritative: reported,
    targetAddresses: present.addresses,
    ...(present.missing.length > 0 ? { missingTargets: present.missing } : {}),
    ...(caa ? { caa } : {}),
    ...(https.length > 0 ? { https } : {}),
    ...health,
    ...(siblings ? { siblings } : {}),
  } as const;
}

/** The queries of one check. The zone's health is queried once, as soon as its servers are slow. */
function asksOfOneCheck(parts: AuthoritativeParts, { ask, patient }: CheckQueries, target: Target): Asks {
  const checks = new Map<string, Promise<ZoneVerdict>>();
  const healthOf = (zone: string) => {
    const probe = checks.get(zone) ?? parts.zoneHealth.probe(patient, zone);
    checks.set(zone, probe);
    return probe;
  };
  return { ask, follow: followOnce(parts, ask, target), healthOf };
}

async function askToTheEnd(
  ask: Ask,
  follow: Follow,
  server: NameServer,
  name: string,
  target: Target,
): Promise<ServerAnswer> {
  const answer = await askServer(ask, server, name);
  if (!isOpen(answer.a, target) && !isOpen(answer.aaaa, target)) return answer;
  const [a, aaaa] = await Promise.all([
    followed(follow, answer.a, 'A', target),
    followed(follow, answer.aaaa, 'AAAA', target),
  ]);
  return { ...answer, a, aaaa };
}

async function askServer(ask: Ask, server: NameServer, name: string): Promise<ServerAnswer> {
  const [a, aaaa] = await Promise.all([
    ask(server, { name, type: 'A', recursionDesired: false }),
    ask(server, { name, type: 'AAAA', recursionDesired: false }),
  ]);
  return {
    server: server.name,
    address: serverPlace(server),
    a: lookupOf(a, 'authoritative'),
    aaaa: lookupOf(aaaa, 'authoritative'),
  };
}

/**
 * The current addresses of the target's hosts, to recognise a flattened apex, and the hosts that have none.
 */
async function presentAddresses(recursion: Recursion, ask: Ask, { cname }: Target) {
  const found = await whenAll(cname.map((host) => recursion.both(ask, host)));
  const addresses = new Set<string>();
  for (const { a, aaaa } of found) for (const each of [...a.values, ...aaaa.values]) addresses.add(each);
  const isMissing = ({ outcome }: Names) => outcome === 'nxdomain' || outcome === 'none';
  const missing = cname.filter((_, at) => {
    const names = found[at];
    return names !== undefined && isMissing(names.a) && isMissing(names.aaaa);
  });
  return { addresses: [...addresses], missing };
}

interface Wanted {
  readonly isMixed: boolean;
  readonly label: string;
  readonly now: number;
}

/**
 * Servers that differ may only lag: compare their SOA records (RFC 1996). In a signed zone, check each
 * server's signatures.
 */
async function withDetails(
  ask: Ask,
  { zone, servers, hasKey }: Found,
  answers: ServerAnswer[],
  { isMixed, label, now }: Wanted,
): Promise<ServerAnswer[]> {
  return Promise.all(
    answers.map(async (answer, index) => {
      const server = servers[index];
      if (!server || !isConclusive(answer.a)) return answer;
      const [reply, signatures] = await Promise.all([
        isMixed ? ask(server, { name: zone, type: 'SOA', recursionDesired: false }) : undefined,
        hasKey ? signaturesAt(ask, server, zone, label, now) : {},
      ]);
      const soa = reply?.ok ? soaIn(reply.packet) : undefined;
      const version = soa ? { serial: soa.serial, soa: { mname: soa.mname, rname: soa.rname } } : {};
      return { ...answer, ...version, ...signatures };
    }),
  );
}

/** Compares glue with the zone's own addresses; they must be equal (RFC 1034 4.2.2). */
async function glueFaults(ask: Ask, { glue, servers }: Found): Promise<NameServerFault[]> {
  const faults = await Promise.all(
    [...glue].map(async ([name, given]) => {
      const own = await ownAddresses(ask, servers, name);
      const isSame = own.length === 0 || given.every((address) => own.includes(address));
      return isSame ? [] : [{ name, fault: 'glue-differs' as const, glue: [...given], own }];
    }),
  );
  return faults.flat();
}

/** Empty if no server answers, which counts as no difference. */
async function ownAddresses(ask: Ask, servers: readonly NameServer[], name: string): Promise<string[]> {
  for (const server of servers) {
    const { a, aaaa } = await askServer(ask, server, name);
    if (isConclusive(a) && isConclusive(aaaa))
      return [...a.records, ...aaaa.records].map(({ value }) => value);
  }
  return [];
}

import { isPublicSuffix } from '../../core/hostname.js';
import type { NameServerFault } from '../../core/observation/observation.js';
import type { AddressPolicy } from '../address.js';
import type { Ask, Server } from './client.js';
import { firstOf, hedgeMs } from './hedge.js';
import { RCODE, rcodeOf, soaIn } from './lookup.js';
import type { Names, Recursion } from './recursion.js';
import { isWithin, type Referral, referralOf, serverName } from './referral.js';

export interface NameServer extends Server {
  readonly name: string;
}

/** A zone on the way down to a name, with the servers that speak for it. */
export interface Cut {
  readonly zone: string;
  readonly servers: readonly NameServer[];
}

/** The zone that holds a name. */
export interface Found extends Cut {
  readonly kind: 'found';
  /** Every zone above it, the top-level domain first, and itself at the end. */
  readonly path: readonly Cut[];
  /** Names of its servers, as the parent delegates to them and as the zone lists them. */
  readonly nameServers: { readonly parent: readonly string[]; readonly child: readonly string[] };
  readonly isSigned: boolean;
  /** What is wrong with names in the lists; glue is compared later, by the zone's own word. */
  readonly faults: readonly NameServerFault[];
  /** Addresses that the parent handed out for servers inside the zone. */
  readonly glue: ReadonlyMap<string, readonly string[]>;
  /** How long a resolver may remember these servers, in seconds: the larger NS TTL of parent and zone. */
  readonly ttlS: number;
  /** More servers are named than were asked. */
  readonly isCapped: boolean;
}

export type Delegation =
  | Found
  | { readonly kind: 'nxdomain' | 'unknown' }
  | { readonly kind: 'none'; readonly parent: readonly string[] };

export interface DelegationOptions {
  readonly authoritativePort: number;
  readonly policy: AddressPolicy;
  /** What one try of a question is waited for. */
  readonly timeoutMs: number;
}

/** Generous limits of real zones; beyond them somebody is playing. */
const MAX_SERVERS = 13;
const MAX_ADDRESSES = 4;
const MAX_HOPS = 8;
const NO_GLUE: ReadonlyMap<string, readonly string[]> = new Map();

interface Addressed {
  readonly servers: NameServer[];
  readonly faults: readonly NameServerFault[];
  readonly isCapped: boolean;
}

/** What the zone above said of a zone. */
interface Parent extends Omit<Addressed, 'servers'> {
  readonly names: readonly string[];
  readonly glue: ReadonlyMap<string, readonly string[]>;
  readonly ttlS: number;
  readonly isSigned: boolean;
}

const NO_LIST: { readonly names: readonly string[]; readonly ttlS: number } = { names: [], ttlS: 0 };
const NO_PARENT: Parent = { ...NO_LIST, glue: NO_GLUE, isSigned: false, faults: [], isCapped: false };

/** What the servers of a zone say about where a name belongs. */
type Answered =
  | { readonly kind: 'referral'; readonly referral: Referral }
  | { readonly kind: 'here'; readonly zone: string; readonly server: NameServer }
  | { readonly kind: 'nxdomain' }
  | { readonly kind: 'silent' };

/** Finds the authoritative servers of names on the wire, from the top-level domain's servers down each referral. */
export class Delegations {
  constructor(
    private readonly recursion: Recursion,
    private readonly options: DelegationOptions,
  ) {}

  /** `onSlow` is called with a zone below the top whose servers take their time. */
  async find(ask: Ask, name: string, onSlow: (zone: string) => void = () => undefined): Promise<Delegation> {
    const top = name.slice(name.lastIndexOf('.') + 1);
    const names = await this.recursion.resolve(ask, top, 'NS');
    if (names.outcome !== 'found') return { kind: names.outcome === 'nxdomain' ? 'nxdomain' : 'unknown' };
    const { servers } = await this.#addresses(ask, names.values, NO_GLUE);
    const path: Cut[] = [{ zone: top, servers }];
    let from = NO_PARENT;
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      const cut = path.at(-1);
      if (!cut || cut.servers.length === 0)
        return hop === 0 ? { kind: 'unknown' } : { kind: 'none', parent: from.names };
      const answered = await this.#ask(ask, cut, name, onSlow);
      if (answered.kind === 'nxdomain') return { kind: 'nxdomain' };
      if (answered.kind !== 'referral') return this.#found(ask, answered, path, from);
      const { zone, servers: names, glue, isSigned, ttlS } = answered.referral;
      const { servers, ...seen } = await this.#addresses(ask, names, glue);
      from = { ...seen, names, glue, ttlS, isSigned: from.isSigned || isSigned };
      path.push({ zone, servers });
    }
    return { kind: 'none', parent: from.names };
  }

  /** One server is asked, and the others all at once where it takes its time: dead ones are given up together. */
  async #ask(
    ask: Ask,
    { zone, servers }: Cut,
    name: string,
    onSlow: (zone: string) => void,
  ): Promise<Answered> {
    const [first, ...others] = servers.map((server) => () => askOne(ask, server, zone, name));
    if (!first) return { kind: 'silent' };
    const rest = () => firstOf(others, 0);
    const slow = () => (isPublicSuffix(zone) ? undefined : onSlow(zone));
    const answered = await firstOf([first, rest], hedgeMs(this.options.timeoutMs), slow);
    return answered ?? { kind: 'silent' };
  }

  /** A server that has parent and child answers for the child at once: its zone is then found without a referral. */
  async #found(
    ask: Ask,
    answered: Answered & { readonly kind: 'here' | 'silent' },
    path: readonly Cut[],
    from: Parent,
  ): Promise<Delegation> {
    const last = path.at(-1);
    if (!last || (answered.kind !== 'here' && isPublicSuffix(last.zone))) return { kind: 'unknown' };
    const zone = answered.kind === 'here' ? answered.zone : last.zone;
    if (isPublicSuffix(zone)) return { kind: 'none', parent: from.names };
    const child = answered.kind === 'here' ? await listedServers(ask, answered.server, zone) : NO_LIST;
    const isCut = zone === last.zone;
    const above = isCut ? from : NO_PARENT;
    const known = isCut ? last.servers : [];
    const missing = child.names.filter((name) => !above.names.includes(name));
    const more = await this.#addresses(ask, missing, NO_GLUE);
    const servers = [...known, ...more.servers];
    if (servers.length === 0) return { kind: 'none', parent: from.names };
    return {
      kind: 'found',
      zone,
      servers,
      path: [...(isCut ? path.slice(0, -1) : path), { zone, servers }],
      nameServers: { parent: isCut ? from.names : child.names, child: child.names },
      isSigned: from.isSigned,
      faults: [...above.faults, ...more.faults],
      glue: new Map([...above.glue].filter(([name]) => isWithin(name, zone))),
      ttlS: Math.max(above.ttlS, child.ttlS),
      isCapped: above.isCapped || more.isCapped,
    };
  }

  /** Names without an address are no servers to ask; they are told and not dropped. */
  async #addresses(
    ask: Ask,
    names: readonly string[],
    glue: ReadonlyMap<string, readonly string[]>,
  ): Promise<Addressed> {
    const { policy, authoritativePort: port } = this.options;
    const found = await Promise.all(
      names.slice(0, MAX_SERVERS).map(async (name) => {
        const given = glue.get(name);
        const { addresses, fault } = given
          ? { addresses: given, fault: undefined }
          : await this.#lookUp(ask, name);
        const allowed = addresses.filter((address) => policy.mayConnect(address));
        const asked = allowed.slice(0, MAX_ADDRESSES).map((address) => ({ name, address, port }));
        return { servers: asked, fault, isCapped: allowed.length > MAX_ADDRESSES };
      }),
    );
    return {
      servers: found.flatMap(({ servers }) => servers),
      faults: found.flatMap(({ fault }) => fault ?? []),
      isCapped: names.length > MAX_SERVERS || found.some(({ isCapped }) => isCapped),
    };
  }

  async #lookUp(
    ask: Ask,
    name: string,
  ): Promise<{ readonly addresses: readonly string[]; readonly fault: NameServerFault | undefined }> {
    const [a, aaaa] = await Promise.all([
      this.recursion.resolve(ask, name, 'A'),
      this.recursion.resolve(ask, name, 'AAAA'),
    ]);
    const addresses = [...a.values, ...aaaa.values];
    const both = (outcome: Names['outcome']) => a.outcome === outcome && aaaa.outcome === outcome;
    if (a.isAlias || aaaa.isAlias) return { addresses, fault: { name, fault: 'alias' } };
    if (both('nxdomain')) return { addresses, fault: { name, fault: 'missing' } };
    return { addresses, fault: both('none') ? { name, fault: 'no-address' } : undefined };
  }
}

/** Undefined where a server says nothing, or nothing of its own. */
async function askOne(
  ask: Ask,
  server: NameServer,
  zone: string,
  name: string,
): Promise<Answered | undefined> {
  const reply = await ask(server, { name, type: 'SOA', recursionDesired: false, dnssecOk: true });
  if (!reply.ok) return undefined;
  const referral = referralOf(reply.packet, zone, name);
  if (referral) return { kind: 'referral', referral };
  if (!reply.packet.flag_aa) return undefined;
  const owner =
    soaIn(reply.packet)?.zone ?? (isPublicSuffix(zone) ? await zoneAbove(ask, server, zone, name) : zone);
  const isUnregistered = rcodeOf(reply.packet) === RCODE.nxdomain && isPublicSuffix(owner);
  return isUnregistered ? { kind: 'nxdomain' } : { kind: 'here', zone: owner, server };
}

/** A name that is a CNAME says nothing of its SOA: the zone is that of a name above it. */
async function zoneAbove(ask: Ask, server: NameServer, top: string, name: string): Promise<string> {
  for (
    let above = parentServers(name);
    above !== undefined && isWithin(above, top);
    above = parentServers(above)
  ) {
    const reply = await ask(server, { name: above, type: 'SOA', recursionDesired: false });
    const zone = reply.ok ? soaIn(reply.packet)?.zone : undefined;
    if (zone !== undefined) return zone;
  }
  return top;
}

async function listedServers(ask: Ask, server: NameServer, zone: string): Promise<typeof NO_LIST> {
  const reply = await ask(server, { name: zone, type: 'NS', recursionDesired: false });
  if (!reply.ok) return NO_LIST;
  const records = (reply.packet.answers ?? []).filter(({ type }) => type === 'NS');
  const ttls = records.map((record) => ('ttl' in record ? (record.ttl ?? 0) : 0));
  return { names: records.map(serverName), ttlS: Math.max(0, ...ttls) };
}

function parentServers(name: string): string | undefined {
  const dot = name.indexOf('.');
  return dot === -1 ? undefined : name.slice(dot + 1);
}

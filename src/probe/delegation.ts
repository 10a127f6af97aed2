import { isPublicSuffix } from '../mapping/hostname.js';
import type { AddressPolicy } from './address.js';
import type { Ask, Server } from './dns-client.js';
import { RCODE, rcodeOf, soaIn } from './lookup.js';
import type { Recursion } from './recursion.js';
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
}

export type Delegation =
  | Found
  | { readonly kind: 'nxdomain' | 'unknown' }
  | { readonly kind: 'none'; readonly parent: readonly string[] };

export interface DelegationOptions {
  readonly authoritativePort: number;
  readonly policy: AddressPolicy;
}

/** Generous limits of real zones; beyond them somebody is playing. */
const MOST_SERVERS = 13;
const MOST_ADDRESSES = 2;
const MOST_HOPS = 8;
const MOST_AT_ONCE = 6;

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

  async find(ask: Ask, name: string): Promise<Delegation> {
    const top = name.slice(name.lastIndexOf('.') + 1);
    const names = await this.recursion.resolve(ask, top, 'NS');
    if (names.outcome !== 'found') return { kind: names.outcome === 'nxdomain' ? 'nxdomain' : 'unknown' };
    const path: Cut[] = [{ zone: top, servers: await this.#addresses(ask, names.values, new Map()) }];
    let parent: readonly string[] = [];
    let isSigned = false;
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      const cut = path.at(-1);
      if (!cut || cut.servers.length === 0) return hop === 0 ? { kind: 'unknown' } : { kind: 'none', parent };
      const answered = await this.#ask(ask, cut, name);
      if (answered.kind === 'nxdomain') return { kind: 'nxdomain' };
      if (answered.kind !== 'referral') return this.#found(ask, answered, path, parent, isSigned);
      const { zone, servers, glue } = answered.referral;
      parent = servers;
      isSigned ||= answered.referral.isSigned;
      path.push({ zone, servers: await this.#addresses(ask, servers, glue) });
    }
    return { kind: 'none', parent };
  }

  /** One server is asked, and the others all at once where it says nothing: dead ones must not use up the time. */
  async #ask(ask: Ask, { zone, servers }: Cut, name: string): Promise<Answered> {
    const [first, ...others] = servers;
    const answered = first ? await askOne(ask, first, zone, name) : undefined;
    if (answered) return answered;
    const rest = await Promise.all(
      others.slice(0, MOST_AT_ONCE).map((server) => askOne(ask, server, zone, name)),
    );
    return rest.find((each) => each !== undefined) ?? { kind: 'silent' };
  }

  /** A server that has parent and child answers for the child at once: its zone is then found without a referral. */
  async #found(
    ask: Ask,
    answered: Answered & { readonly kind: 'here' | 'silent' },
    path: readonly Cut[],
    parent: readonly string[],
    isSigned: boolean,
  ): Promise<Delegation> {
    const last = path.at(-1);
    if (!last || (answered.kind !== 'here' && isPublicSuffix(last.zone))) return { kind: 'unknown' };
    const zone = answered.kind === 'here' ? answered.zone : last.zone;
    if (isPublicSuffix(zone)) return { kind: 'none', parent };
    const child = answered.kind === 'here' ? await listedServers(ask, answered.server, zone) : [];
    const isCut = zone === last.zone;
    const known = isCut ? last.servers : [];
    const missing = child.filter((name) => !known.some((server) => server.name === name));
    const servers = [...known, ...(await this.#addresses(ask, missing, new Map()))];
    if (servers.length === 0) return { kind: 'none', parent };
    const above = isCut ? path.slice(0, -1) : path;
    return {
      kind: 'found',
      zone,
      servers,
      path: [...above, { zone, servers }],
      nameServers: { parent: isCut ? parent : child, child },
      isSigned,
    };
  }

  async #addresses(
    ask: Ask,
    names: readonly string[],
    glue: ReadonlyMap<string, readonly string[]>,
  ): Promise<NameServer[]> {
    const { policy, authoritativePort: port } = this.options;
    const found = await Promise.all(
      names.slice(0, MOST_SERVERS).map(async (name) => {
        const addresses = glue.get(name) ?? (await this.recursion.addresses(ask, name));
        const allowed = addresses.filter((address) => policy.mayConnect(address));
        return allowed.slice(0, MOST_ADDRESSES).map((address) => ({ name, address, port }));
      }),
    );
    return found.flat();
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
  for (let above = parentOf(name); above !== undefined && isWithin(above, top); above = parentOf(above)) {
    const reply = await ask(server, { name: above, type: 'SOA', recursionDesired: false });
    const zone = reply.ok ? soaIn(reply.packet)?.zone : undefined;
    if (zone !== undefined) return zone;
  }
  return top;
}

async function listedServers(ask: Ask, server: NameServer, zone: string): Promise<string[]> {
  const reply = await ask(server, { name: zone, type: 'NS', recursionDesired: false });
  if (!reply.ok) return [];
  return (reply.packet.answers ?? []).filter(({ type }) => type === 'NS').map(serverName);
}

function parentOf(name: string): string | undefined {
  const dot = name.indexOf('.');
  return dot === -1 ? undefined : name.slice(dot + 1);
}

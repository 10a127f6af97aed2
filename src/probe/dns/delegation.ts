import { isPublicSuffix } from '../../core/hostname.js';
import type { NameServerFault } from '../../core/observation/observation.js';
import { isWithin } from '../../core/ports/provider-facts.js';
import { ExpiringMap } from '../../util/cache.js';
import type { AddressPolicy } from '../address.js';
import type { Ask } from './client/client.js';
import { firstOf, hedgeMs } from './client/hedge.js';
import type { Question } from './client/packets.js';
import type { Server } from './client/udp-channel.js';
import { RCODE, rcodeOf, soaIn } from './lookup.js';
import { type HostNames, type Names, type Recursion, whenAll } from './recursion.js';
import { nameAbove, type Referral, referralOf, serverName } from './referral.js';

export interface NameServer extends Server {
  readonly name: string;
}

/** A zone on the path to a name, with its authoritative servers. */
export interface Cut {
  readonly zone: string;
  readonly servers: readonly NameServer[];
}

/** The zone that holds a name. */
export interface Found extends Cut {
  readonly kind: 'found';
  /** Every zone above it, from the top-level domain down to itself. */
  readonly path: readonly Cut[];
  /** Its servers' names, as the parent delegates to them and as the zone lists them. */
  readonly nameServers: { readonly parent: readonly string[]; readonly child: readonly string[] };
  /** A zone on the path has a key at its parent, so resolvers validate. */
  readonly isSigned: boolean;
  /** This zone itself has one: its servers must sign. */
  readonly hasKey: boolean;
  /** Faults of the listed names; glue is compared later, with the zone's own answer. */
  readonly faults: readonly NameServerFault[];
  /** Glue: addresses from the parent for servers inside the zone. */
  readonly glue: ReadonlyMap<string, readonly string[]>;
  /** How long a resolver may cache these servers, in seconds: the larger NS TTL of parent and zone. */
  readonly ttlS: number;
  /** The zone has more servers than were queried. */
  readonly isCapped: boolean;
}

export type Delegation =
  | Found
  | { readonly kind: 'nxdomain' | 'unknown' }
  | {
      readonly kind: 'none';
      readonly zone: string;
      readonly parent: readonly string[];
      readonly faults: readonly NameServerFault[];
    };

export interface DelegationOptions {
  readonly authoritativePort: number;
  readonly policy: AddressPolicy;
  /** Timeout of one attempt, in ms. */
  readonly timeoutMs: number;
}

/** Well above what real zones need; beyond them the zone is hostile. */
const MAX_SERVERS = 13;
const MAX_ADDRESSES = 4;
const MAX_HOPS = 8;
const MAX_TOPS = 200;
/** Their names and addresses are cached for their TTLs, too; this saves collecting them for each check. */
const TOP_CACHED_MS = 60_000;
const NO_GLUE: ReadonlyMap<string, readonly string[]> = new Map();

interface Addressed {
  readonly servers: readonly NameServer[];
  readonly faults: readonly NameServerFault[];
  readonly isCapped: boolean;
}

const NO_FAULTS: readonly NameServerFault[] = [];
const NO_SERVERS: Addressed = { servers: [], faults: [], isCapped: false };

/** What the parent zone answered about a zone. */
interface Parent extends Omit<Addressed, 'servers'> {
  readonly names: readonly string[];
  readonly glue: ReadonlyMap<string, readonly string[]>;
  readonly ttlS: number;
  readonly isSigned: boolean;
  readonly hasKey: boolean;
}

const NO_LIST: { readonly names: readonly string[]; readonly ttlS: number } = { names: [], ttlS: 0 };
const NO_PARENT: Parent = {
  ...NO_LIST,
  glue: NO_GLUE,
  isSigned: false,
  hasKey: false,
  faults: [],
  isCapped: false,
};

/** What a zone's servers answer about where a name belongs. */
type Answered =
  | { readonly kind: 'referral'; readonly referral: Referral }
  | { readonly kind: 'here'; readonly zone: string; readonly server: NameServer }
  | { readonly kind: 'nxdomain' }
  | { readonly kind: 'silent' };

const NOBODY_ANSWERED: Answered = { kind: 'silent' };

/** Finds the authoritative servers of names, following referrals down from the top-level domain's servers. */
export class Delegations {
  readonly #tops: ExpiringMap<Cut>;
  /** Of names, by their cached IPv4 answer: checks don't judge the same addresses again. */
  readonly #known = new WeakMap<Names, { readonly aaaa: Names; readonly addressed: Addressed }>();

  constructor(
    private readonly recursion: Recursion,
    private readonly options: DelegationOptions,
  ) {
    this.#tops = new ExpiringMap({ max: MAX_TOPS, now: () => performance.now() });
  }

  /** `onSlow` is called with a zone below the top-level domain whose servers are slow. */
  async find(ask: Ask, name: string, onSlow: (zone: string) => void = () => undefined): Promise<Delegation> {
    const topZone = name.slice(name.lastIndexOf('.') + 1);
    const top = this.#tops.get(topZone) ?? (await this.#top(ask, topZone));
    if ('kind' in top) return top;
    const path: Cut[] = [top];
    let from = NO_PARENT;
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      const cut = path.at(-1);
      if (!cut || cut.servers.length === 0)
        return hop === 0 || !cut ? { kind: 'unknown' } : nobodyOf(cut.zone, from);
      const answered = (await this.#ask(ask, cut, name, onSlow)) ?? NOBODY_ANSWERED;
      if (answered.kind === 'nxdomain') return { kind: 'nxdomain' };
      if (answered.kind !== 'referral') return this.#found(ask, answered, path, from);
      const { zone, servers: names, glue } = answered.referral;
      const found = this.#addresses(ask, names, glue);
      const addressed = found instanceof Promise ? await found : found;
      from = parentOf(answered.referral, addressed, from.isSigned);
      path.push({ zone, servers: addressed.servers });
    }
    return nobodyOf(path.at(-1)?.zone ?? name, from);
  }

  /** The servers of a top-level domain; a popular one has 26 addresses. */
  async #top(ask: Ask, zone: string): Promise<Cut | { readonly kind: 'nxdomain' | 'unknown' }> {
    const names = await this.recursion.resolve(ask, zone, 'NS');
    if (names.outcome !== 'found') return { kind: names.outcome === 'nxdomain' ? 'nxdomain' : 'unknown' };
    const { servers } = await this.#addresses(ask, names.values, NO_GLUE);
    const top = { zone, servers };
    if (servers.length >= names.values.length) this.#tops.set(zone, top, TOP_CACHED_MS);
    return top;
  }

  /**
   * Queries one server, then all others at once if it is slow, so that dead servers time out together. Undefined if none
   * has an authoritative answer.
   */
  #ask(
    ask: Ask,
    { zone, servers: [server, ...others] }: Cut,
    name: string,
    onSlow: (zone: string) => void,
  ): Promise<Answered | undefined> {
    const slow = () => (isPublicSuffix(zone) ? undefined : onSlow(zone));
    const delayMs = hedgeMs(this.options.timeoutMs);
    const rest = () =>
      firstOf(
        others.map((other) => () => askOne(ask, other, zone, name, delayMs)),
        0,
      );
    const all = server ? [() => askOne(ask, server, zone, name, delayMs), rest] : [];
    return firstOf(all, delayMs, slow);
  }

  /**
   * A server of both parent and child answers for the child at once: its zone is found without a referral.
   */
  async #found(
    ask: Ask,
    answered: Answered & { readonly kind: 'here' | 'silent' },
    path: readonly Cut[],
    from: Parent,
  ): Promise<Delegation> {
    const last = path.at(-1);
    if (!last || (answered.kind !== 'here' && isPublicSuffix(last.zone))) return { kind: 'unknown' };
    const zone = answered.kind === 'here' ? answered.zone : last.zone;
    if (isPublicSuffix(zone)) return nobodyOf(zone, from);
    const child = answered.kind === 'here' ? await listedServers(ask, answered.server, zone) : NO_LIST;
    const isCut = zone === last.zone;
    const above = isCut ? from : NO_PARENT;
    const known = isCut ? last.servers : [];
    const missing = child.names.filter((name) => !above.names.includes(name));
    const more = missing.length === 0 ? NO_SERVERS : await this.#addresses(ask, missing, NO_GLUE);
    const servers = [...known, ...more.servers];
    if (servers.length === 0) return nobodyOf(zone, { ...from, faults: [...from.faults, ...more.faults] });
    return {
      kind: 'found',
      zone,
      servers,
      path: [...(isCut ? path.slice(0, -1) : path), { zone, servers }],
      nameServers: { parent: isCut ? from.names : child.names, child: child.names },
      isSigned: from.isSigned,
      hasKey: above.hasKey,
      faults: [...above.faults, ...more.faults],
      glue: glueWithin(above.glue, zone),
      ttlS: Math.max(above.ttlS, child.ttlS),
      isCapped: above.isCapped || more.isCapped,
    };
  }

  /** Names without an address can't be queried; they are reported as faults. */
  #addresses(
    ask: Ask,
    names: readonly string[],
    glue: ReadonlyMap<string, readonly string[]>,
  ): Addressed | Promise<Addressed> {
    const found = whenAll(
      names.slice(0, MAX_SERVERS).map((name) => this.#addressed(ask, name, glue.get(name))),
    );
    const isCapped = names.length > MAX_SERVERS;
    return found instanceof Promise
      ? found.then((each) => together(each, isCapped))
      : together(found, isCapped);
  }

  #addressed(ask: Ask, name: string, glue: readonly string[] | undefined): Addressed | Promise<Addressed> {
    if (glue) return this.#serversAt(name, glue, NO_FAULTS);
    const found = this.recursion.both(ask, name);
    return found instanceof Promise
      ? found.then((hostNames) => this.#serversOf(name, hostNames))
      : this.#serversOf(name, found);
  }

  #serversOf(name: string, { a, aaaa }: HostNames): Addressed {
    const known = this.#known.get(a);
    if (known?.aaaa === aaaa) return known.addressed;
    const addressed = this.#serversAt(name, [...a.values, ...aaaa.values], faultsOf(name, a, aaaa));
    this.#known.set(a, { aaaa, addressed });
    return addressed;
  }

  #serversAt(name: string, addresses: readonly string[], faults: readonly NameServerFault[]): Addressed {
    const { policy, authoritativePort: port } = this.options;
    const allowed = addresses.filter((address) => policy.mayConnect(address));
    const servers = allowed.slice(0, MAX_ADDRESSES).map((address) => ({ name, address, port }));
    const isHidden = addresses.length > 0 && allowed.length === 0;
    return {
      servers,
      faults: isHidden ? [...faults, { name, fault: 'no-address' }] : faults,
      isCapped: allowed.length > MAX_ADDRESSES,
    };
  }
}

/** The parent delegates the zone to servers that can't be asked. */
const nobodyOf = (zone: string, { names, faults }: Parent): Delegation => ({
  kind: 'none',
  zone,
  parent: names,
  faults,
});

const parentOf = (
  { servers: names, glue, ttlS, isSigned }: Referral,
  { faults, isCapped }: Addressed,
  isAboveSigned: boolean,
): Parent => ({
  names,
  glue,
  ttlS,
  isSigned: isAboveSigned || isSigned,
  hasKey: isSigned,
  faults,
  isCapped,
});

function faultsOf(name: string, a: Names, aaaa: Names): readonly NameServerFault[] {
  const both = (outcome: Names['outcome']) => a.outcome === outcome && aaaa.outcome === outcome;
  if (a.isAlias || aaaa.isAlias) return [{ name, fault: 'alias' }];
  if (both('nxdomain')) return [{ name, fault: 'missing' }];
  return both('none') ? [{ name, fault: 'no-address' }] : NO_FAULTS;
}

function together(found: readonly Addressed[], isCapped: boolean): Addressed {
  const servers: NameServer[] = [];
  const faults: NameServerFault[] = [];
  for (const each of found) {
    servers.push(...each.servers);
    faults.push(...each.faults);
  }
  return { servers, faults, isCapped: isCapped || found.some((each) => each.isCapped) };
}

function glueWithin(glue: Found['glue'], zone: string): Found['glue'] {
  return glue.size === 0 ? NO_GLUE : new Map([...glue].filter(([name]) => isWithin(name, zone)));
}

/**
 * Undefined if the server has no authoritative answer. Some answer for addresses alone: they are asked for one before their
 * silence counts.
 */
function askOne(
  ask: Ask,
  server: NameServer,
  zone: string,
  name: string,
  delayMs: number,
): Promise<Answered | undefined> {
  const askFor = (type: 'SOA' | 'A') => () => answerOf(ask, server, zone, { name, type });
  return firstOf([askFor('SOA'), askFor('A')], 2 * delayMs);
}

async function answerOf(
  ask: Ask,
  server: NameServer,
  zone: string,
  { name, type }: Pick<Question, 'name' | 'type'>,
): Promise<Answered | undefined> {
  const reply = await ask(server, { name, type, recursionDesired: false, dnssecOk: true });
  if (!reply.ok) return undefined;
  const referral = referralOf(reply.packet, zone, name);
  if (referral) return { kind: 'referral', referral };
  if (!reply.packet.flag_aa) return undefined;
  const said = soaIn(reply.packet)?.zone;
  // Some servers name the zone above, or another domain's: they can't speak for those.
  const isTheirs = said !== undefined && isWithin(said, zone) && isWithin(name, said);
  const above = () => (isPublicSuffix(zone) ? zoneAbove(ask, server, zone, name) : zone);
  const owner = isTheirs ? said : await above();
  const isUnregistered = rcodeOf(reply.packet) === RCODE.nxdomain && isPublicSuffix(owner);
  return isUnregistered ? { kind: 'nxdomain' } : { kind: 'here', zone: owner, server };
}

/** A name that is a CNAME has no SOA: use the zone of a name above it. */
async function zoneAbove(ask: Ask, server: NameServer, top: string, name: string): Promise<string> {
  for (let above = nameAbove(name); above !== undefined && isWithin(above, top); above = nameAbove(above)) {
    const reply = await ask(server, { name: above, type: 'SOA', recursionDesired: false });
    const zone = reply.ok ? soaIn(reply.packet)?.zone : undefined;
    if (zone !== undefined) return zone;
  }
  return top;
}

async function listedServers(ask: Ask, server: NameServer, zone: string): Promise<typeof NO_LIST> {
  const reply = await ask(server, { name: zone, type: 'NS', recursionDesired: false });
  if (!reply.ok) return NO_LIST;
  const records = reply.packet.answers.filter(({ type }) => type === 'NS');
  const ttls = records.map((record) => ('ttl' in record ? (record.ttl ?? 0) : 0));
  return { names: records.map(serverName), ttlS: Math.max(0, ...ttls) };
}

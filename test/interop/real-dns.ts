import type { NamedServer } from '../../src/probe/dns/resolvers.js';
import { temporaryFolder } from '../store/temporary.js';
import { freePort, isFree } from '../support/ports.js';
import { type Stubs, startKnot, startNamedResolver, startUnbound, type ZoneServer } from './zone-servers.js';

/** A domain of a customer at two real servers. */
export interface RealDomain {
  readonly name: string;
  /** Lines of the zone file, besides SOA and NS. */
  readonly records: readonly string[];
  /** What the second server has: the same unless given, nothing for `absent`. */
  readonly second?: 'absent' | { readonly serial: number; readonly records: readonly string[] };
  /** As the registry has them; ns1 and ns2 of the provider unless given. */
  readonly delegation?: readonly string[];
  /** A key at the registry that signs nothing: the zone is bogus. */
  readonly isBogus?: boolean;
  /** Of its records, its delegation and what is missing, where it differs from the others'. */
  readonly ttlS?: number;
  /** The servers are two providers, each of which lists itself alone; delegated to the first. */
  readonly isMoving?: boolean;
}

export interface RealDns {
  readonly authoritativePort: number;
  readonly resolvers: readonly NamedServer[];
  /** Changes records at the first server while it runs. */
  change(zone: string, ...commands: readonly (readonly string[])[]): void;
  /** Delegates a domain that is moving to the second server. */
  move(domain: RealDomain): void;
  /** Whether resolvers follow delegations: they do so at port 53 alone. */
  readonly isRooted: boolean;
  stop(): Promise<void>;
}

export interface RealDnsOptions {
  readonly domains: readonly RealDomain[];
  readonly targetHost: string;
  readonly targetAddress: string;
  readonly ttlS: number;
  readonly negativeTtlS: number;
  /** A second resolver: BIND. */
  readonly hasBind?: boolean;
  /** Name servers at port 53, where they may be opened. */
  readonly isRooted?: boolean;
}

const REGISTRY = '127.0.0.4';
const FIRST = '127.0.0.2';
const SECOND = '127.0.0.3';
const REGISTRY_NAME = 'a.registry-servers.net';
const SERIAL = 7;
const NS = ['ns1.dns-provider.net', 'ns2.dns-provider.net'];
/** A key tag and digest that no key has (RFC 4034 5.1). */
const DS = '12345 13 2 00000000000000000000000000000000000000000000000000000000000000FF';

/**
 * A registry and two name servers (knot), a validating, caching resolver (unbound) and, where asked for, one that does not
 * validate (BIND), all real, on loopback.
 */
export async function openRealDns(options: RealDnsOptions): Promise<RealDns> {
  const { path, remove } = await temporaryFolder();
  const isRooted = options.isRooted === true && (await isFree(53, FIRST));
  const port = isRooted ? 53 : await freePort(FIRST);
  const resolverPort = await freePort();
  const at = (address: string, zones: Zones) => ({ path, address, port, zones });
  const first = await startKnot(at(FIRST, zonesOf(options, 'first')));
  const second = await startKnot(at(SECOND, zonesOf(options, 'second')));
  // A registry signs: its referrals say who has a key (RFC 4035 3.1.4).
  const registry = await startKnot(at(REGISTRY, registryZones(options)), 'dnssec-signing: on');
  const { domains, hasBind = false } = options;
  const stubs: Stubs = isRooted ? new Map() : stubsOf(options);
  const known = { port, stubs, root: { name: REGISTRY_NAME, address: REGISTRY } };
  const anchors = domains.filter(({ isBogus }) => isBogus).map(({ name }) => `${name}. DS ${DS}`);
  const caches: ZoneServer[] = [await startUnbound(path, resolverPort, { ...known, anchors })];
  const resolvers: NamedServer[] = [{ name: 'unbound', address: '127.0.0.1', port: resolverPort }];
  if (hasBind) {
    const bindPort = await freePort();
    caches.push(await startNamedResolver(path, bindPort, known));
    resolvers.push({ name: 'bind', address: '127.0.0.1', port: bindPort });
  }
  return {
    authoritativePort: port,
    resolvers,
    change: (zone, ...commands) => {
      for (const knot of [first, second]) {
        knot.control('zone-begin', zone);
        for (const [verb = '', ...rest] of commands) knot.control(verb, zone, ...rest);
        knot.control('zone-commit', zone);
      }
    },
    isRooted,
    move: ({ name, ttlS = options.ttlS }) => {
      registry.control('zone-begin', 'com');
      registry.control('zone-unset', 'com', `${name}.`, 'NS');
      registry.control('zone-set', 'com', `${name}.`, String(ttlS), 'NS', `${NS[1]}.`);
      registry.control('zone-commit', 'com');
    },
    stop: async () => {
      await Promise.all([...caches, first, second, registry].map((server) => server.stop()));
      await remove();
    },
  };
}

const stubsOf = ({ domains, targetHost }: RealDnsOptions): Stubs =>
  new Map<string, readonly string[]>([
    ...['com', 'net'].map((name) => [name, [REGISTRY]] as const),
    ...[...domains.map(({ name }) => name), parentOf(targetHost), 'dns-provider.net'].map(
      (name) => [name, [FIRST, SECOND]] as const,
    ),
  ]);

type Zones = ReadonlyMap<string, string>;

const parentOf = (name: string): string => name.slice(name.indexOf('.') + 1);

function zonesOf(
  { domains, targetHost, targetAddress, ttlS, negativeTtlS }: RealDnsOptions,
  which: 'first' | 'second',
): Zones {
  const zones = new Map<string, string>();
  for (const { name, records, second, isMoving, ttlS: own } of domains) {
    const version = which === 'second' && second ? second : { serial: SERIAL, records };
    const servers = isMoving ? NS.slice(which === 'first' ? 0 : 1, which === 'first' ? 1 : 2) : NS;
    if (version !== 'absent')
      zones.set(name, zoneText(version.serial, own ?? ttlS, own ?? negativeTtlS, servers, version.records));
  }
  const host = `${targetHost}. IN A ${targetAddress}`;
  zones.set(parentOf(targetHost), zoneText(1, ttlS, negativeTtlS, NS, [host]));
  const addresses = [`ns1 IN A ${FIRST}`, `ns2 IN A ${SECOND}`];
  return zones.set('dns-provider.net', zoneText(1, 3600, 3600, NS, addresses));
}

function registryZones({ domains, targetHost }: RealDnsOptions): Zones {
  const own = [REGISTRY_NAME];
  const delegations = domains.flatMap(({ name, isMoving, delegation = NS, isBogus, ttlS = '' }) => [
    ...(isMoving ? NS.slice(0, 1) : delegation).map((server) => `${name}. ${ttlS} IN NS ${server}.`),
    ...(isBogus ? [`${name}. IN DS ${DS}`] : []),
  ]);
  delegations.push(...NS.map((server) => `${parentOf(targetHost)}. IN NS ${server}.`));
  const net = [
    ...NS.map((server) => `dns-provider.net. IN NS ${server}.`),
    `ns1.dns-provider.net. IN A ${FIRST}`,
    `ns2.dns-provider.net. IN A ${SECOND}`,
    `${REGISTRY_NAME}. IN A ${REGISTRY}`,
    // Nobody listens there.
    'ns9.registry-servers.net. IN A 127.0.0.99',
  ];
  const root = [
    ...['com', 'net'].map((name) => `${name}. IN NS ${REGISTRY_NAME}.`),
    `${REGISTRY_NAME}. IN A ${REGISTRY}`,
  ];
  return new Map([
    ['', zoneText(1, 3600, 5, own, root)],
    ['com', zoneText(1, 3600, 5, own, delegations)],
    ['net', zoneText(1, 3600, 5, own, net)],
  ]);
}

const zoneText = (
  serial: number,
  ttlS: number,
  negativeTtlS: number,
  servers: readonly string[],
  records: readonly string[],
): string =>
  [
    `$TTL ${ttlS}`,
    `@ ${negativeTtlS} IN SOA ${servers[0]}. hostmaster ${serial} 3600 600 604800 ${negativeTtlS}`,
    ...servers.map((server) => `@ IN NS ${server}.`),
    ...records,
    '',
  ].join('\n');

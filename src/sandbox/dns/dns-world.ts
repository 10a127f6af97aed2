import { authoritative, closest, type ServerBehaviour } from './authoritative.js';
import { iterating } from './iteration.js';
import { SandboxResolver } from './resolver.js';
import { type Host, onOnePort } from './serve.js';
import type { Asked } from './wire.js';
import { Zone } from './zone.js';

export interface DnsWorldOptions {
  readonly now?: () => number;
  /** The app's own host, such as `app-….closte.com`. */
  readonly targetHost: string;
  readonly targetAddress: string;
  /** For every zone; short in the demo. */
  readonly ttlS?: number;
  readonly negativeTtlS?: number;
}

export interface WorldResolver {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly resolver: SandboxResolver;
}

export interface DnsWorld {
  readonly authoritativePort: number;
  readonly resolvers: readonly WorldResolver[];
  readonly customerZones: readonly string[];
  /** Names of the servers that have the customers' zones. */
  readonly servers: readonly string[];
  /** The zone that holds a name; undefined for one that nobody registered. */
  zoneOf(name: string): Zone | undefined;
  /** The registry's zone of a name, such as `com`, which delegates the names in it. */
  registryOf(name: string): Zone;
  /** Registers a domain with the usual servers, or with others. */
  addZone(name: string, servers?: readonly string[]): Zone;
  /** Replaces a server's copy of a zone, or removes it. */
  setVersion(server: string, zone: string, version: Zone | undefined): void;
  /** Sets how one server of a zone behaves, or all of them. */
  setBehaviour(zone: string, behaviour: ServerBehaviour, server?: string): void;
  /** The behaviour of the first working server. */
  behaviourOf(zone: string): ServerBehaviour;
  /** Signs a zone, correctly or not. */
  setSigned(zone: string, how: 'unsigned' | 'signed' | 'bogus'): void;
  stop(): Promise<void>;
}

/** What the customers in the demo own. */
const CUSTOMER_ZONES = ['example.com', 'example.org', 'bakery.co.uk', 'xn--blumen-mller-klb.de'];
const RESOLVERS = ['Google', 'Cloudflare', 'Quad9', 'OpenDNS'];
/** It does not validate. */
const PLAIN_RESOLVER = 'OpenDNS';
const DNS_PROVIDER = 'dns-provider.net';
const SERVERS = [
  { name: `ns1.${DNS_PROVIDER}`, address: '127.0.0.2' },
  { name: `ns2.${DNS_PROVIDER}`, address: '127.0.0.3' },
];
const REGISTRY = 'registry-servers.net';
const REGISTRY_SERVER = { name: `a.${REGISTRY}`, address: '127.0.0.4' };
const TOP_LEVEL = ['', 'com', 'net', 'org', 'de', 'uk', 'co.uk'];
const RESOLVER_ADDRESS = '127.0.0.1';
const DS = '12345 13 2 00000000000000000000000000000000000000000000000000000000000000ff';

/** A small DNS on loopback: a registry, two servers with the customers' zones, and caching resolvers. */
export async function startDnsWorld(options: DnsWorldOptions): Promise<DnsWorld> {
  const { now = Date.now, ttlS = 8, negativeTtlS = 5 } = options;
  const names = SERVERS.map(({ name }) => name);
  const registry = new Map<string, Zone>();
  const zones = new Map<string, Zone>();
  const behaviours = new Map<string, ServerBehaviour>();
  const versions = new Map<string, Zone | undefined>();
  const bogus = new Set<string>();
  const signed = new Set<string>();

  const behaviourAt = (server: string) => (zone: string) => behaviours.get(`${server} ${zone}`) ?? 'normal';
  const zoneAt = (server: string) => (name: string) => {
    const key = `${server} ${name}`;
    return versions.has(key) ? versions.get(key) : zones.get(name);
  };
  /** The behaviour of the first working server. */
  const behaviourOf = (zone: string): ServerBehaviour => {
    const all = names.map((name) => behaviourAt(name)(zone));
    return all.find((behaviour) => behaviour === 'normal') ?? all[0] ?? 'normal';
  };
  const zoneNamed = (name: string) => zones.get(name);
  const anyServer = authoritative((name) => registry.get(name) ?? zones.get(name), behaviourOf);

  const registryServer = authoritative(
    (name) => registry.get(name),
    () => 'normal',
  );
  const hosts: Host[] = [
    { address: REGISTRY_SERVER.address, answer: registryServer },
    ...SERVERS.map(({ name, address }) => ({
      address,
      answer: authoritative(zoneAt(name), behaviourAt(name), (zone) => signed.has(zone)),
    })),
  ];
  // If the machine lacks these loopback addresses (macOS has only 127.0.0.1), one server stands in for all.
  const servers = await onOnePort(hosts, { address: RESOLVER_ADDRESS, answer: anyServer });
  const addressOf = (index: number) => servers[index]?.address ?? RESOLVER_ADDRESS;

  const newZone = (
    name: string,
    by: readonly string[],
    records: ConstructorParameters<typeof Zone>[4] = [],
  ) => new Zone(name, by, ttlS, negativeTtlS, records);
  const registryOf = (name: string): Zone => {
    const zone = closest((each) => (each === name ? undefined : registry.get(each)), name);
    if (!zone) throw new Error(`there is no registry for ${name}`);
    return zone;
  };
  const register = (zone: Zone): Zone => {
    for (const server of zone.nameServers) registryOf(zone.name).add(zone.name, 'NS', server);
    zones.set(zone.name, zone);
    return zone;
  };
  const registryServers = [REGISTRY_SERVER.name];
  const registryAddress = { name: REGISTRY_SERVER.name, type: 'A' as const, value: addressOf(0) };
  for (const name of TOP_LEVEL) registry.set(name, newZone(name, registryServers));
  registry.set(REGISTRY, newZone(REGISTRY, registryServers, [registryAddress]));
  const serverAddresses = SERVERS.map(({ name }, index) => ({
    name,
    type: 'A' as const,
    value: addressOf(index + 1),
  }));
  register(newZone(DNS_PROVIDER, names, serverAddresses));
  for (const { name, value } of serverAddresses) registryOf(DNS_PROVIDER).add(name, 'A', value);
  register(
    newZone('closte.com', names, [{ name: options.targetHost, type: 'A', value: options.targetAddress }]),
  );
  for (const name of CUSTOMER_ZONES)
    register(newZone(name, names, [{ name: `www.${name}`, type: 'A', value: '192.0.2.80' }]));

  const isOneForAll = servers.length < hosts.length;
  const serverAt = (address: string) =>
    isOneForAll ? anyServer : hosts.find((host) => host.address === address)?.answer;

  const resolvers = await Promise.all(
    RESOLVERS.map(async (name, preferred) => {
      const resolver = new SandboxResolver({
        ask: iterating({ registry: registryServer, serverAt, preferred }),
        now,
        isBogus: (asked) => name !== PLAIN_RESOLVER && bogus.has(closest(zoneNamed, asked)?.name ?? ''),
      });
      const host = { address: RESOLVER_ADDRESS, answer: (asked: Asked) => resolver.answer(asked) };
      const [server] = await onOnePort([host], host);
      if (!server) throw new Error(`the resolver ${name} has no server`);
      return { name, address: server.address, port: server.port, resolver, server };
    }),
  );

  return {
    authoritativePort: servers[0]?.port ?? 0,
    resolvers,
    customerZones: CUSTOMER_ZONES,
    servers: names,
    zoneOf: (name) => closest(zoneNamed, name),
    registryOf,
    addZone: (name, by = names) => register(newZone(name, by)),
    setVersion: (server, zone, version) => void versions.set(`${server} ${zone}`, version),
    setBehaviour: (zone, behaviour, server) => {
      for (const name of server === undefined ? names : [server])
        behaviours.set(`${name} ${zone}`, behaviour);
    },
    behaviourOf,
    setSigned: (zone, how) => {
      registryOf(zone).remove(zone, 'DS');
      if (how !== 'unsigned') registryOf(zone).add(zone, 'DS', DS);
      if (how === 'unsigned') signed.delete(zone);
      else signed.add(zone);
      if (how === 'bogus') bogus.add(zone);
      else bogus.delete(zone);
    },
    stop: async () => {
      await Promise.all(
        [...servers, ...resolvers.map(({ server }) => server)].map((server) => server.stop()),
      );
    },
  };
}

import type { ServerBehaviour } from './authoritative.js';
import { iterating } from './iteration.js';
import { SandboxResolver } from './resolver.js';
import { type Host, onOnePort, type WireServer } from './serve.js';
import type { Answerer, Asked } from './wire.js';
import { type SigningState, WorldZones } from './world-zones.js';
import type { Zone } from './zone.js';

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
  setSigned(zone: string, state: SigningState): void;
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

const SERVER_NAMES = SERVERS.map(({ name }) => name);

/** A small DNS on loopback: a registry, two servers with the customers' zones, and caching resolvers. */
export async function startDnsWorld(options: DnsWorldOptions): Promise<DnsWorld> {
  const { now = Date.now, ttlS = 8, negativeTtlS = 5 } = options;
  const zones = new WorldZones({ ttlS, negativeTtlS }, SERVER_NAMES);
  const { servers, serverAt } = await serveZones(zones);
  fill(zones, options, servers);
  const resolvers = await startResolvers(zones, serverAt, now);
  const running = [...servers, ...resolvers.map(({ server }) => server)];
  return {
    authoritativePort: servers[0]?.port ?? 0,
    resolvers,
    customerZones: CUSTOMER_ZONES,
    servers: SERVER_NAMES,
    zoneOf: (name) => zones.zoneOf(name),
    registryOf: (name) => zones.registryOf(name),
    addZone: (name, by = SERVER_NAMES) => zones.add(name, by),
    setVersion: (server, zone, version) => zones.setVersion(server, zone, version),
    setBehaviour: (zone, behaviour, server) => zones.setBehaviour(zone, behaviour, server),
    behaviourOf: (zone) => zones.behaviourOf(zone),
    setSigned: (zone, state) => zones.setSigned(zone, state),
    stop: async () => void (await Promise.all(running.map((server) => server.stop()))),
  };
}

type ServerAt = (address: string) => Answerer | undefined;

/** If the machine lacks these loopback addresses (macOS has only 127.0.0.1), one server stands in for all. */
async function serveZones(
  zones: WorldZones,
): Promise<{ readonly servers: readonly WireServer[]; readonly serverAt: ServerAt }> {
  const hosts: Host[] = [
    { address: REGISTRY_SERVER.address, answer: zones.registryServer() },
    ...SERVERS.map(({ name, address }) => ({ address, answer: zones.server(name) })),
  ];
  const instead = { address: RESOLVER_ADDRESS, answer: zones.anyServer() };
  const servers = await onOnePort(hosts, instead);
  const isOneForAll = servers.length < hosts.length;
  const serverAt: ServerAt = (address) =>
    isOneForAll ? instead.answer : hosts.find((host) => host.address === address)?.answer;
  return { servers, serverAt };
}

/** What is registered from the start. */
function fill(zones: WorldZones, options: DnsWorldOptions, servers: readonly WireServer[]): void {
  const addressAt = (name: string, index: number) =>
    ({ name, type: 'A', value: servers[index]?.address ?? RESOLVER_ADDRESS }) as const;
  for (const name of TOP_LEVEL) zones.addRegistry(name, REGISTRY_SERVER.name);
  zones.addRegistry(REGISTRY, REGISTRY_SERVER.name, [addressAt(REGISTRY_SERVER.name, 0)]);
  const glue = SERVERS.map(({ name }, index) => addressAt(name, index + 1));
  zones.add(DNS_PROVIDER, SERVER_NAMES, glue);
  for (const { name, type, value } of glue) zones.registryOf(DNS_PROVIDER).add(name, type, value);
  const target = { name: options.targetHost, type: 'A', value: options.targetAddress } as const;
  zones.add('closte.com', SERVER_NAMES, [target]);
  for (const name of CUSTOMER_ZONES)
    zones.add(name, SERVER_NAMES, [{ name: `www.${name}`, type: 'A', value: '192.0.2.80' }]);
}

function startResolvers(zones: WorldZones, serverAt: ServerAt, now: () => number) {
  const registry = zones.registryServer();
  return Promise.all(
    RESOLVERS.map(async (name, preferred) => {
      const resolver = new SandboxResolver({
        ask: iterating({ registry, serverAt, preferred }),
        now,
        isBogus: (asked) => name !== PLAIN_RESOLVER && zones.isBogus(asked),
      });
      const host = { address: RESOLVER_ADDRESS, answer: (asked: Asked) => resolver.answer(asked) };
      const [server] = await onOnePort([host], host);
      if (!server) throw new Error(`the resolver ${name} has no server`);
      return { name, address: server.address, port: server.port, resolver, server };
    }),
  );
}

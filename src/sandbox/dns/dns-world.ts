import { authoritative, closest, type ServerMood } from './authoritative.js';
import { Resolver } from './resolver.js';
import { serveDns, type WireServer } from './serve.js';
import type { Asked, WireAnswer } from './wire.js';
import { Zone } from './zone.js';

export interface DnsWorldOptions {
  readonly now?: () => number;
  /** The address that the app's own host has, as in `app-….closte.com`. */
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
  readonly resolver: Resolver;
}

export interface DnsWorld {
  readonly authoritativePort: number;
  readonly resolvers: readonly WorldResolver[];
  readonly customerZones: readonly string[];
  /** The zone that holds a name; undefined for one that nobody registered. */
  zoneOf(name: string): Zone | undefined;
  addZone(name: string): Zone;
  setMood(zone: string, mood: ServerMood): void;
  moodOf(zone: string): ServerMood;
  stop(): Promise<void>;
}

/** What the customers in the demo own. */
const CUSTOMER_ZONES = ['example.com', 'example.org', 'bakery.co.uk', 'xn--blumen-mller-klb.de'];
const RESOLVERS = ['Google', 'Cloudflare', 'Quad9', 'OpenDNS'];
const SERVERS = [
  { name: 'ns1.dns-provider.net', address: '127.0.0.2' },
  { name: 'ns2.dns-provider.net', address: '127.0.0.3' },
];
const PROVIDER = 'dns-provider.net';
const TOP_LEVEL = ['', 'com', 'net', 'org', 'de', 'uk', 'co.uk'];
const RESOLVER_ADDRESS = '127.0.0.1';
const PORT_TRIES = 50;

/** A corner of the DNS on loopback: two authoritative servers with the customers' zones, and caching resolvers. */
export async function startDnsWorld(options: DnsWorldOptions): Promise<DnsWorld> {
  const { now = Date.now, ttlS = 8, negativeTtlS = 5 } = options;
  const moods = new Map<string, ServerMood>();
  const names = SERVERS.map(({ name }) => name);
  const moodOf = (zone: string): ServerMood => moods.get(zone) ?? 'normal';
  const newZone = (name: string, records: ConstructorParameters<typeof Zone>[4] = []) =>
    new Zone(name, names, ttlS, negativeTtlS, records);

  const zones: Zone[] = [];
  const answer = authoritative(() => zones, moodOf);
  const servers = await onOnePort(
    SERVERS.map(({ address }) => address),
    answer,
  );
  const addressOf = (index: number) => servers[index]?.address ?? RESOLVER_ADDRESS;
  zones.push(
    ...TOP_LEVEL.map((name) => newZone(name)),
    newZone(
      PROVIDER,
      SERVERS.map(({ name }, index) => ({ name, type: 'A', value: addressOf(index) })),
    ),
    newZone('closte.com', [{ name: options.targetHost, type: 'A', value: options.targetAddress }]),
    ...CUSTOMER_ZONES.map((name) => newZone(name, [{ name: `www.${name}`, type: 'A', value: '192.0.2.80' }])),
  );

  const resolvers = await Promise.all(
    RESOLVERS.map(async (name) => {
      const resolver = new Resolver({
        ask: (asked: Asked): Promise<WireAnswer | undefined> => answer(asked),
        now,
      });
      const [server] = await onOnePort([RESOLVER_ADDRESS], (asked) => resolver.answer(asked));
      if (!server) throw new Error(`the resolver ${name} has no server`);
      return { name, address: server.address, port: server.port, resolver, server };
    }),
  );

  return {
    authoritativePort: servers[0]?.port ?? 0,
    resolvers,
    customerZones: CUSTOMER_ZONES,
    zoneOf: (name) => {
      const zone = closest(zones, name);
      return zone?.name.includes('.') && zone.name !== 'co.uk' ? zone : undefined;
    },
    addZone: (name) => {
      const zone = newZone(name);
      zones.push(zone);
      return zone;
    },
    setMood: (zone, mood) => void moods.set(zone, mood),
    moodOf,
    stop: async () => {
      await Promise.all(
        [...servers, ...resolvers.map(({ server }) => server)].map((server) => server.stop()),
      );
    },
  };
}

/**
 * Authoritative servers share a port number, as in the world; one that is taken anywhere is given up. Where the machine
 * has no such loopback address (macOS has 127.0.0.1 alone), one server stands for all.
 */
async function onOnePort(
  addresses: readonly string[],
  answer: Parameters<typeof serveDns>[2],
): Promise<WireServer[]> {
  for (let attempt = 1; ; attempt++) {
    const servers: WireServer[] = [];
    try {
      for (const address of addresses) servers.push(await serveDns(address, servers[0]?.port ?? 0, answer));
      return servers;
    } catch (error) {
      await Promise.all(servers.map((server) => server.stop()));
      if (isCode(error, 'EADDRNOTAVAIL') && !addresses.includes(RESOLVER_ADDRESS))
        return onOnePort([RESOLVER_ADDRESS], answer);
      if (!isCode(error, 'EADDRINUSE') || attempt === PORT_TRIES) throw error;
    }
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

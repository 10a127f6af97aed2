import type { DnsWorld } from '../../src/sandbox/dns/dns-world.js';
import type { Zone, ZoneRecord } from '../../src/sandbox/dns/zone.js';
import type { Stubs } from './zone-servers.js';

/** What a scenario asks of the stand-in and no zone file can say. */
export class NotInAZoneFile extends Error {}

export const [FIRST, REGISTRY] = ['127.0.0.2', '127.0.0.4'] as const;
/** Where the stand-in has the second server. */
const STAND_IN = '127.0.0.3';
const SECOND_NAME = 'ns2.dns-provider.net';
const FIRST_NAME = 'ns1.dns-provider.net';
const REGISTRY_NAME = 'a.registry-servers.net';
const REGISTRIES = ['', 'com', 'net', 'org', 'registry-servers.net'];

/** A world that scenarios arrange as they always do, and what it comes to in zone files. */
export interface RecordedWorld {
  readonly dns: DnsWorld;
  /** Zone files of the first server, the second and the registry. */
  zonesAt(server: string): ReadonlyMap<string, string>;
  stubs(): Stubs;
  /** No server loads a zone with two CNAMEs of one name (RFC 2181, 10.1). */
  isLoadable(hostname: string): boolean;
}

/** An absolute name as zone files want it: anything odd by its number (RFC 1035 5.1). */
const absolute = (name: string): string =>
  `${name.replace(/[^\w.*-]+/g, (odd) => [...Buffer.from(odd)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join(''))}.`;

/** `second`: the address of the second server. */
export function recordedWorld(world: DnsWorld, second: string): RecordedWorld {
  const refuse = (): never => {
    throw new NotInAZoneFile();
  };
  const zones = new Map<string, Zone>();
  for (const name of ['dns-provider.net', 'closte.com', ...world.customerZones]) {
    const zone = world.zoneOf(name);
    if (zone) zones.set(name, zone);
  }
  const versions = new Map<string, Zone | undefined>();
  const versionAt = (server: string, name: string, zone: Zone) => {
    const key = `${server} ${name}`;
    return versions.has(key) ? versions.get(key) : zone;
  };
  const dns: DnsWorld = {
    ...world,
    get resolvers() {
      return refuse();
    },
    addZone: (name, servers) => {
      const zone = world.addZone(name, servers);
      zones.set(name, zone);
      return zone;
    },
    setVersion: (server, zone, version) => {
      world.setVersion(server, zone, version);
      versions.set(`${server} ${zone}`, version);
    },
    setBehaviour: refuse,
    setSigned: refuse,
  };
  const fileOf = (zone: Zone, servers?: readonly string[]) =>
    textOf(zone, servers).replaceAll(` A ${STAND_IN}\n`, ` A ${second}\n`);
  const registries = () => REGISTRIES.map((name) => world.registryOf(`a.${name}`.replace(/\.$/, '')));
  return {
    dns,
    zonesAt: (server) => {
      if (server === REGISTRY)
        return new Map(registries().map((zone) => [zone.name, fileOf(zone, [REGISTRY_NAME])]));
      const served = [...zones].flatMap(([name, zone]) => {
        const version = versionAt(server === FIRST ? FIRST_NAME : SECOND_NAME, name, zone);
        return version ? [[name, fileOf(version)] as const] : [];
      });
      return new Map(served);
    },
    isLoadable: (hostname) => {
      const aliases = [...zones.values()]
        .filter(({ name }) => hostname === name || hostname.endsWith(`.${name}`))
        .flatMap((zone) => zone.records().flatMap(({ name, type }) => (type === 'CNAME' ? [name] : [])));
      return new Set(aliases).size === aliases.length;
    },
    stubs: () =>
      new Map<string, readonly string[]>([
        ...REGISTRIES.map((name) => [name, [REGISTRY]] as const),
        ...[...zones.keys()].map((name) => [name, [FIRST, second]] as const),
      ]),
  };
}

function textOf(zone: Zone, servers = zone.nameServers): string {
  const { name, serial, ttlS, negativeTtlS: minimum } = zone;
  const mailbox = name === '' ? 'hostmaster.' : `hostmaster.${name}.`;
  return [
    `$TTL ${ttlS}`,
    `@ ${minimum} IN SOA ${servers[0]}. ${mailbox} ${serial} 3600 600 604800 ${minimum}`,
    ...servers.map((server) => `@ IN NS ${server}.`),
    ...new Set(
      zone
        .records()
        .filter(({ name: owner }) => zone.holds(owner))
        .map(lineOf),
    ),
    '',
  ].join('\n');
}

const lineOf = ({ name, type, value, ttlS }: ZoneRecord): string =>
  `${absolute(name)} ${ttlS} IN ${type} ${dataOf(type, value)}`;

function dataOf(type: ZoneRecord['type'], value: string): string {
  if (type === 'CNAME' || type === 'NS' || type === 'DNAME') return absolute(value);
  if (type === 'TXT') return `"${value}"`;
  if (type === 'MX') return `${value}.`;
  if (type === 'CAA') return value.replace(/(?<= ").*(?="$)/, (text) => text.replaceAll('"', '\\"'));
  if (type !== 'HTTPS') return value;
  if (value.startsWith('0 ')) return `${value}.`;
  return value === 'alpn=h2' ? '1 . alpn=h2' : `1 . ipv4hint=${value}`;
}

import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from './peer.js';

/** Where a server runs, and with what. */
export interface ZoneServerOptions {
  /** A folder of its own is made below it. */
  readonly path: string;
  readonly address: string;
  readonly port: number;
  /** Zone files' texts by zone name; the root is the empty string. */
  readonly zones: ReadonlyMap<string, string>;
}

export interface ZoneServer {
  stop(): Promise<void>;
}

const zoneName = (name: string): string => (name === '' ? '.' : name);
const fileName = (name: string): string => `${name || 'root'}.zone`;

async function folderOf({ path, address, zones }: ZoneServerOptions): Promise<string> {
  const folder = join(path, address);
  await mkdir(join(folder, 'db'), { recursive: true });
  for (const [name, text] of zones)
    await writeFile(join(folder, fileName(name)), `$ORIGIN ${name === '' ? '' : name}.\n${text}`);
  return folder;
}

/** Each zone of a configuration, on lines of its own. */
const eachZone = ({ zones }: ZoneServerOptions, text: (name: string) => string): string =>
  [...zones.keys()].map(text).join('\n');

export interface Knot extends ZoneServer {
  /** What `knotc` gets. */
  control(...command: string[]): void;
}

export async function startKnot(options: ZoneServerOptions, setting = ''): Promise<Knot> {
  const folder = await folderOf(options);
  const socket = join(folder, 'knot.sock');
  const config = `server:
    rundir: ${folder}
    listen: ${options.address}@${options.port}
    user: root
control:
    listen: ${socket}
database:
    storage: ${folder}/db
template:
  - id: default
    storage: ${folder}
    zonefile-sync: -1
    zonefile-load: whole
    journal-content: none
    ${setting}
zone:
${eachZone(options, (name) => `  - domain: ${zoneName(name)}\n    file: ${fileName(name)}`)}
`;
  await writeFile(join(folder, 'knot.conf'), config);
  const { stop } = serve('knotd', ['-c', join(folder, 'knot.conf')]);
  return {
    stop,
    control: (...command) => void execFileSync('knotc', ['-b', '-s', socket, ...command], { stdio: 'pipe' }),
  };
}

export async function startNsd(options: ZoneServerOptions): Promise<ZoneServer> {
  const folder = await folderOf(options);
  const config = `server:
  ip-address: ${options.address}@${options.port}
  username: ""
  chroot: ""
  database: ""
  zonesdir: "${folder}"
  pidfile: "${folder}/nsd.pid"
  xfrdfile: "${folder}/xfrd.state"
  xfrdir: "${folder}"
  zonelistfile: "${folder}/zone.list"
  logfile: "${folder}/nsd.log"
  server-count: 1
remote-control:
  control-enable: no
${eachZone(options, (name) => `zone:\n  name: "${zoneName(name)}"\n  zonefile: "${fileName(name)}"`)}
`;
  await writeFile(join(folder, 'nsd.conf'), config);
  return serve('nsd', ['-d', '-c', join(folder, 'nsd.conf')]);
}

/** It listens on addresses of interfaces alone: of loopback, 127.0.0.1. */
export async function startNamed(options: ZoneServerOptions): Promise<ZoneServer> {
  const folder = await folderOf(options);
  const zone = (name: string) =>
    `zone "${zoneName(name)}" { type primary; file "${fileName(name)}"; check-names ignore; };`;
  return serveNamed(folder, options, `recursion no; check-integrity no;`, eachZone(options, zone));
}

/** Zones' servers by zone name, for a resolver: it follows referrals to port 53 alone. */
export type Stubs = ReadonlyMap<string, readonly string[]>;

/** What a resolver knows from the start. */
interface KnownToResolver {
  readonly port: number;
  readonly stubs: Stubs;
  /** Where it begins where no stub leads. */
  readonly root?: { readonly name: string; readonly address: string };
  /** DS records. */
  readonly anchors?: readonly string[];
}

async function hintsIn(folder: string, { root }: KnownToResolver): Promise<string | undefined> {
  if (!root) return undefined;
  const path = join(folder, 'root.hints');
  await writeFile(path, `. 3600 IN NS ${root.name}.\n${root.name}. 3600 IN A ${root.address}\n`);
  return path;
}

/** A validating resolver. */
export async function startUnbound(
  path: string,
  resolverPort: number,
  known: KnownToResolver,
): Promise<ZoneServer> {
  const { port, stubs, anchors = [] } = known;
  const hints = await hintsIn(path, known);
  const stub = ([name, addresses]: readonly [string, readonly string[]]) =>
    `stub-zone:\n  name: "${zoneName(name)}"\n${addresses.map((address) => `  stub-addr: ${address}@${port}`).join('\n')}`;
  const config = `server:
  interface: 127.0.0.1@${resolverPort}
  directory: "${path}"
  username: ""
  chroot: ""
  pidfile: ""
  use-syslog: no
  do-daemonize: no
  do-not-query-localhost: no
  ede: yes
  val-log-level: 2
  module-config: "validator iterator"
${hints ? `  root-hints: "${hints}"` : ''}
${anchors.map((anchor) => `  trust-anchor: "${anchor}"`).join('\n')}
${[...stubs].map(stub).join('\n')}
remote-control:
  control-enable: no
`;
  await writeFile(join(path, 'unbound.conf'), config);
  return serve('unbound', ['-c', join(path, 'unbound.conf')]);
}

/** A caching resolver that does not validate. */
export async function startNamedResolver(
  path: string,
  resolverPort: number,
  known: KnownToResolver,
): Promise<ZoneServer> {
  const { port, stubs } = known;
  const folder = join(path, 'named-resolver');
  await mkdir(folder, { recursive: true });
  const hints = await hintsIn(folder, known);
  const zones = [...stubs].map(
    ([name, addresses]) =>
      `zone "${zoneName(name)}" { type forward; forward only; forwarders { ${addresses.map((address) => `${address} port ${port};`).join(' ')} }; };`,
  );
  const place = { address: '127.0.0.1', port: resolverPort };
  if (hints) zones.unshift(`zone "." { type hint; file "${hints}"; };`);
  // It would ask again before its own cache ends, as somebody who watches makes it.
  const settings = 'recursion yes; empty-zones-enable no; prefetch 0;';
  return serveNamed(folder, place, settings, zones.join('\n'));
}

async function serveNamed(
  folder: string,
  { address, port }: Pick<ZoneServerOptions, 'address' | 'port'>,
  settings: string,
  zones: string,
): Promise<ZoneServer> {
  const config = `options {
  directory "${folder}";
  listen-on port ${port} { ${address}; };
  listen-on-v6 { none; };
  pid-file none; session-keyfile none; dnssec-validation no; notify no;
  ${settings}
};
controls { };
${zones}
`;
  await writeFile(join(folder, 'named.conf'), config);
  return serve('named', ['-f', '-c', join(folder, 'named.conf')]);
}

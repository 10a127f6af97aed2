import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeDns } from '../../src/mapping/verdict.js';
import { anyAddress } from '../../src/probe/address.js';
import { createDnsProbe } from '../../src/probe/dns-probe.js';
import type { DnsProbe } from '../../src/probe/probe.js';
import { freePort, has, serve, temporaryFolder, until } from './peer.js';

const TARGET = { ipv4: ['203.0.113.10'], ipv6: [], cname: ['app-1.closte.com'] };
const AUTHORITATIVE = '127.0.0.2';
const CHILD = '127.0.0.3';

const zone = (name: string, address: string, records: string) => `$ORIGIN ${name}.
$TTL 2
@ IN SOA ns1 hostmaster 1 3600 600 604800 2
@ IN NS ns1
ns1 IN A ${address}
${records}
`;

const knotConfig = (path: string, name: string, address: string, port: number) => `server:
    rundir: ${path}/${name}.run
    listen: ${address}@${port}
    user: root
control:
    listen: ${path}/${name}.sock
database:
    storage: ${path}/${name}.db
template:
  - id: default
    storage: ${path}
    zonefile-sync: -1
    zonefile-load: whole
    journal-content: none
zone:
  - domain: ${name}
    file: ${name}
`;

describe.skipIf(!has('knotd') || !has('unbound'))('beside knot and unbound', () => {
  const stops: (() => Promise<void>)[] = [];
  let probe: DnsProbe;
  let change: (...command: string[]) => void;

  beforeAll(async () => {
    const { path, remove } = await temporaryFolder();
    stops.push(remove);
    const port = await freePort(AUTHORITATIVE);
    const resolverPort = await freePort();
    const records =
      'old IN A 192.0.2.1\nalias IN CNAME app-1.closte.com.\nchain IN CNAME old\nloop IN CNAME loop2\nloop2 IN CNAME loop\nsub IN NS ns1.sub\nns1.sub IN A 127.0.0.3';
    await writeFile(join(path, 'example.com'), zone('example.com', AUTHORITATIVE, records));
    await writeFile(join(path, 'sub.example.com'), zone('sub.example.com', CHILD, 'shop IN A 203.0.113.10'));
    for (const [name, address] of [
      ['example.com', AUTHORITATIVE],
      ['sub.example.com', CHILD],
    ] as const) {
      await mkdir(join(path, `${name}.run`));
      await writeFile(join(path, `${name}.conf`), knotConfig(path, name, address, port));
      stops.unshift(serve('knotd', ['-c', join(path, `${name}.conf`)]).stop);
    }
    await writeFile(
      join(path, 'unbound.conf'),
      `server:
  interface: 127.0.0.1@${resolverPort}
  directory: "${path}"
  username: ""
  chroot: ""
  pidfile: ""
  use-syslog: no
  do-daemonize: no
  do-not-query-localhost: no
  module-config: "iterator"
  local-data: "app-1.closte.com. 60 IN A 203.0.113.10"
stub-zone:
  name: "example.com"
  stub-addr: ${AUTHORITATIVE}@${port}
stub-zone:
  name: "sub.example.com"
  stub-addr: ${CHILD}@${port}
remote-control:
  control-enable: no
`,
    );
    stops.unshift(serve('unbound', ['-c', join(path, 'unbound.conf')]).stop);
    const knotc = (...command: string[]) =>
      execFileSync('knotc', ['-b', '-s', join(path, 'example.com.sock'), ...command], { stdio: 'pipe' });
    change = (...command) => {
      knotc('zone-begin', 'example.com');
      knotc(...command);
      knotc('zone-commit', 'example.com');
    };
    probe = createDnsProbe({
      resolvers: [{ name: 'unbound', address: '127.0.0.1', port: resolverPort }],
      authoritativePort: port,
      policy: anyAddress,
      now: Date.now,
      timeoutMs: 500,
    });
    await until(async () => (await probe.authoritative('old.example.com', TARGET)).delegation === 'found');
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  const look = async (name: string) => {
    const seen = await probe.authoritative(name, TARGET);
    return { ...seen, at: Date.now(), resolvers: [] };
  };
  const outcome = async (name: string) => (await look(name)).authoritative[0]?.a.outcome;

  it('sees what the authoritative server says', async () => {
    expect(await outcome('old.example.com')).toBe('answer');
    expect(await outcome('nothing.example.com')).toBe('nxdomain');
    expect((await look('nothing.example.com')).authoritative[0]?.a.negativeTtlS).toBe(2);
    expect(judgeDns(await look('old.example.com'), TARGET).verdict).toBe('wrong');
    expect(judgeDns(await look('alias.example.com'), TARGET).verdict).toBe('published');
    expect((await look('chain.example.com')).authoritative[0]?.a.records.map(({ value }) => value)).toEqual([
      'old.example.com',
      '192.0.2.1',
    ]);
    expect(judgeDns(await look('loop.example.com'), TARGET).verdict).toBe('wrong');
  });

  it('goes down a referral to the zone below', async () => {
    const seen = await look('shop.sub.example.com');
    expect(seen.zone).toBe('sub.example.com');
    expect(judgeDns(seen, TARGET).verdict).toBe('published');
  });

  it('sees a live change at the authoritative server at once and at the resolver when its TTL has run out', async () => {
    const remembered = async () => (await probe.resolvers('old.example.com'))[0]?.a.records[0];
    expect((await remembered())?.value).toBe('192.0.2.1');
    const changedAt = Date.now();
    change('zone-unset', 'example.com', 'old', 'A');
    change('zone-set', 'example.com', 'old', '2', 'A', '203.0.113.10');
    expect(judgeDns(await look('old.example.com'), TARGET).verdict).toBe('published');
    expect((await remembered())?.value).toBe('192.0.2.1');
    await until(async () => (await remembered())?.value === '203.0.113.10');
    expect(Date.now() - changedAt).toBeLessThan(4_000);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyAddress, publicOnly } from '../../../src/probe/address.js';
import { createDnsProbe } from '../../../src/probe/dns/probe.js';
import { domainConnectOver, withDnsProvider } from '../../../src/probe/domain-connect/with-dns-provider.js';
import { type DnsWorld, startDnsWorld } from '../../../src/sandbox/dns/dns-world.js';
import { json, SETTINGS, type StandIn, startStandIn } from './stand-in.js';

const TARGET = { ipv4: ['127.0.0.10'], ipv6: [], cname: [] };
const GODADDY = ['ns51.domaincontrol.com', 'ns52.domaincontrol.com'];

let world: DnsWorld;
let provider: StandIn;
beforeAll(async () => {
  world = await startDnsWorld({ targetHost: 'app-1.closte.com', targetAddress: '127.0.0.10' });
  provider = await startStandIn(['connect.provider.net']);
  world.addZone('provider.net').add('connect.provider.net', 'A', provider.address);
  provider.respond = json({ ...SETTINGS, nameServers: world.servers });
});
afterAll(() => Promise.all([world.stop(), provider.close()]));

const SETUP = { policy: anyAddress, now: Date.now, timeoutMs: 300 };
const probeWith = (hostname: string, { isAsking = true, addresses = anyAddress } = {}) => {
  const dns = createDnsProbe({ ...SETUP, ...world });
  const { port, ca } = provider;
  const domainConnect = domainConnectOver(dns, { now: Date.now, addresses, port, ca: [ca] });
  return withDnsProvider(dns, isAsking ? domainConnect : undefined).authoritative(hostname, TARGET, 'probe');
};
const zoneOf = (name: string, servers?: readonly string[]) => {
  const zone = world.addZone(name, servers);
  zone.add(`shop.${name}`, 'A', '127.0.0.10');
  return zone;
};

describe('the DNS provider in an observation', () => {
  it('is named by its own word, over the bot’s own DNS and HTTPS', async () => {
    zoneOf('by-its-word.com').add('_domainconnect.by-its-word.com', 'TXT', 'connect.provider.net');
    await expect(probeWith('shop.by-its-word.com')).resolves.toMatchObject({
      dnsProvider: {
        name: 'Provider Domains',
        panelUrl: 'https://panel.provider.test/dns?domain=by-its-word.com',
        source: 'domain-connect',
      },
    });
  });

  it('may be a TXT record of another zone, behind a CNAME', async () => {
    zoneOf('aliased.com').add('_domainconnect.aliased.com', 'CNAME', '_domainconnect.provider.net');
    world.zoneOf('provider.net')?.add('_domainconnect.provider.net', 'TXT', 'connect.provider.net');
    expect((await probeWith('shop.aliased.com')).dnsProvider?.source).toBe('domain-connect');
  });

  it.each([
    ['switched off', { isAsking: false }],
    ['at an address that is not public', { addresses: publicOnly }],
  ])('is asked nothing where it is %s', async (_, how) => {
    const name = `quiet-${_.length}.com`;
    zoneOf(name).add(`_domainconnect.${name}`, 'TXT', 'connect.provider.net');
    const before = provider.requests.length;
    expect((await probeWith(`shop.${name}`, how)).dnsProvider).toBeUndefined();
    expect(provider.requests).toHaveLength(before);
  });

  it('is named by the name servers where none of them speaks, and nobody else is asked', async () => {
    zoneOf('dead.com', GODADDY).add('_domainconnect.dead.com', 'TXT', 'connect.provider.net');
    const delegated = world.addZone('domaincontrol.com');
    for (const server of GODADDY) delegated.add(server, 'A', '127.0.0.9');
    const before = provider.requests.length;
    expect((await probeWith('shop.dead.com')).dnsProvider).toMatchObject({
      name: 'GoDaddy',
      source: 'name-servers',
    });
    expect(provider.requests).toHaveLength(before);
  });

  it('is left out, without a finding, where nobody says', async () => {
    zoneOf('unnamed.com');
    const seen = await probeWith('shop.unnamed.com');
    expect(seen.authoritative).not.toEqual([]);
    expect(seen).not.toHaveProperty('dnsProvider');
  });
});

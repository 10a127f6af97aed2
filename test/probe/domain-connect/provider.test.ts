import { describe, expect, it } from 'vitest';
import type { Discovery } from '../../../src/probe/domain-connect/domain-connect.js';
import { nameProvider } from '../../../src/probe/domain-connect/provider.js';
import type { DomainConnectSettings } from '../../../src/probe/domain-connect/settings.js';

const GODADDY = ['ns51.domaincontrol.com', 'ns52.domaincontrol.com'];
const STRANGERS = ['ns1.stranger.test', 'ns2.stranger.test'];

const found = (settings: Partial<DomainConnectSettings>): Discovery => ({
  kind: 'found',
  settings: {
    providerId: 'provider.test',
    name: 'Provider Domains',
    urlAPI: 'https://provider.test',
    panelUrl: 'https://panel.provider.test/example.com',
    ...settings,
  },
});
const name = (nameServers: readonly string[], discovery: Discovery) =>
  nameProvider({ zone: 'example.com', nameServers }, { domainConnect: { discover: async () => discovery } });

describe('nameProvider', () => {
  it('takes the provider at its word where its name servers are the zone’s', async () => {
    const discovery = found({
      nameServers: ['NS1.stranger.test.', 'ns2.stranger.test', 'ns3.stranger.test'],
    });
    await expect(name(STRANGERS, discovery)).resolves.toEqual({
      name: 'Provider Domains',
      panelUrl: 'https://panel.provider.test/example.com',
      source: 'domain-connect',
    });
  });

  it('adds what the table knows of the same brand', async () => {
    const discovery = found({ name: 'GoDaddy.com', nameServers: GODADDY });
    await expect(name(GODADDY, discovery)).resolves.toEqual({
      name: 'GoDaddy.com',
      panelUrl: 'https://panel.provider.test/example.com',
      source: 'domain-connect',
      hostField: { style: 'relative', apex: '@' },
      flattensApex: false,
    });
    const { panelUrl } = (await name(GODADDY, found({ name: 'Reseller', nameServers: GODADDY }))) ?? {};
    expect(panelUrl).toBe('https://panel.provider.test/example.com');
  });

  it('goes by the name servers where an earlier provider still answers', async () => {
    await expect(name(GODADDY, found({ nameServers: STRANGERS }))).resolves.toMatchObject({
      name: 'GoDaddy',
      panelUrl: 'https://dcc.godaddy.com/control/portfolio',
      source: 'name-servers',
    });
  });

  it('does not believe a provider that lists only some of the zone’s name servers', async () => {
    await expect(name(STRANGERS, found({ nameServers: ['ns1.stranger.test'] }))).resolves.toBeUndefined();
  });

  it('weighs an answer without name servers against the table', async () => {
    await expect(name(GODADDY, found({}))).resolves.toMatchObject({ source: 'name-servers' });
    await expect(name(GODADDY, found({ name: 'GoDaddy' }))).resolves.toMatchObject({
      source: 'domain-connect',
    });
    await expect(name(STRANGERS, found({}))).resolves.toMatchObject({ source: 'domain-connect' });
    await expect(name(['dns1.p05.nsone.net'], found({}))).resolves.toMatchObject({
      name: 'Provider Domains',
    });
  });

  it.each<Discovery>([{ kind: 'absent' }, { kind: 'unknown' }])(
    'goes by the name servers when $kind',
    async (discovery) => {
      await expect(name(GODADDY, discovery)).resolves.toMatchObject({
        name: 'GoDaddy',
        source: 'name-servers',
      });
      await expect(name(STRANGERS, discovery)).resolves.toBeUndefined();
    },
  );

  it('names both providers of a divided zone, without a panel', async () => {
    await expect(name(['ns51.domaincontrol.com', 'ada.ns.cloudflare.com'], found({}))).resolves.toEqual({
      name: 'GoDaddy',
      secondName: 'Cloudflare',
      source: 'name-servers',
    });
  });
});

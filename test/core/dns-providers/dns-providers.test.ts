import { describe, expect, it } from 'vitest';
import { compileNameServerPattern } from '../../../src/core/dns-providers/dns-provider.js';
import { DNS_PROVIDERS } from '../../../src/core/dns-providers/identify.js';
import { NAME_SERVERS_BY_PROVIDER } from './examples.js';

const examples = Object.entries(NAME_SERVERS_BY_PROVIDER).flatMap(([id, nameServers]) =>
  nameServers.map((nameServer) => ({ id, nameServer })),
);

const claimants = (nameServer: string): string[] =>
  DNS_PROVIDERS.filter(({ nameServers }) =>
    nameServers.some((pattern) => compileNameServerPattern(pattern).test(nameServer)),
  ).map(({ id }) => id);

describe('the table of DNS providers', () => {
  it('has at least 90 providers, each once, each with its source', () => {
    expect(DNS_PROVIDERS.length).toBeGreaterThanOrEqual(90);
    expect(new Set(DNS_PROVIDERS.map(({ id }) => id)).size).toBe(DNS_PROVIDERS.length);
    expect(new Set(DNS_PROVIDERS.map(({ name }) => name)).size).toBe(DNS_PROVIDERS.length);
    for (const { id, source } of DNS_PROVIDERS) expect(source, id).toMatch(/\w{3}/);
  });

  it.each(examples)('$nameServer is of $id alone', ({ id, nameServer }) => {
    expect(claimants(nameServer)).toEqual([id]);
  });

  it('has a name server for every pattern', () => {
    const untried = DNS_PROVIDERS.flatMap(({ id, nameServers }) =>
      nameServers.filter((pattern) => {
        const compiled = compileNameServerPattern(pattern);
        return !NAME_SERVERS_BY_PROVIDER[id]?.some((nameServer) => compiled.test(nameServer));
      }),
    );
    expect(untried).toEqual([]);
  });

  it.each(examples)('leaves alone what only looks like $nameServer', ({ nameServer }) => {
    expect(claimants(`${nameServer}.evil.test`)).toEqual([]);
    expect(claimants(`evil-${nameServer.replace('.', '.evil-')}`)).toEqual([]);
    expect(claimants(nameServer.replaceAll('.', 'x'))).toEqual([]);
    expect(claimants(`${nameServer}\nns1.example.com`)).toEqual([]);
  });

  it('leaves alone the domains of providers themselves', () => {
    for (const name of [
      'domaincontrol.com',
      'ns.cloudflare.com',
      'evil.ns1.domaincontrol.com',
      'www.godaddy.com',
    ])
      expect(claimants(name), name).toEqual([]);
  });

  it('links to panels by HTTPS, without parameters', () => {
    for (const { id, panelUrl } of DNS_PROVIDERS) {
      if (panelUrl === undefined) continue;
      const url = new URL(panelUrl);
      expect({ id, protocol: url.protocol, search: url.search, username: url.username }).toEqual({
        id,
        protocol: 'https:',
        search: '',
        username: '',
      });
    }
  });
});

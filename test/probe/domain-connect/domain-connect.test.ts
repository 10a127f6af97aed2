import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createDomainConnect,
  type Discovery,
  type DomainConnectDeps,
} from '../../../src/probe/domain-connect/domain-connect.js';
import { HOST, json, SETTINGS, type StandIn, startStandIn } from './stand-in.js';

const ZONE = 'example.com';
const HOUR_MS = 3_600_000;

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
  standIn.respond = json(SETTINGS);
});
afterEach(() => standIn.close());

const deps = (overrides: Partial<DomainConnectDeps> = {}): DomainConnectDeps => ({
  resolveTxt: async () => [HOST],
  lookup: async () => [standIn.address],
  addresses: { mayConnect: (address) => address === standIn.address },
  now: () => 1_000_000,
  port: standIn.port,
  ca: standIn.ca,
  timeoutMs: 10_000,
  ...overrides,
});
const discover = (overrides?: Partial<DomainConnectDeps>): Promise<Discovery> =>
  createDomainConnect(deps(overrides)).discover(ZONE);

describe('discovery', () => {
  it('reads the settings that the zone points to', async () => {
    const asked: string[] = [];
    const resolveTxt = async (name: string) => {
      asked.push(name);
      return [HOST];
    };
    await expect(discover({ resolveTxt })).resolves.toEqual({
      kind: 'found',
      settings: {
        providerId: 'provider.test',
        name: 'Provider Domains',
        urlAPI: `https://${HOST}`,
        urlSyncUX: 'https://sync.provider.test',
        panelUrl: 'https://panel.provider.test/dns?domain=example.com',
        nameServers: ['ns1.provider.test', 'ns2.provider.test'],
      },
    });
    expect(asked).toEqual(['_domainconnect.example.com']);
    expect(standIn.requests).toEqual(['/v2/example.com/settings']);
  });

  it.each([`${HOST}/connect`, `${HOST}/connect/`])('takes the path of the prefix %s', async (prefix) => {
    await expect(discover({ resolveTxt: async () => [prefix] })).resolves.toMatchObject({ kind: 'found' });
    expect(standIn.requests).toEqual(['/connect/v2/example.com/settings']);
  });

  it('is absent without a TXT record', async () => {
    await expect(discover({ resolveTxt: async () => [] })).resolves.toEqual({ kind: 'absent' });
    expect(standIn.requests).toEqual([]);
  });

  it('is absent where the provider does not have the zone', async () => {
    standIn.respond = (_, response) => response.writeHead(404).end();
    await expect(discover()).resolves.toEqual({ kind: 'absent' });
  });

  it.each([
    `${HOST}:8443`,
    `user@${HOST}`,
    `${HOST}?a=b`,
    `${HOST}#a`,
    `http://${HOST}`,
    `${HOST}\\@evil.test`,
    '127.0.0.1',
    '[::1]',
    '2130706433',
    '0x7f.1',
    'localhost',
    'v=spf1 -all',
    '',
    `${'a.'.repeat(200)}test`,
  ])('asks nobody for the prefix "%s"', async (prefix) => {
    await expect(discover({ resolveTxt: async () => [prefix] })).resolves.toEqual({ kind: 'unknown' });
    expect(standIn.requests).toEqual([]);
  });

  it('asks nobody where several prefixes contradict each other', async () => {
    const resolveTxt = async () => [HOST, 'other.provider.test'];
    await expect(discover({ resolveTxt })).resolves.toEqual({ kind: 'unknown' });
    expect(standIn.requests).toEqual([]);
  });

  it('is unknown where DNS does not answer', async () => {
    const fail = async () => {
      throw new Error('SERVFAIL');
    };
    await expect(discover({ resolveTxt: fail })).resolves.toEqual({ kind: 'unknown' });
    await expect(discover({ lookup: fail })).resolves.toEqual({ kind: 'unknown' });
    await expect(discover({ lookup: async () => [] })).resolves.toEqual({ kind: 'unknown' });
  });
});

describe('a hostile provider', () => {
  it('can not redirect', async () => {
    standIn.respond = (request, response) =>
      request.url?.startsWith('/elsewhere')
        ? json(SETTINGS)(request, response)
        : response.writeHead(302, { location: `https://${HOST}/elsewhere` }).end();
    await expect(discover()).resolves.toEqual({ kind: 'unknown' });
    expect(standIn.requests).toHaveLength(1);
  });

  it('can not have a private address', async () => {
    await expect(discover({ addresses: { mayConnect: () => false } })).resolves.toEqual({ kind: 'unknown' });
    expect(standIn.requests).toEqual([]);
  });

  it('is held to public addresses unless a stand-in says otherwise', async () => {
    const { addresses: _, ...withoutPolicy } = deps();
    await expect(createDomainConnect(withoutPolicy).discover(ZONE)).resolves.toEqual({ kind: 'unknown' });
    expect(standIn.requests).toEqual([]);
  });

  it('can not hide a private address among public ones', async () => {
    await expect(discover({ lookup: async () => [standIn.address, '10.0.0.1'] })).resolves.toEqual({
      kind: 'unknown',
    });
    expect(standIn.requests).toEqual([]);
  });

  it('can not answer the second lookup otherwise: there is none', async () => {
    let lookups = 0;
    const lookup = async () => {
      lookups += 1;
      return lookups === 1 ? [standIn.address] : ['127.0.0.2'];
    };
    await expect(discover({ lookup })).resolves.toMatchObject({ kind: 'found' });
    expect(lookups).toBe(1);
    expect(standIn.requests).toHaveLength(1);
  });

  it.each([
    ['never answers', () => undefined],
    [
      'stops in the middle of the body',
      (response: { writeHead(status: number): void; write(text: string): void }) => {
        response.writeHead(200);
        response.write('{');
      },
    ],
  ])('is given up when it %s', async (_, respond) => {
    standIn.respond = (__, response) => respond(response);
    await expect(discover({ timeoutMs: 500 })).resolves.toEqual({ kind: 'unknown' });
  });

  it('is given up when the lookup of its address never ends', async () => {
    await expect(discover({ lookup: () => new Promise(() => {}), timeoutMs: 50 })).resolves.toEqual({
      kind: 'unknown',
    });
  });

  it('is given up when it drips', async () => {
    standIn.respond = (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    };
    await expect(discover({ timeoutMs: 500 })).resolves.toEqual({ kind: 'unknown' });
  });

  it('can not send more than 64 KiB', async () => {
    standIn.respond = json({ ...SETTINGS, more: 'x'.repeat(64 * 1024) });
    await expect(discover()).resolves.toEqual({ kind: 'unknown' });
    standIn.respond = json({ ...SETTINGS, more: 'x'.repeat(60 * 1024) });
    await expect(discover()).resolves.toMatchObject({ kind: 'found' });
  });

  it('needs a certificate for its name, by an authority that is trusted', async () => {
    const { ca: _, ...withoutAuthority } = deps();
    await expect(createDomainConnect(withoutAuthority).discover(ZONE)).resolves.toEqual({ kind: 'unknown' });
    const resolveTxt = async () => ['other.provider.test'];
    await expect(discover({ resolveTxt })).resolves.toEqual({ kind: 'unknown' });
    expect(standIn.requests).toEqual([]);
  });

  it.each([200, 301, 400, 401, 403, 429, 500, 503])(
    'is unknown with status %i and no settings',
    async (status) => {
      standIn.respond = (_, response) => response.writeHead(status).end('{"providerId":');
      await expect(discover()).resolves.toEqual({ kind: 'unknown' });
    },
  );
});

describe('what is cached', () => {
  it('asks once for those who ask together, and again after a day', async () => {
    let now = 1_000_000;
    const domainConnect = createDomainConnect(deps({ now: () => now }));
    await Promise.all([domainConnect.discover(ZONE), domainConnect.discover(ZONE)]);
    now += 23 * HOUR_MS;
    await domainConnect.discover(ZONE);
    expect(standIn.requests).toHaveLength(1);
    now += 2 * HOUR_MS;
    await domainConnect.discover(ZONE);
    expect(standIn.requests).toHaveLength(2);
  });

  it('asks sooner for what could not be answered', async () => {
    let now = 1_000_000;
    const domainConnect = createDomainConnect(deps({ now: () => now }));
    standIn.respond = (_, response) => response.writeHead(503).end();
    await expect(domainConnect.discover(ZONE)).resolves.toEqual({ kind: 'unknown' });
    standIn.respond = json(SETTINGS);
    now += HOUR_MS / 12;
    await expect(domainConnect.discover(ZONE)).resolves.toEqual({ kind: 'unknown' });
    now += HOUR_MS / 4;
    await expect(domainConnect.discover(ZONE)).resolves.toMatchObject({ kind: 'found' });
  });

  it('keeps zones apart', async () => {
    const domainConnect = createDomainConnect(deps());
    await domainConnect.discover('one.test');
    await domainConnect.discover('two.test');
    expect(standIn.requests).toEqual(['/v2/one.test/settings', '/v2/two.test/settings']);
  });
});

describe('templateSupported', () => {
  const ask = (overrides?: Partial<DomainConnectDeps>, urlAPI = `https://${HOST}/api/`) =>
    createDomainConnect(deps(overrides)).templateSupported(
      { providerId: 'provider.test', name: 'Provider', urlAPI },
      { providerId: 'agency.test', serviceId: 'shops' },
    );

  it.each([
    [200, 'yes'],
    [204, 'yes'],
    [404, 'no'],
    [302, 'unknown'],
    [401, 'unknown'],
    [500, 'unknown'],
  ] as const)('tells by status %i: %s', async (status, expected) => {
    standIn.respond = (_, response) => response.writeHead(status).end();
    await expect(ask()).resolves.toBe(expected);
    expect(standIn.requests).toEqual(['/api/v2/domainTemplates/providers/agency.test/services/shops']);
  });

  it('holds the address of the API to the same rules', async () => {
    await expect(ask({ addresses: { mayConnect: () => false } })).resolves.toBe('unknown');
    await expect(ask({}, 'https://127.0.0.1/')).resolves.toBe('unknown');
    await expect(ask({}, `https://${HOST}:8443/`)).resolves.toBe('unknown');
    expect(standIn.requests).toEqual([]);
  });
});

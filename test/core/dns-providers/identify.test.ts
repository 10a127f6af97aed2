import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyDnsProvider, providerOfNameServer } from '../../../src/core/dns-providers/identify.js';

const names = (nameServers: readonly string[]): string[] | undefined =>
  identifyDnsProvider(nameServers)?.map(({ name }) => name);

describe('identifyDnsProvider', () => {
  it.each<{ title: string; nameServers: string[]; expected: string[] | undefined }>([
    {
      title: 'all name servers of one provider',
      nameServers: ['ns1045.ui-dns.de', 'ns1102.ui-dns.com', 'ns1037.ui-dns.org'],
      expected: ['IONOS'],
    },
    {
      title: 'capitals and final dots',
      nameServers: ['NS51.DomainControl.COM.', 'ns52.domaincontrol.com'],
      expected: ['GoDaddy'],
    },
    {
      title: 'two providers side by side',
      nameServers: ['ns51.domaincontrol.com', 'ada.ns.cloudflare.com'],
      expected: ['GoDaddy', 'Cloudflare'],
    },
    {
      title: 'one known among more known ones and a stranger',
      nameServers: ['ns1.locaweb.com.br', 'ns2.locaweb.com.br', 'ns1.stranger.test'],
      expected: ['Locaweb'],
    },
    {
      title: 'one known against one stranger',
      nameServers: ['ns5.he.net', 'ns1.stranger.test'],
      expected: undefined,
    },
    {
      title: 'three providers',
      nameServers: ['ns51.domaincontrol.com', 'ada.ns.cloudflare.com', 'ns1.romarg.com'],
      expected: undefined,
    },
    { title: 'strangers', nameServers: ['ns1.example.com', 'ns2.example.com'], expected: undefined },
    { title: 'no name server', nameServers: [], expected: undefined },
    {
      title: 'a brand on name servers that several brands use',
      nameServers: [
        'ns01.squarespacedns.com',
        'ns02.squarespacedns.com',
        'dns1.p05.nsone.net',
        'dns2.p05.nsone.net',
      ],
      expected: ['Squarespace'],
    },
    {
      title: 'nothing but name servers that several brands use',
      nameServers: ['dns1.p05.nsone.net', 'dns2.p05.nsone.net'],
      expected: ['Netlify or NS1'],
    },
    {
      title: 'the same name server twice counts once',
      nameServers: ['ns5.he.net', 'ns5.he.net.', 'ns1.stranger.test'],
      expected: undefined,
    },
    {
      title: 'a brand of the same platform is not IONOS',
      nameServers: ['ns-strato.ui-dns.de', 'ns-strato.ui-dns.com'],
      expected: ['STRATO'],
    },
  ])('$title', ({ nameServers, expected }) => {
    expect(names(nameServers)).toEqual(
      expected && expect.toSatisfy((found: string[]) => sameSet(found, expected)),
    );
  });

  it('does not depend on the order of the name servers', () => {
    const pool = [
      'ns51.domaincontrol.com',
      'ada.ns.cloudflare.com',
      'dns1.p05.nsone.net',
      'ns1.stranger.test',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (nameServers) => {
        const sorted = [...nameServers].sort();
        expect(new Set(names(nameServers))).toEqual(new Set(names(sorted)));
      }),
    );
  });

  it('names no provider for arbitrary text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(providerOfNameServer(`${text}.example`)).toBeUndefined();
      }),
    );
  });
});

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((each) => right.includes(each));

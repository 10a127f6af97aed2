import { type Scenario, served } from './scenario.js';
import { ADDRESS, HOST } from './stage.js';

const OLD = '192.0.2.44';
const FIRST = 'ns1.dns-provider.net';

/** Unusual and in order, where a hasty check finds a fault; and two that seem in order and are not. */
export const unusual: readonly Scenario[] = [
  {
    name: 'www as an alias of a domain that is right',
    expected: [],
    label: 'www.',
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(hostname, 'CNAME', domain);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a domain flattened to the addresses that the target’s host has now',
    expected: [],
    label: '',
    options: { target: { ipv4: [], ipv6: [], cname: [HOST] } },
    arrange: (scene) => served(scene),
  },
  {
    name: 'a wildcard that answers with the target',
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a wildcard below the hostname',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(`*.${scene.hostname}`, 'A', OLD);
    },
  },
  {
    name: 'another subdomain that is delegated to nobody',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(`other.${scene.domain}`, 'NS', 'ns1.gone-provider.com');
    },
  },
  {
    name: 'CAA with a tag that nobody knows and nobody needs to',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 tbs "unknown"');
    },
  },
  {
    name: 'CAA of a name beside the hostname',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(`beside.${scene.domain}`, 'CAA', '0 issue ";"');
    },
  },
  {
    name: 'a TTL of a week',
    expected: [],
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'CNAME', HOST, 604_800);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a name in its own script',
    expected: [],
    label: 'xn--bcher-kva.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'one name server alone',
    expected: [],
    servers: [FIRST],
    arrange: (scene) => served(scene),
  },
  {
    name: 'an HTTPS record with the target’s address',
    expected: [],
    label: '',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'HTTPS', ADDRESS);
    },
  },
  {
    name: 'a DNAME on the way, which leads to the target',
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(hostname, 'CNAME', `shop.old.${domain}`);
      zone.add(`old.${domain}`, 'DNAME', `new.${domain}`);
      zone.add(`shop.new.${domain}`, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a resolver that remembers that there was no IPv6 address',
    expected: [],
    arrange: async (scene) => {
      scene.zone.add(scene.hostname, 'A', ADDRESS);
      await scene.dns.resolvers[0]?.resolver.answer({ name: scene.hostname, type: 'AAAA' });
      await scene.edge.serve(scene.hostname, 'issued');
    },
  },
  {
    name: 'the right answer from servers that speak without authority',
    expected: ['server-lame'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'no-authority');
    },
  },
  {
    name: 'a wildcard wanted below one that answers for it',
    expected: ['wildcard-shadow', 'wildcard-needs-dns'],
    label: '*.eu.',
    arrange: ({ zone, domain }) => zone.add(`*.${domain}`, 'A', OLD),
  },
];

import type { DnsProvider } from './dns-provider.js';

/** The United Kingdom, the Netherlands and the North. */
export const BRITISH_AND_NORTHERN_PROVIDERS: readonly DnsProvider[] = [
  {
    id: '123-reg',
    name: '123 Reg',
    nameServers: ['ns.123-reg.co.uk', 'ns#.123-reg.co.uk'],
    panelUrl: 'https://www.123-reg.co.uk/secure',
    hostField: { style: 'relative', apex: '@' },
    source: 'registration data of .uk, ns and ns2.123-reg.co.uk',
  },
  {
    id: 'fasthosts',
    name: 'Fasthosts',
    nameServers: ['ns#.livedns.co.uk', 'ns-fh.ui-dns.{com,org,biz}'],
    panelUrl: 'https://admin.fasthosts.co.uk/',
    source: 'Fasthosts LiveDNS, ns1 to ns3.livedns.co.uk',
  },
  {
    id: '20i',
    name: '20i',
    nameServers: ['ns#.stackdns.com'],
    panelUrl: 'https://my.20i.com/',
    source: '20i and its resellers, ns1 to ns4.stackdns.com',
  },
  {
    id: 'krystal',
    name: 'Krystal',
    nameServers: ['ns#.krystal.uk', 'ns#.cloudhosting.{uk,co.uk}'],
    panelUrl: 'https://krystal.uk/client/',
    source: 'Krystal, ns1 and ns2.krystal.uk; older ns1.cloudhosting.co.uk',
  },
  {
    id: 'names-co-uk',
    name: 'names.co.uk',
    nameServers: ['ns#.phase8.net'],
    panelUrl: 'https://admin.names.co.uk/',
    source: 'zones of Names.co.uk, ns0 to ns2.phase8.net',
  },
  {
    id: 'heart-internet',
    name: 'Heart Internet',
    nameServers: [
      'ns.mainnameserver.com',
      'ns#.mainnameserver.com',
      'ns.heartinternet.co.uk',
      'ns#.heartinternet.co.uk',
    ],
    panelUrl: 'https://customer.heartinternet.uk/',
    source: 'registration data of Heart Internet, ns and ns2.mainnameserver.com and heartinternet.co.uk',
  },
  {
    id: 'tsohost',
    name: 'tsoHost',
    nameServers: ['ns#.tsohost.co.uk'],
    panelUrl: 'https://my.tsohost.com/',
    source: 'tsoHost help, ns1 to ns3.tsohost.co.uk',
  },
  {
    id: 'lcn',
    name: 'LCN',
    nameServers: ['ns#.lcn.com'],
    panelUrl: 'https://www.lcn.com/',
    source: 'Nominet registration data, ns0 to ns2.lcn.com',
  },
  {
    id: 'mythic-beasts',
    name: 'Mythic Beasts',
    nameServers: ['ns#.mythic-beasts.com'],
    panelUrl: 'https://www.mythic-beasts.com/customer/domains',
    source: 'Mythic Beasts, ns1 to ns3.mythic-beasts.com',
  },
  {
    id: 'one-com',
    name: 'one.com',
    nameServers: ['ns#.one.com'],
    panelUrl: 'https://www.one.com/admin/',
    source: 'help.one.com, "How do I change the name servers", ns01 and ns02.one.com',
  },
  {
    id: 'transip',
    name: 'TransIP',
    nameServers: ['ns0.transip.net', 'ns1.transip.nl', 'ns2.transip.eu'],
    panelUrl: 'https://www.transip.nl/cp/',
    hostField: { style: 'relative', apex: '@' },
    source: 'TransIP, ns0.transip.net, ns1.transip.nl and ns2.transip.eu',
  },
];

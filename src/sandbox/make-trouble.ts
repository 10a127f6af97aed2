import type { DnsWorld } from './dns/dns-world.js';
import type { Zone } from './dns/zone.js';

/** Faults that customers and their providers cause, beyond a wrong record. */
export const PROBLEMS = [
  'cname-elsewhere',
  'cname-dangling',
  'doubled',
  'wildcard',
  'cloudflare',
  'one-lame',
  'one-behind',
  'bogus',
  'caa',
  'put-right',
] as const;
export type Trouble = (typeof PROBLEMS)[number];

export const isKnownTrouble = (action: string): action is Trouble =>
  PROBLEMS.some((problem) => problem === action);

const STRANGER = '192.0.2.80';
const CLOUDFLARE_ADDRESS = '104.16.1.1';

export function makeTrouble(dns: DnsWorld, zone: Zone, name: string, problem: Trouble): void {
  const [, second = ''] = dns.servers;
  const instead = (type: 'A' | 'CNAME', value: string, owner = name) => {
    zone.remove(name);
    zone.add(owner, type, value);
  };
  switch (problem) {
    case 'cname-elsewhere':
      return instead('CNAME', 'www.example.org');
    case 'cname-dangling':
      return instead('CNAME', 'gone.example.org');
    case 'doubled':
      return instead('A', STRANGER, `${name}.${zone.name}`);
    case 'wildcard':
      return instead('A', STRANGER, `*.${name.slice(name.indexOf('.') + 1)}`);
    case 'cloudflare':
      return instead('A', CLOUDFLARE_ADDRESS);
    case 'one-lame':
      return dns.setBehaviour(zone.name, 'lame', second);
    case 'one-behind':
      return dns.setVersion(second, zone.name, zone.copy());
    case 'bogus':
      return dns.setSigned(zone.name, 'bogus');
    case 'caa':
      return zone.add(zone.name, 'CAA', '0 issue "ca.example.net"');
    case 'put-right':
      return putRight(dns, zone, name);
  }
}

/** Everything but the hostname's own records. */
function putRight(dns: DnsWorld, zone: Zone, name: string): void {
  const [, second = ''] = dns.servers;
  dns.setBehaviour(zone.name, 'normal');
  dns.setVersion(second, zone.name, zone);
  dns.setSigned(zone.name, 'unsigned');
  zone.remove(zone.name, 'CAA');
  zone.remove(`${name}.${zone.name}`);
  zone.remove(`*.${name.slice(name.indexOf('.') + 1)}`);
}

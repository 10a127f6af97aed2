import type { DnsWorld } from './dns/dns-world.js';
import type { Zone } from './dns/zone.js';

/** Faults that customers and their providers cause, beyond a wrong record. */
export const zoneFaults = [
  'cname-elsewhere',
  'cname-dangling',
  'zone-twice',
  'wildcard',
  'cloudflare',
  'one-lame',
  'one-behind',
  'bogus',
  'caa',
  'fixed',
] as const;
export type ZoneFault = (typeof zoneFaults)[number];

export const isZoneFault = (action: string): action is ZoneFault =>
  zoneFaults.some((problem) => problem === action);

const STRANGER = '192.0.2.80';
const CLOUDFLARE_ADDRESS = '104.16.1.1';

export function makeZoneFault(dns: DnsWorld, zone: Zone, name: string, problem: ZoneFault): void {
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
    case 'zone-twice':
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
    case 'fixed':
      return fixZone(dns, zone, name);
  }
}

/** Everything but the hostname's own records. */
function fixZone(dns: DnsWorld, zone: Zone, name: string): void {
  const [, second = ''] = dns.servers;
  dns.setBehaviour(zone.name, 'normal');
  dns.setVersion(second, zone.name, zone);
  dns.setSigned(zone.name, 'unsigned');
  zone.remove(zone.name, 'CAA');
  zone.remove(`${name}.${zone.name}`);
  zone.remove(`*.${name.slice(name.indexOf('.') + 1)}`);
}

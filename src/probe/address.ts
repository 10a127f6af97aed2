import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The addresses a probe may connect to. */
export interface AddressPolicy {
  mayConnect(address: string): boolean;
}

/** Special-purpose IPv4 ranges (IANA registry) that ipaddr.js has no name for. */
const SPECIAL_V4 = ranges<ipaddr.IPv4>([
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
]);

/** The only IPv6 space that IANA has allocated to networks (RFC 4291 2.4). */
const GLOBAL_V6 = parseAddress<ipaddr.IPv6>('2000::/3');

/** Ranges within it that hold no public hosts. */
const SPECIAL_V6 = ranges<ipaddr.IPv6>([
  '2001::/23', // Teredo, benchmarking, ORCHID and other protocols
  '2001:db8::/32',
  '2620:4f:8000::/48',
  '3ffe::/16', // 6bone, given back (RFC 3701)
  '3fff::/20',
]);

/** A 6to4 address is as public as the IPv4 address it embeds (RFC 3056). */
const SIX_TO_FOUR = parseAddress<ipaddr.IPv6>('2002::/16');

/** Public unicast only. Embedded IPv4 addresses (mapped, compatible, NAT64) are never published. */
export const publicOnly: AddressPolicy = {
  mayConnect(address) {
    // ipaddr.js alone would also accept 010.0.0.1 and 127.1, and finds out with a thrown error that one is IPv6.
    const version = isIP(address);
    if (version === 0) return false;
    return version === 4 ? isPublicV4(ipaddr.IPv4.parse(address)) : isPublicV6(ipaddr.IPv6.parse(address));
  },
};

const isPublicV4 = (address: ipaddr.IPv4): boolean =>
  address.range() === 'unicast' && !SPECIAL_V4.some((range) => address.match(range));

function isPublicV6(address: ipaddr.IPv6): boolean {
  if (address.zoneId || !address.match(GLOBAL_V6)) return false;
  if (address.match(SIX_TO_FOUR)) return isPublicV4(new ipaddr.IPv4(address.toByteArray().slice(2, 6)));
  return !SPECIAL_V6.some((range) => address.match(range));
}

function parseAddress<Address extends ipaddr.IPv4 | ipaddr.IPv6>(range: string): [Address, number] {
  return ipaddr.parseCIDR(range) as [Address, number];
}

function ranges<Address extends ipaddr.IPv4 | ipaddr.IPv6>(all: readonly string[]): [Address, number][] {
  return all.map((range) => parseAddress<Address>(range));
}

/** For tests: any address. */
export const anyAddress: AddressPolicy = { mayConnect: (address) => ipaddr.isValid(address) };

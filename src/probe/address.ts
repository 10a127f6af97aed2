import ipaddr from 'ipaddr.js';

/** Which addresses a probe may talk to. */
export interface AddressPolicy {
  mayConnect(address: string): boolean;
}

/** IANA's special registries where ipaddr.js has no name for them: they route nowhere public. */
const SPECIAL = [
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '64:ff9b:1::/48',
  '100:0:0:1::/64',
  '2620:4f:8000::/48',
  '3fff::/20',
  '5f00::/16',
].map((range) => ipaddr.parseCIDR(range));

/** Public unicast only: no private, loopback, link-local, multicast or reserved address, mapped and NAT64 forms included. */
export const publicOnly: AddressPolicy = {
  mayConnect(address) {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.parse(address);
    if (parsed.range() !== 'unicast') return false;
    return !SPECIAL.some(([range, bits]) => parsed.kind() === range.kind() && parsed.match([range, bits]));
  },
};

/** For a lab: everything that is an address. */
export const anyAddress: AddressPolicy = { mayConnect: (address) => ipaddr.isValid(address) };

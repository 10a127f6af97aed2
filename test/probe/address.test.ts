import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { publicOnly } from '../../src/probe/address.js';

describe('public unicast', () => {
  it.each([
    '8.8.8.8',
    '1.0.0.1',
    '2001:4860:4860::8888',
    '2606:4700:4700::1111',
    '2a01:4f8::1',
    // 6to4 with a public address inside
    '2002:808:808::1',
  ])('%s is', (address) => {
    expect(publicOnly.mayConnect(address)).toBe(true);
  });

  it.each([
    // this host, private, shared, loopback, link-local
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.0.1',
    // protocol assignments, documentation, benchmarking, 6to4 relay, AS112, AMT
    '192.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '192.88.99.1',
    '192.175.48.1',
    '192.31.196.1',
    '192.52.193.1',
    // multicast, reserved, broadcast
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    // IPv6: none, loopback, mapped and compatible forms
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::7f00:1',
    '::808:808',
    '::ffff:0:808:808',
    // NAT64 and 6to4 with something private inside; local-use NAT64
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::808:808',
    '2002:7f00:1::1',
    '2002:a00:1::1',
    '2002:c0a8:1::1',
    // Teredo, ORCHID, benchmarking, documentation, 6bone, AS112
    '2001::1',
    '2001:20::1',
    '2001:2::1',
    '2001:db8::1',
    '3fff::1',
    '3ffe::1',
    '2620:4f:8000::1',
    // discard, segment routing, unallocated, unique local, link-local, site-local, multicast
    '100::1',
    '100:0:0:1::1',
    '5f00::1',
    '4000::1',
    '8000::1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1%eth0',
    'fec0::1',
    'ff02::1',
    // no addresses
    '',
    'localhost',
    '8.8.8',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '010.0.0.1',
  ])('%s is not', (address) => {
    expect(publicOnly.mayConnect(address)).toBe(false);
  });
});

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

it('no IPv6 address outside 2000::/3 is public', () => {
  fc.assert(
    fc.property(bytes(16), (address) => {
      const [first = 0] = address;
      const text = ipaddr.fromByteArray([...address]).toString();
      if ((first & 0xe0) !== 0x20) expect(publicOnly.mayConnect(text)).toBe(false);
    }),
  );
});

it('every form with an IPv4 address inside is at most as public as that address', () => {
  const forms = [
    (ipv4: number[]) => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...ipv4],
    (ipv4: number[]) => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...ipv4],
    (ipv4: number[]) => [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ...ipv4],
    (ipv4: number[]) => [0x20, 0x02, ...ipv4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ];
  const special = fc.constantFrom([10, 0], [127, 0], [169, 254], [192, 168], [100, 64], [198, 18], [224, 0]);
  fc.assert(
    fc.property(special, bytes(2), fc.constantFrom(...forms), (head, rest, form) => {
      const address = ipaddr.fromByteArray(form([...head, ...rest])).toString();
      expect(publicOnly.mayConnect(address)).toBe(false);
    }),
  );
});

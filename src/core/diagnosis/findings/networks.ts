import ipaddr from 'ipaddr.js';

/** Cloudflare's published ranges (https://www.cloudflare.com/ips/). */
const CLOUDFLARE = [
  '173.245.48.0/20',
  '103.21.244.0/22',
  '103.22.200.0/22',
  '103.31.4.0/22',
  '141.101.64.0/18',
  '108.162.192.0/18',
  '190.93.240.0/20',
  '188.114.96.0/20',
  '197.234.240.0/22',
  '198.41.128.0/17',
  '162.158.0.0/15',
  '104.16.0.0/13',
  '104.24.0.0/14',
  '172.64.0.0/13',
  '131.0.72.0/22',
  '2400:cb00::/32',
  '2606:4700::/32',
  '2803:f800::/32',
  '2405:b500::/32',
  '2405:8100::/32',
  '2a06:98c0::/29',
  '2c0f:f248::/32',
].map((range) => ipaddr.parseCIDR(range));

type Address = ReturnType<typeof ipaddr.parse>;
type AddressRange = ReturnType<typeof ipaddr.parseCIDR>;

const isInRange = (address: Address, ranges: readonly AddressRange[]): boolean =>
  ranges.some(([range, bits]) => address.kind() === range.kind() && address.match([range, bits]));

export const isCloudflare = (address: string): boolean =>
  ipaddr.isValid(address) && isInRange(ipaddr.parse(address), CLOUDFLARE);

const NEVER_PUBLIC: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
  'broadcast',
  'multicast',
  'rfc6052',
  'rfc6145',
  'ipv4Mapped',
  'benchmarking',
  'discard',
  'deprecatedSiteLocal',
]);

/** What the library counts as documentation addresses: benchmarks (RFC 2544), protocols, and class E (RFC 1112). */
const NEVER_ROUTED = ['198.18.0.0/15', '192.0.0.0/24', '240.0.0.0/4', '0.0.0.0/8'].map((range) =>
  ipaddr.parseCIDR(range),
);

/** A private or otherwise non-public address. */
export function isPrivate(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return NEVER_PUBLIC.has(parsed.range()) || isInRange(parsed, NEVER_ROUTED);
}

/** Name server domains of parked or for-sale domains. */
const PARKING = [
  'sedoparking.com',
  'parkingcrew.net',
  'bodis.com',
  'above.com',
  'afternic.com',
  'dan.com',
  'undeveloped.com',
  'uniregistrymarket.link',
  'parklogic.com',
  'namebrightdns.com',
  'cashparking.com',
  'voodoo.com',
  'dsredirection.com',
  'ztomy.com',
  'hugedomains.com',
  'fastpark.net',
  'parked.com',
  'smartname.com',
  'trafficz.com',
  'internettraffic.com',
  'rookdns.com',
  'fabulous.com',
  'giantpanda.com',
  'dnsnuts.com',
  'eftydns.com',
];

/** Name server domains that registrars use for expired or suspended domains. */
const ON_HOLD = [
  'pendingrenewaldeletion.com',
  'renewyourname.net',
  'expirationwarning.net',
  'suspended-domain.com',
  'verify-contact-details.namecheap.com',
  'failed-whois-verification.namecheap.com',
  'expired-domain.registrar-servers.com',
  'clientholdserver.com',
  'domainrecover.com',
  'expirens3.hichina.com',
  'expirens4.hichina.com',
];

/** Registrars name such servers after their purpose; `dns-parking.com` is Hostinger's usual one. */
const HOLDING =
  /(?:^|[.-])(?:expired?|suspended|on-?hold|unverified|pending(?:-?renewal|-?delete)?)-?(?:domains?|dns|names?)(?:[.-]|$)|(?:^|[.-])domains?-?(?:expired|suspended|on-?hold)(?:[.-]|$)|(?:^|\.)(?:clienthold|registrant-?verification)(?:[.-]|$)/;

/** By comparing ends: this is asked of each name server in each check. */
function isUnder(name: string, domains: readonly string[]): boolean {
  return domains.some(
    (domain) =>
      name.endsWith(domain) && (name.length === domain.length || name.at(-domain.length - 1) === '.'),
  );
}

/** Name servers of Cloudflare as the DNS provider (https://developers.cloudflare.com/dns/nameservers/). */
export const isCloudflareServer = (name: string): boolean =>
  isUnder(name, ['ns.cloudflare.com', 'secondary.cloudflare.com', 'foundationdns.com', 'foundationdns.net']);
export const isParkingServer = (name: string): boolean => isUnder(name, PARKING);
export const isHoldServer = (name: string): boolean => isUnder(name, ON_HOLD) || HOLDING.test(name);

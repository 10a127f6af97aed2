/** The meanings of extended DNS errors that name a cause (RFC 8914 4, RFC 9276 3.2, RFC 9606). */
const EXTENDED_ERROR_MEANINGS: Readonly<Record<number, string>> = {
  1: 'unsupported DNSKEY algorithm',
  2: 'unsupported DS digest type',
  5: 'DNSSEC indeterminate',
  6: 'DNSSEC bogus',
  7: 'signature expired',
  8: 'signature not yet valid',
  9: 'DNSKEY missing: no key matches the DS record at the registrar',
  10: 'RRSIGs missing: the zone is not signed as its DS record says',
  11: 'no zone key bit set',
  12: 'NSEC missing: that a name does not exist is not proven',
  13: 'cached error',
  14: 'server not ready',
  20: 'not authoritative',
  21: 'not supported',
  22: 'no reachable authority',
  23: 'network error between resolver and name servers',
  24: 'invalid data',
  27: 'unsupported NSEC3 iterations',
};

/** Codes with which a resolver reports invalid signatures (RFC 8914 4.6 to 4.13). */
const DNSSEC_CODES: ReadonlySet<number> = new Set([1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 27]);

export const ednsReason = (code: number | undefined): string | undefined =>
  code === undefined ? undefined : EXTENDED_ERROR_MEANINGS[code];

export const isDnssecCode = (code: number | undefined): boolean =>
  code !== undefined && DNSSEC_CODES.has(code);

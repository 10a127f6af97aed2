import type { Mapping } from '../../mapping.js';
import type { DnsObservation, SslObservation } from '../../observation/observation.js';
import type { Evidence, Finding } from './finding.js';
import type { FindingCode } from './table.js';
import { listed } from './view.js';

/** What guards report; no rule does. */
export const GUARD_CODES = ['dns-odd', 'ssl-odd'] as const satisfies readonly FindingCode[];
type GuardCode = (typeof GUARD_CODES)[number];

/**
 * Every wrong state gets a finding: if no rule found a problem, report what was observed. Otherwise an
 * unknown fault would look like normal waiting.
 */
export function guardsFor(
  { dns, ssl }: Mapping,
  reported: readonly Finding[],
): readonly (readonly [GuardCode, Evidence])[] {
  const isReported = (axis: Finding['axis']) =>
    reported.some((finding) => finding.axis === axis && finding.severity === 'problem');
  const guards: [GuardCode, Evidence][] = [];
  const isServedInFront = reported.some(({ code }) => code === 'proxy-serves');
  if (dns.state === 'wrong' && dns.observation && !isReported('dns') && !isServedInFront)
    guards.push(['dns-odd', { params: { reason: dnsReason(dns.observation) } }]);
  const isSslOdd = ssl.state === 'invalid' || ssl.state === 'absent';
  if (isSslOdd && dns.state !== 'wrong' && ssl.observation && !isReported('ssl'))
    guards.push(['ssl-odd', { params: { reason: sslReason(ssl.observation) } }]);
  return guards;
}

function dnsReason({ delegation, authoritative }: DnsObservation): string {
  const seen = authoritative.map(({ server, a, aaaa }) => `${server}: A ${a.outcome}, AAAA ${aaaa.outcome}`);
  return listed(seen) || `delegation ${delegation}`;
}

function sslReason({ edges }: SslObservation): string {
  const seen = edges.map(
    ({ address, outcome, reason, certificate }) =>
      `${address}: ${certificate?.chainError ?? reason ?? outcome}`,
  );
  return listed(seen) || 'no address to ask';
}

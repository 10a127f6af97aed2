import type { DomainEvent } from './event.js';
import { dnsEvidence, sslEvidence } from './evidence.js';
import type { DnsAxis, SslAxis } from './mapping.js';

const MOST_NAMES = 6;

/** What an event about DNS says of what was seen. Only the caches remain when the authoritative servers are right. */
export function dnsDetails({ state, observation }: DnsAxis): DomainEvent['details'] {
  if (!observation || state === 'published') return { found: 'cached' };
  const { found, values } = dnsEvidence(observation);
  return { found, values: values.join(', ') };
}

export function sslDetails({ observation }: SslAxis): DomainEvent['details'] {
  if (!observation) return {};
  const { names, ...evidence } = sslEvidence(observation);
  return { ...evidence, names: names.slice(0, MOST_NAMES).join(', ') };
}

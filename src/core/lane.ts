import type { Mapping } from './mapping.js';
import { domainRecordWork } from './stage.js';

/**
 * Where a mapping's next step runs: a call to the hosting provider, one to the app's WordPress network, a check, or a
 * check of what could not be checked the last time and will probably cost its full time again.
 */
export const lanes = ['hosting', 'wordpress', 'checks', 'rechecks'] as const;
export type LaneName = (typeof lanes)[number];

export function laneOf(
  mapping: Pick<Mapping, 'alias' | 'siteLink' | 'dns' | 'outcome' | 'nextCheckAt'>,
): LaneName {
  const { alias, siteLink, dns, nextCheckAt } = mapping;
  const work = domainRecordWork(mapping);
  const isDue = siteLink && (work === 'delete' || siteLink.notBefore <= (nextCheckAt ?? siteLink.notBefore));
  if (work !== undefined && isDue) return 'wordpress';
  if (alias.intent === 'remove' || alias.state !== 'accepted') return 'hosting';
  return dns.uncheckedSince === undefined ? 'checks' : 'rechecks';
}

import type { Mapping } from './mapping.js';
import { recordWork } from './stage.js';

/**
 * Where a mapping's next step runs: a call to the hosting provider, one to the app's WordPress network, a check, or a
 * check of what could not be checked the last time and will probably cost its full time again.
 */
export const lanes = ['hosting', 'wordpress', 'checks', 'rechecks'] as const;
export type LaneName = (typeof lanes)[number];

export function laneOf(
  mapping: Pick<Mapping, 'host' | 'site' | 'dns' | 'outcome' | 'nextCheckAt'>,
): LaneName {
  const { host, site, dns, nextCheckAt } = mapping;
  const work = recordWork(mapping);
  const isDue = site && (work === 'delete' || site.notBefore <= (nextCheckAt ?? site.notBefore));
  if (work !== undefined && isDue) return 'wordpress';
  if (host.intent === 'remove' || host.state !== 'accepted') return 'hosting';
  return dns.blindSince === undefined ? 'checks' : 'rechecks';
}

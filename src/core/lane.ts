import type { Mapping } from './mapping.js';
import { domainRecordWork } from './stage.js';

/**
 * The lane of a mapping's next step: a call to the hosting provider, a call to the app's WordPress network, a
 * check, or a repeated check that had no result, or found no server at work, and will probably take its full time again.
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
  return isSlow(dns) ? 'rechecks' : 'checks';
}

const isSlow = ({ uncheckedSince, observation }: Mapping['dns']): boolean =>
  uncheckedSince !== undefined || observation?.health === 'dead';

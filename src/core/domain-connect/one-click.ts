import type { CustomerMessage } from '../customer/message.js';
import { panelName } from '../dns-records.js';
import { isWildcard } from '../hostname.js';
import { isWithin, type Target } from '../ports/provider-facts.js';
import { APEX_GROUP, SUBDOMAIN_GROUP, subdomainService, WWW_GROUP } from './app-templates.js';

/** Which part of which template makes the changes. */
export interface Applicable {
  readonly serviceId: string;
  /** Relative to the zone; empty for the zone itself. */
  readonly host: string;
  readonly groupIds: readonly string[];
}

export interface ApplicableQuestion {
  /** In A-labels; with its `www.` name, if that is to be set, too. */
  readonly hostname: string;
  readonly hasWww: boolean;
  readonly zone: string;
  readonly target: Target;
  /** The app's service. */
  readonly serviceId: string;
}

/** Undefined for names that no template covers: wildcards, and a zone's top without an address to point at. */
export function applicableTemplate({
  hostname,
  hasWww,
  zone,
  target,
  serviceId,
}: ApplicableQuestion): Applicable | undefined {
  if (isWildcard(hostname) || !isWithin(hostname, zone)) return undefined;
  const www = hasWww ? [WWW_GROUP] : [];
  const hasAddress = target.ipv4.length + target.ipv6.length > 0;
  if (hostname === zone)
    return hasAddress ? { serviceId, host: '', groupIds: [APEX_GROUP, ...www] } : undefined;
  return {
    serviceId: target.cname.length > 0 ? subdomainService(serviceId) : serviceId,
    host: panelName(hostname, zone),
    groupIds: [SUBDOMAIN_GROUP, ...www],
  };
}

const APPLICABLE_TYPES: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME']);

/** A template sets addresses and CNAMEs; every other step is the customer's own. */
export const isApplicable = ({ steps }: Pick<CustomerMessage, 'steps'>): boolean =>
  steps.length > 0 && steps.every((step) => step.kind === 'record' && APPLICABLE_TYPES.has(step.record.type));

import type { Mapping } from '../core/mapping.js';
import { isInternal } from '../core/provider-facts.js';
import { isOnlyUnrouted } from '../core/stage.js';
import { type DomainRecord, isOwn } from './multisite.js';
import { hostnameOf } from './reconcile.js';

/** What the hosting provider, the network and we say of an app's domains. `unknown`: can't be read, which is not the same as empty. */
export interface Sides {
  readonly aliases: readonly string[] | 'unknown';
  /** `none`: the app is no network of which the records could be read. */
  readonly domainRecords: readonly DomainRecord[] | 'unknown' | 'none';
  /** Live ones. */
  readonly mappings: readonly Mapping[];
  readonly networkHost: string | undefined;
  /** Of the hosting provider. */
  readonly internalDomains: readonly string[];
}

/**
 * How the three differ, and what can be done about it. `adopt`: the provider has the alias and nobody here follows it.
 * `orphan`: the same, and the network has no record of it. `map`: the network has a record and the provider no alias.
 * `lost`: we follow it and the provider has no alias. `unrouted`: we follow it and the network has no record.
 * `given-up`: DNS and certificate are right, and the network's record does not route.
 */
export const syncDifferenceKinds = ['adopt', 'orphan', 'map', 'lost', 'unrouted', 'given-up'] as const;
export type DifferenceKind = (typeof syncDifferenceKinds)[number];

export interface Domain {
  readonly hostname: string;
  readonly domainRecord?: DomainRecord | undefined;
  readonly mapping?: string | undefined;
}

export interface Comparison {
  /** Hostnames on which all agree who can be read. */
  readonly agreeing: number;
  readonly differences: Readonly<Record<DifferenceKind, readonly Domain[]>>;
}

export function diff(sides: Sides): Comparison {
  const { aliases, domainRecords, mappings } = sides;
  const listed = new Set(aliases === 'unknown' ? [] : aliases.filter((name) => !needsNobody(name, sides)));
  const recorded = new Map(
    typeof domainRecords === 'string'
      ? []
      : domainRecords.flatMap((domainRecord) => {
          const hostname = hostnameOf(domainRecord.domain, sides);
          return hostname === undefined ? [] : [[hostname, domainRecord] as const];
        }),
  );
  const mapped = new Map(mappings.map((mapping) => [mapping.hostname, mapping]));
  const differences: Record<DifferenceKind, Domain[]> = {
    adopt: [],
    orphan: [],
    map: [],
    lost: [],
    unrouted: [],
    'given-up': [],
  };
  let agreeing = 0;
  for (const hostname of [...new Set([...listed, ...recorded.keys(), ...mapped.keys()])].sort()) {
    const domainRecord = recorded.get(hostname);
    const kind = differenceKindOf({
      mapping: mapped.get(hostname),
      hasAlias: aliases === 'unknown' ? undefined : listed.has(hostname),
      hasRecord: typeof domainRecords === 'string' ? undefined : domainRecord !== undefined,
    });
    if (kind === undefined) agreeing++;
    else differences[kind].push({ hostname, domainRecord, mapping: mapped.get(hostname)?.id });
  }
  return { agreeing, differences };
}

interface SeenSides {
  readonly mapping: Mapping | undefined;
  /** Undefined: can't be told. */
  readonly hasAlias: boolean | undefined;
  readonly hasRecord: boolean | undefined;
}

function differenceKindOf({ mapping, hasAlias, hasRecord }: SeenSides): DifferenceKind | undefined {
  if (mapping) return kindOfMapped(mapping, hasAlias, hasRecord);
  if (hasAlias === true) return hasRecord === false ? 'orphan' : 'adopt';
  return hasAlias === false && hasRecord === true ? 'map' : undefined;
}

/** What is on its way, or on its way out, differs for a while. */
function kindOfMapped(
  mapping: Mapping,
  hasAlias: boolean | undefined,
  hasRecord: boolean | undefined,
): DifferenceKind | undefined {
  const { alias, primary, site } = mapping;
  if (alias.intent === 'remove' || alias.state !== 'accepted') return undefined;
  if (hasAlias === false) return 'lost';
  // The record of a domain routes its www, too.
  if (hasRecord === true && site.record && isOnlyUnrouted(mapping)) return 'given-up';
  return hasRecord === false && primary === undefined ? 'unrouted' : undefined;
}

/** The hosting provider's own names and the network's need nobody to follow them. */
const needsNobody = (name: string, { networkHost, internalDomains }: Sides): boolean =>
  isInternal(name, internalDomains) || isOwn(name, networkHost);

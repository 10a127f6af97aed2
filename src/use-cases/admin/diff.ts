import type { MappingLinks } from '../../core/mapping.js';
import { isLeftAlone, isOwn, type OwnNames } from '../../core/own-names.js';
import { isInternal } from '../../core/ports/provider-facts.js';
import { isOnlyUnrouted } from '../../core/stage.js';
import type { DomainRecord } from '../../multisite/multisite.js';
import { hostnameOf } from '../../multisite/reconcile.js';

/**
 * An app's domains according to the hosting provider, the network and us. `unknown`: unreadable, which differs from
 * empty.
 */
export interface Sides extends OwnNames {
  readonly aliases: readonly string[] | 'unknown';
  /** `none`: the app isn't a network with readable records. */
  readonly domainRecords: readonly DomainRecord[] | 'unknown' | 'none';
  /** Live mappings. */
  readonly mappings: readonly MappingLinks[];
  /** The hosting provider's aliases. */
  readonly internalDomains: readonly string[];
}

/**
 * How the three differ, and the possible fix. `adopt`: the provider has the alias but we have no mapping. `orphan`: the
 * same, and the network has no record. `map`: the network has a record but the provider no alias. `lost`: we have a
 * mapping but the provider no alias. `unrouted`: we have a mapping but the network no record. `given-up`: DNS and
 * certificate are right, but the network's record doesn't route.
 */
export const syncDifferenceKinds = ['adopt', 'orphan', 'map', 'lost', 'unrouted', 'given-up'] as const;
export type DifferenceKind = (typeof syncDifferenceKinds)[number];

export interface Domain {
  readonly hostname: string;
  readonly domainRecord?: DomainRecord | undefined;
  readonly mapping?: string | undefined;
}

export interface Comparison {
  /** Hostnames on which all readable sides agree. */
  readonly agreeing: number;
  readonly differences: Readonly<Record<DifferenceKind, readonly Domain[]>>;
  /** Sites at the network's own subdomains, which get no mapping. */
  readonly own: readonly string[];
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
  /** The hosting provider serves the network's own names without an alias. */
  const hasAlias = (hostname: string): boolean | undefined => {
    if (isOwn(hostname, sides.networkHost)) return true;
    return aliases === 'unknown' ? undefined : listed.has(hostname);
  };
  for (const hostname of [...new Set([...listed, ...recorded.keys(), ...mapped.keys()])].sort()) {
    const domainRecord = recorded.get(hostname);
    const kind = differenceKindOf({
      mapping: mapped.get(hostname),
      hasAlias: hasAlias(hostname),
      hasRecord: typeof domainRecords === 'string' ? undefined : domainRecord !== undefined,
    });
    if (kind === undefined) agreeing++;
    else differences[kind].push({ hostname, domainRecord, mapping: mapped.get(hostname)?.id });
  }
  return { agreeing, differences, own: ownSites(sides) };
}

/** Subdomains of the network with a domain record, in order; the main site is no customer's. */
function ownSites({ domainRecords, networkHost, followsOwn }: Sides): string[] {
  if (typeof domainRecords === 'string' || followsOwn) return [];
  const names = new Set(domainRecords.map(({ domain }) => domain));
  return [...names]
    .filter((name) => isOwn(name, networkHost) && !isLeftAlone(name, { networkHost, followsOwn: true }))
    .sort();
}

interface SeenSides {
  readonly mapping: MappingLinks | undefined;
  /** Undefined: unknown. */
  readonly hasAlias: boolean | undefined;
  readonly hasRecord: boolean | undefined;
}

function differenceKindOf({ mapping, hasAlias, hasRecord }: SeenSides): DifferenceKind | undefined {
  if (mapping) return kindOfMapped(mapping, hasAlias, hasRecord);
  if (hasAlias === true) return hasRecord === false ? 'orphan' : 'adopt';
  return hasAlias === false && hasRecord === true ? 'map' : undefined;
}

/** Mappings being added or removed differ for a while. */
function kindOfMapped(
  mapping: MappingLinks,
  hasAlias: boolean | undefined,
  hasRecord: boolean | undefined,
): DifferenceKind | undefined {
  const { alias, primary, site } = mapping;
  if (alias.intent === 'remove' || alias.state !== 'accepted') return undefined;
  if (hasAlias === false) return 'lost';
  // A domain's record routes its www name, too.
  if (hasRecord === true && site.record && isOnlyUnrouted(mapping)) return 'given-up';
  return hasRecord === false && primary === undefined ? 'unrouted' : undefined;
}

/** The hosting provider's and the network's own names need no mapping. */
const needsNobody = (name: string, { networkHost, internalDomains }: Sides): boolean =>
  isInternal(name, internalDomains) || isOwn(name, networkHost);

import { isRouting } from '../../core/lifecycle/site.js';
import type { MappingLinks } from '../../core/mapping.js';
import { isLeftAlone, isOwn, type OwnNames } from '../../core/own-names.js';
import { isInternal } from '../../core/ports/provider-facts.js';
import { isOnlyUnrouted } from '../../core/stage.js';
import type { DomainRecord } from '../../multisite/multisite.js';
import { hostnameOf, unlessLeftAlone } from '../../multisite/reconcile.js';
import {
  type Breather,
  createBreather,
  sortedInTurns,
  visitInTurns,
} from '../../util/concurrency/event-loop.js';
import { LargeMap } from '../../util/large-map.js';

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

/** A network may have 100,000 domains: compares some at a time, and yields to other work. */
export async function diff(sides: Sides): Promise<Comparison> {
  const differences: Record<DifferenceKind, Domain[]> = {
    adopt: [],
    orphan: [],
    map: [],
    lost: [],
    unrouted: [],
    'given-up': [],
  };
  let agreeing = 0;
  await compareNames(sides, (kind, hostname, domainRecord, mapping) => {
    if (kind === undefined) agreeing++;
    else differences[kind].push({ hostname, domainRecord, mapping });
  });
  for (const kind of syncDifferenceKinds)
    differences[kind] = await sortedInTurns(differences[kind], (one, other) =>
      one.hostname < other.hostname ? -1 : 1,
    );
  return { agreeing, differences, own: await ownSites(sides) };
}

/** Tells of each hostname once how its sides differ, if they do. */
async function compareNames(
  sides: Sides,
  onCompared: (
    kind: DifferenceKind | undefined,
    hostname: string,
    domainRecord: DomainRecord | undefined,
    mapping: string | undefined,
  ) => void,
): Promise<void> {
  const breather = createBreather();
  const { mapped, listed, recorded } = await namesOfSides(sides, breather);
  const hasRecords = typeof sides.domainRecords !== 'string';
  /** The hosting provider serves the network's own names without an alias. */
  const hasAlias = (hostname: string): boolean | undefined => {
    if (isOwn(hostname, sides.networkHost)) return true;
    return sides.aliases === 'unknown' ? undefined : listed.has(hostname);
  };
  const compare = (hostname: string): void => {
    const mapping = mapped.get(hostname);
    const domainRecord = recorded.get(hostname);
    const kind = differenceKindOf({
      mapping,
      hasAlias: hasAlias(hostname),
      hasRecord: hasRecords ? domainRecord !== undefined : undefined,
    });
    onCompared(kind, hostname, domainRecord, mapping?.id);
  };
  // Each hostname once.
  await visitInTurns(listed.keys(), compare, breather);
  const isNew = (hostname: string) => !listed.has(hostname);
  await visitInTurns(recorded.keys(), (hostname) => isNew(hostname) && compare(hostname), breather);
  const isLeft = (hostname: string) => isNew(hostname) && !recorded.has(hostname);
  await visitInTurns(mapped.keys(), (hostname) => isLeft(hostname) && compare(hostname), breather);
}

/** What each side has by the hostname. */
async function namesOfSides(sides: Sides, breather: Breather) {
  const mapped = new LargeMap<string, MappingLinks>(sides.mappings.length);
  await visitInTurns(sides.mappings, (mapping) => mapped.set(mapping.hostname, mapping), breather);
  const aliases = sides.aliases === 'unknown' ? [] : sides.aliases;
  const listed = new LargeMap<string, true>(aliases.length);
  await visitInTurns(aliases, (name) => needsNobody(name, sides) || listed.set(name, true), breather);
  const domainRecords = typeof sides.domainRecords === 'string' ? [] : sides.domainRecords;
  const recorded = new LargeMap<string, DomainRecord>(domainRecords.length);
  await visitInTurns(
    domainRecords,
    (domainRecord) => {
      const { domain } = domainRecord;
      // Reading a hostname takes most of the time.
      const hostname = mapped.has(domain) ? unlessLeftAlone(domain, sides) : hostnameOf(domain, sides);
      if (hostname !== undefined) recorded.set(hostname, domainRecord);
    },
    breather,
  );
  return { mapped, listed, recorded };
}

/** Subdomains of the network with a domain record, in order; the main site is no customer's. */
async function ownSites({ domainRecords, networkHost, followsOwn }: Sides): Promise<string[]> {
  if (typeof domainRecords === 'string' || followsOwn) return [];
  const names = new LargeMap<string, true>(domainRecords.length);
  await visitInTurns(domainRecords, ({ domain }) => {
    if (isOwn(domain, networkHost) && !isLeftAlone(domain, { networkHost, followsOwn: true }))
      names.set(domain, true);
  });
  return sortedInTurns(names.keys(), (one, other) => (one < other ? -1 : 1));
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
  // What visitors see instead of a site that is routed can't be set to Ready.
  const isHeldUp = isOnlyUnrouted(mapping) && site.record !== undefined && !isRouting(site.record);
  if (hasRecord === true && isHeldUp) return 'given-up';
  return hasRecord === false && primary === undefined ? 'unrouted' : undefined;
}

/** The hosting provider's and the network's own names need no mapping. */
const needsNobody = (name: string, { networkHost, internalDomains }: Sides): boolean =>
  isInternal(name, internalDomains) || isOwn(name, networkHost);

import { isRouting } from '../../core/lifecycle/site.js';
import type { MappingLinks } from '../../core/mapping.js';
import { isLeftAlone, isOwn, type OwnNames } from '../../core/own-names.js';
import { isInternal } from '../../core/ports/provider-facts.js';
import { isOnlyUnrouted } from '../../core/stage.js';
import type { DomainRecord } from '../../multisite/multisite.js';
import { hostnameOf, type LinksByHostname, unlessLeftAlone } from '../../multisite/reconcile.js';
import {
  type Breather,
  countInTurns,
  createBreather,
  sortedInTurns,
  visitInTurns,
} from '../../util/concurrency/event-loop.js';
import { LargeMap } from '../../util/large-map.js';
import type { LongList } from '../../util/parted-list.js';

/**
 * An app's domains according to the hosting provider, the network and us. `unknown`: unreadable, which differs from
 * empty.
 */
export interface Sides extends OwnNames {
  readonly aliases: LongList<string> | 'unknown';
  /** `none`: the app isn't a network with readable records. */
  readonly domainRecords: LongList<DomainRecord> | 'unknown' | 'none';
  readonly mappings: LinksByHostname;
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
  const { mappings } = sides;
  const breather = createBreather();
  const { listedAt, recordOf, unmapped } = await readForeign(sides, breather);
  const hasRecords = typeof sides.domainRecords !== 'string';
  const compare = (
    hostname: string,
    mapping: MappingLinks | undefined,
    { isListed, domainRecord }: Foreign,
  ): void => {
    const hasAlias = sides.aliases === 'unknown' ? undefined : isListed;
    const kind = differenceKindOf({
      mapping,
      // The hosting provider serves the network's own names without an alias.
      hasAlias: isOwn(hostname, sides.networkHost) || hasAlias,
      hasRecord: hasRecords ? domainRecord !== undefined : undefined,
    });
    onCompared(kind, hostname, domainRecord, mapping?.id);
  };
  await countInTurns(
    mappings.size,
    (at) =>
      compare(mappings.keyAt(at), mappings.valueAt(at), {
        isListed: listedAt[at] === 1,
        domainRecord: recordOf(at),
      }),
    breather,
  );
  await countInTurns(
    unmapped.size,
    (at) => compare(unmapped.keyAt(at), undefined, unmapped.valueAt(at)),
    breather,
  );
}

/** What the hosting provider and the network have of a hostname. */
interface Foreign {
  isListed: boolean;
  domainRecord: DomainRecord | undefined;
}

/** What they have of each mapping, by its place, and of hostnames without one. */
async function readForeign(sides: Sides, breather: Breather) {
  const { mappings } = sides;
  const aliases = sides.aliases === 'unknown' ? [] : sides.aliases;
  const domainRecords = typeof sides.domainRecords === 'string' ? [] : sides.domainRecords;
  const listedAt = new Uint8Array(mappings.size);
  /** From 1 on. An array of so many would take milliseconds at a stretch; numbers get their memory as they are written. */
  const recordAt = new Int32Array(mappings.size);
  const unmapped = new LargeMap<string, Foreign>(
    Math.max(0, aliases.length - mappings.size, domainRecords.length - mappings.size),
  );
  const unmappedNamed = (hostname: string): Foreign => {
    const known = unmapped.get(hostname) ?? { isListed: false, domainRecord: undefined };
    unmapped.set(hostname, known);
    return known;
  };
  const onAlias = (name: string): void => {
    if (needsNobody(name, sides)) return;
    const place = mappings.placeOf(name);
    if (place === undefined) unmappedNamed(name).isListed = true;
    else listedAt[place] = 1;
  };
  const onRecord = (domainRecord: DomainRecord, at: number): void => {
    const { domain } = domainRecord;
    // Reading a hostname takes most of the time.
    const hostname = mappings.has(domain) ? unlessLeftAlone(domain, sides) : hostnameOf(domain, sides);
    if (hostname === undefined) return;
    const place = mappings.placeOf(hostname);
    if (place === undefined) unmappedNamed(hostname).domainRecord = domainRecord;
    else recordAt[place] = at + 1;
  };
  await visitInTurns(aliases, onAlias, breather);
  await visitInTurns(domainRecords, onRecord, breather);
  const recordOf = (place: number): DomainRecord | undefined => {
    const at = recordAt[place] ?? 0;
    return at === 0 ? undefined : domainRecords.at(at - 1);
  };
  return { listedAt, recordOf, unmapped };
}

/** Subdomains of the network with a domain record, in order; the main site is no customer's. */
async function ownSites({ domainRecords, networkHost, followsOwn }: Sides): Promise<string[]> {
  if (typeof domainRecords === 'string' || followsOwn) return [];
  const names: string[] = [];
  await visitInTurns(domainRecords, ({ domain }) => {
    if (isOwn(domain, networkHost) && !isLeftAlone(domain, { networkHost, followsOwn: true }))
      names.push(domain);
  });
  const sorted = await sortedInTurns(names, (one, other) => (one < other ? -1 : 1));
  // A name may have several records.
  return sorted.filter((name, at) => name !== sorted[at - 1]);
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
  // If the record routes already, setting it to Ready wouldn't change what visitors see.
  const isHeldUp = isOnlyUnrouted(mapping) && site.record !== undefined && !isRouting(site.record);
  if (hasRecord === true && isHeldUp) return 'given-up';
  return hasRecord === false && primary === undefined ? 'unrouted' : undefined;
}

/** The hosting provider's and the network's own names need no mapping. */
const needsNobody = (name: string, { networkHost, internalDomains }: Sides): boolean =>
  isInternal(name, internalDomains) || isOwn(name, networkHost);

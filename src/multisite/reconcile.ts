import { bareOf, parseHostname } from '../core/hostname.js';
import { isRouting, isSameRecord, type SiteReading } from '../core/lifecycle/site.js';
import type { MappingLinks } from '../core/mapping.js';
import { isLeftAlone, type OwnNames } from '../core/own-names.js';
import { isInternal } from '../core/ports/provider-facts.js';
import { isOnlyUnrouted } from '../core/stage.js';
import { isPlainName } from '../core/typed-text.js';
import { groupBy } from '../util/collections.js';
import { LargeMap } from '../util/large-map.js';
import { type LongList, walkedParts } from '../util/parted-list.js';
import { type DomainRecord, preferred } from './multisite.js';

/** The network at its last reading: the records' domains by ID. */
export interface NetworkSnapshot extends Pick<ReadonlyMap<number, string>, 'size' | 'get' | 'has'> {
  entries(): Iterable<readonly [id: number, domain: string]>;
}

/** The steps that a reading requires. */
export type ReconcileStep =
  | { readonly kind: 'start'; readonly hostname: string; readonly domainRecord: DomainRecord }
  | { readonly kind: 'link'; readonly mapping: string; readonly domainRecord: DomainRecord }
  | { readonly kind: 'rename'; readonly mapping: string; readonly to: string }
  /** Missing from the list: to be confirmed one by one. */
  | { readonly kind: 'vanish'; readonly mapping: string; readonly domainRecordId: number }
  /** New while an earlier mapping of the name is still being removed: retried at the next reading. */
  | { readonly kind: 'wait'; readonly domainRecordId: number }
  /** The network's current routing of a mapping. */
  | { readonly kind: 'read'; readonly mapping: string; readonly reading: SiteReading }
  /** Several records of one name: all but the first are ignored. */
  | { readonly kind: 'double'; readonly hostname: string; readonly ids: readonly number[] }
  | {
      readonly kind: 'stage';
      readonly mapping: string;
      readonly domainRecordId: number;
      readonly stage: 'done' | 'ssl-failed';
    };

/** An app's live mappings. */
export type LinksByHostname = LargeMap<string, MappingLinks>;

export interface NetworkReading extends OwnNames {
  readonly domainRecords: LongList<DomainRecord>;
  /** IDs of unreadable records: they exist all the same. */
  readonly unreadable?: readonly number[];
  /** Undefined at the first reading, which only records what existed before the bot. */
  readonly known: NetworkSnapshot | undefined;
  readonly mappings: LinksByHostname;
  /** The hosting provider's aliases. */
  readonly internalDomains: readonly string[];
  readonly setsStage: boolean;
}

export const reconcile = (reading: NetworkReading): readonly ReconcileStep[] =>
  [...reconciling(reading)].flat();

/** `reconcile` in many small parts, most of them without a step, so that other work can run in between. */
export function* reconciling(reading: NetworkReading): Generator<readonly ReconcileStep[], void> {
  const { domainRecords, known, mappings } = reading;
  const { domains: open, sites: openSites, linked } = yield* findUnsettled(reading);
  // Otherwise each mapping still has its record, under its name: none was renamed, and none vanished.
  const isMoved = linked !== 0;
  const isChanged = isMoved || open.size > 0;
  const byDomain: RecordsByDomain = new LargeMap(isMoved ? domainRecords.length : open.size);
  for (const some of isChanged ? walkedParts(domainRecords) : []) {
    for (const domainRecord of some) {
      openSites.get(domainRecord.siteId)?.push(domainRecord);
      if (isMoved || open.has(domainRecord.domain)) addTo(byDomain, domainRecord);
    }
    yield [];
  }
  const byRecord = new LargeMap<number, MappingLinks>(isMoved ? mappings.size : 0);
  for (const some of isMoved ? walkedParts(mappings.values) : []) {
    for (const mapping of some)
      if (mapping.siteLink?.domainRecordId) byRecord.set(mapping.siteLink.domainRecordId, mapping);
    yield [];
  }
  const doubles: ReconcileStep[] = [];
  for (const some of isChanged ? walkedParts(domainRecords) : []) {
    const steps: ReconcileStep[] = [];
    for (const each of some) {
      const named = byDomain.get(each.domain);
      // Each name once, with its first record.
      if (!named || (Array.isArray(named) ? named[0] : named) !== each) continue;
      if (Array.isArray(named)) doubles.push(...doubleStep(named, known));
      const domainRecord = Array.isArray(named) ? preferredOf(named, mappings) : named;
      const before = byRecord.get(domainRecord.id);
      const namesake = mappings.get(domainRecord.domain);
      if (
        isSettledRecord(domainRecord, namesake, namesake?.siteLink, reading) &&
        (!before || before === namesake)
      )
        continue;
      steps.push(...recordSteps(domainRecord, { reading, before, openSites }));
    }
    yield steps;
  }
  yield doubles;
  if (isMoved) yield* vanishSteps(reading, byDomain);
}

interface Unsettled {
  /** The domains and sites of records from which something may follow. */
  readonly domains: LargeMap<string, true>;
  readonly sites: Sites;
  /** How many links of mappings lead to no record of their name. */
  readonly linked: number;
}

function* findUnsettled(reading: NetworkReading): Generator<readonly ReconcileStep[], Unsettled> {
  const { domainRecords, mappings } = reading;
  const domains = new LargeMap<string, true>(domainRecords.length);
  const sites: Sites = new LargeMap(domainRecords.length);
  let matched = 0;
  for (const some of walkedParts(domainRecords)) {
    for (const domainRecord of some) {
      const namesake = mappings.get(domainRecord.domain);
      const siteLink = namesake?.siteLink;
      if (siteLink?.domainRecordId === domainRecord.id) matched += 1;
      if (isSettledRecord(domainRecord, namesake, siteLink, reading)) continue;
      domains.set(domainRecord.domain, true);
      sites.set(domainRecord.siteId, []);
    }
    yield [];
  }
  if (matched === mappings.size) return { domains, sites, linked: 0 };
  let linked = -matched;
  for (const some of walkedParts(mappings.values)) {
    for (const mapping of some) if (mapping.siteLink?.domainRecordId) linked += 1;
    yield [];
  }
  return { domains, sites, linked };
}

/** The records of sites with a record that isn't settled. */
type Sites = LargeMap<number, DomainRecord[]>;

interface AroundRecord {
  readonly reading: NetworkReading;
  /** The mapping that the record was linked with. */
  readonly before: MappingLinks | undefined;
  readonly openSites: Sites;
}

/** What a record that isn't settled requires. */
function recordSteps(
  domainRecord: DomainRecord,
  { reading, before, openSites }: AroundRecord,
): readonly ReconcileStep[] {
  const { known, mappings, setsStage } = reading;
  const hostname = mappings.has(domainRecord.domain)
    ? unlessLeftAlone(domainRecord.domain, reading)
    : hostnameOf(domainRecord.domain, reading);
  const mapping = hostname === undefined ? undefined : mappings.get(hostname);
  const renamed = renameStep(domainRecord, hostname, before);
  if (!mapping) return [...renamed, ...started(hostname, domainRecord, known)];
  return [
    ...renamed,
    ...linkStep(mapping, domainRecord, known),
    ...readStep(mapping, domainRecord, openSites),
    ...(setsStage ? staged(mapping, domainRecord) : []),
  ];
}

/**
 * A record alone changes nothing; another record of its name, or one that its mapping had before, may. `siteLink`: the
 * namesake's, which the index makes each time it is asked.
 */
const isSettledRecord = (
  domainRecord: DomainRecord,
  namesake: MappingLinks | undefined,
  siteLink: MappingLinks['siteLink'],
  reading: NetworkReading,
): boolean =>
  namesake
    ? isUpToDate(namesake, siteLink, domainRecord, reading)
    : isSettledName(domainRecord, reading.known);

/** Its own record is unchanged, so nothing follows from it. */
function isUpToDate(
  mapping: MappingLinks,
  siteLink: MappingLinks['siteLink'],
  domainRecord: DomainRecord,
  reading: NetworkReading,
): boolean {
  if (reading.setsStage || !isLinkedTo(siteLink, domainRecord)) return false;
  const { intent, state } = mapping.alias;
  return (
    intent === 'add' &&
    (state !== 'accepted' || isSameRecord(domainRecord, mapping.site.record)) &&
    !isLeftAlone(mapping.hostname, reading)
  );
}

const isLinkedTo = (siteLink: MappingLinks['siteLink'], { id, siteId }: DomainRecord): boolean =>
  siteLink?.domainRecordId === id && siteLink.siteId === siteId && siteLink.state === 'present';

/** Several records of one name. */
type Duplicates = [DomainRecord, ...DomainRecord[]];
type RecordsByDomain = LargeMap<string, DomainRecord | Duplicates>;

function addTo(byDomain: RecordsByDomain, domainRecord: DomainRecord): void {
  const before = byDomain.get(domainRecord.domain);
  if (!before) byDomain.set(domainRecord.domain, domainRecord);
  else if (Array.isArray(before)) before.push(domainRecord);
  else byDomain.set(domainRecord.domain, [before, domainRecord]);
}

/** Ultimate Multisite's table has no unique key: of several records of one name the preferred one counts. */
const preferredOf = (named: Duplicates, mappings: LinksByHostname): DomainRecord =>
  preferred(named, mappings.get(named[0].domain)?.siteLink?.domainRecordId) ?? named[0];

const doubleStep = (named: Duplicates, known: NetworkSnapshot | undefined): ReconcileStep[] =>
  named.some(({ id, domain }) => known?.get(id) !== domain)
    ? [{ kind: 'double', hostname: named[0].domain, ids: named.map(({ id }) => id) }]
    : [];

/** The same as `hostnameOf` of a mapping's hostname, which was read as one before. */
export const unlessLeftAlone = (
  hostname: string,
  names: OwnNames & Pick<NetworkReading, 'internalDomains'>,
): string | undefined =>
  isInternal(hostname, names.internalDomains) || isLeftAlone(hostname, names) ? undefined : hostname;

/** It was there at the last reading, under this name: without a mapping nothing follows from it. */
const isSettledName = ({ id, domain }: DomainRecord, known: NetworkSnapshot | undefined): boolean =>
  known?.get(id) === domain && isPlainName(domain);

/** Undefined if nothing changed. */
function readStep(
  { id, site, alias }: MappingLinks,
  domainRecord: DomainRecord,
  openSites: Sites,
): ReconcileStep[] {
  if (alias.state !== 'accepted' || isSameRecord(domainRecord, site.record)) return [];
  const reading = readingOf(domainRecord, openSites.get(domainRecord.siteId) ?? []);
  return [{ kind: 'read', mapping: id, reading }];
}

/** `own`: the site's own hosts, if known. */
export function readingOf(
  { id, siteId, stage, isActive, isSecure, modifiedAt }: DomainRecord,
  ofSite: readonly DomainRecord[],
  own: readonly string[] = [],
): SiteReading {
  const record = {
    id,
    siteId,
    stage,
    isActive,
    isSecure,
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
  return { record, addresses: [...new Set([...routedDomains(ofSite), ...own])] };
}

/** Ultimate Multisite's router takes one record of a name and its `www.` name, which decides for both. */
function routedDomains(domainRecords: readonly DomainRecord[]): string[] {
  const byName = groupBy(domainRecords, ({ domain }) => bareOf(domain));
  const isRouted = ({ domain }: DomainRecord) => {
    const deciding = preferred(byName.get(bareOf(domain)) ?? []);
    return deciding !== undefined && isRouting(deciding);
  };
  return domainRecords.filter(isRouted).map(({ domain }) => domain);
}

/** In A-label form; undefined for what needs no mapping or can't have one. */
export function hostnameOf(
  domain: string,
  names: OwnNames & Pick<NetworkReading, 'internalDomains'>,
): string | undefined {
  const parsed = parseHostname(domain, names.internalDomains);
  return parsed.ok && !isLeftAlone(parsed.hostname, names) ? parsed.hostname : undefined;
}

function renameStep(
  domainRecord: DomainRecord,
  hostname: string | undefined,
  before: MappingLinks | undefined,
): ReconcileStep[] {
  if (!before || before.hostname === hostname || before.siteLink?.state !== 'present') return [];
  return [{ kind: 'rename', mapping: before.id, to: domainRecord.domain }];
}

function linkStep(
  mapping: MappingLinks,
  domainRecord: DomainRecord,
  known: NetworkSnapshot | undefined,
): ReconcileStep[] {
  if (mapping.alias.intent === 'remove')
    return known && known.get(domainRecord.id) !== domainRecord.domain
      ? [{ kind: 'wait', domainRecordId: domainRecord.id }]
      : [];
  return isLinkedTo(mapping.siteLink, domainRecord)
    ? []
    : [{ kind: 'link', mapping: mapping.id, domainRecord }];
}

/** A record that is new, or was renamed. */
function started(
  hostname: string | undefined,
  domainRecord: DomainRecord,
  known: NetworkSnapshot | undefined,
): ReconcileStep[] {
  if (hostname === undefined || !known || known.get(domainRecord.id) === domainRecord.domain) return [];
  return [{ kind: 'start', hostname, domainRecord }];
}

/** Only forward, from stages where the plugin gave up or still checks; a person disabled inactive ones. */
function staged(mapping: MappingLinks, { id, stage, isActive, isSecure }: DomainRecord): ReconcileStep[] {
  const step = { kind: 'stage', mapping: mapping.id, domainRecordId: id } as const;
  const isRight = mapping.stage === 'done' || isOnlyUnrouted(mapping);
  const isBehind = stage === 'done' ? !isSecure : stage !== 'done-without-ssl';
  if (isRight && isActive && isBehind) return [{ ...step, stage: 'done' }];
  const isOpen = stage === 'checking-dns' || stage === 'checking-ssl-cert';
  return mapping.stage === 'ssl-failed' && isOpen ? [{ ...step, stage: 'ssl-failed' }] : [];
}

/** A name with another record by now was deleted and created again. */
function* vanishSteps(
  reading: NetworkReading,
  byDomain: RecordsByDomain,
): Generator<readonly ReconcileStep[], void> {
  const { domainRecords, unreadable = [], mappings } = reading;
  const present = new LargeMap<number, true>(domainRecords.length + unreadable.length);
  for (const id of unreadable) present.set(id, true);
  /** The names of records that are written differently. */
  const others = new LargeMap<string, true>(domainRecords.length);
  for (const some of walkedParts(domainRecords)) {
    for (const { id, domain } of some) {
      present.set(id, true);
      const other = isPlainName(domain) ? undefined : hostnameOf(domain, reading);
      if (other !== undefined) others.set(other, true);
    }
    yield [];
  }
  const isNamed = (hostname: string): boolean =>
    (byDomain.has(hostname) && hostnameOf(hostname, reading) === hostname) || others.has(hostname);
  for (const some of walkedParts(mappings.values)) {
    const steps: ReconcileStep[] = [];
    for (const { id, hostname, siteLink, alias } of some) {
      if (siteLink?.state !== 'present' || alias.intent !== 'add') continue;
      const { domainRecordId } = siteLink;
      if (domainRecordId === undefined || present.has(domainRecordId) || isNamed(hostname)) continue;
      steps.push({ kind: 'vanish', mapping: id, domainRecordId });
    }
    yield steps;
  }
}

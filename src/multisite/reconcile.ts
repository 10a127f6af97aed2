import { parseHostname } from '../core/hostname.js';
import { isRouting, isSameRecord, type SiteReading } from '../core/lifecycle/site.js';
import type { Mapping } from '../core/mapping.js';
import { isLeftAlone, type OwnNames } from '../core/own-names.js';
import { isOnlyUnrouted } from '../core/stage.js';
import { groupBy } from '../util/group-by.js';
import { type DomainRecord, preferred } from './multisite.js';

/** The network at its last reading: the records' domains by ID. */
export type NetworkSnapshot = ReadonlyMap<number, string>;

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

export interface NetworkReading extends OwnNames {
  readonly domainRecords: readonly DomainRecord[];
  /** IDs of unreadable records: they exist all the same. */
  readonly unreadable?: readonly number[];
  /** Undefined at the first reading, which only records what existed before the bot. */
  readonly known: NetworkSnapshot | undefined;
  /** The app's live mappings. */
  readonly mappings: readonly Mapping[];
  /** The hosting provider's aliases. */
  readonly internalDomains: readonly string[];
  readonly setsStage: boolean;
}

/** If more than this many, and more than half, vanish between two readings, something else is wrong. */
const FEW = 5;

export function reconcile(reading: NetworkReading): readonly ReconcileStep[] {
  const { domainRecords, known, mappings } = reading;
  const byHostname = new Map(mappings.map((mapping) => [mapping.hostname, mapping]));
  const byRecord = new Map(
    mappings.flatMap((mapping) =>
      mapping.siteLink?.domainRecordId ? [[mapping.siteLink.domainRecordId, mapping] as const] : [],
    ),
  );
  const { chosen, doubles } = oneOfEach(reading, byHostname);
  const bySite = groupBy(domainRecords, ({ siteId }) => String(siteId));
  const steps = chosen.flatMap((domainRecord): ReconcileStep[] => {
    const hostname = hostnameOf(domainRecord.domain, reading);
    const mapping = hostname === undefined ? undefined : byHostname.get(hostname);
    return [
      ...renameStep(domainRecord, hostname, byRecord.get(domainRecord.id)),
      ...(mapping ? linkStep(mapping, domainRecord, known) : started(hostname, domainRecord, known)),
      ...(mapping ? readStep(mapping, domainRecord, bySite.get(String(domainRecord.siteId)) ?? []) : []),
      ...(mapping && reading.setsStage ? staged(mapping, domainRecord) : []),
    ];
  });
  return [...steps, ...doubles, ...vanishStep(reading)];
}

/** The real table has no unique key: of several records of one name the preferred one counts. */
function oneOfEach({ domainRecords, known }: NetworkReading, byHostname: ReadonlyMap<string, Mapping>) {
  const groups = groupBy(domainRecords, ({ domain }) => domain);
  const linkedTo = (domain: string) => byHostname.get(domain)?.siteLink?.domainRecordId;
  const chosen = [...groups].flatMap(([domain, each]) => preferred(each, linkedTo(domain)) ?? []);
  const doubles = [...groups].flatMap(([hostname, each]): ReconcileStep[] =>
    each.length > 1 && each.some(({ id, domain }) => known?.get(id) !== domain)
      ? [{ kind: 'double', hostname, ids: each.map(({ id }) => id) }]
      : [],
  );
  return { chosen, doubles };
}

/** Only changes. */
function readStep(
  { id, site, alias }: Mapping,
  domainRecord: DomainRecord,
  ofSite: readonly DomainRecord[],
): ReconcileStep[] {
  const reading = readingOf(domainRecord, ofSite);
  if (alias.state !== 'accepted' || isSameRecord(reading.record, site.record)) return [];
  return [{ kind: 'read', mapping: id, reading }];
}

/** `address`: the site's own, if known. */
export function readingOf(
  { id, siteId, stage, isActive, isSecure, modifiedAt }: DomainRecord,
  ofSite: readonly DomainRecord[],
  address?: string | undefined,
): SiteReading {
  const record = {
    id,
    siteId,
    stage,
    isActive,
    isSecure,
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
  const routed = ofSite.filter((each) => isRouting(each)).map(({ domain }) => domain);
  return { record, addresses: [...new Set([...routed, ...(address === undefined ? [] : [address])])] };
}

/** Too many are missing at once to conclude anything. */
export const isSuspicious = (
  steps: readonly ReconcileStep[],
  known: NetworkSnapshot | undefined,
): boolean => {
  const gone = steps.filter(({ kind }) => kind === 'vanish').length;
  return gone > FEW && gone * 2 > (known?.size ?? 0);
};

/** In A-label form; undefined for what needs no mapping or can't have one. */
export function hostnameOf(
  domain: string,
  { internalDomains, ...own }: OwnNames & Pick<NetworkReading, 'internalDomains'>,
): string | undefined {
  const parsed = parseHostname(domain, internalDomains);
  return parsed.ok && !isLeftAlone(parsed.hostname, own) ? parsed.hostname : undefined;
}

function renameStep(
  domainRecord: DomainRecord,
  hostname: string | undefined,
  before: Mapping | undefined,
): ReconcileStep[] {
  if (!before || before.hostname === hostname || before.siteLink?.state !== 'present') return [];
  return [{ kind: 'rename', mapping: before.id, to: domainRecord.domain }];
}

function linkStep(
  { id, siteLink, alias }: Mapping,
  domainRecord: DomainRecord,
  known: NetworkSnapshot | undefined,
): ReconcileStep[] {
  const isKnown =
    siteLink?.domainRecordId === domainRecord.id &&
    siteLink.siteId === domainRecord.siteId &&
    siteLink.state === 'present';
  if (alias.intent === 'remove')
    return known && known.get(domainRecord.id) !== domainRecord.domain
      ? [{ kind: 'wait', domainRecordId: domainRecord.id }]
      : [];
  return isKnown ? [] : [{ kind: 'link', mapping: id, domainRecord }];
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
function staged(mapping: Mapping, { id, stage, isActive, isSecure }: DomainRecord): ReconcileStep[] {
  const step = { kind: 'stage', mapping: mapping.id, domainRecordId: id } as const;
  const isRight = mapping.stage === 'done' || isOnlyUnrouted(mapping);
  const isBehind = stage === 'done' ? !isSecure : stage !== 'done-without-ssl';
  if (isRight && isActive && isBehind) return [{ ...step, stage: 'done' }];
  const isOpen = stage === 'checking-dns' || stage === 'checking-ssl-cert';
  return mapping.stage === 'ssl-failed' && isOpen ? [{ ...step, stage: 'ssl-failed' }] : [];
}

/** A name with another record by now was deleted and created again. */
function vanishStep(reading: NetworkReading): ReconcileStep[] {
  const { domainRecords, unreadable = [], mappings } = reading;
  const present = new Set([...domainRecords.map(({ id }) => id), ...unreadable]);
  const named = new Set(domainRecords.map(({ domain }) => hostnameOf(domain, reading)));
  return mappings.flatMap(({ id, hostname, siteLink, alias }): ReconcileStep[] => {
    const isGone =
      siteLink?.state === 'present' &&
      siteLink.domainRecordId !== undefined &&
      !present.has(siteLink.domainRecordId);
    return isGone && alias.intent === 'add' && !named.has(hostname)
      ? [{ kind: 'vanish', mapping: id, domainRecordId: siteLink.domainRecordId ?? 0 }]
      : [];
  });
}

import { z } from 'zod';
import { bareOf, parseHostname } from '../core/hostname.js';
import type { LongList } from '../util/parted-list.js';

/** A domain record of Ultimate Multisite. */
export interface DomainRecord {
  readonly id: number;
  /** As stored, lower case. */
  readonly domain: string;
  /** WordPress's blog ID. */
  readonly siteId: number;
  readonly stage: string;
  readonly isActive: boolean;
  readonly isPrimary: boolean;
  readonly isSecure: boolean;
  /** Epoch ms; WordPress stores UTC. */
  readonly modifiedAt?: number | undefined;
}

/** `unreadable`: IDs of unreadable records, 0 if even the ID is unreadable; the records exist all the same. */
export interface DomainRecordList {
  readonly domainRecords: LongList<DomainRecord>;
  readonly unreadable: readonly number[];
}

/** A site of the network. `address`: its own host, lower case; `path`: `/` unless the network has subdirectories. */
export interface NetworkSite {
  readonly id: number;
  /** Plain text. */
  readonly title: string;
  readonly address: string;
  readonly path: string;
  /** Archived, deleted or spam: WordPress shows all visitors an error. */
  readonly isClosed?: boolean | undefined;
}

export interface Webhook {
  readonly id: number;
  readonly event: string;
  readonly url: string;
}

export type MultisiteErrorCode =
  | 'refused'
  | 'unauthorised'
  | 'no-api'
  | 'redirected'
  | 'unreachable'
  | 'timed-out'
  | 'wrong-shape'
  | 'http-status';

/** A failed call to the network. `message` never holds key or secret; `said` is the network's own message, unescaped. */
export class MultisiteError extends Error {
  override readonly name = 'MultisiteError';
  constructor(
    readonly code: MultisiteErrorCode,
    message: string,
    readonly facts: { readonly said?: string; readonly status?: number } = {},
  ) {
    super(message);
  }
}

/** The REST API of one Ultimate Multisite network. Every method throws `MultisiteError`. */
export interface Multisite {
  /** All records; throws if the list can't be read to its end. */
  listDomainRecords(): Promise<DomainRecordList>;
  /** Undefined only if the network itself says there is none. */
  getDomainRecord(id: number): Promise<DomainRecord | undefined>;
  /** Of several records of a name: the primary, else an active one, else a secure one. */
  findDomainRecord(hostname: string): Promise<DomainRecord | undefined>;
  createDomainRecord(hostname: string, siteId: number): Promise<DomainRecord>;
  deleteDomainRecord(id: number): Promise<'removed' | 'already'>;
  /** `done` makes the site's links secure, too. A version that doesn't know `ssl-failed` gets `failed`. */
  setStage(id: number, stage: 'done' | 'ssl-failed'): Promise<DomainRecord>;
  /** Makes it routed, secure and active. 2.9.2 then makes it the site's primary domain. */
  setReady(id: number): Promise<DomainRecord>;
  /** Undefined only if the network itself says there is none. */
  getSite(id: number): Promise<NetworkSite | undefined>;
  /** All sites; throws if the list can't be read to its end. */
  listSites(): Promise<LongList<NetworkSite>>;
  /** A site's records. */
  listSiteRecords(siteId: number): Promise<readonly DomainRecord[]>;
  listWebhooks(): Promise<readonly Webhook[]>;
  createWebhook(name: string, event: string, url: string): Promise<void>;
  deleteWebhook(id: number): Promise<void>;
  /** Undefined if it was never saved. */
  getSetting(key: string): Promise<unknown>;
  /** Resolves if key and secret are valid. */
  testConnection(): Promise<void>;
}

/** Of several records of one name: the one already linked, then the primary, an active, a secure, the oldest. */
export function preferred(
  domainRecords: readonly DomainRecord[],
  linkedId?: number | undefined,
): DomainRecord | undefined {
  const rank = ({ id, isPrimary, isActive, isSecure }: DomainRecord): number =>
    (id === linkedId ? 8 : 0) + (isPrimary ? 4 : 0) + (isActive ? 2 : 0) + (isSecure ? 1 : 0);
  return domainRecords.toSorted((one, other) => rank(other) - rank(one) || one.id - other.id)[0];
}

/** Ultimate Multisite's numbers: numbers or strings, depending on the version. */
export const wholeNumberOf = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .refine((value) => Number.isSafeInteger(value) && value >= 0);

/** The host at which the site alone is found: a site in a subdirectory shares its host with the network's main site. */
export const ownHostsOf = (site: NetworkSite | undefined): readonly string[] =>
  site?.path === '/' ? [site.address] : [];

/** Whether a domain record can hold the hostname. The plugin refuses `*.` and top-level domains in A-label form. */
export const canHold = (hostname: string): boolean =>
  !hostname.startsWith('*.') && !hostname.slice(hostname.lastIndexOf('.') + 1).startsWith('xn--');

/** Whether it is still the hostname's record, which routes its `www.` name, too: a record can be renamed, and keeps its ID. */
export function isRecordOf({ domain }: DomainRecord, hostname: string): boolean {
  const parsed = parseHostname(domain);
  return parsed.ok && bareOf(parsed.hostname) === bareOf(hostname);
}

/** A domain record as a mapping's site link. */
export const siteLinkOf = ({ siteId, id }: DomainRecord) => ({ siteId, domainRecordId: id });

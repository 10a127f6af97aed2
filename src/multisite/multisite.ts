import { z } from 'zod';

/** A domain record of Ultimate Multisite. */
export interface DomainRecord {
  readonly id: number;
  /** As it stands there, lower case. */
  readonly domain: string;
  /** WordPress's blog id. */
  readonly siteId: number;
  readonly stage: string;
  readonly isActive: boolean;
  readonly isPrimary: boolean;
  readonly isSecure: boolean;
  /** Epoch ms; WordPress keeps UTC. */
  readonly modifiedAt?: number | undefined;
}

/** `unreadable`: ids of those that could not be read, 0 where not even that; they are there all the same. */
export interface DomainRecordList {
  readonly domainRecords: readonly DomainRecord[];
  readonly unreadable: readonly number[];
}

/** A site of the network. `address`: its own host, lower case. */
export interface NetworkSite {
  readonly id: number;
  readonly title: string;
  readonly address: string;
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

/** A call to the network that did not succeed. `message` never holds key or secret; `said` is its own words, unescaped. */
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
  /** All records, whole: what can't be read to its end throws. */
  listDomainRecords(): Promise<DomainRecordList>;
  /** Undefined only when the network says itself that there is none. */
  getDomainRecord(id: number): Promise<DomainRecord | undefined>;
  /** Where a name has several: the primary, else an active one, else a secure one. */
  findDomainRecord(hostname: string): Promise<DomainRecord | undefined>;
  createDomainRecord(hostname: string, siteId: number): Promise<DomainRecord>;
  deleteDomainRecord(id: number): Promise<'removed' | 'already'>;
  /** `done` makes the site's links secure, too. A version that does not know `ssl-failed` gets `failed`. */
  setStage(id: number, stage: 'done' | 'ssl-failed'): Promise<DomainRecord>;
  /** Routed and secure, and active where it was not. 2.9.2 makes it the site's primary domain by itself. */
  setReady(id: number): Promise<DomainRecord>;
  /** Undefined only when the network says itself that there is none. */
  getSite(id: number): Promise<NetworkSite | undefined>;
  /** The records of a site. */
  listSiteRecords(siteId: number): Promise<readonly DomainRecord[]>;
  listWebhooks(): Promise<readonly Webhook[]>;
  createWebhook(name: string, event: string, url: string): Promise<void>;
  /** Undefined where it was never saved. */
  getSetting(key: string): Promise<unknown>;
  /** Resolves when key and secret are good. */
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

/** Ultimate Multisite's numbers: as numbers or as texts, depending on the version. */
export const wholeNumberOf = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .refine((value) => Number.isSafeInteger(value) && value >= 0);

/** Does a hostname belong to the network itself, such as `site.network.tld`? The hosting provider serves those without an alias. */
export function isOwn(hostname: string, networkHost: string | undefined): boolean {
  if (networkHost === undefined) return false;
  const host = networkHost.replace(/^www\./, '');
  return hostname === networkHost || hostname === host || hostname.endsWith(`.${host}`);
}

/** Can a domain record hold it? The plugin refuses `*.` and top-level domains in A-label form. */
export const canHold = (hostname: string): boolean =>
  !hostname.startsWith('*.') && !hostname.slice(hostname.lastIndexOf('.') + 1).startsWith('xn--');

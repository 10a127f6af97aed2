/** A domain record of Ultimate Multisite. */
export interface DomainRecord {
  readonly id: number;
  /** As it stands there, lower case. */
  readonly domain: string;
  /** WordPress's blog id. */
  readonly siteId: number;
  readonly stage: string;
}

export type MultisiteErrorCode =
  | 'refused'
  | 'unauthorised'
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
  listDomainRecords(): Promise<readonly DomainRecord[]>;
  /** Undefined only when the network says itself that there is none. */
  getDomainRecord(id: number): Promise<DomainRecord | undefined>;
  findDomainRecord(hostname: string): Promise<DomainRecord | undefined>;
  createDomainRecord(hostname: string, siteId: number): Promise<DomainRecord>;
  deleteDomainRecord(id: number): Promise<'removed' | 'already'>;
  setStage(id: number, stage: string): Promise<void>;
  /** Resolves when key and secret are good. */
  testConnection(): Promise<void>;
}

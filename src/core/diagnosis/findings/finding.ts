import type { FindingCode, Severity, WhoActs } from './table.js';

/** One record to create, to change an existing one to, or to delete. */
export interface DnsRecordFix {
  readonly action: 'create' | 'change' | 'delete';
  readonly type: string;
  /** Fully qualified, without its final dot. */
  readonly name: string;
  /** The name as DNS panels ask for it: relative to the zone, `@` for the zone itself. */
  readonly host: string;
  readonly value: string;
  /** As it stands in a zone file. */
  readonly line: string;
}

/** What the sentences about a finding need: foreign text unescaped, moments in epoch ms (`validTo`, `validFrom`). */
export type FindingParams = Readonly<Record<string, string | number>>;

/** What a rule saw. */
export interface Evidence {
  readonly params?: FindingParams;
  readonly fixes?: readonly DnsRecordFix[];
  /** Where a rule knows better than the table. */
  readonly severity?: Severity;
  readonly whoActs?: WhoActs;
}

/** One diagnosed reason why a mapping is stuck, or a reason to worry. */
export interface Finding {
  readonly code: FindingCode;
  readonly axis: 'dns' | 'ssl';
  readonly severity: Severity;
  readonly whoActs: WhoActs;
  readonly params: FindingParams;
  readonly fixes: readonly DnsRecordFix[];
}

/** What of the configured policy findings depend on. */
export interface FindingPolicy {
  /** A certificate that takes longer than this is slow. */
  readonly sslSlowMs: number;
  /** What certificate authorities the host may use, as CAA records name them (RFC 8659 4.2). */
  readonly acceptedCas: readonly string[];
}

/** What a finding may depend on besides the mapping. */
export interface Moment {
  readonly now: number;
  readonly policy: FindingPolicy;
}

import type { LearnedLimits } from '../../learning/durations.js';
import type { FindingCode, Severity, WhoActs } from './table.js';

/** One record to create, change or delete. */
export interface DnsRecordFix {
  readonly action: 'create' | 'change' | 'delete';
  readonly type: string;
  /** Fully qualified, without its final dot. */
  readonly name: string;
  /** The name as DNS panels want it: relative to the zone, `@` for the zone itself. */
  readonly host: string;
  readonly value: string;
  /** As a zone file line. */
  readonly line: string;
}

/**
 * The parameters of a finding's sentence: foreign text unescaped, moments in epoch ms (`validTo`,
 * `validFrom`).
 */
export type FindingParams = Readonly<Record<string, string | number>>;

/** What a rule found. */
export interface Evidence {
  readonly params?: FindingParams;
  readonly fixes?: readonly DnsRecordFix[];
  /** Overrides the table's severity. */
  readonly severity?: Severity;
  readonly whoActs?: WhoActs;
}

/** One diagnosed reason why a mapping is stuck or at risk. */
export interface Finding {
  readonly code: FindingCode;
  readonly axis: 'dns' | 'ssl';
  readonly severity: Severity;
  readonly whoActs: WhoActs;
  readonly params: FindingParams;
  readonly fixes: readonly DnsRecordFix[];
}

/** The part of the policy that findings depend on. */
export interface FindingPolicy {
  /** A certificate that takes longer than this is slow. */
  readonly sslSlowMs: number;
  readonly learned?: LearnedLimits | undefined;
  /** The certificate authorities the hosting provider may use, as CAA records name them (RFC 8659 4.2). */
  readonly acceptedCas: readonly string[];
}

/** What a finding may depend on besides the mapping. */
export interface Moment {
  readonly now: number;
  readonly policy: FindingPolicy;
}

import type { Policy } from '../policy.js';
import type { FindingCode, Severity } from './table.js';

/** One record to create, to change an existing one to, or to delete. */
export interface RecordFix {
  readonly action: 'create' | 'change' | 'delete';
  readonly type: string;
  /** Fully qualified, without its final dot. */
  readonly name: string;
  readonly value: string;
  /** As it stands in a zone file. */
  readonly line: string;
}

/** What a rule saw. `params` are what the sentences about it need, foreign text unescaped. */
export interface Evidence {
  readonly params?: Readonly<Record<string, string>>;
  readonly fixes?: readonly RecordFix[];
  /** Where a rule knows better than the table. */
  readonly severity?: Severity;
}

/** One diagnosed reason why a mapping is stuck, or a reason to worry. */
export interface Finding {
  readonly code: FindingCode;
  readonly axis: 'dns' | 'ssl';
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string>>;
  readonly fixes: readonly RecordFix[];
}

/** What a finding may depend on besides the mapping. */
export interface Moment {
  readonly now: number;
  readonly policy: Policy;
}

import { createHash } from 'node:crypto';
import type { Condition } from '../condition.js';
import type { Finding } from '../diagnosis/findings/finding.js';
import type { FindingCode } from '../diagnosis/findings/table.js';
import { type DnsRecordLine, wantedRecords } from '../dns-records.js';
import type { Mapping } from '../mapping.js';
import type { Target } from '../ports/provider-facts.js';
import { isMuted } from '../reporting/reporting.js';
import { isPublished } from '../stage.js';

/** One name of the message: the mapping and its judgement. */
export interface CustomerPart {
  readonly mapping: Mapping;
  readonly target: Target;
  readonly condition: Condition;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

/** `alias`: a name that can hold no CNAME has to follow a host (ALIAS, ANAME, CNAME flattening). */
export type StepAction = 'delete' | 'change' | 'create' | 'alias';

/** One step: a DNS record, or a finding whose advice says what to do. */
export type CustomerStep =
  | { readonly kind: 'record'; readonly action: StepAction; readonly record: PanelRecord }
  | { readonly kind: 'advice'; readonly finding: Finding; readonly says: 'all' | 'fix' };

/** What DNS panels ask for. */
export interface PanelRecord {
  readonly type: string;
  /** Fully qualified. */
  readonly name: string;
  /** Relative to the zone; `@` for the zone itself. */
  readonly host: string;
  readonly value: string;
}

const MAX_CUSTOMER_FINDINGS = 3;
/** Their records alone don't say everything: a switch in the panel, or a record elsewhere. */
const ADVICE_BESIDE_RECORDS: ReadonlySet<FindingCode> = new Set([
  'cloudflare-proxied',
  'domain-appended-to-value',
  'value-garbled',
  'domain-appended-to-name',
]);
/** Panels refuse a record beside a CNAME, so deletions come first. */
const ORDER: Readonly<Record<StepAction, number>> = { delete: 0, change: 1, create: 2, alias: 2 };

/** What the customer has to do for all names: each step once, in an order that DNS panels accept. */
export function customerSteps(parts: readonly CustomerPart[]): CustomerStep[] {
  const steps = parts.flatMap(stepsOfName);
  const distinct = new Map(steps.map((step) => [keyOfStep(step), step]));
  return [...distinct.values()].sort((one, other) => orderOf(one) - orderOf(other));
}

/** Address records, for panels that accept no CNAME for a name. */
export const alternativeRecords = (parts: readonly CustomerPart[]): PanelRecord[] =>
  parts.flatMap(({ mapping, target }): readonly DnsRecordLine[] =>
    isPublished(mapping.dns) || mapping.alias.intent === 'remove'
      ? []
      : (wantedRecords(mapping, target).alternative ?? []),
  );

function stepsOfName({ mapping, target, findings }: CustomerPart): CustomerStep[] {
  if (mapping.alias.state === 'refused' || mapping.alias.intent === 'remove') return [];
  if (mapping.dns.observation === undefined) return firstSteps(mapping, target);
  return findings
    .filter((finding) => finding.whoActs === 'customer' && isToMend(finding, mapping))
    .slice(0, MAX_CUSTOMER_FINDINGS)
    .flatMap((finding) => stepsForFinding(finding, mapping, target));
}

/** What keeps a certificate from being issued is only a warning until a renewal is late. Nobody mends what is muted. */
function isToMend({ code, severity, axis }: Finding, mapping: Mapping): boolean {
  if (isMuted(mapping, code)) return false;
  return (
    severity === 'problem' || (severity === 'warning' && axis === 'ssl' && mapping.ssl.state === 'expiring')
  );
}

/** A finding's records say what to do; without records, its advice does. */
function stepsForFinding(finding: Finding, mapping: Mapping, target: Target): CustomerStep[] {
  const records = finding.fixes.map(
    (record): CustomerStep => ({ kind: 'record', action: record.action, record }),
  );
  if (ADVICE_BESIDE_RECORDS.has(finding.code))
    return [...records, { kind: 'advice', finding, says: 'fix' } as const];
  if (records.length > 0) return records;
  if (finding.code === 'record-missing') return firstSteps(mapping, target);
  return [{ kind: 'advice', finding, says: 'all' }];
}

/** Before anything was seen: the records to add. */
function firstSteps(mapping: Mapping, target: Target): CustomerStep[] {
  const { hostname } = mapping;
  const { preferred } = wantedRecords(mapping, target);
  const [host] = target.cname;
  if (preferred.length === 0 && host !== undefined)
    return [
      { kind: 'record', action: 'alias', record: { type: 'ALIAS', name: hostname, host: '@', value: host } },
    ];
  return preferred.map((record) => ({ kind: 'record', action: 'create', record }));
}

const orderOf = (step: CustomerStep): number =>
  step.kind === 'record' ? ORDER[step.action] : step.says === 'fix' ? 3 : 0;

const keyOfStep = (step: CustomerStep): string =>
  step.kind === 'record'
    ? `${step.action} ${step.record.type} ${step.record.name} ${step.record.value}`
    : step.finding.code;

/** A short hash of what the steps ask for; undefined if they ask for nothing. */
export function hashOfSteps(steps: readonly CustomerStep[]): string | undefined {
  if (steps.length === 0) return undefined;
  const keys = steps.map(keyOfStep).sort();
  return createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 16);
}

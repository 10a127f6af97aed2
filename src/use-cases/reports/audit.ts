import type { Denial } from '../../audit/denied-journal.js';
import type { Progress } from '../../audit/read-history.js';
import type { Verification } from '../../audit/verify.js';
import { eventName } from '../../core/events/event.js';
import { type SettingChange, settingEvent } from '../../settings/settings.js';
import { resolveCard } from '../../store/cards.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import type { Ports } from '../ports.js';
import { digestEvents } from '../shared/digest-posts.js';
import { entriesOf, type HistoryEntry } from './history.js';

export const AUDIT_PAGE = 12;
/** More than a person reads or a spreadsheet loads: keeps the newest. */
const MAX_ENTRIES = 500_000;

/** Filters; an omitted one matches everything. */
export interface AuditFilter {
  /** Epoch ms. */
  readonly since?: number | undefined;
  /** Slack user ID or `system`. */
  readonly by?: string | undefined;
  /** An event type, or its noun before the dot. */
  readonly type?: string | undefined;
}

export interface AuditPage {
  readonly filter: AuditFilter;
  readonly entries: readonly HistoryEntry[];
  readonly offset: number;
  readonly total: number;
}

export type AuditDeps = AuthorizeDeps & AuditEntriesDeps & Pick<Ports, 'verify'>;
type AuditEntriesDeps = Pick<Ports, 'apps' | 'deniedJournal' | 'settingChanges' | 'store'>;

/** Events of all mappings, newest first. Throws `UserError`. */
export async function audit(
  deps: AuditDeps,
  filter: AuditFilter,
  offset: number,
  actor: Actor,
): Promise<AuditPage> {
  const entries = await auditAll(deps, filter, actor);
  return {
    filter,
    entries: entries.slice(offset, offset + AUDIT_PAGE),
    offset,
    total: entries.length,
  };
}

/** All matching events, for a file. Throws `UserError`. */
export async function auditAll(deps: AuditDeps, filter: AuditFilter, actor: Actor): Promise<HistoryEntry[]> {
  await authorize(deps, actor, 'audit');
  return auditEntries(deps, filter);
}

/** Throws `UserError` unless the actor may verify the audit trail; call it before opening a direct message. */
export const assertMayVerify = (deps: AuthorizeDeps, actor: Actor): Promise<unknown> =>
  authorize(deps, actor, 'audit');

/** Compares the channels with the store; takes minutes. Throws `UserError`, also while another `verify` is running. */
export async function verifyAudit(
  deps: AuditDeps,
  onProgress: (progress: Progress) => void,
  actor: Actor,
): Promise<Verification> {
  await authorize(deps, actor, 'audit');
  const verification = await deps.verify(onProgress);
  if (verification === 'running') throw new UserError({ code: 'verifying' });
  return verification;
}

/** Newest first: events of all mappings, removed ones included, changes of settings, summaries, and denied attempts. */
async function auditEntries(
  { store, apps, settingChanges, deniedJournal }: AuditEntriesDeps,
  filter: AuditFilter,
): Promise<HistoryEntry[]> {
  const denied = await deniedJournal.entries();
  const digests = await digestEvents({ store, apps });
  const found = [...settingChanges().map(settingEntry), ...digests, ...denied.map(deniedEntry)].filter(
    ({ event }) => isFound(event, filter),
  );
  for await (const stored of store.all()) {
    if (stored.events.some((event) => isFound(event, filter)))
      found.push(
        ...entriesOf(await resolveCard(store, stored)).filter(({ event }) => isFound(event, filter)),
      );
  }
  return found
    .reverse()
    .sort((one, other) => other.event.at - one.event.at)
    .slice(0, MAX_ENTRIES);
}

const settingEntry = (change: SettingChange): HistoryEntry => ({
  channel: change.channel,
  ts: change.ts,
  event: settingEvent(change),
});

/** Posted in no channel: only the denied actor was answered. */
const deniedEntry = ({ id, at, by, channel, permission, hostname = '–' }: Denial): HistoryEntry => ({
  channel,
  event: {
    id,
    mapping: '',
    hostname,
    type: 'access.denied',
    at,
    by,
    details: { permission },
    previous: '',
  },
});

function isFound(event: HistoryEntry['event'], filter: AuditFilter): boolean {
  const { at, by } = event;
  const type = eventName(event);
  return (
    (filter.since === undefined || at >= filter.since) &&
    (filter.by === undefined || by === filter.by) &&
    (filter.type === undefined || type === filter.type || type.startsWith(`${filter.type}.`))
  );
}

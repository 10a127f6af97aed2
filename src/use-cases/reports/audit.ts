import type { Denial } from '../../audit/denied-journal.js';
import type { Progress } from '../../audit/read-history.js';
import type { Verification } from '../../audit/verify.js';
import { eventName } from '../../core/events/event.js';
import { type SettingChange, settingEvent } from '../../settings/stored-settings.js';
import { resolveCard } from '../../store/cards.js';
import { Ranking } from '../../util/collections.js';
import { sortedInTurns } from '../../util/concurrency/event-loop.js';
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

/** Events of all mappings, newest first; keeps only the page's. Throws `UserError`. */
export async function audit(
  deps: AuditDeps,
  filter: AuditFilter,
  offset: number,
  actor: Actor,
): Promise<AuditPage> {
  await authorize(deps, actor, 'audit');
  const found = new Ranking<FoundEntry>(byMoment, { offset, limit: AUDIT_PAGE });
  for await (const entries of matchingEntries(deps, filter))
    for (const entry of entries) found.add({ ...entry, order: found.size });
  return {
    filter,
    entries: found.page().map(({ order: _, ...entry }) => entry),
    offset,
    total: Math.min(found.size, MAX_ENTRIES),
  };
}

/** All matching events, newest first, for a file. Throws `UserError`. */
export async function auditAll(deps: AuditDeps, filter: AuditFilter, actor: Actor): Promise<HistoryEntry[]> {
  await authorize(deps, actor, 'audit');
  const found: HistoryEntry[] = [];
  for await (const entries of matchingEntries(deps, filter)) found.push(...entries);
  const sorted = await sortedInTurns(found.reverse(), (one, other) => other.event.at - one.event.at);
  return sorted.slice(0, MAX_ENTRIES);
}

interface FoundEntry extends HistoryEntry {
  /** Of two of the same moment, the one that was found later comes first. */
  readonly order: number;
}

const byMoment = (one: FoundEntry, other: FoundEntry): number =>
  other.event.at - one.event.at || other.order - one.order;

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

/** Events of all mappings, removed ones included, changes of settings, summaries, and denied attempts; some at a time. */
async function* matchingEntries(
  { store, apps, settingChanges, deniedJournal }: AuditEntriesDeps,
  filter: AuditFilter,
): AsyncGenerator<readonly HistoryEntry[], void> {
  const isWanted = ({ event }: Pick<HistoryEntry, 'event'>) => isFound(event, filter);
  const denied = await deniedJournal.entries();
  const digests = await digestEvents({ store, apps });
  yield [...settingChanges().map(settingEntry), ...digests, ...denied.map(deniedEntry)].filter(isWanted);
  for await (const stored of store.all())
    if (stored.events.some((event) => isFound(event, filter)))
      yield entriesOf(await resolveCard(store, stored)).filter(isWanted);
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

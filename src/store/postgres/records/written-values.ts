import { type DueWork, dueWorkOf } from '../../due.js';
import type { Judge, StoredMapping } from '../../store.js';
import { linksOf, summaryOf } from '../../summary.js';
import { newestSchema, type WrittenRow } from './row.js';
import type { NarrowColumn, WriteShape } from './write-statements.js';

/** Upper bound for a wait: a time written with a wrong clock must not stop checks for days. */
const LATEST_CHECK_MS = 7 * 3_600_000;
const LATEST_DELIVERY_MS = 3_600_000;

/** What a write sets: the parameters of its statement by name. */
export type WrittenValues = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Writing {
  readonly values: WrittenValues;
  /** What no check without news changes, as JSON. */
  readonly narrow: string;
  readonly queues: Pick<WriteShape, 'hasCheck' | 'hasDelivery'>;
}

/** The columns of a record, and what is due next. */
export function writingOf(
  stored: StoredMapping,
  row: WrittenRow,
  now: number,
  judge: Judge | undefined,
): Writing {
  const due = dueWorkOf(stored);
  const { judgement, ...summary } = summaryOf(stored.mapping, judge);
  const narrow = narrowColumns(stored, due, JSON.stringify(summary));
  return {
    // Name by name: spreading four objects takes V8 as long as everything else together.
    values: {
      id: row.id,
      version: row.version,
      before: row.version - 1,
      next_check_at: row.next_check_at,
      dns_at: row.dns_at,
      ssl_at: row.ssl_at,
      http_at: row.http_at,
      document: row.document,
      observation: row.observation,
      judgement: judgement ? JSON.stringify(judgement) : null,
      links: JSON.stringify(linksOf(stored.mapping)),
      schema: narrow.schema,
      hostname: narrow.hostname,
      app: narrow.app,
      channel: narrow.channel,
      stage: narrow.stage,
      requested_at: narrow.requested_at,
      lane: narrow.lane,
      undeliverable: narrow.undeliverable,
      summary: narrow.summary,
      now,
      check_lane: due.check?.lane ?? '',
      check_at: due.check?.at,
      check_due_at: due.check && Math.min(due.check.at, now + LATEST_CHECK_MS),
      delivery_lane: due.delivery?.lane ?? '',
      delivery_work: due.delivery?.work ?? '',
      delivery_due_at: due.delivery && Math.min(due.delivery.at, now + LATEST_DELIVERY_MS),
      pending: due.pending,
      pending_since: due.pendingSince ?? null,
    },
    narrow: JSON.stringify(narrow),
    queues: { hasCheck: due.check !== undefined, hasDelivery: due.delivery !== undefined },
  };
}

const narrowColumns = (
  { mapping }: StoredMapping,
  { cardChannel, check, undeliverable }: DueWork,
  summary: string,
): Readonly<Record<NarrowColumn, unknown>> => ({
  schema: newestSchema,
  hostname: mapping.hostname,
  app: mapping.app,
  channel: cardChannel,
  stage: mapping.stage,
  requested_at: mapping.requestedAt,
  lane: check?.lane ?? null,
  undeliverable,
  summary,
});

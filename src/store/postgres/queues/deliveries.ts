import { DELIVERY_LANES } from '../../due.js';
import type { Claim, DeliverySummary, Store } from '../../store.js';
import type { Database } from '../connection/connection.js';
import { newestSchema } from '../records/row.js';
import { NEVER } from '../records/write-statements.js';
import { type ClaimedRow, type QueueOptions, sharedToken, tokenOf } from './checks.js';

export interface DeliveryQueue {
  readonly claim: Store['claimOutbox'];
  /** Ends a lease of a check or delivery. `notBefore`: no earlier claim of the check. */
  readonly release: Store['release'];
  /** What could not be released while the database was away would be held until its lease ends, and fill its channel's room. */
  releaseAgain(): Promise<void>;
  readonly postpone: Store['postponeDelivery'];
  readonly isHeld: Store['isHeld'];
  readonly summary: Store['deliverySummary'];
  readonly pendingMappings: Store['pendingMappings'];
}

/**
 * One replica at a time posts in a channel: only so do its threads keep their order and its rate, and a www mapping's
 * messages go with its primary's. It keeps the channel while it lives and has something to post there.
 */
const TAKE_CHANNELS = `insert into channels as c (channel, holder, until)
  select channel, $2, $3 from unnest($1::text[]) as due(channel) order by channel
  on conflict (channel) do update set holder = excluded.holder, until = excluded.until
  where c.holder = excluded.holder or c.until <= $4
  returning channel`;

const DUE_CHANNELS = `with recursive due(channel) as (
    (select channel from deliveries order by channel limit 1)
    union all
    select (select d.channel from deliveries d where d.channel > due.channel order by d.channel limit 1)
    from due where due.channel is not null)
  select channel from due where channel is not null and exists (
    select from deliveries d where d.channel = due.channel and d.due_at <= $1)`;

const CLAIM = `with open as materialized (
    select channel, $2::integer - (select count(*)::integer from deliveries h
      where h.channel = mine.channel and h.token is not null and h.due_at > $3) as room
    from unnest($1::text[]) as mine(channel)),
  locked as materialized (
    select d.mapping, d.tried from open cross join lateral (
      select mapping, tried from deliveries d
      where d.channel = open.channel and d.due_at <= $3 and d.schema <= $7
      order by array_position($8::text[], d.lane), d.due_at limit greatest(open.room, 0) for update skip locked) d)
  update deliveries d set token = $4, holder = $5, tried = true, due_at = $6
  from locked where d.mapping = locked.mapping
  returning d.mapping, locked.tried, d.work_at, array_position($8::text[], d.lane) as turn`;

/** Whether work is left is read from the locked row: the statement itself sees it as it was before others' writes. */
const RELEASE = `with held_check as materialized (
    select mapping, work_at from checks where mapping = $1 and token = $2 for update),
  held_delivery as materialized (
    select mapping, work_at from deliveries where mapping = $1 and token = $2 for update),
  checked as (
    update checks c set token = null, holder = null, due_at = greatest(c.work_at, $3::bigint)
    from held_check h where c.mapping = h.mapping and h.work_at < ${NEVER}),
  unwatched as (
    delete from checks c using held_check h where c.mapping = h.mapping and h.work_at = ${NEVER}),
  delivered as (
    update deliveries d set token = null, holder = null, due_at = greatest(d.work_at, $4::bigint)
    from held_delivery h where d.mapping = h.mapping and h.work_at < ${NEVER})
  delete from deliveries d using held_delivery h where d.mapping = h.mapping and h.work_at = ${NEVER}`;

const IS_HELD = 'select from deliveries where mapping = $1 and token = $2';

interface ClaimedDelivery extends ClaimedRow {
  readonly work_at: number;
  readonly turn: number;
}

export function createDeliveryQueue({ database, newToken, holder }: QueueOptions): DeliveryQueue {
  async function claim(
    now: number,
    perChannel: number,
    leaseMs: number,
    isPaused: (channel: string) => boolean = () => false,
  ): Promise<Claim[]> {
    const until = now + leaseMs;
    const due = (await database.prepared<{ channel: string }>(DUE_CHANNELS, [now]))
      .map(({ channel }) => channel)
      .filter((channel) => !isPaused(channel));
    if (due.length === 0) return [];
    const taken = await database.prepared<{ channel: string }>(TAKE_CHANNELS, [due, holder, until, now]);
    const mine = taken.map(({ channel }) => channel);
    if (mine.length === 0) return [];
    const token = newToken();
    const rows = await database.prepared<ClaimedDelivery>(CLAIM, [
      mine,
      perChannel,
      now,
      token,
      holder,
      until,
      newestSchema,
      DELIVERY_LANES,
    ]);
    return rows
      .toSorted((one, other) => one.turn - other.turn || one.work_at - other.work_at)
      .map(({ mapping, tried }) => ({ mapping, token: tokenOf(token, mapping), until, repeated: tried }));
  }

  /** By lease: of two attempts, the last one counts. */
  const unreleased = new Map<string, readonly unknown[]>();
  async function release(claim: Claim, checkNotBefore: number, deliveryNotBefore: number): Promise<void> {
    unreleased.delete(claim.token);
    await run(claim.token, [claim.mapping, sharedToken(claim), checkNotBefore, deliveryNotBefore]);
  }

  async function run(lease: string, values: readonly unknown[]): Promise<void> {
    try {
      await database.prepared(RELEASE, values);
    } catch (error) {
      if (!unreleased.has(lease)) unreleased.set(lease, values);
      throw error;
    }
  }

  /** Of a lease that another has by now, the token is another. */
  async function releaseAgain(): Promise<void> {
    const again = [...unreleased];
    unreleased.clear();
    await Promise.all(again.map(([lease, values]) => run(lease, values)));
  }

  return {
    claim,
    release: (claim, notBefore = 0) => release(claim, notBefore, 0),
    postpone: (claim, notBefore) => release(claim, 0, notBefore),
    releaseAgain,
    isHeld: async (claim) =>
      (await database.prepared(IS_HELD, [claim.mapping, sharedToken(claim)])).length > 0,
    summary: (isPaused) => deliverySummaryIn(database, isPaused),
    pendingMappings: async () => {
      const rows = await database.query<{ mapping: string }>(
        'select mapping from deliveries where pending > 0',
      );
      return rows.map(({ mapping }) => mapping);
    },
  };
}

async function deliverySummaryIn(
  database: Database,
  isPaused: (channel: string) => boolean = () => false,
): Promise<DeliverySummary> {
  const [channels, reasons] = await Promise.all([
    database.query<{ channel: string; pending: number; mapping: string; at: number }>(
      `select channel, sum(pending)::bigint as pending, min(pending_since) as at,
         (array_agg(mapping order by pending_since))[1] as mapping
       from deliveries where pending > 0 group by channel`,
    ),
    database.query<{ reason: string; count: number }>(
      `select reason, count(*) from mappings, unnest(undeliverable) as reason
       where undeliverable <> '{}' group by reason`,
    ),
  ]);
  const [oldest] = channels
    .filter(({ channel }) => !isPaused(channel))
    .toSorted((one, other) => one.at - other.at);
  return {
    pending: channels.reduce((sum, { pending }) => sum + pending, 0),
    oldest: oldest && { mapping: oldest.mapping, at: oldest.at },
    undeliverable: Object.fromEntries(reasons.map(({ reason, count }) => [reason, count])),
  };
}

import type { Log } from '../../../util/log.js';
import type { Database } from '../connection/connection.js';
import type { CheckQueue } from './checks.js';
import type { DeliveryQueue } from './deliveries.js';

const REPLICA_BEAT_MS = 2_000;
/** By the database's clock, which may be set back: a heartbeat in the future proves as little as an old one. */
const isHeardFrom = (row: string): string =>
  `${row}.seen_at between clock_timestamp() - interval '10 seconds' and clock_timestamp() + interval '10 seconds'`;

/** This process among those that share the database. */
export interface Replica {
  /** Writes a heartbeat, and frees what dead replicas held. Rejects if the database is away. */
  beat(): Promise<void>;
  /**
   * Takes a duty that no live replica has; resolves to whether this replica has it, which keeps it until it leaves or
   * dies.
   */
  isMine(duty: string): Promise<boolean>;
  /** Frees everything at once. */
  leave(): Promise<void>;
}

export interface ReplicaOptions {
  readonly database: Database;
  readonly id: string;
  readonly now: () => number;
  readonly checks: Pick<CheckQueue, 'refill'>;
  readonly deliveries: Pick<DeliveryQueue, 'releaseAgain'>;
  readonly log: Log;
}

const ALIVE = `with dead as (
    delete from replicas d where not (${isHeardFrom('d')}) and id <> $1)
  insert into replicas as r (id, seen_at) values ($1, clock_timestamp())
  on conflict (id) do update set seen_at = excluded.seen_at
  returning xmax = 0 as "isNew"`;

/** What a dead replica was posting may be in Slack: whoever takes its channels searches first. */
const FREE = `with gone as (
    delete from channels c where c.holder <> $1
      and not exists (select from replicas r where r.id = c.holder) returning c.channel),
  posted as (
    update deliveries d set tried = true, token = null, holder = null,
      due_at = case when d.token is null then d.due_at else d.work_at end
    where d.channel in (select channel from gone)
      or (d.holder is not null and d.holder <> $1 and not exists (select from replicas r where r.id = d.holder)))
  update checks c set token = null, holder = null, due_at = c.work_at
  where c.holder is not null and c.holder <> $1 and not exists (select from replicas r where r.id = c.holder)`;

const TAKE_DUTY = `insert into duties as d (name, holder) values ($1, $2)
  on conflict (name) do update set holder = excluded.holder
  where d.holder = excluded.holder or not exists (
    select from replicas r where r.id = d.holder and ${isHeardFrom('r')})
  returning name`;

const LEAVE = `with checked as (
    update checks set token = null, holder = null, due_at = work_at where holder = $1),
  delivered as (
    update deliveries set token = null, holder = null, due_at = work_at where holder = $1),
  left_channels as (delete from channels where holder = $1),
  left_duties as (delete from duties where holder = $1)
  delete from replicas where id = $1`;

/** Each change of a count is a row of its own, so that writers don't wait for each other. */
const GATHER_COUNTS = `with gone as (
    delete from counts where ctid = any(array(
      select ctid from counts where (select count(*) > 2 * count(distinct (app, stage)) + 100 from counts)
      for update skip locked))
    returning app, stage, mappings)
  insert into counts select app, stage, sum(mappings) from gone group by app, stage having sum(mappings) <> 0`;

export function createReplica({
  database,
  id,
  now,
  checks,
  deliveries,
  log,
}: ReplicaOptions): Replica & { start(): void } {
  let beating: NodeJS.Timeout | undefined;
  let hasBeaten = false;
  let underWay: Promise<void> | undefined;

  async function beat(): Promise<void> {
    const [alive] = await database.query<{ isNew: boolean }>(ALIVE, [id]);
    if (alive?.isNew && hasBeaten)
      log.warn(
        { replica: id },
        'no heartbeat reached the database for too long; others took this replica’s work',
      );
    hasBeaten = true;
    await database.query(FREE, [id]);
    await database.query(GATHER_COUNTS);
    await checks.refill(now());
    // Not awaited: a release that keeps failing must not keep the replica from its next heartbeat.
    deliveries
      .releaseAgain()
      .catch((error: unknown) => log.warn({ err: error }, 'leases could not be released yet'));
  }

  function tick(): void {
    underWay ??= beat()
      .catch((error: unknown) => log.warn({ err: error }, 'heartbeat could not be written to the database'))
      .finally(() => {
        underWay = undefined;
      });
  }

  return {
    beat,
    start: () => {
      beating ??= setInterval(tick, REPLICA_BEAT_MS).unref();
    },
    isMine: async (duty) => (await database.query(TAKE_DUTY, [duty, id])).length > 0,
    leave: async () => {
      clearInterval(beating);
      await underWay;
      await database.query(LEAVE, [id]);
    },
  };
}

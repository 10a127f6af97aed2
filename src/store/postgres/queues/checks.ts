import type { Claim, ClaimFrom, Overdue, Store } from '../../store.js';
import type { Database } from '../connection/connection.js';
import { newestSchema } from '../records/row.js';

/** `due_at` is when a row can be claimed: when its work is due, or, while it is held, when the lease ends. */
export interface CheckQueue {
  readonly claim: Store['claimChecks'];
  readonly claimOne: Store['claimCheck'];
  readonly overdue: Store['overdueChecks'];
  /** How many mappings have a next check. */
  watched(): Promise<number>;
  /** Fills the queue from the records if a crash of the database has emptied it. */
  refill(now: number): Promise<void>;
}

export interface ClaimedRow {
  readonly mapping: string;
  readonly tried: boolean;
}

/** The apps of a lane and when each one's first row is due, by single steps along the index instead of a walk over every row. */
const APPS_OF_LANE = `apps(app, due_at) as (
  (select app, due_at from checks where lane = $1 order by app, due_at limit 1)
  union all
  select next.app, next.due_at from apps cross join lateral (
    select c.app, c.due_at from checks c where c.lane = $1 and c.app > apps.app order by c.app, c.due_at limit 1) next)`;

/** What a claim does with the rows in `locked`; $2 is now, $3 the token, $4 the holder, $5 the lease's end. */
const hold = (
  condition: string,
): string => `update checks c set token = $3, holder = $4, tried = true, due_at = $5
  from locked where ${condition} returning locked.mapping, locked.tried`;
const HOLD = hold('c.mapping = locked.mapping');
/** Without reading each again. One that was saved at the same moment is left to the next claim. */
const HOLD_IN_PLACE = hold('c.ctid = locked.place');

/** What an app's limit leaves of the lane. */
const roomIn = (app: string): string => `(
  select $7::integer - count(*)::integer as places from checks h
  where h.holder is not null and h.lane = $1 and h.app = ${app} and h.due_at > $2)`;

/**
 * The apps in turn, each one's longest overdue first. `most` is written out: of a parameter the planner can't know how
 * few rows it lets through, and joins whole tables. Without a limit per app nothing needs to be counted. The window counts
 * rows: by its default, it would read all that are due at the same moment.
 */
const claimLane = (most: number, isLimited: boolean): string => `with recursive ${APPS_OF_LANE},
  locked as materialized (
    select c.ctid as place, c.mapping, c.tried from (
      select d.place from apps ${isLimited ? `cross join lateral ${roomIn('apps.app')} room` : ''}
      cross join lateral (
        select c.ctid as place, c.due_at, row_number() over (order by c.due_at rows unbounded preceding) as turn from checks c
        where c.lane = $1 and c.app = apps.app and c.due_at <= $2 and c.schema <= ${newestSchema}
        order by c.due_at limit ${most}) d
      where apps.due_at <= $2 ${isLimited ? 'and d.turn <= room.places' : ''}
      order by d.turn, d.due_at limit ${2 * most}) turns
    join checks c on c.ctid = turns.place and c.due_at <= $2
    limit $6 for update of c skip locked)
  ${HOLD_IN_PLACE}`;

/** Rounds limits, so that few statement texts exist and the database keeps their plans. */
const nextPowerOf2 = (limit: number): number => 2 ** Math.ceil(Math.log2(limit));

/** Claims what somebody waits for, due or not. */
const CLAIM_FIRST = `with recursive ${APPS_OF_LANE},
  limited as materialized (select app, room.places from apps cross join lateral ${roomIn('apps.app')} room),
  locked as materialized (
    select c.mapping, c.tried from checks c join limited on limited.app = c.app and limited.places > 0
    where c.mapping = any($8::text[]) and c.lane = $1 and (c.token is null or c.due_at <= $2) and c.schema <= ${newestSchema}
    order by array_position($8::text[], c.mapping) limit $6 for update of c skip locked)
  ${HOLD}`;

const CLAIM_ANY = `with locked as materialized (
    select mapping, tried from checks where due_at <= $2 and schema <= ${newestSchema} and $1::text is null
    order by due_at limit $6 for update skip locked)
  ${HOLD}`;

const CLAIM_ONE = `with locked as materialized (
    select mapping, tried from checks where mapping = $1 and (token is null or due_at <= $2) and schema <= ${newestSchema}
      and work_at < $6 for update skip locked)
  ${HOLD}`;

/** Without a limit per app, only the claim's own limit counts. */
const MAX_ROOM = 1_000_000;

export interface QueueOptions {
  readonly database: Database;
  readonly newToken: () => string;
  /** This replica. */
  readonly holder: string;
}

export function createCheckQueue({ database, newToken, holder }: QueueOptions): CheckQueue {
  const claimed = async (
    sql: string,
    what: unknown,
    now: number,
    leaseMs: number,
    more: readonly unknown[],
  ) => {
    const token = newToken();
    const until = now + leaseMs;
    const rows = await database.prepared<ClaimedRow>(sql, [what, now, token, holder, until, ...more]);
    return rows.map(({ mapping, tried }) => ({
      mapping,
      token: tokenOf(token, mapping),
      until,
      repeated: tried,
    }));
  };

  async function claim(now: number, limit: number, leaseMs: number, from?: ClaimFrom): Promise<Claim[]> {
    if (limit < 1) return [];
    if (!from) return claimed(CLAIM_ANY, null, now, leaseMs, [limit]);
    const { lane, perApp, first } = from;
    const isLimited = Number.isFinite(perApp);
    const asked =
      first.length === 0
        ? []
        : await claimed(CLAIM_FIRST, lane, now, leaseMs, [limit, isLimited ? perApp : MAX_ROOM, first]);
    const left = limit - asked.length;
    if (left <= 0) return asked;
    const sql = claimLane(nextPowerOf2(left), isLimited);
    return [...asked, ...(await claimed(sql, lane, now, leaseMs, isLimited ? [left, perApp] : [left]))];
  }

  return {
    claim,
    claimOne: async (id, now, leaseMs) =>
      (await claimed(CLAIM_ONE, id, now, leaseMs, [Number.MAX_SAFE_INTEGER]))[0],
    overdue: (now) => database.query<Overdue>(OVERDUE, [now]),
    watched: () => countWatched(database),
    refill: (now) => refill(database, now),
  };
}

const OVERDUE = `with recursive lanes(lane) as (
    (select lane from checks order by lane limit 1)
    union all
    select (select c.lane from checks c where c.lane > l.lane order by c.lane limit 1)
    from lanes l where l.lane is not null),
  pairs(lane, app) as (
    select lane, (select c.app from checks c where c.lane = l.lane order by c.app limit 1)
    from lanes l where lane is not null
    union all
    select p.lane, (select c.app from checks c where c.lane = p.lane and c.app > p.app order by c.app limit 1)
    from pairs p where p.app is not null)
  select p.lane as lane, coalesce(sum(d.queued), 0)::bigint as queued,
    coalesce(greatest(0, $1::bigint - min(d.first)), 0)::bigint as "lateMs"
  from pairs p cross join lateral (
    select count(*) as queued, min(c.due_at) as first from checks c
    where c.lane = p.lane and c.app = p.app and c.due_at <= $1) d
  where p.app is not null group by p.lane`;

async function countWatched(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>('select count(*) from checks where work_at < $1', [
    Number.MAX_SAFE_INTEGER,
  ]);
  return row?.count ?? 0;
}

async function refill(database: Database, now: number): Promise<void> {
  const [filled] = await database.query('select at from checks_filled limit 1');
  if (filled) return;
  // Some at a time: a save of a mapping that is being queued waits for the statement's end.
  for (let after: string | undefined = ''; after !== undefined; ) {
    const [last]: readonly { readonly last: string | null }[] = await database.query(REFILL, [
      after,
      REFILL_BATCH,
    ]);
    after = last?.last ?? undefined;
  }
  await database.query(
    `delete from checks c using mappings m
     where m.id = c.mapping and c.token is null and (m.next_check_at is null or m.stage = 'removed')`,
    [],
    REFILL_LIMIT_MS,
  );
  await database.query('insert into checks_filled (at) values ($1)', [now]);
}

/** Rows that others write meanwhile exist already. */
const REFILL = `with batch as materialized (
    select id, schema, app, lane, next_check_at, stage from mappings where id > $1 order by id limit $2),
  filled as (
    insert into checks (mapping, schema, app, lane, due_at, work_at, work, tried)
    select id, schema, app, lane, next_check_at, next_check_at, next_check_at, true
    from batch where next_check_at is not null and stage <> 'removed' and lane is not null
    on conflict (mapping) do nothing)
  select max(id) as last from batch`;
const REFILL_BATCH = 2_000;
/** A million rows take about ten seconds. */
const REFILL_LIMIT_MS = 120_000;

/** A claim of several mappings has one token in the database. */
const SEPARATOR = ' ';
export const tokenOf = (token: string, mapping: string): string => `${token}${SEPARATOR}${mapping}`;
export const sharedToken = ({ token }: Pick<Claim, 'token'>): string => token.split(SEPARATOR)[0] ?? token;

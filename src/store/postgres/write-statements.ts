/** Work whose time never comes, while somebody still holds its lease. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** A statement with the names of its parameters in their order. */
export interface WriteStatement {
  readonly text: string;
  readonly parameters: readonly string[];
}

/** Which parts a write has; few of the combinations occur, so that the database keeps their plans. */
export interface WriteShape {
  /** Columns of `mappings` to set, and of `records`. */
  readonly mapping: readonly string[];
  readonly record: readonly string[];
  readonly hasCheck: boolean;
  readonly hasDelivery: boolean;
}

/** Names a parameter. */
type Given = (name: string, type?: string) => string;

const statements = new Map<string, WriteStatement>();

/** Builds each statement once. */
function once(kind: string, shape: WriteShape, textOf: (given: Given) => string): WriteStatement {
  const key = `${kind} ${shape.mapping} ${shape.record} ${shape.hasCheck} ${shape.hasDelivery}`;
  const known = statements.get(key);
  if (known) return known;
  const parameters: string[] = [];
  const given: Given = (name, type = COLUMN_TYPES[name]) => {
    if (!parameters.includes(name)) parameters.push(name);
    return `$${parameters.indexOf(name) + 1}${type ? `::${type}` : ''}`;
  };
  const statement = { text: textOf(given), parameters };
  statements.set(key, statement);
  return statement;
}

const COLUMN_TYPES: Readonly<Record<string, string>> = {
  document: 'json',
  observation: 'json',
  links: 'json',
  schema: 'integer',
};

/** Saves one record upon the version `before`, with what is due next; returns no row if that isn't its version. */
export const saveStatement = (shape: WriteShape): WriteStatement =>
  once('save', shape, (given) => {
    const set = (columns: readonly string[]) => columns.map((name) => `${name} = ${given(name)}`).join(', ');
    const recorded =
      shape.record.length > 0
        ? `, recorded as (update records set ${set(shape.record)} from written where mapping = id)`
        : '';
    return `with written as (
      update mappings set ${set(shape.mapping)} where id = ${given('id')} and version = ${given('before')} returning id
    )${recorded}${queuesOf(shape, given)}
    select id from written`;
  });

/** Writes a new record, with what is due next; returns no row if its id or hostname is taken. */
export const createStatement = (shape: WriteShape): WriteStatement =>
  once(
    'create',
    shape,
    (given) => `with written as (
      insert into mappings (${shape.mapping.join(', ')}) values (${shape.mapping.map((name) => given(name)).join(', ')})
      on conflict do nothing returning id
    ), recorded as (
      insert into records (mapping, ${shape.record.join(', ')})
      select id, ${shape.record.map((name) => given(name)).join(', ')} from written
    )${queuesOf(shape, given)}
    select id from written`,
  );

const queuesOf = ({ hasCheck, hasDelivery }: WriteShape, given: Given): string =>
  [
    hasCheck
      ? `, watched as (${upsert(
          'checks',
          {
            mapping: 'id',
            schema: given('schema'),
            app: given('app'),
            lane: given('checkLane'),
            work: given('checkAt', 'bigint'),
          },
          given('checkDueAt', 'bigint'),
          given('now', 'bigint'),
        )})`
      : END_CHECK,
    hasDelivery
      ? `, queued as (${upsert(
          'deliveries',
          {
            mapping: 'id',
            schema: given('schema'),
            channel: given('channel'),
            lane: given('deliveryLane'),
            work: given('deliveryWork'),
            pending: given('pending', 'integer'),
            pending_since: given('pendingSince', 'bigint'),
          },
          given('deliveryDueAt', 'bigint'),
          given('now', 'bigint'),
        )})`
      : END_DELIVERY,
  ].join('');

/** What is held stays held: `due_at` is when it can be claimed, at the lease's end or when the work is due. */
function upsert(queue: string, row: Readonly<Record<string, string>>, dueAt: string, now: string): string {
  const others = Object.keys(row).filter((name) => name !== 'mapping');
  return `insert into ${queue} as q (${Object.keys(row).join(', ')}, due_at, work_at)
    select ${Object.values(row).join(', ')}, ${dueAt}, ${dueAt} from written
    on conflict (mapping) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')},
      due_at = case when q.token is not null and q.due_at > ${now} then q.due_at else excluded.due_at end,
      work_at = excluded.work_at, tried = q.tried and q.work = excluded.work`;
}

/** The row of a held lease stays until its release, so that nobody else begins; whether it is held, the locked row says. */
const END_CHECK = `, ended_check as materialized (
    select c.mapping, c.token is not null as held from checks c, written where c.mapping = id for update of c),
  unwatched as (delete from checks c using ended_check e where c.mapping = e.mapping and not e.held),
  left_check as (update checks c set work_at = ${NEVER} from ended_check e where c.mapping = e.mapping and e.held)`;
const END_DELIVERY = `, ended_delivery as materialized (
    select d.mapping, d.token is not null as held from deliveries d, written where d.mapping = id for update of d),
  unqueued as (delete from deliveries d using ended_delivery e where d.mapping = e.mapping and not e.held),
  left_delivery as (update deliveries d set work_at = ${NEVER}, pending = 0, pending_since = null
    from ended_delivery e where d.mapping = e.mapping and e.held)`;

/** `due_at` of work that isn't due, while its lease is held. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** A statement with the names of its parameters in their order. */
export interface WriteStatement {
  readonly text: string;
  readonly parameters: readonly string[];
}

/** Which parts a write has; few of the combinations occur, so that the database keeps their plans. */
export interface WriteShape {
  readonly hasNarrow: boolean;
  readonly hasDocument: boolean;
  readonly hasObservation: boolean;
  readonly hasCheck: boolean;
  readonly hasDelivery: boolean;
}

/** Columns of `mappings` that a check without news may change. None of them has an index. */
const STEADY_COLUMNS = ['version', 'next_check_at', 'dns_at', 'ssl_at', 'http_at', 'judgement'] as const;
/** The others. */
const NARROW_COLUMNS = [
  'schema',
  'hostname',
  'app',
  'channel',
  'stage',
  'requested_at',
  'lane',
  'undeliverable',
  'summary',
] as const;
export type NarrowColumn = (typeof NARROW_COLUMNS)[number];

/** The parameters that aren't text, and columns whose type the statement doesn't show. */
const PARAMETER_TYPES: Readonly<Record<string, string>> = {
  version: 'bigint',
  next_check_at: 'bigint',
  dns_at: 'bigint',
  ssl_at: 'bigint',
  http_at: 'bigint',
  judgement: 'json',
  schema: 'integer',
  requested_at: 'bigint',
  undeliverable: 'text[]',
  summary: 'json',
  document: 'json',
  links: 'json',
  observation: 'json',
  before: 'bigint',
  now: 'bigint',
  check_at: 'bigint',
  check_due_at: 'bigint',
  delivery_due_at: 'bigint',
  pending: 'integer',
  pending_since: 'bigint',
};

const CHECK_PARAMETERS = ['app', 'schema', 'check_lane', 'check_at', 'check_due_at', 'now'] as const;
const DELIVERY_PARAMETERS = [
  'channel',
  'schema',
  'delivery_lane',
  'delivery_work',
  'delivery_due_at',
  'pending',
  'pending_since',
  'now',
] as const;

const mappingColumns = ({ hasNarrow }: WriteShape): readonly string[] =>
  hasNarrow ? [...STEADY_COLUMNS, ...NARROW_COLUMNS] : STEADY_COLUMNS;
const recordColumns = ({ hasDocument, hasObservation }: WriteShape): readonly string[] => [
  ...(hasDocument ? ['document', 'links'] : []),
  ...(hasObservation ? ['observation'] : []),
];

export const shapeKey = ({ hasNarrow, hasDocument, hasObservation, hasCheck, hasDelivery }: WriteShape) =>
  (hasNarrow ? 'n' : '') +
  (hasDocument ? 'd' : '') +
  (hasObservation ? 'o' : '') +
  (hasCheck ? 'c' : '') +
  (hasDelivery ? 'p' : '');

/** A row for each record, with all that its write needs. */
function givenRows(parameters: readonly string[], count: number): string {
  const row = (first: number) =>
    `(${parameters.map((name, at) => `$${first + at}::${PARAMETER_TYPES[name] ?? 'text'}`).join(', ')})`;
  const rows = Array.from({ length: count }, (_, at) => row(1 + at * parameters.length));
  return `(values ${rows.join(', ')}) as g (${parameters.join(', ')})`;
}

const statements = new Map<string, WriteStatement>();

/** Builds each statement once. */
function once(key: string, build: () => WriteStatement): WriteStatement {
  const statement = statements.get(key) ?? build();
  statements.set(key, statement);
  return statement;
}

const writeParametersOf = (shape: WriteShape, ...more: readonly string[]): readonly string[] => [
  ...new Set([
    'id',
    ...more,
    ...mappingColumns(shape),
    ...recordColumns(shape),
    ...(shape.hasCheck ? CHECK_PARAMETERS : []),
    ...(shape.hasDelivery ? DELIVERY_PARAMETERS : []),
  ]),
];

/**
 * Saves so many records, each upon its version `before`, with what is due next; returns the ids of those that had that
 * version. Several leave out those that somebody has locked, so that no record waits for another one's lock.
 */
export const saveStatement = (shape: WriteShape, count: number): WriteStatement =>
  once(`save ${count} ${shapeKey(shape)}`, () => {
    const parameters = writeParametersOf(shape, 'before');
    const set = (columns: readonly string[]) => columns.map((name) => `${name} = g.${name}`).join(', ');
    const record = recordColumns(shape);
    const recorded =
      record.length > 0
        ? `, recorded as (update records r set ${set(record)} from written g where r.mapping = g.id)`
        : '';
    const rows = givenRows(parameters, count);
    const [free, given] =
      count === 1
        ? ['', rows]
        : [
            `given as (select * from ${rows}), free as (
              select m.id from mappings m join given g on m.id = g.id for update of m skip locked
            ), `,
            '(select given.* from given join free using (id)) as g',
          ];
    const text = `with ${free}written as (
      update mappings m set ${set(mappingColumns(shape))} from ${given}
      where m.id = g.id and m.version = g.before returning g.*
    )${recorded}${queuesOf(shape)}
    select id from written`;
    return { text, parameters };
  });

/** Writes so many new records, with what is due next; returns the ids of those whose id and hostname weren’t taken. */
export const createStatement = (shape: WriteShape, count: number): WriteStatement =>
  once(`create ${count} ${shapeKey(shape)}`, () => {
    const parameters = writeParametersOf(shape);
    const columns = ['id', ...mappingColumns(shape)].join(', ');
    const record = recordColumns(shape).join(', ');
    const text = `with given as (select * from ${givenRows(parameters, count)}), created as (
      insert into mappings (${columns}) select ${columns} from given on conflict do nothing returning id
    ), written as (
      select given.* from given join created using (id)
    ), recorded as (
      insert into records (mapping, ${record}) select id, ${record} from written
    )${queuesOf(shape)}
    select id from written`;
    return { text, parameters };
  });

const queuesOf = ({ hasCheck, hasDelivery }: WriteShape): string =>
  (hasCheck ? SET_CHECK : END_CHECK) + (hasDelivery ? SET_DELIVERY : END_DELIVERY);

/** A held lease stays held: `due_at` is when it can be claimed, at the lease's end or when the work is due. */
function upsert(queue: string, row: Readonly<Record<string, string>>): string {
  const others = Object.keys(row).filter((name) => name !== 'mapping');
  return `insert into ${queue} as q (${Object.keys(row).join(', ')})
    select ${Object.values(row)
      .map((name) => `g.${name}`)
      .join(', ')} from written g
    on conflict (mapping) do update set
      ${others
        .filter((name) => name !== 'due_at')
        .map((name) => `${name} = excluded.${name}`)
        .join(', ')},
      due_at = case when q.token is not null and q.due_at > (select now from written limit 1) then q.due_at else excluded.due_at end,
      tried = q.tried and q.work = excluded.work`;
}

const SET_CHECK = `, watched as (${upsert('checks', {
  mapping: 'id',
  schema: 'schema',
  app: 'app',
  lane: 'check_lane',
  work: 'check_at',
  work_at: 'check_due_at',
  due_at: 'check_due_at',
})})`;
const SET_DELIVERY = `, queued as (${upsert('deliveries', {
  mapping: 'id',
  schema: 'schema',
  channel: 'channel',
  lane: 'delivery_lane',
  work: 'delivery_work',
  pending: 'pending',
  pending_since: 'pending_since',
  work_at: 'delivery_due_at',
  due_at: 'delivery_due_at',
})})`;

/** The row of a held lease stays until its release, so that nobody else starts the work; the locked row says whether it is held. */
const END_CHECK = `, ended_check as materialized (
    select c.mapping, c.token is not null as held from checks c, written g where c.mapping = g.id for update of c),
  unwatched as (delete from checks c using ended_check e where c.mapping = e.mapping and not e.held),
  left_check as (update checks c set work_at = ${NEVER} from ended_check e where c.mapping = e.mapping and e.held)`;
const END_DELIVERY = `, ended_delivery as materialized (
    select d.mapping, d.token is not null as held from deliveries d, written g where d.mapping = g.id for update of d),
  unqueued as (delete from deliveries d using ended_delivery e where d.mapping = e.mapping and not e.held),
  left_delivery as (update deliveries d set work_at = ${NEVER}, pending = 0, pending_since = null
    from ended_delivery e where d.mapping = e.mapping and e.held)`;

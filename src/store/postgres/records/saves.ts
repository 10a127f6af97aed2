import type { Database } from '../connection/connection.js';
import { StatementCanceled } from '../connection/database-errors.js';
import { saveStatement, shapeKey, type WriteShape } from './write-statements.js';
import type { WrittenValues } from './written-values.js';

export interface PreparedSave {
  readonly shape: WriteShape;
  readonly values: WrittenValues;
}

type StatementRunner = Pick<Database, 'prepared'>;

interface Waiting {
  readonly save: PreparedSave;
  readonly resolve: (isSaved: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** The longest that a save waits for others, in ms, and only while a statement is in progress. */
const SAVES_GATHERED_FOR_MS = 5;
/** While the database works on one statement, the next is built. */
const STATEMENTS_AT_ONCE = 2;
/** Several saves without an answer for this long are cancelled and written one by one: another writer holds a row of one of them. */
const TOGETHER_FOR_MS = 1_000;
/** Powers of two: few texts, whose plans the database keeps. */
const GROUP_SIZES = [4, 2, 1] as const;

/**
 * Writes saves that come together in one statement: one round trip, and one flush of the database's log. Each still has
 * its own condition.
 */
export class GatheredSaves {
  #waiting: Waiting[] = [];
  #underWay = 0;
  #soon: NodeJS.Immediate | undefined;
  #later: NodeJS.Timeout | undefined;

  constructor(private readonly database: StatementRunner) {}

  /** Resolves to whether the record had the version that the save builds upon. */
  save(save: PreparedSave): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ save, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#waiting.length === 0) return;
    // Saves that waited for one statement continue in the same turn of the event loop.
    if (this.#underWay < STATEMENTS_AT_ONCE) this.#soon ??= setImmediate(() => this.#writeAll());
    else this.#later ??= setTimeout(() => this.#writeAll(), SAVES_GATHERED_FOR_MS);
  }

  #writeAll(): void {
    clearImmediate(this.#soon);
    clearTimeout(this.#later);
    this.#soon = this.#later = undefined;
    const [groups, again] = groupsOf(this.#waiting);
    this.#waiting = again;
    for (const group of groups) {
      this.#underWay++;
      void writeGroup(this.database, group).finally(() => {
        this.#underWay--;
        this.#schedule();
      });
    }
  }
}

async function writeGroup(database: StatementRunner, group: readonly Waiting[]): Promise<void> {
  try {
    const saved = await write(database, group);
    const isAlone = group.length === 1;
    const left = group.filter(({ save }) => !isAlone && !saved.has(save.values.id));
    for (const each of group) if (!left.includes(each)) each.resolve(saved.has(each.save.values.id));
    // Locked by another writer, or of another version: retried alone, it waits or is refused.
    await writeEach(database, left);
  } catch (error) {
    // Refused, so nothing of it was done: one of them must not fail the others.
    if (group.length > 1 && isRefused(error)) await writeEach(database, group);
    else for (const { reject } of group) reject(error);
  }
}

async function writeEach(database: StatementRunner, group: readonly Waiting[]): Promise<void> {
  await Promise.all(group.map((each) => writeGroup(database, [each])));
}

/** The ids of those that were saved. */
async function write(database: StatementRunner, group: readonly Waiting[]): Promise<ReadonlySet<string>> {
  const [first] = group;
  if (!first) return new Set();
  const { text, parameters } = saveStatement(first.save.shape, group.length);
  const values: unknown[] = [];
  for (const { save } of group) for (const name of parameters) values.push(save.values[name]);
  const limitMs = group.length === 1 ? undefined : TOGETHER_FOR_MS;
  const rows = await database.prepared<{ id: string }>(text, values, limitMs);
  return new Set(rows.map(({ id }) => id));
}

/** Groups with equal statements, and what has to wait because the same record is saved before it. */
function groupsOf(waiting: readonly Waiting[]): readonly [Waiting[][], Waiting[]] {
  const taken = new Set<string>();
  const later: Waiting[] = [];
  const byShape = new Map<string, Waiting[]>();
  for (const each of waiting) {
    const { id } = each.save.values;
    if (taken.has(id)) {
      later.push(each);
      continue;
    }
    taken.add(id);
    const key = shapeKey(each.save.shape);
    byShape.set(key, [...(byShape.get(key) ?? []), each]);
  }
  return [[...byShape.values()].flatMap(parted), later];
}

/** By id: writers that lock rows in the same order can't deadlock. */
function parted(saves: readonly Waiting[]): Waiting[][] {
  const sorted = saves.toSorted((one, other) => (one.save.values.id < other.save.values.id ? -1 : 1));
  const groups: Waiting[][] = [];
  for (let at = 0; at < sorted.length; ) {
    const size = GROUP_SIZES.find((each) => each <= sorted.length - at) ?? 1;
    groups.push(sorted.slice(at, at + size));
    at += size;
  }
  return groups;
}

/** Whether the database rolled it back; a lost connection has no severity. */
const isRefused = (error: unknown): boolean =>
  error instanceof StatementCanceled ||
  (error instanceof Error && 'severity' in error && error.severity === 'ERROR');

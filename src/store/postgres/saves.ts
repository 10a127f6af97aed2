import type { Database } from './connection.js';
import { saveStatement, shapeKey, type WriteShape } from './write-statements.js';

/** What a save sets: the parameters of its statement by name. */
export interface PreparedSave {
  readonly shape: WriteShape;
  readonly values: Readonly<Record<string, unknown>> & { readonly id: string };
}

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
 * its own condition. Resolves to whether the record had the version that the save builds upon.
 */
export function createSaves(
  database: Pick<Database, 'prepared' | 'preparedWithin'>,
): (save: PreparedSave) => Promise<boolean> {
  let waiting: Waiting[] = [];
  let underWay = 0;
  let soon: NodeJS.Immediate | undefined;
  let later: NodeJS.Timeout | undefined;

  function schedule(): void {
    if (waiting.length === 0) return;
    // Saves that waited for one statement continue in the same turn of the event loop.
    if (underWay < STATEMENTS_AT_ONCE) soon ??= setImmediate(writeAll);
    else later ??= setTimeout(writeAll, SAVES_GATHERED_FOR_MS);
  }

  function writeAll(): void {
    clearImmediate(soon);
    clearTimeout(later);
    soon = later = undefined;
    const [groups, again] = groupsOf(waiting);
    waiting = again;
    for (const group of groups) {
      underWay++;
      void writeGroup(group).finally(() => {
        underWay--;
        schedule();
      });
    }
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const saved = await write(group);
      const isAlone = group.length === 1;
      const left = group.filter(({ save }) => !isAlone && !saved.has(save.values.id));
      for (const each of group) if (!left.includes(each)) each.resolve(saved.has(each.save.values.id));
      // Locked by another writer, or of another version: retried alone, it waits or is refused.
      await writeEach(left);
    } catch (error) {
      // Refused, so nothing of it was done: one of them must not fail the others.
      if (group.length > 1 && isRefused(error)) await writeEach(group);
      else for (const { reject } of group) reject(error);
    }
  }

  async function writeEach(group: readonly Waiting[]): Promise<void> {
    await Promise.all(group.map((each) => writeGroup([each])));
  }

  async function write(group: readonly Waiting[]): Promise<ReadonlySet<string>> {
    const [first] = group;
    if (!first) return new Set();
    const { text, parameters } = saveStatement(first.save.shape, group.length);
    const values: unknown[] = [];
    for (const { save } of group) for (const name of parameters) values.push(save.values[name]);
    const rows =
      group.length === 1
        ? await database.prepared<{ id: string }>(text, values)
        : await database.preparedWithin<{ id: string }>(text, values, TOGETHER_FOR_MS);
    return new Set(rows.map(({ id }) => id));
  }

  return (save) =>
    new Promise((resolve, reject) => {
      waiting.push({ save, resolve, reject });
      schedule();
    });
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

/** SQLSTATE class of a statement that the database rolled back; a lost connection has no code. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && error.severity === 'ERROR';

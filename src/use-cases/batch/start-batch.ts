import type { Actor, Permission } from '../actor.js';
import { authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import { appAt, type Ports, policyOf } from '../ports.js';
import { type Batch, type BatchLine, isOpenLine } from './batch.js';
import { withBatch } from './batches.js';
import type { BatchDeps } from './plan-batch.js';

export type StartDeps = BatchDeps & Pick<Ports, 'policy'>;

/** Carries a plan out, or proposes it if a second person has to approve. Has no effect on one under way. */
export async function startBatch(deps: StartDeps, id: string, actor: Actor): Promise<Batch> {
  const planned = await loadBatch(deps, id, (batch) => batch.kind, actor);
  if (planned.by !== actor.user) throw new UserError({ code: 'batch-gone' });
  const approvalMs = planned.kind === 'unmap' ? await approvalMsOf(deps, planned) : undefined;
  return changed(deps, id, (batch) => {
    if (batch.state !== 'planned') return batch;
    if (approvalMs === undefined) return { ...batch, state: 'running' };
    return { ...batch, state: 'proposed', approval: { until: deps.now() + approvalMs } };
  });
}

/** How long a second person has, where each card is: the shortest time; undefined if nobody has to approve. */
async function approvalMsOf(
  { store, policy, apps }: StartDeps,
  { lines }: Batch,
): Promise<number | undefined> {
  const times = await Promise.all(
    lines.filter(isOpenLine).map(async ({ hostname = '' }) => {
      const found = await store.findIndexed(hostname);
      return found && policyOf(policy, appAt(apps, found)).unmapApprovalMs;
    }),
  );
  const needed = times.filter((ms) => ms !== undefined);
  return needed.length === 0 ? undefined : Math.min(...needed);
}

/** Approves or declines a proposed batch. Throws `UserError`. */
export async function answerBatch(
  deps: StartDeps,
  id: string,
  isApproved: boolean,
  actor: Actor,
): Promise<Batch> {
  const proposed = await loadBatch(deps, id, () => 'approve', actor);
  const { approval, by, state } = proposed;
  if (state !== 'proposed' || !approval || approval.until <= deps.now())
    throw new UserError({ code: 'not-open' });
  if (isApproved && by === actor.user) throw new UserError({ code: 'own-request' });
  return changed(deps, id, (batch) => {
    if (batch.state !== 'proposed') return batch;
    if (!isApproved) return ended(batch, 'declined', actor.user);
    return { ...batch, state: 'running', approval: { until: approval.until, by: actor.user } };
  });
}

/** Starts no further line; those under way end as they would. Throws `UserError`. */
export async function stopBatch(deps: StartDeps, id: string, actor: Actor): Promise<Batch> {
  await loadBatch(deps, id, (batch) => batch.kind, actor);
  return changed(deps, id, (batch) =>
    batch.state === 'running' || batch.state === 'proposed' ? ended(batch, 'stopped', actor.user) : batch,
  );
}

/** The same batch without its open lines; those that were started keep being followed. */
export function ended(batch: Batch, endedBecause: NonNullable<Batch['endedBecause']>, by?: string): Batch {
  const stopped = (line: BatchLine): BatchLine =>
    isOpenLine(line) && line.startedAt === undefined ? { ...line, result: 'stopped' } : line;
  const lines = batch.lines.map(stopped);
  const isOver = !lines.some(isOpenLine);
  const endedBy = by === undefined ? {} : { endedBy: by };
  return { ...batch, lines, state: isOver ? 'ended' : 'running', endedBecause, ...endedBy };
}

async function loadBatch(
  deps: StartDeps,
  id: string,
  permissionFor: (batch: Batch) => Permission,
  actor: Actor,
): Promise<Batch> {
  // Without permission, nobody learns even that there is no such batch.
  await authorize(deps, actor, 'check');
  const batch = await deps.batches.get(id);
  if (!batch) throw new UserError({ code: 'batch-gone' });
  await authorize(deps, actor, permissionFor(batch));
  return batch;
}

async function changed({ batches }: StartDeps, id: string, edit: (batch: Batch) => Batch): Promise<Batch> {
  const all = await batches.change(withBatch(id, edit));
  const batch = all.find((each) => each.id === id);
  if (!batch) throw new UserError({ code: 'batch-gone' });
  return batch;
}

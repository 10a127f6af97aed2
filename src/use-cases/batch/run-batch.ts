import type { Mapping } from '../../core/mapping.js';
import type { Actor } from '../actor.js';
import type { AuthorizeDeps } from '../authorize.js';
import { authorize } from '../authorize.js';
import { mapHostname } from '../domains/map.js';
import { createStatusCheck, type StatusCheck } from '../domains/status.js';
import { type UserProblem, userErrorOf } from '../errors.js';
import type { Ports } from '../ports.js';
import { createDeniedAttempts } from '../shared/denied-attempts.js';
import type { MappingProbe } from '../shared/probe-mapping.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import { type Batch, type BatchLine, isOpenLine } from './batch.js';
import { withBatch } from './batches.js';
import { ended } from './start-batch.js';

/**
 * How many lines are under way at a time. Each waits for its turn at the hosting provider, so a person's own request
 * waits for these few at most, however long the list is.
 */
const LINES_UNDER_WAY = { map: 2, unmap: 2, check: 4 } as const;
/** A line that isn't confirmed by then counts as late, so that one silent alias doesn't hold up the rest. */
const LATE_AFTER_MS = 10 * 60_000;
/** What passes is waited out for so long before a line counts as failed. */
const HELD_UP_MS = 10 * 60_000;

export type RunBatchDeps = AuthorizeDeps &
  TransitionDeps &
  Pick<Ports, 'batches' | 'places'> & { readonly statusCheck: StatusCheck };

/** Continues a batch, by its ID. */
export function createBatchRunner(
  ports: Ports,
  probeMapping: MappingProbe,
): (id: string) => Promise<Batch | undefined> {
  const deps = {
    ...ports,
    deniedAttempts: createDeniedAttempts(ports),
    statusCheck: createStatusCheck(ports, probeMapping),
  };
  return (id) => runBatch(deps, id);
}

/**
 * Works on a few lines of a batch and stores the progress. Every line's request has an ID of its own, so a line that
 * was started before a crash is not done twice. Resolves to the batch as stored; undefined if there is none.
 */
export async function runBatch(deps: RunBatchDeps, id: string): Promise<Batch | undefined> {
  const batch = await deps.batches.get(id);
  if (!batch || batch.state === 'planned' || batch.state === 'ended') return batch;
  if (batch.state === 'proposed') return expired(deps, batch);
  const followed = await Promise.all(batch.lines.map((line) => follow(deps, batch, line)));
  const underWay = followed.filter((line) => isOpenLine(line) && line.startedAt !== undefined).length;
  const free = LINES_UNDER_WAY[batch.kind] - underWay;
  const next = followed.filter((line) => isOpenLine(line) && line.startedAt === undefined).slice(0, free);
  const started = await Promise.all(
    next.map(async (line) => [line, await start(deps, batch, line, followed.indexOf(line))] as const),
  );
  const lines = followed.map((line) => started.find(([before]) => before === line)?.[1] ?? line);
  if (lines.every((line, index) => line === batch.lines[index])) return batch;
  return store(deps, id, lines);
}

/** Keeps what people did to the batch meanwhile: its stopped lines stay stopped. */
async function store({ batches }: RunBatchDeps, id: string, lines: readonly BatchLine[]) {
  const all = await batches.change(
    withBatch(id, (batch) => {
      const kept = batch.lines.map((line, index) => (line.result ? line : (lines[index] ?? line)));
      return { ...batch, lines: kept, state: kept.some(isOpenLine) ? batch.state : 'ended' };
    }),
  );
  return all.find((batch) => batch.id === id);
}

async function expired({ batches, now }: RunBatchDeps, batch: Batch): Promise<Batch | undefined> {
  if (batch.approval && batch.approval.until > now()) return batch;
  const all = await batches.change(withBatch(batch.id, (each) => ended(each, 'expired')));
  return all.find(({ id }) => id === batch.id);
}

/** Whether a line that was started has come to its end. */
async function follow(deps: RunBatchDeps, { kind }: Batch, line: BatchLine): Promise<BatchLine> {
  const { startedAt, mapping } = line;
  if (!isOpenLine(line) || startedAt === undefined || mapping === undefined) return line;
  const stored = await deps.store.load(mapping);
  const result = stored && resultOf(kind, stored.mapping);
  if (result) return { ...line, ...result };
  return deps.now() - startedAt > LATE_AFTER_MS ? { ...line, result: 'late' } : line;
}

function resultOf(
  kind: Batch['kind'],
  { alias }: Mapping,
): Pick<BatchLine, 'result' | 'problem'> | undefined {
  const refusal = (): UserProblem => ({ code: 'provider-refused', reason: alias.error?.message ?? '' });
  if (kind === 'map') {
    if (alias.state === 'accepted') return { result: 'done' };
    return alias.state === 'refused' ? { result: 'failed', problem: refusal() } : undefined;
  }
  if (alias.state === 'removed') return { result: 'done' };
  return alias.intent === 'remove' && alias.state === 'refused'
    ? { result: 'failed', problem: refusal() }
    : undefined;
}

async function start(deps: RunBatchDeps, batch: Batch, line: BatchLine, index: number): Promise<BatchLine> {
  const { by, team, kind } = batch;
  const { askedIn: channel } = batch;
  // Requested outside the channel of its cards, so in a direct message.
  const isDirect = kind === 'map' && channel !== batch.channel;
  const actor: Actor = { user: by, team, channel, isDirect, requestId: `${batch.id}.${index}` };
  try {
    return await begin(deps, batch, line, actor);
  } catch (error) {
    const refusal = userErrorOf(error);
    if (refusal) return afterRefusal(line, refusal.problem, deps.now());
    deps.log.error({ err: error, batch: batch.id, hostname: line.hostname }, 'line of a batch failed');
    return { ...line, result: 'failed', problem: { code: 'line-failed' } };
  }
}

/** A line that Slack's silence keeps from being started stays open for a while: it is tried again. */
function afterRefusal(line: BatchLine, problem: UserProblem, now: number): BatchLine {
  const { heldUpSince = now } = line;
  if (passes(problem) && now - heldUpSince < HELD_UP_MS) return { ...line, heldUpSince };
  return { ...line, result: 'failed', problem };
}

/** Whether it is about the moment, and not about the line. */
function passes(problem: UserProblem): boolean {
  switch (problem.code) {
    case 'unsure':
    case 'too-busy':
    case 'too-fast':
      return true;
    case 'unusable-channel':
      return problem.place === 'unsure';
    default:
      return false;
  }
}

async function begin(deps: RunBatchDeps, batch: Batch, line: BatchLine, actor: Actor): Promise<BatchLine> {
  const startedAt = deps.now();
  const { hostname = '', mapping = '' } = line;
  switch (batch.kind) {
    case 'map': {
      const { source } = batch;
      const app = line.onApp ?? batch.app;
      const siteId = line.siteId ?? batch.siteId;
      const note = line.note ?? batch.note;
      // Left to the scheduler's own pace: whoever waits for one domain goes first.
      const calm = { ...deps, wakeUp: { ...deps.wakeUp, check: () => undefined } };
      const { stored } = await mapHostname(calm, { hostname, app, siteId, note, source }, actor);
      return { ...line, mapping: stored.mapping.id, startedAt };
    }
    case 'unmap':
      await authorize(deps, actor, 'unmap', { mapping });
      await unmapLine(deps, mapping, batch, actor);
      return { ...line, startedAt };
    case 'check': {
      await authorize(deps, actor, 'check', { mapping });
      // The list as a whole was asked for: the limit on single checks is not for its lines.
      const input = { type: 'check.requested', by: actor.user } as const;
      const stored = await transitionPair(deps, mapping, input, actor.requestId);
      await deps.statusCheck(stored);
      return { ...line, startedAt, result: 'done' };
    }
  }
}

/** Both people who agreed on it are in the mapping's history. */
async function unmapLine(
  deps: RunBatchDeps,
  mapping: string,
  { by, approval }: Batch,
  { requestId }: Actor,
): Promise<void> {
  await transitionPair(deps, mapping, { type: 'unmap.requested', by }, requestId);
  if (approval?.by === undefined) return;
  await transitionPair(deps, mapping, { type: 'unmap.approved', by: approval.by }, `${requestId}.approved`);
}

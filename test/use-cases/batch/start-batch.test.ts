import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/use-cases/batch/batch.js';
import {
  answerBatch,
  type StartDeps,
  startBatch,
  stopBatch,
} from '../../../src/use-cases/batch/start-batch.js';
import type { Role } from '../../../src/use-cases/ports.js';
import { silentLog } from '../../store/temporary.js';
import { POLICY, START } from '../../support/observations.js';
import { batchesWith, plannedBatch } from '../../support/planned-batch.js';

const ALICE = { user: 'U01ALICE', team: 'T1', channel: 'C1', requestId: 'r1' };
const BOB = { ...ALICE, user: 'U02BOB' };
const HOUR_MS = 3_600_000;

/** What the use cases need, with one batch in the store. */
async function holding(
  batch: Batch,
  { approvalMs = undefined as number | undefined, role = 'operator' as Role } = {},
) {
  const batches = await batchesWith(batch);
  const clock = { now: START };
  const deps = {
    batches,
    store: { findIndexed: async () => ({ app: 'default', channel: 'C1' }) },
    apps: new Map(),
    policy: { ...POLICY, unmapApprovalMs: approvalMs },
    now: () => clock.now,
    log: silentLog,
    channels: [],
    guestsMayView: false,
    roles: { roleOf: async () => role, operators: [], admins: [] },
    deniedAttempts: { record: async () => undefined },
  } as unknown as StartDeps;
  return { deps, batches, clock };
}
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no problem',
    ({ problem }) => problem.code,
  );

describe('a planned batch', () => {
  it('runs once whoever planned it starts it; starting it again changes nothing', async () => {
    const { deps } = await holding(plannedBatch());
    expect(await startBatch(deps, 'b1', ALICE)).toMatchObject({ state: 'running' });
    expect(await startBatch(deps, 'b1', ALICE)).toMatchObject({ state: 'running' });
  });

  it('can’t be started by somebody else, or once it is gone', async () => {
    const { deps } = await holding(plannedBatch());
    expect(await codeOf(startBatch(deps, 'b1', BOB))).toBe('batch-gone');
    expect(await codeOf(startBatch(deps, 'b2', ALICE))).toBe('batch-gone');
  });

  it('of those who may not, nobody learns whether it exists', async () => {
    const { deps } = await holding(plannedBatch(), { role: 'outsider' });
    expect(await codeOf(startBatch(deps, 'b1', ALICE))).toBe('not-allowed');
    expect(await codeOf(startBatch(deps, 'b2', ALICE))).toBe('not-allowed');
  });
});

describe('an unmapping of many, where a second person has to approve', () => {
  const proposed = async () => {
    const held = await holding(plannedBatch('unmap'), { approvalMs: HOUR_MS });
    await startBatch(held.deps, 'b1', ALICE);
    return held;
  };

  it('waits for approval, until the time is over', async () => {
    const { batches } = await proposed();
    expect(await batches.get('b1')).toMatchObject({
      state: 'proposed',
      approval: { until: START + HOUR_MS },
    });
  });

  it('runs once somebody else approves, and keeps who it was', async () => {
    const { deps } = await proposed();
    expect(await codeOf(answerBatch(deps, 'b1', true, ALICE))).toBe('own-request');
    expect(await answerBatch(deps, 'b1', true, BOB)).toMatchObject({
      state: 'running',
      approval: { by: 'U02BOB' },
    });
    expect(await codeOf(answerBatch(deps, 'b1', true, BOB))).toBe('not-open');
  });

  it('ends when it is declined, with nothing done', async () => {
    const { deps } = await proposed();
    expect(await answerBatch(deps, 'b1', false, BOB)).toMatchObject({
      state: 'ended',
      endedBecause: 'declined',
      endedBy: 'U02BOB',
      lines: [{ result: 'stopped' }, {}],
    });
  });

  it('can’t be approved too late', async () => {
    const { deps, clock } = await proposed();
    clock.now += HOUR_MS;
    expect(await codeOf(answerBatch(deps, 'b1', true, BOB))).toBe('not-open');
  });
});

describe('a running batch', () => {
  const running = plannedBatch('map', {
    state: 'running',
    lines: [
      { typed: 'a.example.com', hostname: 'a.example.com', forecast: 'ready', startedAt: START },
      { typed: 'b.example.com', hostname: 'b.example.com', forecast: 'ready' },
    ],
  });

  it('a running batch that is stopped starts no further line; the one under way is followed to its end', async () => {
    const { deps } = await holding(running);
    const stopped = await stopBatch(deps, 'b1', BOB);
    expect(stopped).toMatchObject({ state: 'running', endedBecause: 'stopped', endedBy: 'U02BOB' });
    expect(stopped.lines.map(({ result }) => result)).toEqual([undefined, 'stopped']);
  });

  it('a running batch that has ended stays as it is', async () => {
    const { deps } = await holding({ ...running, state: 'ended' });
    expect(await stopBatch(deps, 'b1', BOB)).toEqual({ ...running, state: 'ended' });
  });
});

import { describe, expect, it } from 'vitest';
import { ChatError, type ChatErrorCode } from '../../../src/core/ports/chat-error.js';
import type { Batch } from '../../../src/use-cases/batch/batch.js';
import { type BatchPoster, BatchReporter } from '../../../src/use-cases/batch/report-batch.js';
import { recordingLog } from '../../store/temporary.js';
import { batchesWith, plannedBatch } from '../../support/planned-batch.js';

const RUNNING = plannedBatch('map', { state: 'running' });
const ended = (batch: Batch = RUNNING): Batch => ({
  ...batch,
  state: 'ended',
  lines: batch.lines.map((line) => (line.forecast === 'ready' ? { ...line, result: 'done' } : line)),
});
const STOPPED: Batch = {
  ...RUNNING,
  state: 'ended',
  lines: RUNNING.lines.map((line) => (line.forecast === 'ready' ? { ...line, result: 'stopped' } : line)),
};

/** A reporter with its store and a Slack that records what it is given; `fails` puts it out of order. */
async function reporting(first: Batch = RUNNING) {
  const batches = await batchesWith(first);
  const calls: string[] = [];
  const slack = {
    now: 0,
    fails: undefined as ChatErrorCode | undefined,
    /** The only call that fails; all of them if there is none. */
    failing: undefined as 'attach' | undefined,
    /** The answer is lost after the post. */
    isLost: false,
    there: undefined as string | undefined,
    hasFile: false,
  };
  const call = (what: string) => {
    calls.push(what);
    if (slack.fails && what.startsWith(slack.failing ?? '')) throw new ChatError(slack.fails, 'no');
  };
  const poster: BatchPoster = {
    post: async (_, channel) => {
      call(`post ${channel || 'directly'}`);
      slack.there = '1.1';
      if (slack.isLost) throw new ChatError('uncertain', 'no answer');
      return { channel: channel || 'D1', ts: '1.1' };
    },
    find: async () => {
      call('find');
      return slack.there;
    },
    update: async ({ state }, { ts }) => call(`update ${ts} ${state}`),
    attach: async (_, { ts }) => {
      call(`attach ${ts}`);
      slack.hasFile = true;
    },
    hasFile: async () => slack.hasFile,
  };
  const { log, lines } = recordingLog();
  const reporter = new BatchReporter({ batches, poster, monotonic: () => slack.now, log });
  return {
    batches,
    calls,
    slack,
    lines,
    /** Reports a batch as it stands in the store now, changed by `edit`. */
    report: async (edit: (batch: Batch) => Batch = (batch) => batch) => {
      const [batch] = await batches.change((all) => all.map(edit));
      if (batch) await reporter.report(batch);
    },
    later: async (ms: number, edit?: (batch: Batch) => Batch) => {
      slack.now += ms;
      const [batch] = await batches.change((all) => (edit ? all.map(edit) : all));
      if (batch) await reporter.report(batch);
    },
  };
}

describe('the progress message of a batch', () => {
  it('is posted once and updated only when something changed, every three seconds at most', async () => {
    const { calls, report, later } = await reporting();
    await report();
    await later(10_000);
    expect(calls).toEqual(['post C1']);
    const one = (batch: Batch): Batch => ({ ...batch, approval: { until: 1 } });
    await later(10_000, one);
    await later(1_000, (batch) => ({ ...batch, approval: { until: 2 } }));
    expect(calls).toEqual(['post C1', 'update 1.1 running']);
    await later(2_000);
    expect(calls).toEqual(['post C1', 'update 1.1 running', 'update 1.1 running']);
  });

  it('ends with the file of results; then the batch is forgotten', async () => {
    const { calls, report, later, batches } = await reporting();
    await report();
    await later(100, ended);
    expect(calls).toEqual(['post C1', 'update 1.1 ended', 'attach 1.1']);
    expect(await batches.all()).toEqual([]);
  });

  it('ends without a file if nothing was started', async () => {
    const { calls, report, later, batches } = await reporting();
    await report();
    await later(100, () => ({ ...STOPPED, message: undefined }));
    expect(calls.filter((call) => call.startsWith('attach'))).toEqual([]);
    expect(await batches.all()).toEqual([]);
  });

  it('is searched before it is posted again when Slack’s answer was lost', async () => {
    const { calls, slack, report, later } = await reporting();
    slack.isLost = true;
    await report();
    slack.isLost = false;
    await later(15_000);
    await later(3_000);
    expect(calls).toEqual(['post C1', 'find', 'update 1.1 running']);
  });

  it('goes to the requester in person once its channel can’t be used', async () => {
    const { calls, slack, report, later } = await reporting();
    slack.fails = 'channel-unusable';
    await report();
    slack.fails = undefined;
    await later(15_000);
    await later(3_000, ended);
    expect(calls).toEqual(['post C1', 'post directly', 'update 1.1 ended', 'attach 1.1']);
  });

  it('in person leaves the channel of the cards as it was: it is what lines fail for', async () => {
    const { batches, slack, report } = await reporting();
    slack.fails = 'channel-unusable';
    await report();
    expect((await batches.all())[0]).toMatchObject({ channel: 'C1', message: { channel: '' } });
  });

  it('in person stays one message, even if that can’t be changed either', async () => {
    const { calls, slack, report, later } = await reporting();
    slack.fails = 'channel-unusable';
    await report();
    slack.fails = undefined;
    await later(15_000);
    slack.fails = 'channel-unusable';
    for (let tries = 0; tries < 5; tries++) await later(15_000, ended);
    expect(calls.filter((call) => call.startsWith('post'))).toEqual(['post C1', 'post directly']);
  });

  it.each(['card-gone', 'card-fixed'] as const)(
    'in person is posted again in person when it can’t be updated: %s',
    async (code) => {
      const { calls, slack, report, later } = await reporting();
      slack.fails = 'channel-unusable';
      await report();
      slack.fails = undefined;
      await later(15_000);
      slack.fails = code;
      await later(15_000, (batch) => ({ ...batch, approval: { until: 1 } }));
      slack.fails = undefined;
      await later(15_000);
      expect(calls).toEqual(['post C1', 'post directly', 'update 1.1 running', 'post directly']);
    },
  );

  it.each(['channel-unusable', 'card-gone', 'card-fixed'] as const)(
    'stays when only the file is refused, as without the scope for files: %s',
    async (code) => {
      const { calls, slack, report, later } = await reporting();
      await report();
      Object.assign(slack, { fails: code, failing: 'attach' });
      for (let tries = 0; tries < 3; tries++) await later(15_000, ended);
      expect(calls).toEqual(['post C1', 'update 1.1 ended', ...Array(3).fill('attach 1.1')]);
    },
  );

  it.each(['card-gone', 'card-fixed'] as const)(
    'is posted again when it can’t be updated: %s',
    async (code) => {
      const { calls, slack, report, later } = await reporting();
      await report();
      slack.fails = code;
      await later(10_000, (batch) => ({ ...batch, approval: { until: 1 } }));
      slack.fails = undefined;
      await later(15_000);
      expect(calls).toEqual(['post C1', 'update 1.1 running', 'post C1']);
    },
  );

  it('pauses after a failure, and never throws', async () => {
    const { calls, slack, report, later, lines } = await reporting();
    slack.fails = 'unavailable';
    await report();
    await later(14_999);
    expect(calls).toEqual(['post C1']);
    expect(lines.map(({ message }) => message)).toEqual(['progress of a batch could not be shown']);
    await later(1);
    expect(calls).toEqual(['post C1', 'find']);
  });

  it('is given up after forty tries, so that an ended batch doesn’t stay forever', async () => {
    const { slack, later, batches, lines } = await reporting(ended());
    slack.fails = 'unavailable';
    for (let attempt = 0; attempt < 40; attempt++) await later(15_000);
    expect(await batches.all()).toEqual([]);
    expect(lines.at(-1)?.level).toBe('error');
  });
});

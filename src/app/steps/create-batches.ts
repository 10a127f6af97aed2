import { everySecond } from '../../scheduler/ticker.js';
import { createBatchPoster } from '../../slack/outbound/posts/batch-poster.js';
import { batchFile, batchView } from '../../slack/views/batch.js';
import type { Batch } from '../../use-cases/batch/batch.js';
import { BatchReporter } from '../../use-cases/batch/report-batch.js';
import { createBatchRunner } from '../../use-cases/batch/run-batch.js';
import type { Ports } from '../../use-cases/ports.js';
import type { MappingProbe } from '../../use-cases/shared/probe-mapping.js';
import { createInterval, createPoller, type Poller } from '../../util/concurrency/poller.js';
import type { Runtime } from '../runtime.js';
import type { SlackAdapters } from './create-slack.js';

export interface BatchParts {
  readonly ports: Ports;
  readonly probeMapping: MappingProbe;
  readonly slack: Pick<SlackAdapters, 'clients' | 'translatorAt'>;
}

/** Finds what an earlier process or another replica left. */
const READ_MS = 10_000;

/** Carries batches out, a few lines at a time, and shows how far they are. */
export function createBatches(
  { clock, log }: Pick<Runtime, 'clock' | 'log'>,
  { ports, probeMapping, slack }: BatchParts,
): Poller {
  const { batches, store } = ports;
  const run = createBatchRunner(ports, probeMapping);
  const translatorFor = ({ app, channel }: Batch) => slack.translatorAt({ app, channel });
  const reporter = new BatchReporter({
    batches,
    poster: createBatchPoster({
      client: slack.clients.background,
      view: (batch) => batchView(batch, translatorFor(batch)),
      file: (batch, mappings) => batchFile(batch, mappings, translatorFor(batch)),
      fileText: (batch) => translatorFor(batch).t('batch.file'),
      load: (id) => store.load(id),
    }),
    monotonic: clock.monotonic,
    log,
  });
  const hasPassed = createInterval(clock.monotonic);
  const find = () =>
    batches.all().catch((error: unknown) => log.error({ err: error }, 'batches could not be read'));
  const poller = createPoller({
    ticker: everySecond,
    due: () => {
      if (hasPassed('reading', READ_MS)) void find();
      return batches.underWay();
    },
    run: async (id) => {
      if (!(await store.isMine('batches'))) return;
      const batch = await run(id);
      if (batch) await reporter.report(batch);
    },
    onError: (err, batch) => log.error({ err, batch }, 'a batch could not be resumed'),
  });
  return poller;
}

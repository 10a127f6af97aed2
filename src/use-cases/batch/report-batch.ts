import { ChatError } from '../../core/ports/chat-error.js';
import type { Log } from '../../util/log.js';
import type { Batch } from './batch.js';
import { type Batches, withBatch } from './batches.js';

/** Shows a batch to people. Every method throws the chat port's errors. */
export interface BatchPoster {
  /** Posts the progress message in a channel; in the requester's direct message if `channel` is empty. */
  post(batch: Batch, channel: string): Promise<{ readonly channel: string; readonly ts: string }>;
  /** The progress message that may have been posted before. */
  find(batch: Batch, channel: string): Promise<string | undefined>;
  update(batch: Batch, message: { readonly channel: string; readonly ts: string }): Promise<void>;
  /** Posts the result file under the message. */
  attach(batch: Batch, message: { readonly channel: string; readonly ts: string }): Promise<void>;
  hasFile(message: { readonly channel: string; readonly ts: string }): Promise<boolean>;
}

export interface ReportBatchDeps {
  readonly batches: Batches;
  readonly poster: BatchPoster;
  /** Monotonic, ms. */
  readonly monotonic: () => number;
  readonly log: Log;
}

/** chat.update allows about one change a second for all messages. */
const UPDATE_GAP_MS = 3_000;
const BATCH_PAUSE_MS = 15_000;
/** An outcome that can't be shown for so many tries is only logged. */
const MAX_TRIES = 40;
type ProgressMessage = NonNullable<Batch['message']>;

/**
 * Shows how far a batch is, in one message, and at its end the result file; then forgets the batch. What may have been
 * posted before a crash is searched first. A failure never stops the batch's own work.
 */
export function createBatchReporter({ batches, poster, monotonic, log }: ReportBatchDeps) {
  const shown = new Map<string, { readonly at: number; readonly what: string }>();
  const pauses = new Map<string, { readonly until: number; readonly tries: number }>();

  async function mark(id: string, message: ProgressMessage): Promise<void> {
    await batches.change(withBatch(id, (batch) => ({ ...batch, message })));
  }

  async function forget(id: string): Promise<void> {
    await batches.change(withBatch(id, () => undefined));
    shown.delete(id);
    pauses.delete(id);
  }

  /** The progress message, posted once. */
  async function ensurePosted(batch: Batch): Promise<ProgressMessage & { readonly ts: string }> {
    const { message } = batch;
    const before = message ?? { channel: batch.channel, isTried: false, isFileTried: false };
    if (before.ts !== undefined) return { ...before, ts: before.ts };
    const found = before.isTried ? await poster.find(batch, before.channel) : undefined;
    if (!before.isTried) await mark(batch.id, { ...before, isTried: true });
    const posted =
      found === undefined ? await poster.post(batch, before.channel) : { channel: before.channel, ts: found };
    const after = { ...before, ...posted, isTried: true };
    await mark(batch.id, after);
    shown.set(batch.id, { at: monotonic(), what: found === undefined ? whatOf(batch) : '' });
    return after;
  }

  async function show(batch: Batch): Promise<void> {
    const message = await ensurePosted(batch);
    const last = shown.get(batch.id);
    const what = whatOf(batch);
    const isOver = batch.state === 'ended';
    const isDue = last === undefined || isOver || monotonic() - last.at >= UPDATE_GAP_MS;
    if (last?.what !== what && isDue) {
      await poster.update(batch, message);
      shown.set(batch.id, { at: monotonic(), what });
    }
    if (!isOver) return;
    if (batch.lines.some(({ result }) => result !== undefined && result !== 'stopped'))
      await attachOnce(batch, message);
    await forget(batch.id);
  }

  async function attachOnce(batch: Batch, message: ProgressMessage & { readonly ts: string }): Promise<void> {
    if (message.isFileTried && (await poster.hasFile(message))) return;
    await mark(batch.id, { ...message, isFileTried: true });
    await poster.attach(batch, message);
  }

  async function failed(batch: Batch, error: unknown): Promise<void> {
    const tries = (pauses.get(batch.id)?.tries ?? 0) + 1;
    const code = error instanceof ChatError ? error.code : 'unknown';
    log.warn({ err: error, batch: batch.id, code, tries }, 'progress of a batch could not be shown');
    // The channel was archived, or the bot removed: whoever asked gets a direct message.
    if (code === 'channel-unusable' && batch.channel !== '')
      await batches.change(withBatch(batch.id, ({ message: _, ...each }) => ({ ...each, channel: '' })));
    if (code === 'card-gone' || code === 'card-fixed')
      await batches.change(withBatch(batch.id, ({ message: _, ...each }) => each));
    pauses.set(batch.id, { until: monotonic() + BATCH_PAUSE_MS, tries });
    if (tries < MAX_TRIES || batch.state !== 'ended') return;
    log.error({ batch: batch.id }, 'result of a batch was dropped: Slack doesn’t accept it');
    await forget(batch.id);
  }

  return async (batch: Batch): Promise<void> => {
    if ((pauses.get(batch.id)?.until ?? 0) > monotonic()) return;
    try {
      await show(batch);
    } catch (error) {
      await failed(batch, error);
    }
  };
}

/** Equal for batches that are shown the same. */
const whatOf = ({ state, lines, approval, endedBecause }: Batch): string =>
  JSON.stringify([state, approval, endedBecause, lines.map(({ result }) => result)]);

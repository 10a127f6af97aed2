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

const UNPOSTED = { isTried: false, isFileTried: false } as const;

/** The channel of its progress; empty: a direct message. Its cards stay where they are, whatever becomes of that. */
const progressPlace = ({ message, channel }: Batch): string => message?.channel ?? channel;

type PostedProgress = ProgressMessage & { readonly ts: string };

/**
 * Shows how far a batch is, in one message, and at its end the result file; then forgets the batch. What may have been
 * posted before a crash is searched first. A failure never stops the batch's own work.
 */
export class BatchReporter {
  readonly #shown = new Map<string, { readonly at: number; readonly what: string }>();
  readonly #pauses = new Map<string, { readonly until: number; readonly tries: number }>();

  constructor(private readonly deps: ReportBatchDeps) {}

  async report(batch: Batch): Promise<void> {
    if ((this.#pauses.get(batch.id)?.until ?? 0) > this.deps.monotonic()) return;
    try {
      await this.#show(batch);
    } catch (error) {
      await this.#failed(batch, error);
    }
  }

  async #show(batch: Batch): Promise<void> {
    const message = await this.#showProgress(batch);
    if (batch.state !== 'ended') return;
    if (batch.lines.some(({ result }) => result !== undefined && result !== 'stopped'))
      await this.#attachOnce(batch, message);
    await this.#forget(batch.id);
  }

  async #showProgress(batch: Batch): Promise<PostedProgress> {
    try {
      const message = await this.#ensurePosted(batch);
      await this.#update(batch, message);
      return message;
    } catch (error) {
      if (error instanceof ChatError) await this.#replace(batch, error);
      throw error;
    }
  }

  async #update(batch: Batch, message: PostedProgress): Promise<void> {
    const { poster, monotonic } = this.deps;
    const last = this.#shown.get(batch.id);
    const what = whatOf(batch);
    const isDue = last === undefined || batch.state === 'ended' || monotonic() - last.at >= UPDATE_GAP_MS;
    if (last?.what === what || !isDue) return;
    await poster.update(batch, message);
    this.#shown.set(batch.id, { at: monotonic(), what });
  }

  /** A message that Slack refuses is posted again in the same place, or in person if its channel can’t be used. */
  async #replace(batch: Batch, { code }: ChatError): Promise<void> {
    const isInChannel = batch.channel !== '' && progressPlace(batch) === batch.channel;
    // The channel was archived, or the bot removed: whoever asked gets a direct message.
    if (code === 'channel-unusable' && isInChannel) await this.#mark(batch.id, { ...UNPOSTED, channel: '' });
    if (code === 'card-gone' || code === 'card-fixed')
      await this.#mark(batch.id, { ...UNPOSTED, channel: isInChannel ? batch.channel : '' });
  }

  /** The progress message, posted once. */
  async #ensurePosted(batch: Batch): Promise<PostedProgress> {
    const { poster, monotonic } = this.deps;
    const { message } = batch;
    const before = message ?? { ...UNPOSTED, channel: progressPlace(batch) };
    if (before.ts !== undefined) return { ...before, ts: before.ts };
    const found = before.isTried ? await poster.find(batch, before.channel) : undefined;
    if (!before.isTried) await this.#mark(batch.id, { ...before, isTried: true });
    const posted =
      found === undefined ? await poster.post(batch, before.channel) : { channel: before.channel, ts: found };
    const after = { ...before, ...posted, isTried: true };
    await this.#mark(batch.id, after);
    this.#shown.set(batch.id, { at: monotonic(), what: found === undefined ? whatOf(batch) : '' });
    return after;
  }

  async #attachOnce(batch: Batch, message: PostedProgress): Promise<void> {
    const { poster } = this.deps;
    if (message.isFileTried && (await poster.hasFile(message))) return;
    await this.#mark(batch.id, { ...message, isFileTried: true });
    await poster.attach(batch, message);
  }

  async #failed(batch: Batch, error: unknown): Promise<void> {
    const { monotonic, log } = this.deps;
    const tries = (this.#pauses.get(batch.id)?.tries ?? 0) + 1;
    const code = error instanceof ChatError ? error.code : 'unknown';
    log.warn({ err: error, batch: batch.id, code, tries }, 'progress of a batch could not be shown');
    this.#pauses.set(batch.id, { until: monotonic() + BATCH_PAUSE_MS, tries });
    if (tries < MAX_TRIES || batch.state !== 'ended') return;
    log.error({ batch: batch.id }, 'result of a batch was dropped: Slack doesn’t accept it');
    await this.#forget(batch.id);
  }

  async #mark(id: string, message: ProgressMessage): Promise<void> {
    await this.deps.batches.change(withBatch(id, (batch) => ({ ...batch, message })));
  }

  async #forget(id: string): Promise<void> {
    await this.deps.batches.change(withBatch(id, () => undefined));
    this.#shown.delete(id);
    this.#pauses.delete(id);
  }
}

/** Equal for batches that are shown the same. */
const whatOf = ({ state, lines, approval, endedBecause }: Batch): string =>
  JSON.stringify([state, approval, endedBecause, lines.map(({ result }) => result)]);

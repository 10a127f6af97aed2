import type { Ticker } from '../util/clock.js';
import { createPoller, type Poller } from '../util/concurrency/poller.js';
import type { Log } from '../util/log.js';
import type { Settings } from './settings.js';
import type { SettingChange } from './stored-settings.js';

/** Posts a change in its channel. Both methods throw the chat port's errors. */
export interface ChangePoster {
  post(change: SettingChange): Promise<string>;
  /** The `ts` of the message that reports it, if the channel has one. */
  find(change: SettingChange): Promise<string | undefined>;
}

export interface TellOptions {
  readonly settings: Settings;
  readonly poster: ChangePoster;
  /** Whether this replica reports; another may. */
  readonly isMine: () => Promise<boolean>;
  readonly ticker: Ticker;
  /** Ms. */
  readonly monotonic: () => number;
  readonly log: Log;
}

const REPORT_PAUSE_MS = 30_000;

/**
 * Reports every change once, in order; searches first for a message that may have been posted. A channel that refuses
 * delays no other.
 */
export function createTeller({ settings, poster, isMine, ticker, monotonic, log }: TellOptions): Poller {
  const pauses = new Map<string, number>();

  /** A change made outside any channel, for an app without one, is only in the audit trail. */
  const pending = (): readonly SettingChange[] =>
    settings.changes().filter(({ ts, channel }) => ts === undefined && channel !== '');

  const due = (): string[] => [
    ...new Set(
      pending()
        .map(({ channel }) => channel)
        .filter((channel) => monotonic() >= (pauses.get(channel) ?? Number.NEGATIVE_INFINITY)),
    ),
  ];

  async function tellNext(channel: string): Promise<void> {
    if (!(await isMine())) return;
    await settings.refresh();
    const change = pending().find((each) => each.channel === channel);
    if (!change) return;
    const found = change.isTried ? await poster.find(change) : undefined;
    if (!change.isTried) await settings.mark(change.id, { isTried: true });
    await settings.mark(change.id, { ts: found ?? (await poster.post(change)) });
  }

  return createPoller({
    ticker,
    due,
    run: tellNext,
    onError: (err, channel) => {
      pauses.set(channel, monotonic() + REPORT_PAUSE_MS);
      log.warn({ err, channel }, 'setting change could not be posted yet');
    },
  });
}

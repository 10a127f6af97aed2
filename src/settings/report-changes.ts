import type { Ticker } from '../util/clock.js';
import { createPoller, type Poller } from '../util/concurrency/poller.js';
import type { Log } from '../util/log.js';
import type { Settings } from './settings.js';
import type { ChangesAtOnce, SettingChange } from './stored-settings.js';

/** Posts changes that were made at once, in their channel. Both methods throw the chat port's errors. */
export interface ChangePoster {
  post(changes: ChangesAtOnce): Promise<string>;
  /** The `ts` of the message that reports it, if the channel has one. */
  find(change: SettingChange): Promise<string | undefined>;
}

const isOfOneSubmission = (one: SettingChange, other: SettingChange): boolean =>
  one.at === other.at &&
  one.by === other.by &&
  one.app === other.app &&
  // A version before may have tried the first alone.
  one.isTried === other.isTried;

export interface SettingsReporterOptions {
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
 * Reports every change once, in order, those made at once in one message; searches first for a message that may have been
 * posted. A channel that refuses delays no other.
 */
export function createSettingsReporter({
  settings,
  poster,
  isMine,
  ticker,
  monotonic,
  log,
}: SettingsReporterOptions): Poller {
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

  async function reportNext(channel: string): Promise<void> {
    if (!(await isMine())) return;
    await settings.refresh();
    const [first, ...others] = pending().filter((each) => each.channel === channel);
    if (!first) return;
    const changes: ChangesAtOnce = [first, ...others.filter((each) => isOfOneSubmission(each, first))];
    const ids = changes.map(({ id }) => id);
    const found = first.isTried ? await poster.find(first) : undefined;
    if (!first.isTried) await settings.mark(ids, { isTried: true });
    await settings.mark(ids, { ts: found ?? (await poster.post(changes)) });
  }

  return createPoller({
    ticker,
    due,
    run: reportNext,
    onError: (err, channel) => {
      pauses.set(channel, monotonic() + REPORT_PAUSE_MS);
      log.warn({ err, channel }, 'setting change could not be posted yet');
    },
  });
}

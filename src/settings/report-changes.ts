import { createPoller, type Poller } from '../scheduler/poller.js';
import type { Ticker } from '../util/clock.js';
import type { Log } from '../util/log.js';
import type { SettingChange, Settings } from './settings.js';

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

/** Reports every change once, in order; searches first for a message that may have been posted. */
export function createTeller({ settings, poster, isMine, ticker, monotonic, log }: TellOptions): Poller {
  let notBefore = Number.NEGATIVE_INFINITY;

  const pending = (): SettingChange | undefined => settings.changes().find(({ ts }) => ts === undefined);

  async function tellNext(): Promise<void> {
    if (!(await isMine())) return;
    await settings.refresh();
    const change = pending();
    if (!change) return;
    const found = change.isTried ? await poster.find(change) : undefined;
    if (!change.isTried) await settings.mark(change.id, { isTried: true });
    await settings.mark(change.id, { ts: found ?? (await poster.post(change)) });
  }

  return createPoller({
    ticker,
    due: () => (pending() && monotonic() >= notBefore ? ['change'] : []),
    run: tellNext,
    onError: (err) => {
      notBefore = monotonic() + REPORT_PAUSE_MS;
      log.warn({ err, app: pending()?.app }, 'setting change could not be posted yet');
    },
  });
}

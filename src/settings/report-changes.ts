import type { ChatError, ChatErrorCode } from '../outbox/chat.js';
import type { Ticker } from '../scheduler/ticker.js';
import type { Log } from '../util/log.js';
import type { SettingChange, Settings } from './settings.js';

/** Puts a change into its channel. Both throw `MessengerError`. */
export interface ChangePoster {
  post(change: SettingChange): Promise<string>;
  /** The `ts` of the message that tells it, if the channel has one. */
  find(change: SettingChange): Promise<string | undefined>;
}

export interface TellOptions {
  readonly settings: Settings;
  readonly poster: ChangePoster;
  readonly ticker: Ticker;
  /** Ms of a clock that nobody sets. */
  readonly steady: () => number;
  readonly log: Log;
}

const PAUSE_MS = 30_000;

/** Tells every change once, in the order in which they were made; what may have been posted is looked for first. */
export function createTeller({ settings, poster, ticker, steady, log }: TellOptions) {
  let ticking: ReturnType<Ticker> | undefined;
  let round: Promise<void> | undefined;
  let notBefore = 0;

  async function tellNext(change: SettingChange): Promise<void> {
    const found = change.isTried ? await poster.find(change) : undefined;
    if (!change.isTried) await settings.mark(change.id, { isTried: true });
    await settings.mark(change.id, { ts: found ?? (await poster.post(change)) });
  }

  function tick(): void {
    const next = settings.changes().find(({ ts }) => ts === undefined);
    if (!next || round || steady() < notBefore) return;
    round = tellNext(next)
      .catch((error: ChatError & { code?: ChatErrorCode }) => {
        notBefore = steady() + PAUSE_MS;
        log.warn({ err: error, app: next.app }, 'a change of settings could not be told yet');
      })
      .finally(() => {
        round = undefined;
      });
  }

  return {
    start: (): void => {
      ticking = ticker(tick);
    },
    stop: async (): Promise<void> => {
      ticking?.cancel();
      await round;
    },
  };
}

import { isatty } from 'node:tty';
import { withTimeout } from '../util/clock.js';
import type { Log } from '../util/log.js';
import { whenStarterHasGone } from '../util/stop-signals.js';

/** Deadline for work in progress, and for the store after it: Docker kills after 10 s. */
const EXIT_DRAIN_MS = 8_500;
const ABANDON_MS = 1_000;
const STANDARD_STREAMS = [0, 1, 2];

export interface SignalHandlers {
  /** Finishes work in progress. */
  readonly stop: () => Promise<void>;
  /** Lets go of the store without waiting for work in progress. */
  readonly abandon: () => Promise<void>;
  /** Reloads the configuration; logs its own errors. */
  readonly reload: () => void;
  readonly log: Log;
}

/**
 * SIGTERM and SIGINT stop. SIGHUP is ambiguous: "reload" for a daemon, "terminal closed" for a program in a terminal.
 * It stops the bot if any standard stream was a terminal at the start, and reloads otherwise; SIGUSR2 always reloads.
 */
export function handleSignals({ stop, abandon, reload, log }: SignalHandlers): {
  stopWith(exitCode: number): void;
} {
  const isInTerminal = STANDARD_STREAMS.some((fd) => isatty(fd));
  let isStopping = false;

  function stopWith(exitCode: number): void {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => {
      log.warn({}, 'not all work in progress finished in time; it continues at the next start');
      withTimeout(abandon(), ABANDON_MS).finally(() => process.exit(exitCode));
    }, EXIT_DRAIN_MS).unref();
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ err: error }, 'shutdown failed');
        process.exit(1);
      },
    );
  }

  const stopOn = (signal: NodeJS.Signals) => {
    if (!isStopping) log.info({ signal }, 'stopping');
    stopWith(0);
  };
  process.on('SIGTERM', stopOn);
  process.on('SIGINT', stopOn);
  process.on('SIGHUP', isInTerminal ? stopOn : reload);
  process.on('SIGUSR2', reload);
  whenStarterHasGone(() => stopOn('SIGTERM'));
  return { stopWith };
}

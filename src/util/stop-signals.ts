const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_CHECK_MS = 1_000;

/**
 * Calls `stop` once, at the first signal to end: Ctrl-C, `kill`, or a terminal that is closed. Later signals change
 * nothing, so that whoever is impatient can't cut the stop short and leave its children behind.
 */
export function onStopSignal(stop: () => void): void {
  let isStopping = false;
  const stopOnce = () => {
    if (isStopping) return;
    isStopping = true;
    stop();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, stopOnce);
  whenStarterHasGone(stopOnce);
}

/** For a program that another one starts: the starter's process id, which it must not outlive. */
export const STARTED_BY = 'CLOSTE_DOMAIN_BOT_STARTED_BY';

/**
 * npm passes SIGTERM to the shell between it and the program, which dies without telling anyone: a program that npm
 * started stops once its parent has gone. So does one whose starter named itself, which may have been killed already.
 */
export function whenStarterHasGone(stop: () => void): void {
  const named = process.env[STARTED_BY];
  if (named === undefined && process.env['npm_lifecycle_event'] === undefined) return;
  const parent = named === undefined ? process.ppid : Number(named);
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
  timer.unref();
}

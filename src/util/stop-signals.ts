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
  whenNpmHasGone(stopOnce);
}

/**
 * npm passes SIGTERM to the shell between it and the program, which dies without telling anyone: a program that npm
 * started stops once its parent has gone.
 */
export function whenNpmHasGone(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
  timer.unref();
}

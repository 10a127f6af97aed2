import { everySecond } from '../scheduler/ticker.js';
import type { Settings } from '../settings/settings.js';
import { createInterval, createPoller, type Poller } from '../util/concurrency/poller.js';
import type { AppRegistry } from './app-registry.js';
import type { Runtime } from './runtime.js';

const FOLLOWED_MS = 2_000;

/** Applies what admins set through another replica. */
export function followSettings(
  { clock, log }: Pick<Runtime, 'clock' | 'log'>,
  settings: Settings,
  registry: Pick<AppRegistry, 'refresh'>,
): Poller {
  const hasPassed = createInterval(clock.monotonic);
  return createPoller({
    ticker: everySecond,
    due: () => (hasPassed('settings', FOLLOWED_MS) ? ['settings'] : []),
    run: async () => {
      if (await settings.refresh()) registry.refresh();
    },
    onError: (err) => log.warn({ err }, 'settings could not be read again'),
  });
}

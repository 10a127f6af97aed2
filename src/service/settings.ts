import { LEAST_INTERVAL_S, MOST_INTERVAL_S } from '../mapping/policy.js';
import { assertMay } from './access.js';
import type { Asker } from './asker.js';
import { chooseApp } from './choose-app.js';
import type { App, Deps } from './deps.js';
import { UserError } from './user-error.js';

/** The app whose settings are to be changed, if the asker may. Throws `UserError`. */
export async function settingsOf(deps: Deps, appName: string | undefined, asker: Asker): Promise<App> {
  await assertMay(deps, asker, 'settings');
  return chooseApp(deps.apps, appName, asker.channel);
}

/** Sets the pause between two checks, from the next check on. Throws `UserError`. */
export async function setInterval(deps: Deps, appName: string, seconds: number, asker: Asker): Promise<void> {
  const app = await settingsOf(deps, appName, asker);
  if (!Number.isInteger(seconds) || seconds < LEAST_INTERVAL_S || seconds > MOST_INTERVAL_S)
    throw new UserError({ code: 'interval', least: LEAST_INTERVAL_S, most: MOST_INTERVAL_S });
  const toMs = seconds * 1_000;
  if (toMs === app.intervalMs) return;
  await deps.changeInterval({
    id: deps.newId(),
    at: deps.now(),
    by: asker.user,
    app: app.name,
    channel: app.channel ?? asker.channel,
    fromMs: app.intervalMs,
    toMs,
    isTried: false,
  });
}

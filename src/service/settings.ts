import { assertMay } from './access.js';
import type { Asker } from './asker.js';
import { chooseApp } from './choose-app.js';
import type { App, Deps } from './deps.js';
import { UserError } from './user-error.js';

export const LEAST_SECONDS = 10;
export const MOST_SECONDS = 3_600;

/** The app whose settings are to be changed, if the asker may. Throws `UserError`. */
export async function settingsOf(deps: Deps, appName: string | undefined, asker: Asker): Promise<App> {
  await assertMay(deps, asker, 'settings');
  return chooseApp(deps.apps, appName, asker.channel);
}

/** Sets the pause between two checks, from the next check on. Throws `UserError`. */
export async function setInterval(deps: Deps, appName: string, seconds: number, asker: Asker): Promise<void> {
  const app = await settingsOf(deps, appName, asker);
  if (!Number.isInteger(seconds) || seconds < LEAST_SECONDS || seconds > MOST_SECONDS)
    throw new UserError({ code: 'interval', least: LEAST_SECONDS, most: MOST_SECONDS });
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

import { MAX_INTERVAL_S, MIN_INTERVAL_S } from '../core/lifecycle/policy.js';
import type { Actor } from './actor.js';
import { type AuthorizeDeps, authorize } from './authorize.js';
import { UserError } from './errors.js';
import type { App, Ports } from './ports.js';
import { chooseApp } from './shared/choose-app.js';

export type SettingsDeps = AuthorizeDeps & Pick<Ports, 'apps' | 'changeInterval' | 'newId' | 'now'>;

/** The app whose settings the actor wants to change. Throws `UserError` if they may not. */
export async function settingsOf(
  deps: SettingsDeps,
  appName: string | undefined,
  actor: Actor,
): Promise<App> {
  await authorize(deps, actor, 'configure');
  return chooseApp(deps.apps, appName, actor.channel);
}

/** Sets the interval between checks, from the next check on. Throws `UserError`. */
export async function setInterval(
  deps: SettingsDeps,
  appName: string,
  seconds: number,
  actor: Actor,
): Promise<void> {
  const app = await settingsOf(deps, appName, actor);
  if (!Number.isInteger(seconds) || seconds < MIN_INTERVAL_S || seconds > MAX_INTERVAL_S)
    throw new UserError({ code: 'interval', least: MIN_INTERVAL_S, most: MAX_INTERVAL_S });
  const toMs = seconds * 1_000;
  if (toMs === app.intervalMs) return;
  await deps.changeInterval({
    id: deps.newId(),
    at: deps.now(),
    by: actor.user,
    app: app.name,
    channel: app.channel ?? actor.channel,
    fromMs: app.intervalMs,
    toMs,
    isTried: false,
  });
}

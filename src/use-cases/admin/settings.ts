import {
  type AppOverrides,
  isAllowedValue,
  type SettingName,
  type SettingValue,
  type SettingValues,
  settingNames,
} from '../../settings/definitions.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import type { App, Ports } from '../ports.js';
import { chooseApp } from '../shared/apps.js';

export type SettingsDeps = AuthorizeDeps & Pick<Ports, 'apps' | 'appSettings' | 'newId' | 'now'>;

export interface SettingsShown {
  readonly app: App;
  readonly overrides: AppOverrides;
  readonly defaults: SettingValues;
}

/** An app's settings, for an actor who wants to change them. Throws `UserError` if they lack the permission. */
export async function settingsOf(
  deps: SettingsDeps,
  appName: string | undefined,
  actor: Actor,
): Promise<SettingsShown> {
  await authorize(deps, actor, 'configure');
  const app = chooseApp(deps.apps, appName, actor.channel);
  const defaults = deps.appSettings.defaultsOf(app.name);
  if (!defaults) throw new Error(`app ${app.name} is not configured`);
  return { app, defaults, overrides: deps.appSettings.overridesOf(app.name) };
}

/** Changes settings of an app from the next check on; `undefined` resets one to its default. Throws `UserError`. */
export async function changeSettings(
  deps: SettingsDeps,
  appName: string,
  wanted: Readonly<Partial<Record<SettingName, SettingValue | undefined>>>,
  actor: Actor,
): Promise<void> {
  const { app, defaults, overrides } = await settingsOf(deps, appName, actor);
  const changed = settingNames.filter((name) => name in wanted && wanted[name] !== overrides[name]);
  for (const name of changed) {
    const to = wanted[name];
    if (to !== undefined && !isAllowedValue(name, to))
      throw new UserError({ code: 'setting', setting: name });
  }
  if (changed.length === 0) return;
  await deps.appSettings.change(
    changed.map((setting) => ({
      id: deps.newId(),
      at: deps.now(),
      by: actor.user,
      app: app.name,
      channel: app.channel ?? actor.channel,
      setting,
      from: overrides[setting] ?? defaults[setting],
      to: wanted[setting] ?? defaults[setting],
      isReset: wanted[setting] === undefined,
      isTried: false,
    })),
  );
}

export type ApprovalsDeps = AuthorizeDeps & Pick<Ports, 'preferences'>;

/**
 * Chooses whether the actor gets a direct message when an unmapping waits for approval; undefined only asks. Resolves
 * with what holds then. Throws `UserError`.
 */
export async function approvalMessages(
  deps: ApprovalsDeps,
  isWanted: boolean | undefined,
  actor: Actor,
): Promise<boolean> {
  await authorize(deps, actor, 'approve');
  if (isWanted !== undefined) await deps.preferences.setApprovalMessages(actor.user, isWanted);
  return (await deps.preferences.approvalMessages()).includes(actor.user);
}

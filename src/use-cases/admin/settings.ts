import {
  isAllowedValue,
  type SettingName,
  type SettingValue,
  settingNames,
} from '../../settings/definitions.js';
import { resolveSetting, type SettingLevels } from '../../settings/resolve.js';
import type { SettingChange } from '../../settings/stored-settings.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import type { App, Ports } from '../ports.js';
import { chooseApp } from '../shared/destination.js';
import { rescheduleHeld } from '../shared/reschedule-held.js';

export type SettingsDeps = AuthorizeDeps &
  Pick<Ports, 'apps' | 'appSettings' | 'log' | 'newId' | 'now' | 'wakeUp'>;

/** Whose settings: an app's, or those of one channel, where they override the app's. */
export interface SettingsTarget {
  /** Default: the app of the channel where the actor asks. */
  readonly app?: string | undefined;
  /** The channel's ID. */
  readonly forChannel?: string | undefined;
}

export interface SettingsShown {
  readonly app: App;
  readonly forChannel: string | undefined;
  readonly levels: SettingLevels;
  /** Channels with settings of their own. */
  readonly channels: readonly string[];
}

/** Settings, for an actor who wants to change them. Throws `UserError` if they lack the permission. */
export async function settingsOf(
  deps: SettingsDeps,
  { app: appName, forChannel }: SettingsTarget,
  actor: Actor,
): Promise<SettingsShown> {
  const { appSettings } = deps;
  await authorize(deps, actor, 'configure');
  const app = chooseApp(deps.apps, appName, actor.channel);
  const defaults = appSettings.defaultsOf(app.name);
  if (!defaults) throw new Error(`app ${app.name} is not configured`);
  const channel = forChannel === undefined ? {} : { channel: appSettings.channelOverridesOf(forChannel) };
  const levels = { defaults, app: appSettings.overridesOf(app.name), ...channel };
  return { app, forChannel, levels, channels: appSettings.channels() };
}

/**
 * Changes settings from now on; `undefined` resets one to the level below. Messages that quiet hours hold follow the
 * new ones. Throws `UserError`.
 */
export async function changeSettings(
  deps: SettingsDeps,
  target: SettingsTarget,
  wanted: Readonly<Partial<Record<SettingName, SettingValue | undefined>>>,
  actor: Actor,
): Promise<void> {
  const { app, forChannel, levels } = await settingsOf(deps, target, actor);
  const here = levels.channel ?? levels.app;
  const changed = settingNames.filter((name) => name in wanted && wanted[name] !== here[name]);
  for (const name of changed) {
    const to = wanted[name];
    if (to !== undefined && !isAllowedValue(name, to))
      throw new UserError({ code: 'setting', setting: name });
  }
  if (changed.length === 0) return;
  const below = { ...levels, ...(forChannel === undefined ? { app: {} } : { channel: {} }) };
  const at = deps.now();
  await deps.appSettings.change(
    changed.map((setting) => ({
      ...changeBy(deps, actor, forChannel === undefined ? app : undefined, forChannel),
      at,
      setting,
      from: resolveSetting(setting, levels).value,
      to: wanted[setting] ?? resolveSetting(setting, below).value,
      isReset: wanted[setting] === undefined,
    })),
  );
  if (changed.some((name) => name.startsWith('quiet') || name === 'time-zone'))
    await rescheduleHeld(deps, forChannel === undefined ? { app: app.name } : { channel: forChannel });
}

/** The facts of every change: reported in the channel it is about, else in the app's, else where it was made. */
export const changeBy = (
  { newId, now }: Pick<SettingsDeps, 'newId' | 'now'>,
  actor: Actor,
  app: App | undefined,
  forChannel?: string,
): Pick<SettingChange, 'id' | 'at' | 'by' | 'app' | 'channel' | 'isTried'> => ({
  id: newId(),
  at: now(),
  by: actor.user,
  app: app?.name ?? '',
  channel: forChannel ?? app?.channel ?? actor.channel,
  isTried: false,
});

export type ApprovalsDeps = AuthorizeDeps & Pick<Ports, 'preferences'>;

/**
 * Chooses whether the actor gets a direct message when an unmapping waits for approval; undefined only asks. Resolves
 * with the resulting choice. Throws `UserError`.
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

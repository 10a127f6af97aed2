import {
  type AppOverrides,
  type SettingName,
  type SettingValue,
  type SettingValues,
  settingNames,
} from './definitions.js';

/** Where a value comes from: the environment, the app's settings, or the channel's. */
export type SettingSource = 'default' | 'app' | 'channel';

/** What was set at each level. */
export interface SettingLevels {
  readonly defaults: SettingValues;
  readonly app: AppOverrides;
  readonly channel?: AppOverrides | undefined;
}

export interface ResolvedSetting {
  readonly value: SettingValue;
  readonly source: SettingSource;
}

/** The effective value: the channel's, else the app's, else the default. */
export function resolveSetting(
  name: SettingName,
  { defaults, app, channel }: SettingLevels,
): ResolvedSetting {
  const inChannel = channel?.[name];
  if (inChannel !== undefined) return { value: inChannel, source: 'channel' };
  const ofApp = app[name];
  return ofApp === undefined ? { value: defaults[name], source: 'default' } : { value: ofApp, source: 'app' };
}

/** All effective values. */
export const resolveSettings = (levels: SettingLevels): SettingValues =>
  Object.fromEntries(settingNames.map((name) => [name, resolveSetting(name, levels).value])) as SettingValues;

/** What was set at any level; the channel's first. */
export const overridesIn = ({ app, channel }: Pick<SettingLevels, 'app' | 'channel'>): AppOverrides => ({
  ...app,
  ...channel,
});

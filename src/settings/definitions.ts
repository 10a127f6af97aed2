import { wwwPolicies } from '../core/hostname.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../core/instant.js';
import { MAX_INTERVAL_S, MIN_INTERVAL_S } from '../core/lifecycle/policy.js';
import { threadLevels } from '../core/reporting/quiet.js';
import { daysFromSunday, quietDays, type Weekday } from '../core/reporting/quiet-hours.js';
import { languages } from '../locale/languages.js';

/** A whole number of a unit. */
export interface NumberSetting {
  readonly kind: 'number';
  readonly unitMs: number;
  /** 0 turns the setting off. */
  readonly min: number;
  readonly max: number;
}

export interface ChoiceSetting {
  readonly kind: 'choice';
  readonly options: readonly string[];
}

/** Some days of the week, as `sat,sun`, but not all; empty for none. */
export interface DaysSetting {
  readonly kind: 'days';
}
type SettingDefinition = NumberSetting | ChoiceSetting | DaysSetting;

/** Monday first. */
export const daysOfWeek: readonly Weekday[] = [...daysFromSunday.slice(1), ...daysFromSunday.slice(0, 1)];
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
/** IANA names; a menu takes at most 100. */
const timeZones = [
  'UTC',
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Halifax',
  'America/Sao_Paulo',
  'America/Bogota',
  'America/Mexico_City',
  'America/Argentina/Buenos_Aires',
  'Atlantic/Azores',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Madrid',
  'Europe/Paris',
  'Europe/Rome',
  'Europe/Berlin',
  'Europe/Warsaw',
  'Europe/Athens',
  'Europe/Istanbul',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Perth',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/**
 * What admins may set in Slack for an app or a channel, in the order of the dialog. The environment has the defaults.
 */
export const settingDefinitions = {
  interval: { kind: 'number', unitMs: SECOND_MS, min: MIN_INTERVAL_S, max: MAX_INTERVAL_S },
  'dns-deadline': { kind: 'number', unitMs: HOUR_MS, min: 1, max: 720 },
  'ssl-deadline': { kind: 'number', unitMs: MINUTE_MS, min: 5, max: 10_080 },
  approval: { kind: 'number', unitMs: HOUR_MS, min: 0, max: 720 },
  reminder: { kind: 'number', unitMs: DAY_MS, min: 0, max: 90 },
  www: { kind: 'choice', options: wwwPolicies },
  language: { kind: 'choice', options: Object.keys(languages) },
  thread: { kind: 'choice', options: threadLevels },
  quiet: { kind: 'choice', options: quietDays },
  'quiet-from': { kind: 'choice', options: hoursOfDay },
  'quiet-to': { kind: 'choice', options: hoursOfDay },
  'quiet-days': { kind: 'days' },
  'quiet-urgent': { kind: 'choice', options: ['reported', 'held'] },
  digest: { kind: 'choice', options: ['off', 'daily', 'weekly'] },
  'digest-hour': { kind: 'choice', options: hoursOfDay },
  'time-zone': { kind: 'choice', options: timeZones },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingDefinitions;
export const settingNames = Object.keys(settingDefinitions) as SettingName[];
export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingDefinitions, name);

/** A number of the setting's unit, or one of its options. */
export type SettingValue = number | string;
export type SettingValues = Readonly<Record<SettingName, SettingValue>>;
/** What admins set; the default counts for everything else. */
export type AppOverrides = Readonly<Partial<SettingValues>>;

export const settingDefinitionOf = (name: SettingName): SettingDefinition => settingDefinitions[name];

/** The days that a value names, Monday first. */
export const daysIn = (value: SettingValue): readonly Weekday[] => {
  const named = String(value).split(',');
  return daysOfWeek.filter((day) => named.includes(day));
};
export const writeDays = (days: readonly string[]): string =>
  daysOfWeek.filter((day) => days.includes(day)).join(',');

/** Whether a value is one that the setting can have. */
export function isAllowedValue(name: SettingName, value: SettingValue): boolean {
  const definition = settingDefinitionOf(name);
  if (definition.kind === 'choice') return definition.options.includes(String(value));
  if (definition.kind === 'days') return value === writeDays(daysIn(value)) && daysIn(value).length < 7;
  return Number.isInteger(value) && Number(value) >= definition.min && Number(value) <= definition.max;
}

import { z } from 'zod';
import type { DomainEvent } from '../core/events/event.js';
import { instant } from '../core/instant.js';
import type { DocumentKind } from '../store/documents.js';
import { isStoredJson, type StoredJson } from '../store/format/form.js';
import { changedTexts, languageOfTexts } from './customer-texts.js';

const storedValue = z.union([z.number(), z.string()]);

/** An admin's change of one setting: an immutable fact, reported once in the channel. */
const settingChange = z.object({
  id: z.string(),
  at: instant,
  /** Slack user id. */
  by: z.string(),
  /** Empty for a setting of the channel, which holds for the cards of all apps. */
  app: z.string(),
  /** Where it is reported. */
  channel: z.string(),
  /** A name in `settingDefinitions`, `texts.` and a language, or one of a newer version. */
  setting: z.string(),
  from: storedValue,
  to: storedValue,
  /** The override was removed: `to` is the default. */
  isReset: z.boolean().default(false),
  /** The message that reported it; absent while it is pending. */
  ts: z.string().optional(),
  /** A post was started and may have succeeded. */
  isTried: z.boolean().default(false),
});
export type SettingChange = z.infer<typeof settingChange>;

/** What one submission of the dialog changed. */
export type ChangesAtOnce = readonly [SettingChange, ...SettingChange[]];

const overrides = z.record(z.string(), storedValue);
const stored = z.object({
  /** By app. */
  apps: z.record(z.string(), overrides).default({}),
  /** By Slack's ID. */
  channels: z.record(z.string(), overrides).default({}),
  changes: z.array(settingChange).default([]),
  /** The IDs that channels have now, by the ones they had. */
  movedChannels: z.record(z.string(), z.string()).default({}),
});
export type StoredSettings = z.infer<typeof stored>;

/** Accepts any value: the present schema then leaves out only those that are wrong. */
const old = z.object({
  intervals: z.record(z.string(), z.unknown()).default({}),
  changes: z.array(z.looseObject({}).catch({})).default([]),
});
const inSeconds = (ms: unknown): unknown => (typeof ms === 'number' ? ms / 1_000 : ms);

/** Schema 1 knew the interval only, in ms. */
function withAllSettings(json: StoredJson): StoredJson {
  const { intervals, changes } = old.parse(json);
  const apps = Object.entries(intervals).map(([app, ms]) => [app, { interval: inSeconds(ms) }]);
  return {
    ...withoutKey(json, 'intervals'),
    apps: Object.fromEntries(apps),
    changes: changes.map(({ fromMs, toMs, ...change }) => ({
      ...change,
      setting: 'interval',
      from: inSeconds(fromMs),
      to: inSeconds(toMs),
    })),
  };
}

/** Schema 2 knew apps only. */
const withChannels = (json: StoredJson): StoredJson => ({ ...json, channels: {} });

/** Schema 3 called one option otherwise. The changes stay as they were: they are facts. */
const withPresentOptions = (json: StoredJson): StoredJson => ({
  ...json,
  apps: eachPresent(json['apps']),
  channels: eachPresent(json['channels']),
});

const eachPresent = (overrides: unknown): unknown =>
  isStoredJson(overrides)
    ? Object.fromEntries(
        Object.entries(overrides).map(([place, values]) => [place, withPresentUrgent(values)]),
      )
    : overrides;

const withPresentUrgent = (values: unknown): unknown =>
  isStoredJson(values) && values['quiet-urgent'] === 'told'
    ? { ...values, 'quiet-urgent': 'reported' }
    : values;

export const withoutKey = (json: StoredJson, key: string): StoredJson =>
  Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));

export const settingsKind: DocumentKind<StoredSettings> = {
  name: 'settings',
  form: {
    schema: 4,
    migrations: new Map([
      [1, withAllSettings],
      [2, withChannels],
      [3, withPresentOptions],
    ]),
  },
  content: stored,
};

/** The change as an event of the audit trail; it belongs to no mapping, and its app takes the hostname's place. */
export function settingEvent(change: SettingChange): DomainEvent {
  const { id, at, by, app, channel, setting, from, to, isReset } = change;
  const facts = { id, mapping: '', hostname: app || channel, at, by, previous: '' };
  const language = languageOfTexts(setting);
  if (language !== undefined)
    return {
      ...facts,
      type: 'customer_texts.changed',
      details: { app, language, parts: changedTexts(from, to).join(', '), isReset },
    };
  const details = { app, setting, from, to, isReset, ...(app === '' ? { forChannel: channel } : {}) };
  return { ...facts, type: 'setting.changed', details };
}

import { z } from 'zod';
import type { DomainEvent } from '../core/events/event.js';
import { instant } from '../core/instant.js';
import { DamagedDocument, type DocumentKind, type Documents } from '../store/documents.js';
import { NewerSchema, type StoredJson } from '../store/form.js';
import { StaleVersion } from '../store/store.js';
import { limit } from '../util/concurrency/queue.js';
import { changedTexts, languageOfTexts, type WrittenTexts, writtenTextsIn } from './customer-texts.js';
import { type AppOverrides, isAllowedValue, isSettingName, type SettingValue } from './definitions.js';

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

const overrides = z.record(z.string(), storedValue);
const stored = z.object({
  /** By app. */
  apps: z.record(z.string(), overrides).default({}),
  /** By Slack's ID. */
  channels: z.record(z.string(), overrides).default({}),
  changes: z.array(settingChange).default([]),
});
type StoredSettings = z.infer<typeof stored>;

const old = z.object({
  intervals: z.record(z.string(), z.number()).default({}),
  changes: z.array(z.looseObject({ fromMs: z.number(), toMs: z.number() })).default([]),
});

/** Schema 1 knew the interval only, in ms. */
function withAllSettings(json: StoredJson): StoredJson {
  const { intervals, changes } = old.parse(json);
  const apps = Object.entries(intervals).map(([app, ms]) => [app, { interval: ms / 1_000 }]);
  return {
    ...withoutKey(json, 'intervals'),
    apps: Object.fromEntries(apps),
    changes: changes.map(({ fromMs, toMs, ...change }) => ({
      ...change,
      setting: 'interval',
      from: fromMs / 1_000,
      to: toMs / 1_000,
    })),
  };
}

/** Schema 2 knew apps only. */
const withChannels = (json: StoredJson): StoredJson => ({ ...json, channels: {} });

const withoutKey = (json: StoredJson, key: string): StoredJson =>
  Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));

export const settingsKind: DocumentKind<StoredSettings> = {
  name: 'settings',
  form: {
    schema: 3,
    migrations: new Map([
      [1, withAllSettings],
      [2, withChannels],
    ]),
  },
  content: stored,
};
const KEY = 'all';
const MAX_REPORT_TRIES = 3;

/** More than anybody reads; the oldest reported ones are dropped. */
const MAX_CHANGES = 1_000;

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

/** Settings that admins chose in Slack, persisted with the changes that are still to be reported. */
export interface Settings {
  /** What admins set for an app. */
  overridesOf(app: string): AppOverrides;
  channelOverridesOf(channel: string): AppOverrides;
  /** Channels with settings of their own. */
  channels(): readonly string[];
  /** The texts for customers that admins wrote, by language. */
  textsOf(app: string): Readonly<Partial<Record<string, WrittenTexts>>>;
  /** Stores the choices and their reports in one write. */
  change(made: readonly SettingChange[]): Promise<void>;
  /** Oldest first. */
  changes(): readonly SettingChange[];
  /** Stores how far the report of a change has come. */
  mark(id: string, progress: Partial<Pick<SettingChange, 'ts' | 'isTried'>>): Promise<void>;
  /** Reads what another replica may have changed; resolves to whether it has. */
  refresh(): Promise<boolean>;
  /** Why the defaults are used, and what to do; undefined if the file was read or doesn't exist. */
  readonly problem: string | undefined;
}

/**
 * Unreadable settings don't keep the bot from starting: the defaults are used, and `problem` says so. Damaged files are
 * set aside; a file that the system denies, or that a newer version wrote, is left alone, and changes are refused.
 */
export async function openSettings(documents: Documents): Promise<Settings> {
  const { problem, isLocked, ...first } = await readSettings(documents);
  let { data, version } = first;
  const inTurn = limit(1);

  /** One write at a time; a failed write changes nothing. Merges what another replica wrote meanwhile. */
  const update = (next: (data: StoredSettings) => StoredSettings): Promise<void> =>
    inTurn(async () => {
      if (isLocked) throw new Error(problem);
      for (let tries = 1; ; tries++) {
        const changed = next(data);
        try {
          version = await documents.write(settingsKind, KEY, changed, version);
          data = changed;
          return;
        } catch (error) {
          if (!(error instanceof StaleVersion) || tries >= MAX_REPORT_TRIES) throw error;
          const newest = await documents.read(settingsKind, KEY);
          data = newest?.value ?? NONE;
          version = newest?.version ?? 0;
        }
      }
    });

  const refresh = (): Promise<boolean> =>
    inTurn(async () => {
      if (isLocked) return false;
      const newest = await documents.read(settingsKind, KEY);
      if (!newest || newest.version === version) return false;
      data = newest.value;
      version = newest.version;
      return true;
    });

  return {
    problem,
    refresh,
    overridesOf: (app) => known(data.apps[app] ?? {}),
    channelOverridesOf: (channel) => known(data.channels[channel] ?? {}),
    channels: () =>
      Object.keys(data.channels).filter((id) => Object.keys(known(data.channels[id] ?? {})).length > 0),
    textsOf: (app) => writtenTextsIn(data.apps[app] ?? {}),
    changes: () => data.changes,
    change: (made) =>
      update((current) => ({
        ...current,
        apps: made.filter(({ app }) => app !== '').reduce(withChange, current.apps),
        channels: made.filter(({ app }) => app === '').reduce(withChange, current.channels),
        changes: [...current.changes, ...made].slice(-MAX_CHANGES),
      })),
    mark: (id, progress) =>
      update((current) => ({
        ...current,
        changes: current.changes.map((each) => (each.id === id ? { ...each, ...progress } : each)),
      })),
  };
}

function withChange(
  overridden: StoredSettings['apps'],
  { app, channel, setting, to, isReset }: SettingChange,
): StoredSettings['apps'] {
  const key = app === '' ? channel : app;
  const before = overridden[key] ?? {};
  return {
    ...overridden,
    [key]: isReset ? withoutKey(before, setting) : { ...before, [setting]: to },
  } as typeof overridden;
}

/** Without settings of a newer version, and values that are no longer allowed. */
const known = (overrides: Readonly<Record<string, SettingValue>>): AppOverrides =>
  Object.fromEntries(
    Object.entries(overrides).filter(([name, value]) => isSettingName(name) && isAllowedValue(name, value)),
  );

interface SettingsReading {
  readonly data: StoredSettings;
  readonly version: number;
  readonly problem: string | undefined;
  /** Writing would overwrite what could not be read. */
  readonly isLocked: boolean;
}

const NONE: StoredSettings = { apps: {}, channels: {}, changes: [] };

async function readSettings(documents: Documents): Promise<SettingsReading> {
  try {
    const found = await documents.read(settingsKind, KEY);
    return { data: found?.value ?? NONE, version: found?.version ?? 0, problem: undefined, isLocked: false };
  } catch (error) {
    return {
      data: NONE,
      version: 0,
      problem: problemOf(error),
      isLocked: !(error instanceof DamagedDocument),
    };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof DamagedDocument)
    return `${error.file} in ${error.place} was damaged, so the defaults are used. It is kept as ${error.keptAs}; choose the settings again in Slack.`;
  if (error instanceof NewerSchema)
    return `The settings were ${error.message} Until then the defaults are used and settings can’t be changed.`;
  const code = error instanceof Error && 'code' in error ? error.code : error;
  return `settings.json in DATA_DIR can’t be read (${code}), so the defaults are used and settings can’t be changed. Let the bot’s user read the file, then restart the bot.`;
}

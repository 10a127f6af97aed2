import { DamagedDocument, type Documents, type LostPart, type StoredDocument } from '../store/documents.js';
import { NewerSchema } from '../store/format/form.js';
import { StaleVersion } from '../store/store.js';
import { limit } from '../util/concurrency/queue.js';
import {
  languageOfTexts,
  mergedChange,
  NO_TEXTS,
  type WrittenTexts,
  writtenTextsIn,
} from './customer-texts.js';
import { type AppOverrides, isAllowedValue, isSettingName, type SettingValue } from './definitions.js';
import { type SettingChange, type StoredSettings, settingsKind, withoutKey } from './stored-settings.js';
import { unusableIn } from './unusable.js';

const KEY = 'all';
const MAX_REPORT_TRIES = 3;

/** More than anybody reads; the oldest reported ones are dropped. */
const MAX_CHANGES = 1_000;
const MAX_MOVED = 1_000;

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
  /** Stores how far the report of changes has come. */
  mark(ids: readonly string[], progress: Partial<Pick<SettingChange, 'ts' | 'isTried'>>): Promise<void>;
  /** Reads what another replica may have changed, or what couldn't be read before; resolves to whether anything is new. */
  refresh(): Promise<boolean>;
  /** Slack gave a channel another ID: its settings and what is still to be reported there follow. */
  moveChannel(from: string, to: string): Promise<void>;
  /** The ID that a channel has now: an environment variable or an open dialog may name an earlier one. */
  channelNow(id: string): string;
  /** What can't be used, and what to do; undefined if all was read or nothing is stored. */
  readonly problem: string | undefined;
}

/**
 * Unreadable settings don't keep the bot from starting: they count as not set, and `problem` names them. A file that
 * isn't a document is set aside. One that the system or the database denies, or that a newer version wrote, is left alone,
 * and changes are refused until `refresh` can read it.
 */
export async function openSettings(documents: Documents): Promise<Settings> {
  const stored = new KeptSettings(documents, await readSettings(documents));
  return {
    get problem() {
      return stored.problem;
    },
    refresh: () => stored.refresh(),
    overridesOf: (app) => known(stored.data.apps[app] ?? {}),
    channelOverridesOf: (channel) => known(stored.data.channels[channel] ?? {}),
    channels: () =>
      Object.entries(stored.data.channels)
        .filter(([, overrides]) => Object.keys(known(overrides)).length > 0)
        .map(([id]) => id),
    textsOf: (app) => writtenTextsIn(stored.data.apps[app] ?? {}),
    changes: () => stored.data.changes,
    change: (made) => stored.update((current) => withChanges(current, made)),
    moveChannel: async (from, to) => {
      await stored.refresh();
      if (stored.data.movedChannels[from] !== to)
        await stored.update((current) => withChannelMoved(current, from, to));
    },
    channelNow: (id) => stored.data.movedChannels[id] ?? id,
    mark: (ids, progress) =>
      stored.update((current) => ({
        ...current,
        changes: current.changes.map((each) => (ids.includes(each.id) ? { ...each, ...progress } : each)),
      })),
  };
}

/** The stored settings as last read or written, one access at a time. */
class KeptSettings {
  readonly #inTurn = limit(1);
  #kept: SettingsReading;

  constructor(
    private readonly documents: Documents,
    first: SettingsReading,
  ) {
    this.#kept = first;
  }

  get data(): StoredSettings {
    return this.#kept.data;
  }

  get problem(): string | undefined {
    return this.#kept.problem ?? unusableIn(this.#kept.data, this.#kept.lost);
  }

  /** A failed write changes nothing. Merges what another replica wrote meanwhile. */
  update(next: (data: StoredSettings) => StoredSettings): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#kept.isLocked) throw new Error(this.#kept.problem);
      for (let tries = 1; ; tries++) {
        const data = next(this.#kept.data);
        try {
          const version = await this.documents.write(settingsKind, KEY, data, this.#kept.version);
          this.#kept = { ...this.#kept, data, version };
          return;
        } catch (error) {
          if (!(error instanceof StaleVersion) || tries >= MAX_REPORT_TRIES) throw error;
          this.#take(await this.documents.read(settingsKind, KEY));
        }
      }
    });
  }

  /** Resolves to whether another replica has changed something, or what couldn't be read can be now. */
  refresh(): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.#kept.isLocked) {
        this.#kept = await readSettings(this.documents);
        return !this.#kept.isLocked;
      }
      const newest = await this.documents.read(settingsKind, KEY);
      if (!newest || newest.version === this.#kept.version) return false;
      this.#take(newest);
      return true;
    });
  }

  #take(newest: StoredDocument<StoredSettings> | undefined): void {
    this.#kept = {
      ...this.#kept,
      data: newest?.value ?? NONE,
      version: newest?.version ?? 0,
      lost: newest?.lost ?? this.#kept.lost,
    };
  }
}

function withChanges(current: StoredSettings, asked: readonly SettingChange[]): StoredSettings {
  const made = asked.flatMap((change) => madeChange(current, change));
  return {
    ...current,
    apps: made.filter(({ app }) => app !== '').reduce(withChange, current.apps),
    channels: made.filter(({ app }) => app === '').reduce(withChange, current.channels),
    changes: [...current.changes, ...made].slice(-MAX_CHANGES),
  };
}

/** The change as it is stored and reported: texts are changed in parts. */
function madeChange({ apps }: StoredSettings, change: SettingChange): readonly SettingChange[] {
  const { app, setting, from, to } = change;
  if (languageOfTexts(setting) === undefined) return [change];
  const merged = mergedChange(apps[app]?.[setting] ?? NO_TEXTS, from, to);
  return merged ? [{ ...change, ...merged }] : [];
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

function withChannelMoved(current: StoredSettings, from: string, to: string): StoredSettings {
  const { [from]: moved, ...channels } = current.channels;
  return {
    ...current,
    // What was already chosen under the new ID is newer.
    channels: moved ? { ...channels, [to]: { ...moved, ...channels[to] } } : channels,
    changes: current.changes.map((each) => (each.channel === from ? { ...each, channel: to } : each)),
    movedChannels: withMove(current.movedChannels, from, to),
  };
}

/** Each ID leads to the present one at once; the oldest are forgotten. */
function withMove(moved: StoredSettings['movedChannels'], from: string, to: string) {
  const { [to]: _, ...others } = moved;
  const followed = Object.entries(others).map(([old, now]) => [old, now === from ? to : now] as const);
  return Object.fromEntries([...followed, [from, to] as const].slice(-MAX_MOVED));
}

/** Without settings of a newer version, and values that are no longer allowed. */
const known = (overrides: Readonly<Record<string, SettingValue>>): AppOverrides =>
  Object.fromEntries(
    Object.entries(overrides).filter(([name, value]) => isSettingName(name) && isAllowedValue(name, value)),
  );

interface SettingsReading {
  readonly data: StoredSettings;
  readonly version: number;
  readonly lost: readonly LostPart[];
  readonly problem: string | undefined;
  /** Writing would overwrite what could not be read. */
  readonly isLocked: boolean;
}

const NONE: StoredSettings = { apps: {}, channels: {}, changes: [], movedChannels: {} };

async function readSettings(documents: Documents): Promise<SettingsReading> {
  try {
    const found = await documents.read(settingsKind, KEY);
    return {
      data: found?.value ?? NONE,
      version: found?.version ?? 0,
      lost: found?.lost ?? [],
      problem: undefined,
      isLocked: false,
    };
  } catch (error) {
    return {
      data: NONE,
      version: 0,
      lost: [],
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
  return `The stored settings can’t be read (${reasonOf(error)}), so the defaults are used and settings can’t be changed. Make settings.json in DATA_DIR a file that the bot’s user can read, or check the database; the bot then reads them by itself.`;
}

/** The system's code, or why there is no file to read. */
function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error) return error.code;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

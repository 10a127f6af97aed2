import { createDeniedJournal, type DeniedJournal } from '../../audit/denied-journal.js';
import { measured } from '../../http/metrics/measured.js';
import { createStoreCheck } from '../../http/part-checks.js';
import { openPreferences, type Preferences } from '../../settings/preferences.js';
import { openSettings, type Settings } from '../../settings/settings.js';
import {
  HostnameTaken,
  RecordUnreadable,
  StaleVersion,
  type Store,
  type StoredMapping,
} from '../../store/store.js';
import { createJudge, type JudgedApps } from '../../use-cases/shared/conditions.js';
import { type Learning, openLearning } from '../../use-cases/worker/learn.js';
import { openStore } from '../open-store.js';
import type { BotOptions, Runtime } from '../runtime.js';

export interface Storage {
  readonly store: Store;
  readonly settings: Settings;
  readonly preferences: Preferences;
  readonly deniedJournal: DeniedJournal;
  readonly learning: Learning;
}

/**
 * Opens the store in DATA_DIR or the database. `appsNow` returns the current apps. Throws if it is unusable, or the start
 * is called off, and leaves it closed.
 */
export async function createStorage(
  runtime: Runtime,
  options: BotOptions,
  appsNow: () => JudgedApps,
): Promise<Storage> {
  const { config, clock, newId, log, wakeUps } = runtime;
  const { onLockLost, stopping } = options;
  const judge = createJudge({ policy: config.policy, now: clock.now }, appsNow);
  const opened = await openStore(config, {
    ...clock,
    newToken: newId,
    log,
    onLockLost,
    onWork: () => wakeUps.deliveries.notify(''),
    judge,
    stopping,
  });
  try {
    return await createStorageIn(opened, runtime, options);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The store is well, and has a reason not to write. */
const REFUSALS = [StaleVersion, HostnameTaken, RecordUnreadable];

async function createStorageIn(
  opened: Store,
  { clock, log, metrics, readiness }: Runtime,
  { wrap: { store: wrapStore = (store: Store) => store } = {} }: BotOptions,
): Promise<Storage> {
  const measuredStore = measured(
    wrapStore(opened),
    ['create', 'save', 'markPosted'],
    (_, outcome, durationMs, error) => {
      // Not a fault: the writer reads again and decides again, or somebody updates the bot.
      if (REFUSALS.some((refusal) => error instanceof refusal)) return;
      metrics.stored(outcome === 'ok' ? 'ok' : 'failed', durationMs);
    },
  );
  const learning = await openLearning({ store: measuredStore, now: clock.now, log });
  const store = noting(measuredStore, learning.note);
  const settings = await openSettings(store.documents);
  const deniedJournal = createDeniedJournal(store.documents, log);
  if (settings.problem) log.error({}, settings.problem);

  readiness.register('store', createStoreCheck(store.assertWritable, clock.now));
  readiness.registerSide('log', () => {
    const dropped = log.droppedLines();
    return dropped > 0 ? `${dropped} lines couldn’t be written` : undefined;
  });
  readiness.registerSide('settings', () => settings.problem);
  readiness.registerSide('mappings', () => setAsideMessage(store));
  return { store, settings, preferences: openPreferences(store.documents), deniedJournal, learning };
}

const noting = (store: Store, note: Learning['note']): Store =>
  new Proxy(store, {
    get: (target, name) =>
      name === 'save'
        ? async (stored: StoredMapping) => {
            const saved = await target.save(stored);
            note(saved);
            return saved;
          }
        : Reflect.get(target, name),
  });

function setAsideMessage(store: Store): string | undefined {
  const [first, ...others] = store.setAside();
  if (!first) return undefined;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${first.file}${more} can’t be used: ${first.reason}`;
}

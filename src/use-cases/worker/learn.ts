import { z } from 'zod';
import { HOUR_MS, instant } from '../../core/instant.js';
import type { LearnedLimits } from '../../core/learning/durations.js';
import { type Learned, learnFrom, NOTHING_LEARNED } from '../../core/learning/durations.js';
import { limitsOf } from '../../core/learning/usual.js';
import { type DocumentHandle, type DocumentKind, openDocument } from '../../store/documents.js';
import type { Store, StoredMapping } from '../../store/store.js';
import type { Log } from '../../util/log.js';

const learnedDurations = z.object({
  durations: z.record(z.string(), z.array(z.object({ at: instant, ms: z.number() }))),
});

type LearnedDurations = z.output<typeof learnedDurations>;

const learnedKind: DocumentKind<LearnedDurations> = {
  name: 'learned-durations',
  form: { schema: 1, migrations: new Map() },
  content: learnedDurations,
};

/** After this time, a save repeats what a crash may have kept from being noted. */
const NOTED_AGAIN_MS = HOUR_MS;

export interface LearningDeps {
  readonly store: Pick<Store, 'documents' | 'all'>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Log;
}

/** What the bot has learned of how long changes take here. */
export interface Learning {
  learned(): Learned;
  limitsOf(app: string): LearnedLimits;
  /** Learns from a mapping that was saved. Never throws. */
  note(stored: Pick<StoredMapping, 'mapping' | 'events'>): void;
  /** Learns from all stored events, if nothing was noted before. Never throws. */
  start(): Promise<void>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

/** Reads what was noted; if the note can't be read, learns from the events again. */
export async function openLearning({ store, now, log }: LearningDeps): Promise<Learning> {
  const handle = openDocument(store.documents, learnedKind, 'all');
  const noted = await handle.read().catch((error: unknown) => {
    log.warn({ err: error }, 'learned durations could not be read; they are learned again');
    return undefined;
  });
  let learned: Learned = noted?.durations ?? NOTHING_LEARNED;
  let limits = new Map<string, LearnedLimits>();
  const writer = createWriter(handle, log);

  function learn(next: Learned): void {
    if (next === learned) return;
    learned = next;
    limits = new Map();
    writer.write(learned);
  }

  return {
    learned: () => learned,
    limitsOf(app) {
      const known = limits.get(app) ?? limitsOf(learned, app);
      limits.set(app, known);
      return known;
    },
    note({ mapping, events }) {
      const since = now() - NOTED_AGAIN_MS;
      const first = events.findLastIndex(({ at }) => at < since) + 1;
      learn(learnFrom(learned, mapping.app, events.slice(first)));
    },
    async start() {
      if (noted) return;
      try {
        for await (const { mapping, events } of store.all()) learn(learnFrom(learned, mapping.app, events));
      } catch (error) {
        log.warn({ err: error }, 'stored events could not be read to learn from them');
      }
    },
    settled: writer.settled,
  };
}

/** Writes one value at a time: the latest, without those that came while it was writing. */
function createWriter(handle: DocumentHandle<LearnedDurations>, log: Log) {
  let latest: Learned | undefined;
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    try {
      while (latest) {
        const durations = copied(latest);
        latest = undefined;
        // Another replica may have written.
        await handle.read();
        await handle.write({ durations });
      }
    } catch (error) {
      log.warn({ err: error }, 'learned durations could not be saved');
    }
  }

  return {
    write(learned: Learned): void {
      latest = learned;
      writing ??= writeAll().finally(() => {
        writing = undefined;
      });
    },
    settled: async () => writing,
  };
}

const copied = (learned: Learned) =>
  Object.fromEntries(Object.entries(learned).map(([key, durations]) => [key, [...durations]]));

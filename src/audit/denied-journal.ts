import { z } from 'zod';
import { instant } from '../core/instant.js';
import { DamagedDocument, type DocumentKind, type Documents } from '../store/documents.js';
import { StaleVersion } from '../store/store.js';
import { limit } from '../util/concurrency/queue.js';
import type { Log } from '../util/log.js';

const denial = z.object({
  id: z.string(),
  at: instant,
  /** Slack user id. */
  by: z.string(),
  channel: z.string(),
  permission: z.enum(['view', 'map', 'check', 'unmap', 'move', 'approve', 'audit', 'configure', 'assign']),
  /** Set if the attempt concerned one hostname. */
  hostname: z.string().optional(),
});
/** An attempt at something the actor has no permission for: an immutable fact. */
export type Denial = z.infer<typeof denial>;

/** Oldest first. */
interface Denials {
  readonly denials: readonly Denial[];
}

const content = z.object({ denials: z.array(denial).default([]) });
export const denialsKind: DocumentKind<Denials> = {
  name: 'denials',
  form: { schema: 1, migrations: new Map() },
  content: z.codec(content, z.custom<Denials>(), {
    decode: (read) => read,
    encode: ({ denials, ...rest }) => ({ ...rest, denials: [...denials] }),
  }),
};
const DENIALS_KEY = 'denials';
const NO_DENIALS = { value: { denials: [] as readonly Denial[] }, version: 0 };

/** The oldest are dropped beyond this. */
const MAX_DENIALS = 5_000;
/** Each lost race means that another process wrote. */
const MAX_DENIAL_RACES = 10;

/** Denials that belong to no mapping. */
export interface DeniedJournal {
  /** Never throws: what can't be written is logged, kept in memory, and written with the next. */
  add(denied: Denial): Promise<void>;
  /** Oldest first. */
  entries(): Promise<readonly Denial[]>;
}

export function createDeniedJournal(documents: Documents, log: Log): DeniedJournal {
  const queue = limit(1);
  let unwritten: readonly Denial[] = [];

  async function stored(): Promise<{ readonly value: Denials; readonly version: number }> {
    try {
      return (await documents.read(denialsKind, DENIALS_KEY)) ?? NO_DENIALS;
    } catch (error) {
      // The store set it aside and logged it: start over.
      if (error instanceof DamagedDocument) return NO_DENIALS;
      throw error;
    }
  }

  async function write(): Promise<void> {
    for (let race = 0; race < MAX_DENIAL_RACES; race++)
      try {
        const { value, version } = await stored();
        const denials = [...value.denials, ...unwritten].slice(-MAX_DENIALS);
        await documents.write(denialsKind, DENIALS_KEY, { ...value, denials }, version);
        unwritten = [];
        return;
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    throw new Error(`others wrote ${MAX_DENIAL_RACES} times meanwhile`);
  }

  return {
    add: (denied) =>
      queue(async () => {
        unwritten = [...unwritten, denied].slice(-MAX_DENIALS);
        await write();
      }).catch((error: unknown) => log.error({ err: error }, 'a denied attempt could not be stored')),
    entries: async () => {
      const { value } = await stored().catch((error: unknown) => {
        log.error({ err: error }, 'the denied attempts can’t be read');
        return NO_DENIALS;
      });
      return [...value.denials, ...unwritten];
    },
  };
}

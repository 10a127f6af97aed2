import { z } from 'zod';
import { type DomainEvent, readEvent, writeEvent, writtenEvent } from '../core/events/event.js';
import { upgradeEvent } from '../core/events/legacy.js';
import type { DocumentKind, Journals } from '../store/documents.js';
import type { PostedMessage } from './history-reader.js';
import type { Journal } from './read-history.js';

interface ReadThread {
  readonly thread: string;
  readonly messages: readonly PostedMessage[];
}

const event = z.codec(writtenEvent.extend({ at: z.number() }), z.custom<DomainEvent>(), {
  decode: readEvent,
  encode: writeEvent,
});
const message = z.object({
  channel: z.string(),
  ts: z.string(),
  isOurs: z.boolean(),
  isEdited: z.boolean(),
  isReply: z.boolean(),
  event: event.optional(),
  isReduced: z.boolean().optional(),
});
const entry = z.object({ thread: z.string(), messages: z.array(message) });

/** A reply as versions up to 6013b5f wrote it. */
const upgraded = (reply: unknown): unknown =>
  typeof reply === 'object' && reply !== null && 'event' in reply
    ? { ...reply, event: upgradeEvent(reply.event) }
    : reply;

export const readThreadKind: DocumentKind<ReadThread> = {
  name: 'read-thread',
  form: {
    schema: 2,
    migrations: new Map([
      [
        1,
        ({ messages, ...stored }) => ({
          ...stored,
          messages: Array.isArray(messages) ? messages.map(upgraded) : messages,
        }),
      ],
    ]),
  },
  content: z.codec(entry, z.custom<ReadThread>(), {
    decode: (read) => read,
    encode: ({ thread, messages }) => ({
      thread,
      messages: messages.map(({ mapping: _, ...reply }) => reply),
    }),
  }),
};

export interface StoredJournal extends Journal {
  /** Call when everything was read: the next run starts from the beginning. */
  forget(): Promise<void>;
}

/** The threads read so far. Throws `NewerSchema`. */
export async function openJournal(journals: Journals, key: string): Promise<StoredJournal> {
  const read = await journals.read(readThreadKind, key);
  const known = new Map(read.map(({ thread, messages }) => [thread, messages]));
  return {
    get: (thread) => known.get(thread),
    add: (thread, messages) => journals.append(readThreadKind, key, { thread, messages }),
    forget: () => journals.clear(readThreadKind, key),
  };
}

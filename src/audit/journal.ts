import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../util/parse-json.js';
import type { PostedMessage } from './history-reader.js';
import type { Journal } from './read-history.js';

const line = z.object({ thread: z.string(), messages: z.array(z.custom<PostedMessage>()) });

export interface FileJournal extends Journal {
  /** All was read: the next reading begins again. */
  forget(): Promise<void>;
}

/** A line of JSON for each thread. A line that was cut off by a crash is read again from Slack. */
export async function openJournal(path: string): Promise<FileJournal> {
  const known = new Map<string, readonly PostedMessage[]>();
  for (const text of (await textOf(path)).split('\n')) {
    const read = parseJson(text, line);
    if (read) known.set(read.thread, read.messages);
  }
  return {
    get: (thread) => known.get(thread),
    add: async (thread, messages) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // A line of its own even after one that was cut off.
      await appendFile(path, `\n${JSON.stringify({ thread, messages })}`, { mode: 0o600 });
    },
    forget: () => rm(path, { force: true }),
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return '';
  }
}

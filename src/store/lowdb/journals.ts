import { appendFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Journals, readJournalEntry } from '../documents.js';
import { makeFolder } from './make-folder.js';
import { readFileText } from './regular-file.js';

export const journalsFolder = (dataDir: string): string => join(dataDir, 'audit');

/** Journals as one file each, one line of JSON per entry. They need no lock: each has one writer. */
export function createFileJournals(dataDir: string): Journals {
  const pathOf = (key: string) => join(journalsFolder(dataDir), `${encodeURIComponent(key)}.jsonl`);
  return {
    read: async (kind, key) =>
      (await journalFileText(pathOf(key)))
        .split('\n')
        .flatMap((line) => readJournalEntry(kind, lineJson(line)) ?? []),
    append: async (kind, key, entry) => {
      const path = pathOf(key);
      const line = JSON.stringify({ schema: kind.form.schema, ...z.encode(kind.content, entry) });
      await makeFolder(dirname(path));
      // Start a new line even after a truncated entry.
      await appendFile(path, `\n${line}`, { mode: 0o600 });
    },
    clear: (_, key) => rm(pathOf(key), { force: true }),
  };
}

function lineJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function journalFileText(path: string): Promise<string> {
  try {
    return await readFileText(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Codec, JsonFile } from './json-file.js';

/** What is worth remembering through restarts, and no harm to lose. */
export interface StoredFile<Value> {
  /** Undefined before the first writing, and when what was kept can't be read. */
  read(): Promise<Value | undefined>;
  write(value: Value): Promise<void>;
}

export function openStoredFile<Value>(path: string, codec: Codec<Value>): StoredFile<Value> {
  const file = new JsonFile(path, codec);
  return {
    read: async () => {
      try {
        return (await file.read()) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write: async (value) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await file.write(value);
    },
  };
}

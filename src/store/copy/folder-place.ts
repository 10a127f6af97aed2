import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../../util/network-errors.js';
import { parseJson } from '../../util/parse-json.js';
import type { StoredJson } from '../format/form.js';
import { damageReason } from '../lowdb/damage.js';
import { documentAt, documentFolders, documentPath, namesInside } from '../lowdb/documents.js';
import { pathFor } from '../lowdb/index/index-entry.js';
import { journalsFolder } from '../lowdb/journals.js';
import { AS_IT_IS, flushFolder, JsonFile } from '../lowdb/json-file.js';
import { type Lock, lockFolder } from '../lowdb/lock/lock.js';
import { readLogged } from '../lowdb/log/record-logs.js';
import { makeFolder } from '../lowdb/make-folder.js';
import { MappingFiles } from '../lowdb/mapping-files.js';
import { mappingFileNames, mappingsFolder, readMappings } from '../lowdb/read-folder.js';
import { readFileText } from '../lowdb/regular-file.js';
import type { StoredMapping } from '../store.js';
import {
  type CopyPlace,
  type CopyPlaceOptions,
  noStoreIn,
  type RecordsPlace,
  unreadableIn,
  type WrittenDocument,
} from './copy-place.js';

const JOURNAL_END = '.jsonl';
const journalEntry: z.ZodType<StoredJson> = z.record(z.string(), z.unknown());
const fileContent = z.looseObject({ schema: z.int().default(1), version: z.int().default(1) });

/** A DATA_DIR, locked as by a bot. Throws `DataDirInUse` while one works on it. */
export async function openFolderPlace(
  folder: string,
  { log, isSource }: CopyPlaceOptions,
): Promise<CopyPlace> {
  const dataDir = resolve(folder);
  const records = mappingsFolder(dataDir);
  if (isSource && !existsSync(records)) throw noStoreIn(dataDir);
  const lock = await lockFolder(dataDir, { log });
  try {
    await makeFolder(records);
    return placeIn(dataDir, new MappingFiles(await readLogged(dataDir)), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const placeIn = (dataDir: string, files: MappingFiles, lock: Lock): CopyPlace => ({
  name: dataDir,
  ...recordsInFolder(dataDir, files, lock),
  ...documentsInFolder(dataDir, lock),
  ...journalsInFolder(journalsFolder(dataDir), lock),
  assertUnused: async () => lock.assertHeld(),
  close: () => lock.release(),
});

const recordsInFolder = (dataDir: string, files: MappingFiles, lock: Lock): RecordsPlace => {
  const pathOf = ({ mapping }: StoredMapping) => pathFor(mappingsFolder(dataDir), mapping);
  return {
    async *records() {
      yield* readMappings(dataDir, ({ file, reason }) => {
        throw unreadableIn(file, reason);
      });
    },
    recordCount: async () => (await mappingFileNames(dataDir)).length,
    recordsLike: (some) => Promise.all(some.map((stored) => readIfThere(files, pathOf(stored)))),
    putRecords: async (some) => {
      lock.assertHeld();
      await Promise.all(some.map((stored) => files.write(pathOf(stored), stored)));
    },
    removeRecord: async (stored) => {
      lock.assertHeld();
      await rm(pathOf(stored), { force: true });
    },
    finishRecords: async () => undefined,
  };
};

async function readIfThere(files: MappingFiles, path: string): Promise<StoredMapping | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadableIn(path, damageReason(error));
  }
}

const documentsInFolder = (
  dataDir: string,
  lock: Lock,
): Pick<CopyPlace, 'documents' | 'putDocument' | 'removeDocument'> => ({
  documents: async () => {
    const paths = await documentFiles(dataDir);
    const found = await Promise.all(paths.map((path) => readDocument(dataDir, path)));
    return found.filter((document) => document !== undefined);
  },
  putDocument: async ({ kind, key, schema, version, content }) => {
    lock.assertHeld();
    const path = join(dataDir, documentPath(kind, key));
    await makeFolder(dirname(path));
    await new JsonFile(path, AS_IT_IS).write({ schema, version, ...content });
  },
  removeDocument: async ({ kind, key }) => {
    const path = join(dataDir, documentPath(kind, key));
    await rm(path, { force: true });
    await flushFolder(dirname(path));
  },
});

/** Undefined for a file that is no document. */
async function readDocument(dataDir: string, path: string): Promise<WrittenDocument | undefined> {
  const place = documentAt(path);
  if (!place) return undefined;
  const file = join(dataDir, path);
  try {
    const { schema, version, ...content } = fileContent.parse(JSON.parse(await readFileText(file)));
    return { ...place, schema, version, content };
  } catch (error) {
    throw unreadableIn(file, damageReason(error));
  }
}

const journalsInFolder = (folder: string, lock: Lock): Pick<CopyPlace, 'journals' | 'putJournal'> => ({
  journals: async () => {
    const names = (await namesInside(folder)).filter((name) => name.endsWith(JOURNAL_END)).sort();
    const read = async (name: string) => {
      const text = await readFileText(join(folder, name));
      return [decodeURIComponent(name.slice(0, -JOURNAL_END.length)), journalEntries(text)] as const;
    };
    return new Map((await Promise.all(names.map(read))).filter(([, entries]) => entries.length > 0));
  },
  putJournal: async (name, entries) => {
    lock.assertHeld();
    await makeFolder(folder);
    const text = entries.map((entry) => `\n${JSON.stringify(entry)}`).join('');
    await writeFile(join(folder, `${encodeURIComponent(name)}${JOURNAL_END}`), text, {
      mode: 0o600,
      flush: true,
    });
  },
});

/** Paths in DATA_DIR that may hold documents. */
async function documentFiles(dataDir: string): Promise<string[]> {
  const folders = await documentFolders(dataDir);
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await namesInside(join(dataDir, folder))).map((name) => join(folder, name)),
    ),
  );
  return files.flat();
}

/** Without an entry that a crash cut short; the work repeats it. */
function journalEntries(text: string): StoredJson[] {
  return text.split('\n').flatMap<StoredJson>((line) => parseJson(line, journalEntry) ?? []);
}

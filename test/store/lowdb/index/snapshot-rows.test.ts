import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EntryTable } from '../../../../src/store/lowdb/index/entry-table.js';
import { fileNameOf, type IndexEntry, resummed } from '../../../../src/store/lowdb/index/index-entry.js';
import {
  addWritten,
  type WrittenBlock,
  type WrittenFile,
  writtenBlock,
} from '../../../../src/store/lowdb/index/snapshot-rows.js';
import { anyEntry } from './entries.js';

function tableOf(entries: readonly IndexEntry[]) {
  const table = new EntryTable();
  return { table, rows: entries.map((entry) => table.add(entry)) };
}

const entries = fc.array(fc.constantFrom('m1', 'm2', 'm3').chain(anyEntry), { maxLength: 9 });

test('what was written is read as it was, with the version that the files have', () => {
  fc.assert(
    fc.property(entries, entries, (written, known) => {
      const { table, rows } = tableOf(written);
      const block = JSON.parse(JSON.stringify(writtenBlock(table, rows))) as WrittenBlock;
      const read = tableOf(known);
      const files: WrittenFile[] = [];
      const added = addWritten(read.table, block, (file) => files.push(file) % 3 !== 0);
      const expected = written.map((entry) => ({ ...entry, version: entry.fileVersion }));
      expect([...read.rows, ...added].map((row) => resummed(row, row))).toStrictEqual([
        ...known,
        ...expected.filter((_, at) => at % 3 !== 2),
      ]);
      expect(files).toEqual(
        expected.map((entry) => {
          const { id, version, size, mtimeMs, inode } = entry;
          return { id, name: fileNameOf(entry), version, size, mtimeMs, inode };
        }),
      );
    }),
  );
});

test('a text that only a block has used is not kept', () => {
  const { table } = tableOf([]);
  const [entry] = fc.sample(anyEntry('m1'), 1) as [IndexEntry];
  const from = tableOf([{ ...entry, responsible: 'somebody' }]);
  addWritten(table, writtenBlock(from.table, from.rows), () => false);
  expect(table.shared.numberOf('somebody')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { entryOf } from '../../../../src/store/lowdb/index/index-entry.js';
import { PackedEntries } from '../../../../src/store/lowdb/index/packed-entries.js';
import { NOON, typicalMapping } from '../../typical-mapping.js';

/** Every third has a check or a delivery in a log, on top of its file. */
const entries = Array.from({ length: 2_500 }, (_, at) => {
  const stored = { ...typicalMapping(`m${at}`), version: at % 3 === 0 ? 9 : 7 };
  const stamp = { size: 14_000 + at, mtimeMs: NOON + at + 0.25, inode: at };
  return entryOf(stored, { path: `/data/mappings/copy-${at}.json`, ...stamp, fileVersion: 7 }, undefined);
});

test('entries come out as they went in, in their order, and only once', () => {
  const packed = new PackedEntries();
  for (const entry of entries) packed.add(entry);
  expect([...packed.take()].flat()).toStrictEqual(entries);
  expect([...packed.take()].flat()).toEqual([]);
});

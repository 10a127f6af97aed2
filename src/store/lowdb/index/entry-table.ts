import { Numbers, Texts } from './column.js';
import {
  type EntryColumns,
  eachColumn,
  extrasOf,
  numberColumns,
  numberNames,
  textColumns,
  textNames,
} from './entry-columns.js';
import { EntryRow } from './entry-row.js';
import type { IndexEntry } from './index-entry.js';
import { SharedTexts } from './shared-texts.js';

/**
 * What the index's entries are made of, in columns: of 100,000 entries as objects, garbage collection would have two million
 * to go through.
 */
export class EntryTable implements EntryColumns {
  readonly shared = new SharedTexts();
  readonly numbers = eachColumn(numberNames, () => new Numbers());
  readonly texts = eachColumn(textNames, () => new Texts(this.shared));
  #size = 0;

  /** A row whose columns have to be set. None is used again: whoever holds one of a mapping that is gone still reads what it was. */
  addRow(id: string, hostname: string): EntryRow {
    this.#size += 1;
    return new EntryRow(this, this.#size - 1, id, hostname);
  }

  add(entry: IndexEntry): EntryRow {
    const row = this.addRow(entry.id, entry.hostname);
    this.set(row, entry);
    return row;
  }

  /** Of the same mapping. */
  set(row: EntryRow, entry: IndexEntry): void {
    for (const name of numberNames) this.numbers[name].set(row.at, numberColumns[name](entry));
    for (const name of textNames) this.texts[name].set(row.at, textColumns[name](entry));
    row.extras = extrasOf(entry);
  }
}

import { type IndexEntry, resummed } from './index-entry.js';
import { entriesInBlock, type WrittenBlock, writtenBlock } from './snapshot-rows.js';

/** Blocks of this size get memory of their own, which goes back to the system with them. */
const ROWS_IN_BLOCK = 1_024;

interface PackedBlock {
  readonly block: WrittenBlock;
  /** A block knows only what the files say. */
  readonly versions: readonly number[];
}

/**
 * Entries as text outside the heap, while the records are read that they are made from: among so much garbage, each of them
 * would keep a piece of memory several times as large as itself.
 */
export class PackedEntries {
  readonly #blocks: Buffer[] = [];
  #latest: IndexEntry[] = [];

  add(entry: IndexEntry): void {
    this.#latest.push(entry);
    if (this.#latest.length === ROWS_IN_BLOCK) this.#pack();
  }

  /** All of them, in their order; after that, there are none. */
  *take(): Generator<readonly IndexEntry[], void> {
    this.#pack();
    for (const [at, bytes] of this.#blocks.entries()) {
      this.#blocks[at] = Buffer.alloc(0);
      yield unpacked(JSON.parse(bytes.toString('utf8')));
    }
    this.#blocks.length = 0;
  }

  #pack(): void {
    const packed: PackedBlock = {
      block: writtenBlock(this.#latest),
      versions: this.#latest.map(({ version }) => version),
    };
    this.#latest = [];
    this.#blocks.push(Buffer.from(JSON.stringify(packed)));
  }
}

const unpacked = ({ block, versions }: PackedBlock): readonly IndexEntry[] =>
  entriesInBlock(block).map((entry, at) => {
    const version = versions[at];
    return version === entry.version ? entry : Object.assign(resummed(entry, entry), { version });
  });

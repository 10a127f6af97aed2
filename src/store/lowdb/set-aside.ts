import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { codeOf } from '../../util/network-errors.js';
import { type Glimpse, glimpseOf } from '../glimpse.js';
import { RecordUnreadable, type SetAside } from '../store.js';
import { stemOf } from './index/index-entry.js';

/** A record’s usual name, also as a damaged one is kept. */
const NAME = /^(?<stem>.+)\.(?<id>[^.]+)\.json(?:\.damaged-.*)?$/;

/** Unusable files. Their names say which hostname and ID they belong to. */
export class SetAsideFiles {
  readonly #files: SetAside[] = [];
  readonly #byStem = new Map<string, string[]>();
  readonly #byId = new Map<string, { readonly file: string; readonly stem: string }>();

  constructor(files: readonly SetAside[]) {
    for (const each of files) this.add(each);
  }

  get all(): readonly SetAside[] {
    return this.#files;
  }

  add(unusable: SetAside): void {
    this.#files.push(unusable);
    const { file } = unusable;
    const { stem, id } = NAME.exec(basename(file))?.groups ?? {};
    if (stem === undefined || id === undefined) return;
    this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), file]);
    this.#byId.set(id, { file, stem });
  }

  /** Throws `RecordUnreadable` unless the hostname has no file that may be a live mapping’s. */
  async assertNone(hostname: string): Promise<undefined> {
    for (const file of this.#byStem.get(stemOf(hostname)) ?? []) {
      const seen = await glimpseIn(file);
      if (seen && seen.stage !== 'removed' && (seen.hostname ?? hostname) === hostname)
        throw new RecordUnreadable(hostname, seen.channel ?? '');
    }
  }

  async unreadable(id: string): Promise<RecordUnreadable | undefined> {
    const { file, stem = '' } = this.#byId.get(id) ?? {};
    const seen = file === undefined ? undefined : await glimpseIn(file);
    return seen && new RecordUnreadable(seen.hostname ?? stem, seen.channel ?? '');
  }
}

/** Undefined once somebody has moved it away. */
async function glimpseIn(file: string): Promise<Partial<Glimpse> | undefined> {
  try {
    return glimpseOf(await readFile(file, 'utf8'));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : {};
  }
}

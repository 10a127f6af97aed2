import { join } from 'node:path';
import type { Mapping, Stage } from '../mapping/mapping.js';
import type { MappingQuery } from './store.js';

/** What is kept in memory of each mapping. */
export interface Entry {
  readonly id: string;
  readonly hostname: string;
  readonly app: string;
  readonly stage: Stage;
  readonly version: number;
  readonly path: string;
}

const LONGEST_STEM = 180;

/** Readable by a person; short enough for a file system with any hostname. */
export function pathFor(folder: string, { id, hostname }: Pick<Mapping, 'id' | 'hostname'>): string {
  const stem = hostname.replace('*', '_wildcard').slice(0, LONGEST_STEM);
  return join(folder, `${stem}.${id}.json`);
}

/** Which mappings there are, without their records. */
export class IndexOfMappings {
  readonly #entries = new Map<string, Entry>();
  readonly #live = new Map<string, string>();
  #sorted: Entry[] | undefined;

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** The id of the mapping of a hostname that is not removed. */
  liveId(hostname: string): string | undefined {
    return this.#live.get(hostname);
  }

  set(entry: Entry): void {
    this.#entries.set(entry.id, entry);
    this.#sorted = undefined;
    if (entry.stage !== 'removed') this.#live.set(entry.hostname, entry.id);
    else if (this.#live.get(entry.hostname) === entry.id) this.#live.delete(entry.hostname);
  }

  select({ app, stage, text, offset, limit }: MappingQuery): { ids: string[]; total: number } {
    const found = this.#byHostname().filter(
      (entry) =>
        (stage === undefined ? entry.stage !== 'removed' : entry.stage === stage) &&
        (app === undefined || entry.app === app) &&
        (text === undefined || entry.hostname.includes(text)),
    );
    return { ids: found.slice(offset, offset + limit).map(({ id }) => id), total: found.length };
  }

  #byHostname(): Entry[] {
    this.#sorted ??= [...this.#entries.values()].sort((one, other) =>
      one.hostname < other.hostname ? -1 : 1,
    );
    return this.#sorted;
  }
}

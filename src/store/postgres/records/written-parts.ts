import { LRUCache } from 'lru-cache';
import type { Mapping } from '../../../core/mapping.js';
import { newestSchema, type RecordRow, type WrittenRow } from './row.js';
import { seenPartsOf, seenTextOf, textDigest } from './texts.js';

/** Null for a part that the database has already. */
export interface ChangedParts {
  readonly narrow: string | null;
  readonly document: string | null;
  readonly observation: string | null;
  /** Call once the row is written. */
  readonly remember: () => void;
}

interface PartDigests {
  readonly version: number;
  readonly narrow: string | undefined;
  readonly document: string;
  readonly observation: string;
}

const MAX_DIGESTS = 20_000;

/** Which parts the database has of the records read or written last, so that only what changed is written. */
export class WrittenParts {
  readonly #digests = new LRUCache<string, PartDigests>({ max: MAX_DIGESTS });

  /** Call with a row and what was read from it. One of an older version is written as a whole. */
  remember({ id, version, schema, document }: RecordRow, mapping: Mapping): void {
    if (schema !== newestSchema || this.#digests.get(id)?.version === version) return;
    this.#digests.set(id, {
      version,
      narrow: undefined,
      document: textDigest(document),
      observation: seenTextOf(seenPartsOf(mapping)).digest(mapping.dns.state === 'propagated'),
    });
  }

  /** Call before writing a row upon version `before`. `narrow`: what no check without news changes. */
  changed(
    { id, version, document, seen, isPropagated }: WrittenRow,
    narrow: string,
    before: number,
  ): ChangedParts {
    const known = this.#digests.get(id);
    const digests: PartDigests = {
      version,
      narrow,
      document: textDigest(document),
      observation: seen.digest(isPropagated),
    };
    const isKnown = known?.version === before;
    const unlessWritten = (part: keyof PartDigests, text: string) =>
      isKnown && known[part] === digests[part] ? null : text;
    return {
      narrow: unlessWritten('narrow', narrow),
      document: unlessWritten('document', document),
      observation: unlessWritten('observation', seen.text),
      remember: () => void this.#digests.set(id, digests),
    };
  }
}

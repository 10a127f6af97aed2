import { replyPartOf } from '../reply-part.js';
import type { ReplyPart } from '../store.js';

/** At some 2 kB each; the part of any further one is read from its file. */
const MAX_PARTS = 20_000;

interface KeptPart {
  readonly version: number;
  readonly json: string;
}

/**
 * The outbox apart from the records: what the next reply of each mapping takes, while one waits. As text, which is a
 * fraction of the memory and which garbage collection doesn't walk through.
 */
export class ReplyParts {
  readonly #parts = new Map<string, KeptPart>();

  of(id: string, version: number | undefined): ReplyPart | undefined {
    const kept = this.#parts.get(id);
    return kept?.version === version ? kept && JSON.parse(kept.json) : undefined;
  }

  keep(part: ReplyPart): void {
    const { version, mapping } = part;
    const before = this.#parts.get(mapping.id);
    if (before?.version === version || (!before && this.#parts.size >= MAX_PARTS)) return;
    this.#parts.set(mapping.id, { version, json: JSON.stringify(replyPartOf(part)) });
  }

  delete(id: string): void {
    this.#parts.delete(id);
  }
}

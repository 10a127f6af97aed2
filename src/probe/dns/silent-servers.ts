import { LRUCache } from 'lru-cache';
import type { Question } from './packets.js';

/** A server that said nothing is taken for silent for so long; then one asks it again, for all. */
const SERVER_SILENT_MS = 30_000;
/** Who asks for a fresh look gets one, but no server is tried more often than this. */
const RETEST_AFTER_MS = 5_000;
const MAX_KNOWN_SERVERS = 10_000;
/** Some servers and firewalls drop questions for rarer types and answer all others. */
const TELLING_TYPES: ReadonlySet<Question['type']> = new Set(['A', 'AAAA', 'NS', 'SOA']);

interface KnownServer {
  answeredAt: number;
  /** Undefined while it answers. */
  silentSince: number | undefined;
  /** The end of the wait that showed it. */
  testedAt: number;
  /** How long it was waited for. */
  waitedMs: number;
  test: Promise<unknown> | undefined;
}

/** Which servers say nothing at all: one check waits for them, the others know. Times are monotonic, in ms. */
export class SilentServers {
  readonly #servers = new LRUCache<string, KnownServer>({ max: MAX_KNOWN_SERVERS });

  constructor(private readonly now: () => number) {}

  /** How long it was waited for, where the server is known to be silent and need not be asked. */
  async waitedMs(server: string, isFresh: boolean): Promise<number | undefined> {
    const known = this.#servers.get(server);
    if (known?.silentSince === undefined) return undefined;
    if (known.test) await known.test;
    if (known.silentSince === undefined) return undefined;
    const ageMs = this.now() - known.testedAt;
    return ageMs < (isFresh ? RETEST_AFTER_MS : SERVER_SILENT_MS) ? known.waitedMs : undefined;
  }

  /** What is asked of a server that was silent is its test: others wait for what comes of it. */
  async watch<Outcome>(server: string, ask: () => Promise<Outcome>): Promise<Outcome> {
    const known = this.#servers.get(server);
    if (known?.silentSince === undefined || known.test) return ask();
    const test = ask().finally(() => {
      known.test = undefined;
    });
    known.test = test.catch(() => undefined);
    return test;
  }

  answered(server: string): void {
    const known = this.#known(server);
    known.answeredAt = this.now();
    known.silentSince = undefined;
  }

  /** A question has been waited for in vain. It counts only when nothing else came from the server meanwhile. */
  unanswered(server: string, { type }: Question, startedAt: number): void {
    if (!TELLING_TYPES.has(type)) return;
    const known = this.#known(server);
    if (known.answeredAt >= startedAt) return;
    const now = this.now();
    known.silentSince ??= startedAt;
    known.testedAt = now;
    known.waitedMs = now - startedAt;
  }

  #known(server: string): KnownServer {
    const known = this.#servers.get(server) ?? {
      answeredAt: Number.NEGATIVE_INFINITY,
      silentSince: undefined,
      testedAt: Number.NEGATIVE_INFINITY,
      waitedMs: 0,
      test: undefined,
    };
    this.#servers.set(server, known);
    return known;
  }
}

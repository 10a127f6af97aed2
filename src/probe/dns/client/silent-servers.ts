import { LRUCache } from 'lru-cache';
import type { Question } from './packets.js';

/** How long a server counts as silent before one query tests it again for all. */
const SERVER_SILENT_MS = 30_000;
/** Minimum time between tests, even for a fresh check. */
const RETEST_AFTER_MS = 5_000;
const MAX_KNOWN_SERVERS = 10_000;
/** Some servers and firewalls drop queries for rarer types only. */
const TELLING_TYPES: ReadonlySet<Question['type']> = new Set(['A', 'AAAA', 'NS', 'SOA']);

interface KnownServer {
  answeredAt: number;
  /** Undefined while it answers. */
  silentSince: number | undefined;
  /** When the timeout that showed the silence ended. */
  testedAt: number;
  /** How long that timeout was. */
  waitedMs: number;
  test: Promise<unknown> | undefined;
}

/** Tracks servers that answer nothing, so that only one check waits for them. Times are monotonic, in ms. */
export class SilentServers {
  readonly #servers = new LRUCache<string, KnownServer>({ max: MAX_KNOWN_SERVERS });

  constructor(private readonly now: () => number) {}

  has(server: string): boolean {
    return this.#servers.get(server)?.silentSince !== undefined;
  }

  /** How long the server was waited for, if it is known to be silent and need not be queried. */
  async waitedMs(server: string, isFresh: boolean): Promise<number | undefined> {
    const known = this.#servers.get(server);
    if (known?.silentSince === undefined) return undefined;
    if (known.test) await known.test;
    if (known.silentSince === undefined) return undefined;
    const ageMs = this.now() - known.testedAt;
    return ageMs < (isFresh ? RETEST_AFTER_MS : SERVER_SILENT_MS) ? known.waitedMs : undefined;
  }

  /** Runs a query to a silent server as its test; other queries wait for the result. */
  async watch<Outcome>(server: string, ask: () => Promise<Outcome>): Promise<Outcome> {
    const known = this.#servers.get(server);
    if (known?.silentSince === undefined || known.test) return ask();
    const test = ask().finally(() => {
      known.test = undefined;
    });
    known.test = test.catch(() => undefined);
    return test;
  }

  answeredWithin(server: string, ms: number): boolean {
    const known = this.#servers.get(server);
    return known !== undefined && this.now() - known.answeredAt <= ms;
  }

  answered(server: string, now = this.now()): void {
    const known = this.#known(server);
    known.answeredAt = now;
    known.silentSince = undefined;
  }

  /** Records a timeout. It counts only if the server answered nothing else meanwhile. */
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
    const known = this.#servers.get(server);
    if (known) return known;
    const added: KnownServer = {
      answeredAt: Number.NEGATIVE_INFINITY,
      silentSince: undefined,
      testedAt: Number.NEGATIVE_INFINITY,
      waitedMs: 0,
      test: undefined,
    };
    this.#servers.set(server, added);
    return added;
  }
}

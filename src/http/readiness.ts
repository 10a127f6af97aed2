import { withTimeout } from '../util/clock.js';
import type { PartHealth } from './part-checks.js';

type MaybeHealth = PartHealth | undefined;
type PartCheck = () => MaybeHealth | Promise<MaybeHealth>;

/** Who probes a process waits a few seconds. */
const PART_TIMEOUT_MS = 2_000;
/** A part that is asked for longer than this counts as broken; until then it is slow, and what it said last counts. */
const SLOW_FOR_MS = 10_000;

/** The state of the whole bot, part by part. */
export interface ReadinessReport {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<string, PartHealth>>;
}

/**
 * State of the bot's parts. It exists before them: each registers when it starts; until then its initial message
 * counts. `/readyz`, the doctor and the metrics read it.
 */
export class Readiness {
  readonly #parts = new Map<string, Part>();

  /** `awaited`: required parts, with their message until they register. */
  constructor(awaited: Readonly<Record<string, string>> = {}) {
    for (const [part, message] of Object.entries(awaited))
      this.register(part, () => ({ message, isNeeded: true }));
  }

  /** A check that resolves with undefined has nothing to report. The bot isn't ready while the check fails or hangs. */
  register(part: string, check: PartCheck): void {
    this.#parts.set(part, new Part(check, true));
  }

  /** Faults outside the main work; undefined without one. The bot stays ready, even if they can't be read in time. */
  registerSide(part: string, fault: () => string | undefined | Promise<string | undefined>): void {
    const check = async (): Promise<MaybeHealth> => {
      const message = await fault();
      return message === undefined ? undefined : { message, isNeeded: false };
    };
    this.#parts.set(part, new Part(check, false));
  }

  async report(): Promise<ReadinessReport> {
    const found = await Promise.all(
      [...this.#parts].map(async ([name, part]) => [name, await part.health()] as const),
    );
    const parts = Object.fromEntries(found.flatMap(([part, health]) => (health ? [[part, health]] : [])));
    const isReady = Object.values(parts).every(({ message, isNeeded }) => message === 'ok' || !isNeeded);
    return { isReady, parts };
  }
}

interface AskedHealth {
  readonly at: number;
  readonly answer: Promise<MaybeHealth>;
}

/** Asks a check once at a time, however often it is read. One that fails or hangs affects only its own part. */
class Part {
  #asked: AskedHealth | undefined;
  #last: { readonly health: MaybeHealth } | undefined;

  constructor(
    private readonly check: PartCheck,
    private readonly isNeeded: boolean,
  ) {}

  async health(): Promise<MaybeHealth> {
    const { at, answer } = this.#asked ?? this.#ask();
    const leftMs = Math.max(0, at + PART_TIMEOUT_MS - performance.now());
    const found = await withTimeout(
      answer.then((health) => ({ health })),
      leftMs,
    );
    if (found) return found.health;
    const silentMs = performance.now() - at;
    if (this.#last && silentMs < SLOW_FOR_MS) return this.#last.health;
    return { message: `no answer for ${Math.round(silentMs / 1_000)} s`, isNeeded: this.isNeeded };
  }

  #ask(): AskedHealth {
    const asked = { at: performance.now(), answer: this.#answer() };
    this.#asked = asked;
    void asked.answer.then(() => {
      this.#asked = undefined;
    });
    return asked;
  }

  async #answer(): Promise<MaybeHealth> {
    try {
      const health = await this.check();
      this.#last = { health };
      return health;
    } catch {
      return { message: 'the check failed', isNeeded: this.isNeeded };
    }
  }
}

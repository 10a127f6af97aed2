import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Lateness, tooLate } from '../scheduler/lateness.js';
import { withTimeout } from '../util/timeout.js';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export interface HealthOptions {
  readonly slackConnected: () => boolean;
  /** Rejects when nothing can be written. */
  readonly storeWritable: () => Promise<void>;
  /** Why messages don't get into Slack until somebody does something. */
  readonly dispatcherProblem: () => DispatcherTrouble | undefined;
  /** What is wrong beside the main work, by its part: said, and the rest works. */
  readonly sideProblems?: () => Readonly<Record<string, string>>;
  readonly lastTickAt: () => number | undefined;
  readonly now: () => number;
  /** How far checks and events are behind; undefined until the scheduler runs. */
  readonly lateness: () => Promise<Lateness | undefined>;
  /** A check or an event that is late by more makes the bot unready. */
  readonly latenessLimitMs: number;
  /** A scheduler that has not ticked for so long is stuck. */
  readonly tickLimitMs: number;
}

export interface DispatcherTrouble {
  readonly channel: string;
  readonly message: string;
  /** One channel's trouble is told, and the rest works. */
  readonly isEverywhere: boolean;
}

type Part = 'ok' | string;
interface Readiness {
  readonly slack: Part;
  readonly store: Part;
  readonly scheduler: Part;
  readonly lateness: Part;
  readonly requestId: Part;
}

/** The disk is asked at most once in this time, and by one check at a time, however often `/readyz` is. */
const FRESH_MS = 1_000;
const STORE_LIMIT_MS = 2_000;

interface StoreCheck {
  readonly at: number;
  readonly part: Promise<Part>;
  /** True for as long as the disk has not answered, though `part` has given up. */
  isRunning: boolean;
}

/** `/healthz`: alive. `/readyz`: 200 when every part works, else 503 that says which does not. */
export function healthRoutes(options: HealthOptions): Route[] {
  let last: StoreCheck | undefined;

  function storePart(): Promise<Part> {
    // A clock that was set back must not keep an old answer fresh.
    const isFresh = (check: StoreCheck) => Math.abs(options.now() - check.at) < FRESH_MS;
    if (!last || !(last.isRunning || isFresh(last))) last = checkStore(options.storeWritable, options.now());
    return last.part;
  }

  function schedulerPart(): Part {
    const tickedAt = options.lastTickAt();
    if (tickedAt === undefined) return 'has not ticked yet';
    const agoMs = options.now() - tickedAt;
    return agoMs <= options.tickLimitMs ? 'ok' : `last tick ${Math.round(agoMs / 1000)} s ago`;
  }

  async function latenessPart(): Promise<Part> {
    const found = await options.lateness();
    return (found && tooLate(found, options.latenessLimitMs)) ?? 'ok';
  }

  return [
    {
      method: 'GET',
      path: '/healthz',
      handler: async (_, response) => answer(response, 200, { status: 'ok' }),
    },
    {
      method: 'GET',
      path: '/readyz',
      handler: async (_, response) => {
        const problem = options.dispatcherProblem();
        const parts: Readiness = {
          slack: options.slackConnected() ? 'ok' : 'not connected',
          store: await storePart(),
          scheduler: schedulerPart(),
          lateness: await latenessPart(),
          requestId: problem ? `channel ${problem.channel}: ${problem.message}` : 'ok',
        };
        const works = [parts.slack, parts.store, parts.scheduler, parts.lateness].every(
          (part) => part === 'ok',
        );
        const isReady = works && problem?.isEverywhere !== true;
        answer(response, isReady ? 200 : 503, {
          status: isReady ? 'ready' : 'not ready',
          ...options.sideProblems?.(),
          ...parts,
        });
      },
    },
  ];
}

function checkStore(writable: () => Promise<void>, at: number): StoreCheck {
  const answered = partOf(writable);
  const check: StoreCheck = { at, part: inTime(answered), isRunning: true };
  void answered.then(() => {
    check.isRunning = false;
  });
  return check;
}

async function partOf(writable: () => Promise<void>): Promise<Part> {
  try {
    await writable();
    return 'ok';
  } catch {
    return 'can’t be written';
  }
}

const inTime = async (answered: Promise<Part>): Promise<Part> =>
  (await withTimeout(answered, STORE_LIMIT_MS)) ??
  `no answer from the disk within ${STORE_LIMIT_MS / 1000} s`;

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

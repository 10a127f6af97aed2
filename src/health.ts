import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export interface HealthOptions {
  readonly slackConnected: () => boolean;
  /** Rejects when nothing can be written. */
  readonly storeWritable: () => Promise<void>;
  readonly lastTickAt: () => number | undefined;
  readonly now: () => number;
  /** A scheduler that has not ticked for so long is stuck. */
  readonly tickLimitMs: number;
}

type Part = 'ok' | string;
interface Readiness {
  readonly slack: Part;
  readonly store: Part;
  readonly scheduler: Part;
}

/** The disk is asked at most once in this time, however often `/readyz` is. */
const FRESH_MS = 1_000;
const STORE_LIMIT_MS = 2_000;

/** `/healthz`: alive. `/readyz`: 200 when every part works, else 503 that says which does not. */
export function healthRoutes(options: HealthOptions): Route[] {
  let checked: { readonly at: number; readonly store: Promise<Part> } | undefined;

  function storePart(): Promise<Part> {
    if (checked && options.now() - checked.at < FRESH_MS) return checked.store;
    checked = { at: options.now(), store: writable(options.storeWritable) };
    return checked.store;
  }

  function schedulerPart(): Part {
    const last = options.lastTickAt();
    if (last === undefined) return 'has not ticked yet';
    const agoMs = options.now() - last;
    return agoMs <= options.tickLimitMs ? 'ok' : `last tick ${Math.round(agoMs / 1000)} s ago`;
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
        const parts: Readiness = {
          slack: options.slackConnected() ? 'ok' : 'not connected',
          store: await storePart(),
          scheduler: schedulerPart(),
        };
        const isReady = Object.values(parts).every((part) => part === 'ok');
        answer(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', ...parts });
      },
    },
  ];
}

async function writable(check: () => Promise<void>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Part>((resolve) => {
    timer = setTimeout(
      () => resolve(`no answer from the disk within ${STORE_LIMIT_MS / 1000} s`),
      STORE_LIMIT_MS,
    );
  });
  const result = await Promise.race([
    check().then(
      () => 'ok',
      () => 'can’t be written',
    ),
    late,
  ]);
  clearTimeout(timer);
  return result;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

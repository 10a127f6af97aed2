import type { IncomingMessage, ServerResponse } from 'node:http';
import { SingleFlight } from '../util/cache.js';
import type { Readiness } from './readiness.js';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** `/healthz`: alive. `/readyz`: 200 when every required part works, otherwise 503 with the failed parts. */
export const healthRoutes = (readiness: Readiness): Route[] => [
  {
    method: 'GET',
    path: '/healthz',
    handler: async (_, response) => answerJson(response, 200, { status: 'ok' }),
  },
  {
    method: 'GET',
    path: '/readyz',
    handler: async (_, response) => {
      const { isReady, parts } = await readiness.report();
      const messages = Object.entries(parts).map(([part, health]) => [part, health.message] as const);
      answerJson(response, isReady ? 200 : 503, {
        status: isReady ? 'ready' : 'not ready',
        ...Object.fromEntries(messages),
      });
    },
  },
];

/** What is measured, as prom-client's registry exports it. */
interface Exporter {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** `/metrics`: everything measured, for Prometheus; read once for all who ask at a time. */
export function metricsRoute(exporter: Exporter): Route {
  const reading = new SingleFlight<string>();
  return {
    method: 'GET',
    path: '/metrics',
    handler: async (_, response) => {
      const text = await reading.run('all', () => exporter.metrics());
      response
        .writeHead(200, { 'content-type': exporter.contentType, 'cache-control': 'no-store' })
        .end(text);
    },
  };
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

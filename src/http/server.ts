import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../util/log.js';
import { listenError } from '../util/start-error.js';
import type { Route } from './health.js';

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly Route[];
  /** Slack's requests, in HTTP mode. */
  readonly events?: RequestListener | undefined;
  /** Everything below `/webhooks/`. */
  readonly webhooks?: Route['handler'] | undefined;
  readonly log: Log;
}

export interface HttpServer {
  /** The port that was actually bound. */
  readonly port: number;
  stop(): Promise<void>;
}

const WEBHOOKS = '/webhooks/';
const EVENTS_PATH = '/slack/events';
/** Slack gives up after 3 s: a slower body comes from nobody we serve. */
const REQUEST_MS = 5_000;
const CLOSING_MS = 1_000;
/** Descriptors that strangers can hold, of which the store needs some, too. */
const MAX_HTTP_CONNECTIONS = 1_000;

/**
 * One server for health, and for Slack's requests without Socket Mode. Throws `StartError` if the port is unavailable.
 */
export async function startHttpServer({
  host,
  port,
  routes,
  events,
  webhooks,
  log,
}: HttpServerOptions): Promise<HttpServer> {
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      const path = (request.url ?? '').split('?')[0];
      const route = routes.find(
        (candidate) => candidate.path === path && candidate.method === request.method,
      );
      const handler = path?.startsWith(WEBHOOKS) ? webhooks : route?.handler;
      if (!handler) {
        // Bolt's listener throws for any other path.
        if (path === EVENTS_PATH && request.method === 'POST' && events) return events(request, response);
        response.writeHead(404).end();
        return;
      }
      handler(request, response).catch((error) => {
        // Who leaves before the request is whole is no fault of ours: strangers could fill the log.
        if (request.errored) return;
        // A webhook's path is its secret.
        log.error({ err: error, path: route?.path ?? WEBHOOKS }, 'HTTP route failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  server.maxConnections = MAX_HTTP_CONNECTIONS;
  await listenOn(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        // One who asks and never reads the answer must not hold up the end of everything else.
        const cut = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(listenError(host, port, error));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

import type { RequestListener } from 'node:http';
import { healthRoutes, metricsRoute } from '../../http/health.js';
import { createReturnRoute, type ReturnRouteOptions } from '../../http/return-route.js';
import { type HttpServer, startHttpServer } from '../../http/server.js';
import { createWebhookRoute, type WebhookOptions } from '../../http/webhook-route.js';
import { type Notice, readWebhook } from '../../multisite/webhook.js';
import { Later } from '../../util/concurrency/later.js';
import type { AppRegistry } from '../app-registry.js';
import type { Runtime } from '../runtime.js';

/** Receivers of HTTP requests, which register later. */
export interface Http {
  readonly server: HttpServer;
  /** Receives Slack's requests in HTTP mode; until it registers, Slack redelivers them. */
  readonly slackRequests: Later<RequestListener>;
  /** Receives webhooks. Nobody redelivers them, so one received while Slack is unreachable waits. */
  readonly webhooks: Later<WebhookReceiver>;
  /** Receives customers who come back from their DNS provider. */
  readonly returns: Later<ReturnReceiver>;
}

export type ReturnReceiver = (
  ...from: Parameters<ReturnRouteOptions['take']>
) => NonNullable<ReturnType<ReturnRouteOptions['take']>>;

/** Apps by name. */
export type WebhookReceiver = Pick<WebhookOptions<Notice>, 'handle' | 'tested' | 'refused'>;

/** Starts before Slack is connected, so that a supervisor sees a live process. Throws `StartError`. */
export async function createHttp(
  { config, metrics, readiness, log }: Runtime,
  { apps }: AppRegistry,
): Promise<Http> {
  const slackRequests: Http['slackRequests'] = new Later();
  const webhooks: Http['webhooks'] = new Later();
  const returns: Http['returns'] = new Later();
  const server = await startHttpServer({
    ...config.http,
    routes: [
      metricsRoute(metrics.registry),
      ...healthRoutes(readiness),
      ...(config.domainConnect && config.http.publicUrl !== undefined
        ? [createReturnRoute({ take: (...from) => returns.current?.(...from), log })]
        : []),
    ],
    events: (request, response) => {
      if (slackRequests.current) slackRequests.current(request, response);
      else response.writeHead(503).end();
    },
    webhooks: createWebhookRoute({
      read: readWebhook,
      tokenOf: (name) => apps.get(name)?.multisite?.webhookToken,
      handle: async (name, notice) => (await webhooks.ready).handle(name, notice),
      tested: async (name) => (await webhooks.ready).tested(name),
      refused: async (name) => (await webhooks.ready).refused(name),
      log,
    }),
    log,
  });
  return { server, slackRequests, webhooks, returns };
}

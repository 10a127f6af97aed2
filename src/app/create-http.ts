import type { RequestListener } from 'node:http';
import { healthRoutes } from '../http/health.js';
import { type HttpServer, startHttpServer } from '../http/server.js';
import { createWebhookRoute, type WebhookOptions } from '../http/webhook-route.js';
import { Later } from '../util/later.js';
import type { AppRegistry } from './app-registry.js';
import type { Runtime } from './runtime.js';

/** Where HTTP hands on what it takes; the receivers come up later. */
export interface Http {
  readonly server: HttpServer;
  /** Takes Slack's requests in HTTP mode; Slack sends them again until then. */
  readonly slackRequests: Later<RequestListener>;
  /** Takes webhooks. Nobody sends one again: one that comes while Slack is away waits. */
  readonly webhooks: Later<WebhookReceiver>;
}

/** Apps by name. */
export type WebhookReceiver = Pick<WebhookOptions, 'handle' | 'tested' | 'refused'>;

/** Up before Slack is: whoever watches over the process sees that it lives. Throws `StartError`. */
export async function createHttp(
  { config, metrics, readiness, log }: Runtime,
  { apps }: AppRegistry,
): Promise<Http> {
  const slackRequests: Http['slackRequests'] = new Later();
  const webhooks: Http['webhooks'] = new Later();
  const server = await startHttpServer({
    ...config.http,
    routes: [metrics.route, ...healthRoutes(readiness)],
    events: (request, response) => {
      if (slackRequests.current) slackRequests.current(request, response);
      else response.writeHead(503).end();
    },
    webhooks: createWebhookRoute({
      tokenOf: (name) => apps.get(name)?.multisite?.webhookToken,
      handle: async (name, notice) => (await webhooks.ready).handle(name, notice),
      tested: async (name) => (await webhooks.ready).tested(name),
      refused: async (name) => (await webhooks.ready).refused(name),
      log,
    }),
    log,
  });
  return { server, slackRequests, webhooks };
}

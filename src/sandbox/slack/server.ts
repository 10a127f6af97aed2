import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RouteHandler, readBody, sendJson } from '../requests.js';
import { Faults, RateLimits } from './faults.js';
import { type Arguments, METHODS, SlackFailure } from './methods.js';
import { PageServer } from './page-server.js';
import { People } from './people.js';
import { ResponseUrls } from './response-urls.js';
import { Sockets } from './sockets.js';
import { overHttp, overSockets } from './to-app.js';
import { Triggers } from './triggers.js';
import { Workspace } from './workspace.js';

export interface SlackOptions {
  readonly port?: number;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Where requests are sent; Socket Mode without it. */
  readonly requestUrl?: string;
  readonly shouldEscape?: boolean;
  /** How much looser than Slack's the rate limits are; 1 unless given. */
  readonly rateScale?: number;
  /** Folder of the web page. */
  readonly pageDir?: URL;
  /** Further endpoints of the page, as `METHOD /path`. */
  readonly routes?: Readonly<Record<string, RouteHandler>>;
  readonly now?: () => number;
}

export interface SandboxSlack {
  readonly url: string;
  readonly apiUrl: string;
  readonly workspace: Workspace;
  readonly people: People;
  readonly faults: Faults;
  readonly sockets: Sockets;
  /** Every Web API call, by method, in order. */
  readonly calls: readonly string[];
  /** A response URL as a command would bring it. */
  openResponseUrl(channel: string, user: string): string;
  /** Sends an event to every open page. */
  tell(event: string, data: unknown): void;
  stop(): Promise<void>;
}

const MOST_CALLS = 100_000;

/** A Slack on loopback: Web API, Socket Mode, signed requests, response URLs, and the web page that shows it. */
export async function startSlack(options: SlackOptions): Promise<SandboxSlack> {
  const now = options.now ?? Date.now;
  let url = '';
  const workspace = new Workspace(now);
  const triggers = new Triggers(now);
  const faults = new Faults();
  const rates = new RateLimits(now, options.rateScale ?? 1);
  const responseUrls = new ResponseUrls(workspace, () => url, now);
  const sockets = new Sockets(
    (connected) => workspace.changes.emit('socket', { connected }),
    () => new URL(url).host,
  );
  const toApp =
    options.requestUrl === undefined
      ? overSockets(sockets)
      : overHttp(options.requestUrl, options.signingSecret, now);
  const people = new People({
    workspace,
    triggers,
    responseUrls,
    toApp,
    shouldEscape: options.shouldEscape ?? false,
  });
  const page = new PageServer({ workspace, people, pageDir: options.pageDir, routes: options.routes ?? {} });
  const calls: string[] = [];

  function authorise(method: string, request: IncomingMessage, args: Arguments): void {
    const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = header ?? args['token'];
    if (token === undefined) throw new SlackFailure('not_authed');
    const wanted = method === 'apps.connections.open' ? options.appToken : options.botToken;
    if (token !== wanted) throw new SlackFailure('invalid_auth');
  }

  function perform(method: string, request: IncomingMessage, args: Arguments): object {
    try {
      const run = METHODS[method];
      if (!run) throw new SlackFailure('unknown_method');
      authorise(method, request, args);
      return { ok: true, ...run(args, { workspace, triggers, url, openSocket: () => sockets.ticketUrl() }) };
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      return { ok: false, error: error.code, ...error.extra };
    }
  }

  async function callMethod(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const args = parseArguments(request, await readBody(request));
    if (calls.length < MOST_CALLS) calls.push(method);
    const fault = faults.take(method);
    const waitS = fault?.retryAfterS ?? rates.take(method, String(args['channel']));
    if (waitS !== undefined) {
      response.setHeader('retry-after', String(waitS));
      return sendJson(response, 429, { ok: false, error: 'ratelimited' });
    }
    if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    if (fault?.error !== undefined) return sendJson(response, 200, { ok: false, error: fault.error });
    if (fault?.html !== undefined)
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(fault.html);
    if (fault?.status !== undefined) return void response.writeHead(fault.status).end();
    const answer = perform(method, request, args);
    if (fault?.dropAfterAccept) return void request.socket.destroy();
    sendJson(response, 200, answer);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://slack.invalid');
    const method = /^\/api\/([\w.]+)$/.exec(pathname)?.[1];
    if (method !== undefined) return callMethod(method, request, response);
    if (request.method === 'POST' && responseUrls.has(pathname)) {
      try {
        responseUrls.post(pathname, JSON.parse(await readBody(request)));
        response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
      } catch (error) {
        response.writeHead(404).end(error instanceof SlackFailure ? error.code : 'invalid_payload');
      }
      return;
    }
    await page.handle(pathname, request, response);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      if (response.headersSent) request.socket.destroy();
      else sendJson(response, 500, { ok: false, error: String(error) });
    });
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    apiUrl: `${url}/api/`,
    workspace,
    people,
    faults,
    sockets,
    calls,
    openResponseUrl: (channel, user) => responseUrls.open('commands', channel, user),
    tell: (event, data) => page.tell(event, data),
    stop: () =>
      new Promise((resolve) => {
        sockets.stop();
        page.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parseArguments(request: IncomingMessage, body: string): Arguments {
  const { searchParams } = new URL(request.url ?? '/', 'http://slack.invalid');
  const inUrl = Object.fromEntries(searchParams);
  if (request.headers['content-type']?.startsWith('application/json'))
    return { ...inUrl, ...JSON.parse(body || '{}') };
  return { ...inUrl, ...Object.fromEntries(new URLSearchParams(body)) };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { botScopes } from '../../util/version.js';
import { type RouteHandler, sendJson } from '../requests.js';
import { Files } from './api/files.js';
import { respond } from './api/response-endpoint.js';
import { ResponseUrls } from './api/response-urls.js';
import { Triggers } from './api/triggers.js';
import { WebApi } from './api/web-api.js';
import { BOT_EVENTS, sendEvents } from './delivery/events.js';
import { Faults } from './delivery/faults.js';
import { Sockets } from './delivery/sockets.js';
import { overSockets, sendOverHttp, withDuplicates } from './delivery/to-app.js';
import { Admin } from './page/admin.js';
import { PageServer } from './page/page-server.js';
import { People } from './page/people.js';
import { SLACK_FIGURES } from './rules/limits.js';
import { RateLimits } from './rules/rates.js';
import { RequestError } from './rules/request-error.js';
import { SLACK_APP_ID, Workspace } from './workspace.js';

export interface SlackOptions {
  readonly port?: number;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Where requests are sent; Socket Mode without it. */
  readonly requestUrl?: string;
  /** As the app's manifest has it; typed hosts, people and channels then arrive as links. */
  readonly shouldEscape?: boolean;
  /** The bot events that the app's manifest subscribes to; all that the sandbox knows unless given. */
  readonly botEvents?: readonly string[];
  /** What the bot token may do; what the app's manifest asks for unless given. */
  readonly scopes?: readonly string[];
  /** Factor by which rate limits exceed Slack's; default: 1. */
  readonly rateScale?: number;
  /** 3000 unless given, as in Slack. */
  readonly ackTimeoutMs?: number;
  /** The clock by which trigger ids expire; `now` unless given. */
  readonly triggerNow?: () => number;
  /** Folder of the web page; its URL ends in a slash. */
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
  readonly admin: Admin;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly files: Files;
  /** What the bot token may do; a new installation changes it. */
  readonly scopes: Set<string>;
  /** Every Web API call, by method, in order. */
  readonly calls: readonly string[];
  /** A response URL as a command would bring it. */
  openResponseUrl(channel: string, user: string): string;
  /** Sends an event to every open page. */
  report(event: string, read: () => unknown): void;
  stop(): Promise<void>;
}

/** A Slack on loopback: Web API, Socket Mode, signed requests, response URLs, and the web page that shows it. */
export async function startSlack(options: SlackOptions): Promise<SandboxSlack> {
  let url = '';
  const parts = createParts(options, () => url);
  const { workspace, people, faults, sockets, files, scopes, webApi, responseUrls, page } = parts;
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => answerError(request, response, error));
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  url = `http://127.0.0.1:${await listenSlack(server, options.port ?? 0)}`;

  return {
    url,
    apiUrl: `${url}/api/`,
    workspace,
    people,
    admin: new Admin(workspace),
    faults,
    sockets,
    files,
    scopes,
    calls: webApi.calls,
    openResponseUrl: (channel, user) => responseUrls.open('commands', channel, user),
    report: (event, read) => page.report(event, read),
    stop: () => stopSlack(server, sockets, page),
  };
}

function createParts(options: SlackOptions, url: () => string) {
  const { now = Date.now, ackTimeoutMs = SLACK_FIGURES.ackTimeoutMs, requestUrl, signingSecret } = options;
  const { botToken, appToken, shouldEscape = false } = options;
  const scopes = new Set<string>(options.scopes ?? botScopes);
  const workspace = new Workspace(now);
  const triggers = new Triggers(options.triggerNow ?? now);
  const faults = new Faults();
  const responseUrls = new ResponseUrls(workspace, url, now);
  const files = new Files(url, botToken, () => scopes);
  const sockets = new Sockets({
    onCount: (connected) => workspace.changes.emit('socket', { connected }),
    host: () => new URL(url()).host,
    isSocketMode: requestUrl === undefined,
    appId: appIdIn(appToken),
    ackTimeoutMs,
  });
  const deliver =
    requestUrl === undefined
      ? overSockets(sockets)
      : sendOverHttp({ requestUrl, signingSecret, now, ackTimeoutMs });
  const toApp = withDuplicates(deliver, faults);
  const people = new People({ workspace, triggers, responseUrls, files, toApp, shouldEscape });
  sendEvents({ workspace, toApp, subscribed: new Set(options.botEvents ?? BOT_EVENTS), now });
  const openSocket = () => sockets.ticketUrl();
  const webApi = new WebApi({
    botToken,
    appToken,
    faults,
    rates: new RateLimits(now, options.rateScale ?? 1),
    context: () => ({ workspace, triggers, url: url(), scopes, files, now, openSocket }),
  });
  const page = new PageServer({ workspace, people, pageDir: options.pageDir, routes: options.routes ?? {} });
  return { workspace, people, faults, sockets, files, scopes, webApi, responseUrls, page };
}

const appIdIn = (appToken: string): string => /^xapp-\d+-(A[A-Z0-9]+)-/.exec(appToken)?.[1] ?? SLACK_APP_ID;

interface Endpoints {
  readonly webApi: WebApi;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly files: Files;
  readonly page: PageServer;
}

async function handle(
  { webApi, responseUrls, faults, files, page }: Endpoints,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://slack.invalid');
  const method = /^\/api\/([\w.]{1,100})$/.exec(pathname)?.[1];
  if (method !== undefined) return webApi.handle(method, request, response);
  if (request.method === 'POST' && responseUrls.has(pathname))
    return respond(pathname, request, response, { responseUrls, faults });
  if (await files.handle(pathname, request, response)) return;
  await page.handle(pathname, request, response);
}

function answerError(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent) request.socket.destroy();
  else if (error instanceof RequestError) sendJson(response, error.status, { ok: false, error: error.code });
  else sendJson(response, 500, { ok: false, error: String(error) });
}

/** Stops the server and what is connected to it. */
const stopSlack = (server: Server, sockets: Sockets, page: PageServer): Promise<void> =>
  new Promise((resolve) => {
    sockets.drop();
    page.stop();
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Resolves with the port; rejects when it is taken. */
async function listenSlack(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

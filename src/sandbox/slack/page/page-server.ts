import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { appShortcuts } from '../../../util/version.js';
import { parsedJson, type RouteHandler, readRequestBody, sendJson } from '../../requests.js';
import type { PageEvents, PageResult, PageState } from '../page-api.js';
import { RequestError } from '../rules/request-error.js';
import { BOT, COMMANDS, TEAM, type Workspace } from '../workspace.js';
import type { Acted } from './in-views.js';
import { sendFile } from './page-files.js';
import {
  actionRequest,
  commandRequest,
  directRequest,
  homeRequest,
  localeRequest,
  messageRequest,
  shortcutRequest,
  suggestionsRequest,
  uploadRequest,
  viewActionRequest,
  viewCloseRequest,
  viewSubmitRequest,
} from './page-requests.js';
import type { People } from './people.js';

export interface PageServerOptions {
  readonly workspace: Workspace;
  readonly people: People;
  readonly pageDir: URL | undefined;
  /** Further endpoints, as `METHOD /path`. */
  readonly routes: Readonly<Record<string, RouteHandler>>;
}

const EVENT_NAMES: readonly (keyof PageEvents)[] = [
  'message',
  'deleted',
  'view',
  'view-closed',
  'home',
  'channel',
  'user',
  'socket',
];
const PAGE_HEARTBEAT_MS = 15_000;
const MAX_STREAMS = 50;
const LOOPBACK_HOSTS = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** The web page and its JSON, for browsers on this machine. */
export class PageServer {
  readonly #streams = new Set<ServerResponse>();
  readonly #heartbeat = setInterval(() => this.#all(': still here\n\n'), PAGE_HEARTBEAT_MS).unref();
  readonly #routes: Readonly<Record<string, RouteHandler>>;

  constructor(private readonly options: PageServerOptions) {
    const { workspace, people, routes } = options;
    for (const name of EVENT_NAMES)
      workspace.changes.on(name, (data: unknown) => this.report(name, () => data));
    this.#routes = {
      'GET /page/state': () => this.#state(),
      'POST /page/message': responder(messageRequest, (request) => people.message(request)),
      'POST /page/command': responder(commandRequest, (request) => people.command(request)),
      'POST /page/action': responder(actionRequest, (request) => people.action(request)),
      'POST /page/view-submit': responder(viewSubmitRequest, (request) => people.submit(request)),
      'POST /page/view-close': responder(viewCloseRequest, ({ user, viewId }) => people.close(user, viewId)),
      'POST /page/shortcut': responder(shortcutRequest, (request) => people.shortcut(request)),
      'POST /page/view-action': responder(viewActionRequest, (request) => people.viewAction(request)),
      'POST /page/suggestions': responder(suggestionsRequest, (request) => people.suggestions(request)),
      'POST /page/upload': responder(uploadRequest, (request) => people.upload(request)),
      'POST /page/home': responder(homeRequest, ({ user }) => people.openHome(user)),
      'POST /page/locale': responder(localeRequest, (request) => people.chooseLocale(request)),
      'POST /page/direct': responder(directRequest, ({ user }) => people.openApp(user)),
      ...routes,
    };
  }

  /** Sends an event to every open page; reads nothing while none is open. */
  report(name: string, read: () => unknown): void {
    if (this.#streams.size === 0) return;
    this.#all(`event: ${name}\ndata: ${JSON.stringify(read())}\n\n`);
  }

  /** @throws RequestError */
  async handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // DNS rebinding: another site's page must not act here through a name that points to loopback.
    if (!LOOPBACK_HOSTS.test(request.headers.host ?? '')) throw new RequestError(403, 'not_loopback');
    if (path === '/page/events') return this.#stream(response);
    const route = this.#routes[`${request.method} ${path}`];
    if (request.method === 'GET')
      return route
        ? sendJson(response, 200, await route(undefined))
        : sendFile(path, this.options.pageDir, response);
    if (!route) throw new RequestError(404, 'not_found');
    // A form on another site can't send this type without a preflight request.
    if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) throw new RequestError(415, 'not_json');
    const body = parsedJson(await readRequestBody(request));
    if (body === undefined) throw new RequestError(400, 'invalid_json');
    sendJson(response, 200, await route(body));
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    for (const stream of this.#streams) stream.end();
  }

  #all(text: string): void {
    for (const stream of this.#streams) stream.write(text);
  }

  #stream(response: ServerResponse): void {
    if (this.#streams.size >= MAX_STREAMS) throw new RequestError(503, 'too_many_pages');
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }

  #state(): PageState {
    const { workspace } = this.options;
    const channels = [...workspace.channels.values()];
    return {
      team: TEAM,
      bot: { id: BOT.userId, name: BOT.name },
      users: workspace.users,
      groups: [...workspace.userGroups.values()],
      channels,
      commands: COMMANDS,
      shortcuts: appShortcuts,
      homes: Object.fromEntries(workspace.homes),
      messages: Object.fromEntries(channels.map(({ id }) => [id, workspace.messages(id)])),
    };
  }
}

/** A route with a validated body; the page learns the outcome, not the app's answer. */
function responder<Request>(
  schema: z.ZodType<Request>,
  act: (request: Request) => Acted | Promise<Acted>,
): RouteHandler {
  return async (body): Promise<PageResult> => {
    const request = schema.safeParse(body);
    if (!request.success) throw new RequestError(400, 'invalid_arguments');
    const { ok, error, errors, options, file } = await act(request.data);
    return {
      ok,
      ...(error === undefined ? {} : { error }),
      ...(errors === undefined ? {} : { errors }),
      ...(options === undefined ? {} : { options }),
      ...(file === undefined ? {} : { file }),
    };
  };
}

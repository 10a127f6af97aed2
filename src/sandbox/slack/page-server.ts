import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { type RouteHandler, readBody, sendJson } from '../requests.js';
import type {
  PageActionRequest,
  PageCommandRequest,
  PageEvents,
  PageMessageRequest,
  PageState,
  PageViewCloseRequest,
  PageViewSubmitRequest,
} from './page-api.js';
import type { People } from './people.js';
import { BOT, TEAM, type Workspace } from './workspace.js';

export interface PageServerOptions {
  readonly workspace: Workspace;
  readonly people: People;
  readonly pageDir: URL | undefined;
  /** Further endpoints, as `METHOD /path`. */
  readonly routes: Readonly<Record<string, RouteHandler>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const EVENT_NAMES: readonly (keyof PageEvents)[] = ['message', 'deleted', 'view', 'view-closed', 'socket'];
const HEARTBEAT_MS = 15_000;
const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** The web page and its JSON, for browsers on this machine. */
export class PageServer {
  readonly #streams = new Set<ServerResponse>();
  readonly #heartbeat = setInterval(() => this.#all(': still here\n\n'), HEARTBEAT_MS).unref();
  readonly #routes: Readonly<Record<string, RouteHandler>>;

  constructor(private readonly options: PageServerOptions) {
    const { workspace, people, routes } = options;
    for (const name of EVENT_NAMES) workspace.changes.on(name, (data: unknown) => this.tell(name, data));
    this.#routes = {
      'GET /page/state': () => this.#state(),
      'POST /page/message': (body) => {
        const { user, channel, text, threadTs } = body as PageMessageRequest;
        workspace.post({ channel, user, text: escaped(text), threadTs });
        return { ok: true };
      },
      'POST /page/command': (body) => people.command(body as PageCommandRequest),
      'POST /page/action': (body) => people.action(body as PageActionRequest),
      'POST /page/view-submit': (body) => people.submit(body as PageViewSubmitRequest),
      'POST /page/view-close': (body) => {
        const { user, viewId } = body as PageViewCloseRequest;
        return people.close(user, viewId);
      },
      ...routes,
    };
  }

  /** Sends an event to every open page. */
  tell(name: string, data: unknown): void {
    this.#all(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  async handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Another site's page must not act here through a name that it makes point at loopback.
    if (!LOOPBACK.test(request.headers.host ?? ''))
      return sendJson(response, 403, { ok: false, error: 'not_loopback' });
    if (path === '/page/events') return this.#stream(request, response);
    const route = this.#routes[`${request.method} ${path}`];
    if (!route) return this.#file(path, response);
    if (request.method === 'GET') return sendJson(response, 200, await route(undefined));
    if (request.headers['content-type'] !== 'application/json') return sendJson(response, 415, { ok: false });
    sendJson(response, 200, await route(JSON.parse(await readBody(request))));
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    for (const stream of this.#streams) stream.end();
  }

  #all(text: string): void {
    for (const stream of this.#streams) stream.write(text);
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    this.#streams.add(response);
    request.on('close', () => this.#streams.delete(response));
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    const file = this.#fileFor(path);
    try {
      if (!file) throw new Error('no such page');
      const bytes = await readFile(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file.pathname)] ?? 'text/plain',
        'cache-control': 'no-cache',
      });
      response.end(bytes);
    } catch {
      sendJson(response, 404, { ok: false, error: 'not_found' });
    }
  }

  #fileFor(path: string): URL | undefined {
    if (path === '/vendor/preact.mjs') return new URL(import.meta.resolve('htm/preact/standalone'));
    const name = path === '/' || path.startsWith('/archives/') ? 'index.html' : path.slice(1);
    return this.options.pageDir && /^[a-z\d-]+\.(html|css|js|svg)$/.test(name)
      ? new URL(name, this.options.pageDir)
      : undefined;
  }

  #state(): PageState {
    const { workspace } = this.options;
    const channels = [...workspace.channels.values()];
    return {
      team: TEAM,
      bot: { id: BOT.userId, name: BOT.name },
      users: workspace.users,
      channels,
      commands: [
        {
          command: '/domain',
          description: 'Map a customer’s domain on Closte and follow it',
          usageHint: 'map shop.example.com | status | list | help',
        },
      ],
      messages: Object.fromEntries(channels.map(({ id }) => [id, workspace.messages(id)])),
    };
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequestBody } from '../requests.js';
import type { SandboxNetwork } from './network.js';
import { answerRest, forbidden, noRoute, type RestReply } from './rest.js';

/**
 * How the stand-in behaves. `old-paging`: as versions before 2.5.0. `down`: drops every connection. `http-500`: a PHP
 * fatal error. `short-list`: leaves out the last record of every page. `switched-off`: the API is. `notice`, `comment`:
 * PHP and a caching plugin print around the JSON. `firewall`: something in front refuses. `no-authorization`: the web
 * server takes the header away. `redirect`, `login`: all requests are sent elsewhere. `silent`: nothing is answered.
 */
export type WordPressMode =
  | 'normal'
  | 'old-paging'
  | 'down'
  | 'silent'
  | 'http-500'
  | 'short-list'
  | 'switched-off'
  | 'notice'
  | 'comment'
  | 'firewall'
  | 'no-authorization'
  | 'redirect'
  | 'login';

/** What answers in place of WordPress. */
const OUTAGES: Partial<Record<WordPressMode, readonly [status: number, contentType: string, body: string]>> =
  {
    firewall: [403, 'text/html', '<h1>403 Forbidden</h1>'],
    'http-500': [
      500,
      'application/json; charset=utf-8',
      '{"code":"internal_server_error","message":"<p>There has been a critical error on this website.<\\/p>","data":{"status":500}}',
    ],
  };
const MAX_LOGGED_REQUESTS = 50_000;
const API = '/wp-json/wu/v2';

export interface RestServerOptions {
  readonly host: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The network's web server, with its REST API and its faults. */
export class RestServer {
  readonly requests: string[] = [];
  mode: WordPressMode = 'normal';
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch(() => request.socket.destroy());
  });

  constructor(
    private readonly network: SandboxNetwork,
    private readonly options: RestServerOptions,
  ) {}

  /** Resolves with the server's URL. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.requests.length < MAX_LOGGED_REQUESTS) this.requests.push(`${request.method} ${request.url}`);
    const { mode } = this;
    if (mode === 'down') return void request.socket.destroy();
    if (mode === 'silent') return;
    if (mode === 'redirect' || mode === 'login') {
      const to = mode === 'login' ? `/wp-login.php?redirect_to=x` : request.url;
      return void response.writeHead(301, { location: `https://www.${this.options.host}${to}` }).end();
    }
    const outage = OUTAGES[mode];
    if (outage) {
      const [status, contentType, body] = outage;
      return void response.writeHead(status, { 'content-type': contentType }).end(body);
    }
    this.#send(response, await this.#answer(request));
  }

  #send(response: ServerResponse, [status, body, headers = {}]: RestReply): void {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8', ...headers });
    const before =
      this.mode === 'notice' ? '<br />\n<b>Notice</b>: Undefined index: [x] in <b>y.php</b><br />\n' : '';
    const behind = this.mode === 'comment' ? '\n<!-- Cached by {a plugin} in 0.1 s -->' : '';
    response.end(`${before}${JSON.stringify(body).replaceAll('/', '\\/')}${behind}`);
  }

  async #answer(request: IncomingMessage): Promise<RestReply> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://wordpress.invalid');
    const body = JSON.parse((await readRequestBody(request)) || '{}') as Record<string, unknown>;
    if (this.mode === 'switched-off' || !pathname.startsWith(API)) return noRoute();
    if (!this.#isAuthorised(request, body)) return forbidden();
    const { method = 'GET' } = request;
    const path = pathname.slice(API.length);
    const paging = this.mode === 'old-paging' ? 'old' : 'new';
    const reply = await answerRest(this.network, paging, { method, path, query, body });
    const [status, said, headers = {}] = reply;
    return this.mode === 'short-list' && Array.isArray(said) ? [status, said.slice(0, -1), headers] : reply;
  }

  /** The header, or else the same in the body, as WordPress reads it. */
  #isAuthorised({ headers }: IncomingMessage, body: Readonly<Record<string, unknown>>): boolean {
    const { apiKey, apiSecret } = this.options;
    if (body['api_key'] === apiKey && body['api_secret'] === apiSecret) return true;
    if (this.mode === 'no-authorization') return false;
    const given = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
    return given === `${apiKey}:${apiSecret}`;
  }
}

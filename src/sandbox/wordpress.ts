import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { domainCreated, mockEvent } from './multisite-payloads.js';
import { readBody } from './requests.js';

/**
 * How the stand-in behaves. `old-paging`: knows `number` and `offset` only, as before 2.5.0. `down`: breaks off every
 * connection. `http-500`: a PHP fatal error. `short-list`: leaves out the last record of every page.
 */
export type WordPressMode = 'normal' | 'old-paging' | 'down' | 'http-500' | 'short-list';

export interface WordPressRecord {
  readonly id: number;
  domain: string;
  readonly blogId: number;
  stage: string;
}

export interface SandboxWordPress {
  readonly url: string;
  /** The host of the network's own sites. */
  readonly host: string;
  records(): readonly WordPressRecord[];
  requests(): readonly string[];
  setMode(mode: WordPressMode): void;
  setWebhook(url: string): void;
  /** As the super admin does it: the site and its record come into being, and the host is told. No webhook. */
  createSite(domain: string): Promise<WordPressRecord>;
  /** As the customer's form does it: a record on a site that exists, and the webhook `domain_created`. */
  addDomain(domain: string, blogId: number): Promise<WordPressRecord>;
  /** The host is told of the new name and never of the old one. */
  rename(id: number, domain: string): Promise<void>;
  remove(id: number): Promise<void>;
  sendTestEvent(): Promise<number>;
  stop(): Promise<void>;
}

export interface WordPressOptions {
  readonly host: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** What the plugin calls at Closte; failures are swallowed, as the plugin does. */
  readonly closte: { readonly url: string; readonly apiKey: string };
}

const STAGES = ['checking-dns', 'checking-ssl-cert', 'done', 'done-without-ssl', 'failed', 'ssl-failed'];
/** The plugin's own check, which refuses `*.`, underscores and punycode TLDs. */
const DOMAIN = /^(?!-)(?:(?:[a-zA-Z\d][a-zA-Z\d-]{0,61})?[a-zA-Z\d]\.){1,126}(?!\d+)[a-zA-Z\d]{1,63}$/;
const MAX_REQUESTS = 50_000;

/** Ultimate Multisite's REST API and webhooks on loopback, with a WordPress network's doings on demand. */
export async function startWordPress(options: WordPressOptions): Promise<SandboxWordPress> {
  const records = new Map<number, WordPressRecord>();
  const requests: string[] = [];
  let mode: WordPressMode = 'normal';
  let webhook: string | undefined;
  let ids = 100;
  let sites = 1;

  async function tellHost(path: string, domain: string): Promise<void> {
    const { url, apiKey } = options.closte;
    const body = new URLSearchParams({ apikey: apiKey, domain, wildcard: '0' });
    await fetch(`${url}${path}`, { method: 'POST', body }).catch(() => undefined);
  }

  async function create(domain: string, blogId: number, stage = 'checking-dns'): Promise<WordPressRecord> {
    const record = { id: ++ids, domain, blogId, stage };
    records.set(record.id, record);
    await tellHost('/adddomainalias', domain);
    return record;
  }

  async function remove(id: number): Promise<void> {
    const record = records.get(id);
    if (!record || !records.delete(id)) return;
    await tellHost('/deletedomainalias', record.domain);
  }

  async function send(payload: object): Promise<number> {
    if (webhook === undefined) return 0;
    const answer = await fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'WordPress/6.8; sandbox' },
      body: JSON.stringify(payload),
    });
    return answer.status;
  }

  function isAuthorised({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
    return given === `${options.apiKey}:${options.apiSecret}`;
  }

  function list(query: URLSearchParams): { page: WordPressRecord[]; total: number } {
    const domain = query.get('domain');
    const all = [...records.values()].filter((record) => domain === null || record.domain === domain);
    const isOld = mode === 'old-paging';
    const size = Math.min(Number(query.get(isOld ? 'number' : 'per_page') ?? 10), 100);
    const offset = isOld ? Number(query.get('offset') ?? 0) : (Number(query.get('page') ?? 1) - 1) * size;
    const page = all.slice(offset, offset + size);
    return { page: mode === 'short-list' ? page.slice(0, -1) : page, total: all.length };
  }

  async function answer(request: IncomingMessage): Promise<[number, unknown, Record<string, string>?]> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wordpress.invalid');
    const body = JSON.parse((await readBody(request)) || '{}') as Record<string, unknown>;
    const path = pathname.replace(/^\/wp-json\/wu\/v2/, '');
    if (!isAuthorised(request))
      return [401, { code: 'rest_forbidden', message: 'Sorry, you are not allowed to do that.' }];
    if (path === '/auth') return [200, { success: true, label: 'Sandbox', message: 'Welcome to our API' }];
    if (path === '/domain' && request.method === 'GET') {
      const { page, total } = list(searchParams);
      const headers = { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(Math.ceil(total / 100)) };
      return [200, page.map(shown), mode === 'old-paging' ? {} : headers];
    }
    if (path === '/domain' && request.method === 'POST') return postRecord(body);
    const record = records.get(Number(/^\/domain\/(\d+)$/.exec(path)?.[1]));
    if (!record) return [404, { code: 'wu_rest_domain_invalid_id', message: 'Item not found.' }];
    if (request.method === 'DELETE') {
      await remove(record.id);
      return [200, true];
    }
    if (request.method === 'PUT' && STAGES.includes(String(body['stage'])))
      record.stage = String(body['stage']);
    return [200, shown(record)];
  }

  async function postRecord(body: Record<string, unknown>): Promise<[number, unknown]> {
    const domain = String(body['domain'] ?? '').toLowerCase();
    if (!DOMAIN.test(domain)) return [400, { code: 'invalid', message: `Domain ${domain} is not valid` }];
    if ([...records.values()].some((record) => record.domain === domain))
      return [400, { code: 'invalid', message: 'The Domain field must be unique.' }];
    return [200, shown(await create(domain, Number(body['blog_id']), String(body['stage'])))];
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (requests.length < MAX_REQUESTS) requests.push(`${request.method} ${request.url}`);
    if (mode === 'down') return void request.socket.destroy();
    if (mode === 'http-500')
      return void response
        .writeHead(500, { 'content-type': 'text/html' })
        .end('<p>There has been a critical error');
    const [status, body, headers = {}] = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    host: options.host,
    records: () => [...records.values()],
    requests: () => requests,
    setMode: (next) => {
      mode = next;
    },
    setWebhook: (url) => {
      webhook = url;
    },
    createSite: (domain) => create(domain, ++sites),
    addDomain: async (domain, blogId) => {
      const record = await create(domain, blogId);
      await send(domainCreated(record, options.host));
      return record;
    },
    rename: async (id, domain) => {
      const record = records.get(id);
      if (!record) return;
      record.domain = domain;
      await tellHost('/adddomainalias', domain);
    },
    remove,
    sendTestEvent: () => send(mockEvent(options.host)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Numbers and flags come as texts. */
const shown = ({ id, domain, blogId, stage }: WordPressRecord): object => ({
  id,
  blog_id: String(blogId),
  domain,
  active: '1',
  primary_domain: '0',
  secure: stage === 'done' ? '1' : '0',
  stage,
  date_created: '2026-11-20 10:00:00',
  date_modified: '2026-11-20 10:00:00',
  migrated_from_id: null,
  model: 'domain',
  slug: '',
});

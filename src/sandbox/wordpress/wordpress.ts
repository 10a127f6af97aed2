import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequestBody } from '../requests.js';
import { createNetwork, now, type WordPressRecord, type WordPressWebhook } from './network.js';
import { domainCreatedPayload, mockEvent, sitePublishedPayload } from './payloads.js';
import { answerRest, forbidden, noRoute, type RestReply } from './rest.js';

/**
 * How the stand-in behaves. `old-paging`: as versions before 2.5.0. `down`: drops every connection. `http-500`: a PHP
 * fatal error. `short-list`: leaves out the last record of every page. `switched-off`: the API is. `notice`, `comment`:
 * PHP and a caching plugin print around the JSON. `firewall`: something in front refuses. `no-authorization`: the web
 * server takes the header away. `redirect`, `login`: all requests are sent elsewhere. `silent`: nothing is answered.
 */
export const wordPressModes = [
  'normal',
  'old-paging',
  'down',
  'silent',
  'http-500',
  'short-list',
  'switched-off',
  'notice',
  'comment',
  'firewall',
  'no-authorization',
  'redirect',
  'login',
] as const;
export type WordPressMode = (typeof wordPressModes)[number];

export type { WordPressRecord, WordPressWebhook };

export interface SandboxWordPress {
  readonly url: string;
  /** The host of the network's own sites. */
  readonly host: string;
  records(): readonly WordPressRecord[];
  /** The webhooks set up over REST. */
  webhooks(): readonly WordPressWebhook[];
  /** Sets a setting as its settings page does. */
  setSetting(key: string, value: unknown): void;
  requests(): readonly string[];
  setMode(mode: WordPressMode): void;
  setWebhook(url: string): void;
  /** Is the hostname's site shown? Undefined for a hostname that the network has never heard of. */
  routes(hostname: string): boolean | undefined;
  /** As the super admin does it: the site and its record come into being, and the host is told. No webhook. */
  createSite(domain: string): Promise<WordPressRecord>;
  /** As the customer's form does it: a record on a site that exists, and the webhook `domain_created`. */
  addDomain(domain: string, blogId: number): Promise<WordPressRecord>;
  /** Tells the host the new name, and never the old one. */
  rename(id: number, domain: string): Promise<void>;
  /** What the plugin does after its last try. */
  giveUp(id: number): void;
  /** As a person does it on the record's page there. */
  edit(id: number, fields: Readonly<Record<string, unknown>>): void;
  remove(id: number): Promise<void>;
  sendTestEvent(): Promise<number>;
  /** Its URL is that of the webhook unless given. */
  sendSitePublished(blogId: number): Promise<number>;
  stop(): Promise<void>;
}

export interface WordPressOptions {
  readonly host: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** What the plugin calls at Closte; failures are swallowed, as the plugin does. */
  readonly closte: { readonly url: string; readonly apiKey: string };
  /** What the plugin sees when it checks a domain; without it, the plugin never checks. */
  readonly see?: (domain: string) => { readonly dns: boolean; readonly ssl: boolean };
}

const MAX_LOGGED_REQUESTS = 50_000;
const CHECK_MS = 500;
/** The titles of the sites that exist from the start: the network's main site has ID 1. */
const SITE_TITLES = [
  'Network',
  'Rosa’s Bakery',
  'Harbour Books',
  'Müller Flowers',
  'Green Garden',
  'North Bikes',
  'Casa Verde',
  'Studio Nove',
  'Café Central',
  'Alpine Tours',
  'Old Town Hotel',
  'Little Toys',
  'Village Bakery',
  'Blue Yoga',
  'City Dentists',
  'Stone & Wood',
  'Quick Repairs',
  'Silver Jewels',
  'Orchard School',
  'Lakeside Camping',
];
const LOOKING = ['checking-dns', 'checking-ssl-cert'];
const API = '/wp-json/wu/v2';

/** Ultimate Multisite's REST API and webhooks on loopback, with a WordPress network's actions on demand. */
export async function startWordPress(options: WordPressOptions): Promise<SandboxWordPress> {
  const network = createNetwork(tellHost);
  const { records, sites } = network;
  const requests: string[] = [];
  let mode: WordPressMode = 'normal';
  let webhook: string | undefined;
  let siteIds = SITE_TITLES.length;

  async function tellHost(path: string, domain: string): Promise<void> {
    const { url, apiKey } = options.closte;
    const call = async (to: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ apikey: apiKey, domain, ...fields });
      const headers = { 'user-agent': 'WP-Ultimo-Closte-Integration/2.5' };
      return fetch(`${url}${to}`, { method: 'POST', headers, body }).catch(() => undefined);
    };
    const answer = await call(path, { wildcard: domain.startsWith('*.') ? '1' : '0' });
    const said = path === '/adddomainalias' ? await answer?.json().catch(() => undefined) : undefined;
    if ((said as { success?: unknown } | undefined)?.success === true)
      await call('/ssl/install', { type: 'letsencrypt' });
  }

  /**
   * Sends to every webhook of the event; resolves with the last one's status. Swallows failures, as the plugin does.
   */
  async function send(event: string, payload: object): Promise<number> {
    const ofEvent = [...network.webhooks.values()].filter((each) => each.event === event);
    for (const each of ofEvent) each.sent++;
    const urls = new Set([...(webhook === undefined ? [] : [webhook]), ...ofEvent.map(({ url }) => url)]);
    let status = 0;
    for (const url of urls) status = await post(url, payload).catch(() => 0);
    return status;
  }

  async function post(url: string, payload: object): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': `WordPress/6.8.12; http://${options.host}`,
      connection: 'close',
    };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(payload) })).status;
  }

  /** The header, or else the same in the body, as WordPress reads it. */
  function isAuthorised({ headers }: IncomingMessage, body: Readonly<Record<string, unknown>>): boolean {
    const { apiKey, apiSecret } = options;
    if (body['api_key'] === apiKey && body['api_secret'] === apiSecret) return true;
    if (mode === 'no-authorization') return false;
    const given = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
    return given === `${apiKey}:${apiSecret}`;
  }

  async function answer(request: IncomingMessage): Promise<RestReply> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://wordpress.invalid');
    const body = JSON.parse((await readRequestBody(request)) || '{}') as Record<string, unknown>;
    if (mode === 'switched-off' || !pathname.startsWith(API)) return noRoute();
    if (!isAuthorised(request, body)) return forbidden();
    const { method = 'GET' } = request;
    const path = pathname.slice(API.length);
    const reply = await answerRest(network, mode === 'old-paging' ? 'old' : 'new', {
      method,
      path,
      query,
      body,
    });
    const [status, said, headers = {}] = reply;
    return mode === 'short-list' && Array.isArray(said) ? [status, said.slice(0, -1), headers] : reply;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (requests.length < MAX_LOGGED_REQUESTS) requests.push(`${request.method} ${request.url}`);
    if (mode === 'down') return void request.socket.destroy();
    if (mode === 'silent') return;
    if (mode === 'firewall')
      return void response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>403 Forbidden</h1>');
    if (mode === 'redirect' || mode === 'login') {
      const to = mode === 'login' ? `/wp-login.php?redirect_to=x` : request.url;
      return void response.writeHead(301, { location: `https://www.${options.host}${to}` }).end();
    }
    if (mode === 'http-500')
      return void response
        .writeHead(500, { 'content-type': 'application/json; charset=utf-8' })
        .end(
          '{"code":"internal_server_error","message":"<p>There has been a critical error on this website.<\\/p>","data":{"status":500}}',
        );
    const [status, body, headers = {}] = await answer(request);
    response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8', ...headers });
    const before =
      mode === 'notice' ? '<br />\n<b>Notice</b>: Undefined index: [x] in <b>y.php</b><br />\n' : '';
    const behind = mode === 'comment' ? '\n<!-- Cached by {a plugin} in 0.1 s -->' : '';
    response.end(`${before}${JSON.stringify(body).replaceAll('/', '\\/')}${behind}`);
  }

  /** A patient plugin: checks until it is told to give up. */
  function check(see: NonNullable<WordPressOptions['see']>): void {
    for (const { id, domain, stage } of records.values()) {
      if (!LOOKING.includes(stage)) continue;
      const { dns, ssl } = see(domain);
      if (dns && ssl) network.update(id, { stage: 'done', secure: true });
      else if (dns && stage === 'checking-dns') network.update(id, { stage: 'checking-ssl-cert' });
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { see } = options;
  const checking = see && setInterval(() => check(see), CHECK_MS).unref();

  const addSite = (title: string): number => {
    const id = ++siteIds;
    sites.set(id, { title, domain: `shop-${id}.${options.host}`, registered: now() });
    return id;
  };
  for (const [at, title] of SITE_TITLES.entries()) {
    const domain = at === 0 ? options.host : `shop-${at + 1}.${options.host}`;
    sites.set(at + 1, { title, domain, registered: now() });
  }
  const titleOf = (blogId: number): string => sites.get(blogId)?.title ?? 'A shop';

  return {
    url: `http://127.0.0.1:${port}`,
    host: options.host,
    records: () => [...records.values()],
    webhooks: () => [...network.webhooks.values()],
    setSetting: (key, value) => void network.settings.set(key, value),
    requests: () => requests,
    routes: network.routes,
    setMode: (next) => {
      mode = next;
    },
    setWebhook: (url) => {
      webhook = url;
    },
    createSite: (domain) => network.create(domain, addSite('A shop')),
    addDomain: async (domain, blogId) => {
      const record = await network.create(domain, blogId);
      await send('domain_created', domainCreatedPayload(record, titleOf(blogId), options.host));
      return record;
    },
    rename: async (id, domain) => {
      const record = records.get(id);
      if (!record) return;
      record.domain = domain;
      await tellHost('/adddomainalias', domain);
    },
    giveUp: (id) => network.update(id, { stage: 'failed' }),
    edit: network.update,
    remove: network.remove,
    sendTestEvent: () => send('domain_created', mockEvent(options.host)),
    sendSitePublished: (blogId) =>
      send(
        'site_published',
        sitePublishedPayload(blogId, `http://${sites.get(blogId)?.domain ?? options.host}`, options.host),
      ),
    stop: () =>
      new Promise((resolve) => {
        if (checking) clearInterval(checking);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

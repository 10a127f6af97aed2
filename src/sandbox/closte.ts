import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequestBody } from './requests.js';

/**
 * The stand-in's behaviour. `timeout-after-write`: carries out the request but never responds. `down`: drops every
 * connection. `busy`: refuses with HTTP 429. `bad-key`: accepts no key. The list's forms are the ones that clients must
 * handle.
 */
export type ClosteMode =
  | 'normal'
  | 'refuse'
  | 'busy'
  | 'down'
  | 'slow'
  | 'timeout-after-write'
  | 'http-500'
  | 'empty'
  | 'not-json'
  | 'wrong-shape'
  | 'bad-key';
export type ListForm = 'strings' | 'objects' | 'unknown-objects' | 'null';

export interface ClosteCall {
  readonly method: string;
  readonly path: string;
  /** Without the key. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface SandboxCloste {
  readonly url: string;
  aliases(): readonly string[];
  /** Adds many at once, as if they had always been there. */
  addAliases(hostnames: readonly string[]): void;
  calls(): readonly ClosteCall[];
  mode(): ClosteMode;
  /**
   * `words`: the error text of `refuse`. With `hostname`, only its calls are affected, until `normal` is set for it.
   */
  setMode(mode: ClosteMode, words?: string, hostname?: string): void;
  setListForm(form: ListForm): void;
  setDelay(ms: number): void;
  stop(): Promise<void>;
}

export interface SandboxClosteOptions {
  readonly apiKey: string;
  readonly port?: number;
  readonly onChange?: (aliases: readonly string[]) => void;
}

const MAX_CLOSTE_CALLS = 100_000;

type Fields = Readonly<Record<string, string>>;

interface Behaviour {
  readonly mode: ClosteMode;
  readonly words: string;
}

/** A Closte client API on loopback, with its known answers, and its faults on demand. */
export async function startCloste({
  apiKey,
  port = 0,
  onChange,
}: SandboxClosteOptions): Promise<SandboxCloste> {
  const aliases = new Set<string>();
  const calls: ClosteCall[] = [];
  const perHostname = new Map<string, Behaviour>();
  let everywhere: Behaviour = { mode: 'normal', words: '' };
  let form: ListForm = 'objects';
  let delayMs = 3_000;

  const elements = () =>
    ({
      strings: [...aliases],
      objects: [...aliases].map((domain) => ({ domain, ssl: true })),
      'unknown-objects': [...aliases].map((label) => ({ label })),
      null: null,
    })[form];

  function perform(path: string, fields: Fields, { mode, words }: Behaviour): object {
    if (fields['apikey'] !== apiKey || mode === 'bad-key')
      return { success: false, error: 'Invalid API key' };
    if (path === '/getdomains') return { success: true, domains: elements() };
    const domain = fields['domain'] ?? '';
    if (path !== '/adddomainalias' && path !== '/deletedomainalias')
      return { success: false, error: 'Unknown method' };
    if (domain === '') return { success: false, error: 'Invalid or empty domain: ' };
    if (mode === 'refuse') return { success: false, error: words || `Invalid or empty domain: ${domain}` };
    if (path === '/adddomainalias' && aliases.has(domain))
      return { success: false, error: `Domain ${domain} already exists` };
    if (path === '/deletedomainalias' && !aliases.has(domain))
      return { success: false, error: `Domain ${domain} not found` };
    if (path === '/adddomainalias') aliases.add(domain);
    else aliases.delete(domain);
    onChange?.([...aliases]);
    return { success: true };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://closte.invalid');
    const body = await readRequestBody(request);
    const fields = Object.fromEntries(request.method === 'POST' ? new URLSearchParams(body) : searchParams);
    const behaviour = perHostname.get(fields['domain'] ?? '') ?? everywhere;
    const { mode } = behaviour;
    const { apikey: _, ...shown } = fields;
    if (calls.length < MAX_CLOSTE_CALLS)
      calls.push({ method: request.method ?? '', path: pathname, fields: shown });
    if (mode === 'down') return void request.socket.destroy();
    const isWrite = pathname !== '/getdomains';
    if (isWrite && mode === 'http-500')
      return send(response, 500, 'text/html', '<h1>Internal Server Error</h1>');
    if (isWrite && mode === 'busy')
      return send(response, 429, 'application/json', '{"success":false,"error":"Too many requests"}');
    if (isWrite && mode === 'empty') return send(response, 200, 'text/html', '');
    if (isWrite && mode === 'not-json') return send(response, 200, 'text/html', '<html>maintenance</html>');
    if (isWrite && mode === 'wrong-shape') return send(response, 200, 'application/json', '["ok"]');
    const answer = JSON.stringify(perform(pathname, fields, behaviour));
    if (isWrite && mode === 'timeout-after-write') return;
    if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, delayMs));
    send(response, 200, 'application/json', answer);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${bound}`,
    aliases: () => [...aliases],
    addAliases: (hostnames) => {
      for (const hostname of hostnames) aliases.add(hostname);
      onChange?.([...aliases]);
    },
    calls: () => calls,
    mode: () => everywhere.mode,
    setMode: (mode, words = '', hostname) => {
      if (hostname === undefined) everywhere = { mode, words };
      else if (mode === 'normal') perHostname.delete(hostname);
      else perHostname.set(hostname, { mode, words });
    },
    setListForm: (next) => {
      form = next;
    },
    setDelay: (ms) => {
      delayMs = ms;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

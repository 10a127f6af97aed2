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
  const api = new ClosteApi(apiKey, (aliases) => onChange?.(aliases));
  const server = createServer((request, response) => {
    api.handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${bound}`,
    aliases: () => [...api.aliases],
    addAliases: (hostnames) => api.addAliases(hostnames),
    calls: () => api.calls,
    mode: () => api.everywhere.mode,
    setMode: (mode, words = '', hostname) => api.setMode({ mode, words }, hostname),
    setListForm: (form) => {
      api.form = form;
    },
    setDelay: (ms) => {
      api.delayMs = ms;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class ClosteApi {
  readonly aliases = new Set<string>();
  readonly calls: ClosteCall[] = [];
  everywhere: Behaviour = { mode: 'normal', words: '' };
  form: ListForm = 'objects';
  delayMs = 3_000;
  readonly #perHostname = new Map<string, Behaviour>();

  constructor(
    private readonly apiKey: string,
    private readonly onChange: (aliases: readonly string[]) => void,
  ) {}

  addAliases(hostnames: readonly string[]): void {
    for (const hostname of hostnames) this.aliases.add(hostname);
    this.onChange([...this.aliases]);
  }

  setMode(behaviour: Behaviour, hostname: string | undefined): void {
    if (hostname === undefined) this.everywhere = behaviour;
    else if (behaviour.mode === 'normal') this.#perHostname.delete(hostname);
    else this.#perHostname.set(hostname, behaviour);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://closte.invalid');
    const body = await readRequestBody(request);
    const fields = Object.fromEntries(request.method === 'POST' ? new URLSearchParams(body) : searchParams);
    const behaviour = this.#perHostname.get(fields['domain'] ?? '') ?? this.everywhere;
    const { mode } = behaviour;
    const { apikey: _, ...shown } = fields;
    if (this.calls.length < MAX_CLOSTE_CALLS)
      this.calls.push({ method: request.method ?? '', path: pathname, fields: shown });
    if (mode === 'down') return void request.socket.destroy();
    const isWrite = pathname !== '/getdomains';
    const fault = isWrite && WRITE_FAULTS[mode];
    if (fault) return send(response, ...fault);
    const answer = JSON.stringify(this.#perform(pathname, fields, behaviour));
    if (isWrite && mode === 'timeout-after-write') return;
    if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    send(response, 200, 'application/json', answer);
  }

  #perform(path: string, fields: Fields, { mode, words }: Behaviour): object {
    if (fields['apikey'] !== this.apiKey || mode === 'bad-key')
      return { success: false, error: 'Invalid API key' };
    if (path === '/getdomains') return { success: true, domains: listedAs(this.aliases, this.form) };
    const refusal = mode === 'refuse' ? words : undefined;
    const error = changeAlias(this.aliases, path, fields['domain'] ?? '', refusal);
    if (error !== undefined) return { success: false, error };
    this.onChange([...this.aliases]);
    return { success: true };
  }
}

function listedAs(aliases: ReadonlySet<string>, form: ListForm): readonly unknown[] | null {
  const domains = [...aliases];
  switch (form) {
    case 'strings':
      return domains;
    case 'objects':
      return domains.map((domain) => ({ domain, ssl: true }));
    case 'unknown-objects':
      return domains.map((label) => ({ label }));
    case 'null':
      return null;
  }
}

/** Adds or deletes an alias; the error's text if it can't, or where `refusal` is given. */
function changeAlias(
  aliases: Set<string>,
  path: string,
  domain: string,
  refusal: string | undefined,
): string | undefined {
  if (path !== '/adddomainalias' && path !== '/deletedomainalias') return 'Unknown method';
  if (domain === '') return 'Invalid or empty domain: ';
  if (refusal !== undefined) return refusal || `Invalid or empty domain: ${domain}`;
  const isThere = aliases.has(domain);
  if (path === '/adddomainalias') {
    if (isThere) return `Domain ${domain} already exists`;
    aliases.add(domain);
  } else {
    if (!isThere) return `Domain ${domain} not found`;
    aliases.delete(domain);
  }
  return undefined;
}

type CannedAnswer = readonly [status: number, type: string, body: string];

/** What is answered instead of adding or deleting an alias. */
const WRITE_FAULTS: Readonly<Partial<Record<ClosteMode, CannedAnswer>>> = {
  'http-500': [500, 'text/html', '<h1>Internal Server Error</h1>'],
  busy: [429, 'application/json', '{"success":false,"error":"Too many requests"}'],
  empty: [200, 'text/html', ''],
  'not-json': [200, 'text/html', '<html>maintenance</html>'],
  'wrong-shape': [200, 'application/json', '["ok"]'],
};

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

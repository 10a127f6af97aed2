import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { CertificateAuthority } from './certificate-authority.js';
import {
  type CertificateKind,
  type CertificateShape,
  certificateOfKind,
  isCertificateKind,
} from './certificates.js';
import { firstTlsRecord, serverNameOf } from './client-hello.js';
import { answerTls, type NoPage, type SecurePage } from './secure-pages.js';

/** What a hostname is served with. `waiting`: the default certificate, until DNS is right for long enough. */
export type Serving =
  | CertificateKind
  | 'waiting'
  | 'blocked'
  | 'unknown-name'
  | 'old-tls'
  | 'handshake-failure'
  | 'odd-alert'
  | 'reset'
  | 'silent'
  | 'plain-http';

export interface EdgeOptions {
  readonly ca: CertificateAuthority;
  readonly address?: string;
  readonly port?: number;
  /** The names of the default certificate. */
  readonly defaultNames: readonly string[];
  /** Whether a certificate authority could validate the name now. */
  readonly mayIssue: (hostname: string) => boolean;
  readonly issuanceDelayMs: number;
  /** Where WordPress redirects visitors of an unknown hostname; undefined for one whose site it shows. */
  readonly redirect?: (hostname: string) => string | undefined;
  readonly onChange?: () => void;
}

export interface Edge {
  readonly address: string;
  readonly port: number;
  setAliases(hostnames: readonly string[]): void;
  /** Sets how an alias is served from now on. */
  serve(hostname: string, serving: Serving, shape?: CertificateShape): Promise<void>;
  /** Sends headers with a name's pages, as a proxy does. */
  setHeaders(hostname: string, headers: Readonly<Record<string, string>>): void;
  /** What a name's requests over TLS get in place of its WordPress. */
  setPage(hostname: string, page: SecurePage | NoPage): void;
  servingOf(hostname: string): Serving | undefined;
  /** Is the name an alias, or covered by a wildcard one? */
  hasAlias(hostname: string): boolean;
  setIssuanceDelay(ms: number): void;
  issuanceDelayMs(): number;
  stop(): Promise<void>;
}

interface Alias {
  serving: Serving;
  context: SecureContext | undefined;
  /** Since when its certificate could be issued. */
  readySince: number | undefined;
}

const POLL_MS = 250;
const HANDSHAKE_MS = 10_000;
/** RFC 8446 6: fatal alerts in a TLS 1.2 record. */
const alert = (description: number): Buffer => Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, description]);
const ALERTS: Partial<Record<Serving, Buffer>> = {
  'unknown-name': alert(112),
  'old-tls': alert(70),
  'handshake-failure': alert(40),
  'odd-alert': alert(51),
};

/** The host's TLS edge: certificates by server name, issued once alias and DNS are right. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const fallback = createSecureContext(await options.ca.issue(options.defaultNames));
  const edge = new TlsEdge(options, fallback);
  await edge.start();
  return edge;
}

class TlsEdge implements Edge {
  readonly #aliases = new Map<string, Alias>();
  readonly #headers = new Map<string, Readonly<Record<string, string>>>();
  readonly #pages = new Map<string, SecurePage | NoPage>();
  readonly #sockets = new Set<Socket>();
  readonly #server = createTcpServer((socket) => this.#accept(socket));
  #bound: Pick<AddressInfo, 'address' | 'port'> = { address: '', port: 0 };
  #delayMs: number;
  #polling: NodeJS.Timeout | undefined;
  #isIssuing = false;

  constructor(
    private readonly options: EdgeOptions,
    private readonly fallback: SecureContext,
  ) {
    this.#delayMs = options.issuanceDelayMs;
  }

  async start(): Promise<void> {
    const { address = '127.0.0.1', port = 0 } = this.options;
    await listenEdge(this.#server, address, port);
    this.#bound = this.#server.address() as AddressInfo;
    this.#polling = setInterval(() => this.#poll(), POLL_MS).unref();
  }

  get address(): string {
    return this.#bound.address;
  }

  get port(): number {
    return this.#bound.port;
  }

  setAliases(hostnames: readonly string[]): void {
    const wanted = new Set(hostnames);
    for (const hostname of this.#aliases.keys()) if (!wanted.has(hostname)) this.#aliases.delete(hostname);
    for (const hostname of hostnames)
      if (!this.#aliases.has(hostname))
        this.#aliases.set(hostname, { serving: 'waiting', context: undefined, readySince: undefined });
    this.options.onChange?.();
  }

  async serve(hostname: string, serving: Serving, shape?: CertificateShape): Promise<void> {
    const context = await this.#contextFor(hostname, serving, shape);
    this.#aliases.set(hostname, { serving, context, readySince: undefined });
    this.options.onChange?.();
  }

  setHeaders(hostname: string, headers: Readonly<Record<string, string>>): void {
    this.#headers.set(hostname, headers);
  }

  setPage(hostname: string, page: SecurePage | NoPage): void {
    this.#pages.set(hostname, page);
  }

  servingOf(hostname: string): Serving | undefined {
    return this.#aliases.get(hostname)?.serving;
  }

  hasAlias(hostname: string): boolean {
    return this.#aliasOf(hostname) !== undefined;
  }

  setIssuanceDelay(ms: number): void {
    this.#delayMs = ms;
  }

  issuanceDelayMs(): number {
    return this.#delayMs;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      clearInterval(this.#polling);
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
    firstTlsRecord(socket, (hello) => this.#greet(socket, hello));
  }

  #greet(socket: Socket, hello: Buffer): void {
    const name = serverNameOf(hello) ?? '';
    const alias = this.#aliasOf(name);
    if (alias?.serving === 'silent') return;
    if (alias?.serving === 'reset') return void socket.resetAndDestroy();
    if (alias?.serving === 'plain-http')
      return void socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
    const refusal = alias && ALERTS[alias.serving];
    if (refusal) return void socket.end(refusal);
    socket.pause();
    socket.unshift(hello);
    answerTls(socket, alias?.context ?? this.fallback, name, {
      location: this.options.redirect?.(name),
      headers: this.#headers.get(name) ?? {},
      page: this.#pages.get(name),
    });
  }

  #aliasOf(name: string): Alias | undefined {
    return this.#aliases.get(name) ?? this.#aliases.get(`*.${name.slice(name.indexOf('.') + 1)}`);
  }

  #poll(): void {
    if (this.#isIssuing) return;
    this.#isIssuing = true;
    this.#issueWhatIsReady()
      .catch(() => undefined)
      .finally(() => {
        this.#isIssuing = false;
      });
  }

  async #issueWhatIsReady(): Promise<void> {
    for (const [hostname, alias] of this.#aliases) {
      if (alias.serving !== 'waiting') continue;
      if (!this.#isReady(hostname)) alias.readySince = undefined;
      else alias.readySince ??= Date.now();
      if (alias.readySince !== undefined && Date.now() - alias.readySince >= this.#delayMs)
        await this.#issue(hostname, alias);
    }
  }

  /** A failed check doesn't affect the other names. */
  #isReady(hostname: string): boolean {
    try {
      return this.options.mayIssue(hostname);
    } catch {
      return false;
    }
  }

  /** Creating a certificate takes a moment, in which the alias may be removed or changed. */
  async #issue(hostname: string, alias: Alias): Promise<void> {
    const context = await this.#contextFor(hostname, 'issued');
    if (this.#aliases.get(hostname) !== alias) return;
    this.#aliases.set(hostname, { serving: 'issued', context, readySince: undefined });
    this.options.onChange?.();
  }

  async #contextFor(
    hostname: string,
    serving: Serving,
    shape?: CertificateShape,
  ): Promise<SecureContext | undefined> {
    if (!isCertificateKind(serving)) return undefined;
    return createSecureContext(await certificateOfKind(this.options.ca, hostname, serving, shape));
  }
}

function listenEdge(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

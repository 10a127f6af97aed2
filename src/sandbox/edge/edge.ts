import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { CertificateAuthority } from './certificate-authority.js';
import {
  type CertificateKind,
  type CertificateShape,
  certificateOfKind,
  isCertificateKind,
} from './certificates.js';

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
  /** Answers a name's requests over TLS so, in place of its WordPress, closes the connection, or never answers. */
  setPage(hostname: string, page: SecurePage | 'closed' | 'silent'): void;
  servingOf(hostname: string): Serving | undefined;
  /** Is the name an alias, or covered by a wildcard one? */
  hasAlias(hostname: string): boolean;
  setIssuanceDelay(ms: number): void;
  issuanceDelayMs(): number;
  stop(): Promise<void>;
}

export interface SecurePage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Alias {
  serving: Serving;
  context: SecureContext | undefined;
  /** Since when its certificate could be issued. */
  readySince: number | undefined;
}

const POLL_MS = 250;
const HANDSHAKE_RECORD = 22;
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
  const { ca, mayIssue, onChange } = options;
  const aliases = new Map<string, Alias>();
  const headersOf = new Map<string, Readonly<Record<string, string>>>();
  const pagesOf = new Map<string, SecurePage | 'closed' | 'silent'>();
  const sockets = new Set<Socket>();
  let delayMs = options.issuanceDelayMs;
  const fallback = createSecureContext(await ca.issue(options.defaultNames));

  async function contextFor(
    hostname: string,
    serving: Serving,
    shape?: CertificateShape,
  ): Promise<SecureContext | undefined> {
    if (!isCertificateKind(serving)) return undefined;
    return createSecureContext(await certificateOfKind(ca, hostname, serving, shape));
  }

  async function serve(hostname: string, serving: Serving, shape?: CertificateShape): Promise<void> {
    const context = await contextFor(hostname, serving, shape);
    aliases.set(hostname, { serving, context, readySince: undefined });
    onChange?.();
  }

  /** A failed check doesn't affect the other names. */
  function isReady(hostname: string): boolean {
    try {
      return mayIssue(hostname);
    } catch {
      return false;
    }
  }

  async function issueWhatIsReady(): Promise<void> {
    for (const [hostname, alias] of aliases) {
      if (alias.serving !== 'waiting') continue;
      if (!isReady(hostname)) alias.readySince = undefined;
      else alias.readySince ??= Date.now();
      if (alias.readySince !== undefined && Date.now() - alias.readySince >= delayMs)
        await issue(hostname, alias);
    }
  }

  /** Creating a certificate takes a moment, in which the alias may be removed or changed. */
  async function issue(hostname: string, alias: Alias): Promise<void> {
    const context = await contextFor(hostname, 'issued');
    if (aliases.get(hostname) !== alias) return;
    aliases.set(hostname, { serving: 'issued', context, readySince: undefined });
    onChange?.();
  }

  const aliasOf = (name: string): Alias | undefined =>
    aliases.get(name) ?? aliases.get(`*.${name.slice(name.indexOf('.') + 1)}`);

  function greet(socket: Socket, hello: Buffer): void {
    const name = serverNameOf(hello) ?? '';
    const alias = aliasOf(name);
    if (alias?.serving === 'silent') return;
    if (alias?.serving === 'reset') return void socket.resetAndDestroy();
    if (alias?.serving === 'plain-http')
      return void socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
    const refusal = alias && ALERTS[alias.serving];
    if (refusal) return void socket.end(refusal);
    socket.pause();
    socket.unshift(hello);
    answerTls(socket, alias?.context ?? fallback, name, {
      location: options.redirect?.(name),
      headers: headersOf.get(name) ?? {},
      page: pagesOf.get(name),
    });
  }

  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    firstTlsRecord(socket, (hello) => greet(socket, hello));
  });
  await listenEdge(server, options.address ?? '127.0.0.1', options.port ?? 0);
  const { address, port } = server.address() as AddressInfo;
  let isIssuing = false;
  const polling = setInterval(() => {
    if (isIssuing) return;
    isIssuing = true;
    issueWhatIsReady()
      .catch(() => undefined)
      .finally(() => {
        isIssuing = false;
      });
  }, POLL_MS).unref();

  return {
    address,
    port,
    serve,
    setAliases: (hostnames) => {
      const wanted = new Set(hostnames);
      for (const hostname of aliases.keys()) if (!wanted.has(hostname)) aliases.delete(hostname);
      for (const hostname of hostnames)
        if (!aliases.has(hostname))
          aliases.set(hostname, { serving: 'waiting', context: undefined, readySince: undefined });
      onChange?.();
    },
    hasAlias: (hostname) => aliasOf(hostname) !== undefined,
    setPage: (hostname, page) => void pagesOf.set(hostname, page),
    setHeaders: (hostname, headers) => void headersOf.set(hostname, headers),
    servingOf: (hostname) => aliases.get(hostname)?.serving,
    setIssuanceDelay: (ms) => {
      delayMs = ms;
    },
    issuanceDelayMs: () => delayMs,
    stop: () =>
      new Promise((resolve) => {
        clearInterval(polling);
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/**
 * Waits for a whole TLS record, because a ClientHello may come in pieces. Anything but a handshake is passed on at
 * once.
 */
function firstTlsRecord(socket: Socket, then: (record: Buffer) => void): void {
  let received = Buffer.alloc(0);
  const gather = (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    const isHandshake = received[0] === HANDSHAKE_RECORD;
    if (isHandshake && (received.length < 5 || received.length < 5 + received.readUInt16BE(3))) return;
    socket.off('data', gather);
    then(received);
  };
  socket.on('data', gather);
}

interface PageShape {
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly page: SecurePage | 'closed' | 'silent' | undefined;
}

function answerTls(
  socket: Socket,
  secureContext: SecureContext,
  name: string,
  { location, headers, page }: PageShape,
): void {
  const secured = new TLSSocket(socket, { isServer: true, secureContext });
  secured.on('error', () => socket.destroy());
  secured.once('data', () => {
    if (location !== undefined)
      return void secured.end(
        `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
      );
    if (page === 'silent') return;
    if (page) return void secured.end(page === 'closed' ? '' : rawAnswer(page));
    const body = `<!doctype html><title>${escapeHtml(name)}</title><h1>WordPress site of ${escapeHtml(name)}</h1>`;
    const more = Object.entries(headers).map(([header, value]) => `${header}: ${value}\r\n`);
    secured.end(
      `HTTP/1.1 200 OK\r\n${more.join('')}content-type: text/html; charset=utf-8\r\nlink: <https://${escapeHtml(name)}/wp-json/>; rel="https://api.w.org/"\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  });
}

function rawAnswer({ status = 200, headers = {}, body = '' }: SecurePage): string {
  const all = { 'content-type': 'text/html; charset=utf-8', ...headers, connection: 'close' };
  const lines = Object.entries(all).map(([header, value]) => `${header}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Status\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const escapeHtml = (text: string): string => text.replace(/[^\w.*-]/g, '');

/** The server_name of a ClientHello (RFC 8446 4.1.2, RFC 6066 3); undefined when there is none. */
function serverNameOf(hello: Buffer): string | undefined {
  try {
    let at = 5 + 4 + 2 + 32;
    at += 1 + hello.readUInt8(at);
    at += 2 + hello.readUInt16BE(at);
    at += 1 + hello.readUInt8(at);
    const end = at + 2 + hello.readUInt16BE(at);
    at += 2;
    while (at + 4 <= end) {
      const [type, length] = [hello.readUInt16BE(at), hello.readUInt16BE(at + 2)];
      if (type === 0)
        return hello.toString('ascii', at + 9, at + 9 + hello.readUInt16BE(at + 7)).toLowerCase();
      at += 4 + length;
    }
  } catch {
    // Not a ClientHello, or one in pieces.
  }
  return undefined;
}

function listenEdge(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

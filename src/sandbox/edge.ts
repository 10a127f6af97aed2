import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { CertificateAuthority } from './certificate-authority.js';

/** What a hostname is served with. `waiting`: the default certificate, until DNS is right for long enough. */
export type Serving =
  | 'waiting'
  | 'blocked'
  | 'issued'
  | 'expired'
  | 'self-signed'
  | 'missing-intermediate'
  | 'wrong-name'
  | 'unknown-name'
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
  readonly onChange?: () => void;
}

export interface Edge {
  readonly address: string;
  readonly port: number;
  setAliases(hostnames: readonly string[]): void;
  /** For an alias: what it is served with from now on. */
  serve(hostname: string, serving: Serving): Promise<void>;
  servingOf(hostname: string): Serving | undefined;
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
/** RFC 8446 6.2: a fatal unrecognized_name alert in a TLS 1.2 record. */
const UNRECOGNISED_NAME = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x70]);

/** The host's front door: TLS by server name, with certificates that come when alias and DNS are right. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const { ca, mayIssue, onChange } = options;
  const aliases = new Map<string, Alias>();
  const sockets = new Set<Socket>();
  let delayMs = options.issuanceDelayMs;
  const fallback = createSecureContext(await ca.issue(options.defaultNames));

  async function contextFor(hostname: string, serving: Serving): Promise<SecureContext | undefined> {
    const day = 86_400_000;
    switch (serving) {
      case 'issued':
        return createSecureContext(await ca.issue([hostname]));
      case 'expired':
        return createSecureContext(
          await ca.issue([hostname], {
            notBefore: new Date(Date.now() - 91 * day),
            notAfter: new Date(Date.now() - day),
          }),
        );
      case 'self-signed':
        return createSecureContext(await ca.selfSigned(hostname));
      case 'missing-intermediate':
        return createSecureContext(await ca.issue([hostname], { withoutIntermediate: true }));
      case 'wrong-name':
        return createSecureContext(await ca.issue(['somebody-else.example']));
      default:
        return undefined;
    }
  }

  async function serve(hostname: string, serving: Serving): Promise<void> {
    const context = await contextFor(hostname, serving);
    aliases.set(hostname, { serving, context, readySince: undefined });
    onChange?.();
  }

  async function issueWhatIsReady(): Promise<void> {
    for (const [hostname, alias] of aliases) {
      if (alias.serving !== 'waiting') continue;
      if (!mayIssue(hostname)) alias.readySince = undefined;
      else alias.readySince ??= Date.now();
      if (alias.readySince !== undefined && Date.now() - alias.readySince >= delayMs)
        await serve(hostname, 'issued');
    }
  }

  const aliasOf = (name: string): Alias | undefined =>
    aliases.get(name) ?? aliases.get(`*.${name.slice(name.indexOf('.') + 1)}`);

  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    socket.once('data', (hello) => {
      const alias = aliasOf(serverNameOf(hello) ?? '');
      if (alias?.serving === 'silent') return;
      if (alias?.serving === 'reset') return void socket.resetAndDestroy();
      if (alias?.serving === 'plain-http')
        return void socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
      if (alias?.serving === 'unknown-name') return void socket.end(UNRECOGNISED_NAME);
      socket.pause();
      socket.unshift(hello);
      answer(socket, alias?.context ?? fallback, serverNameOf(hello) ?? '');
    });
  });
  await listen(server, options.address ?? '127.0.0.1', options.port ?? 0);
  const { address, port } = server.address() as AddressInfo;
  const polling = setInterval(() => {
    issueWhatIsReady().catch(() => undefined);
  }, POLL_MS).unref();

  return {
    address,
    port,
    serve,
    setAliases: (hostnames) => {
      for (const hostname of aliases.keys()) if (!hostnames.includes(hostname)) aliases.delete(hostname);
      for (const hostname of hostnames)
        if (!aliases.has(hostname))
          aliases.set(hostname, { serving: 'waiting', context: undefined, readySince: undefined });
      onChange?.();
    },
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

function answer(socket: Socket, secureContext: SecureContext, name: string): void {
  const secured = new TLSSocket(socket, { isServer: true, secureContext });
  secured.on('error', () => socket.destroy());
  secured.once('data', () => {
    const body = `<!doctype html><title>${escapeHtml(name)}</title><h1>WordPress site of ${escapeHtml(name)}</h1>`;
    secured.end(
      `HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  });
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

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

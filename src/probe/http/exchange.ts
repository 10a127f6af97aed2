import { isIPv6, type Socket } from 'node:net';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { type SecureContext, TLSSocket } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { buildConnector, Client } from 'undici';
import type { HttpOutcome } from '../../core/observation/http.js';
import { codeOf, networkFailureOf } from '../../util/network-errors.js';
import { userAgent } from '../../util/version.js';

/** A request's destination: a literal address, whatever the URL's host resolves to. */
export interface Destination {
  readonly address: string;
  readonly port: number;
}

export interface FetchedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** At most 256 KiB of it: page builders put their styles before everything else. */
  readonly body: string;
  /** Over https: would a browser trust the certificate? */
  readonly isTrusted?: boolean;
}

export type Failure = Extract<HttpOutcome, 'not-http' | 'reset' | 'refused' | 'timeout' | 'unreachable'>;

const MAX_BODY = 256 * 1024;
const MAX_READ = 4 * MAX_BODY;
/** Node's default of 16 KiB is less than a long policy and a shop's cookies need; browsers read 256 KiB. */
const MAX_HEADERS = 64 * 1024;
const WATCH_MS = 100;
/** One for all: undici's own would collect a stack trace for each connection. */
const DONE = new Error('the page has been read');
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** How to connect, if the URL's scheme is https. */
export type Connecting =
  | {
      readonly secureContext: SecureContext;
      /** The certificate must be valid for the host; otherwise any will do. */
      readonly isValidated?: boolean;
    }
  /** A connection that exists already. */
  | { readonly socket: TLSSocket };

interface Manner {
  readonly cookie?: string;
  /** Of a page that never ends: what came in time. */
  readonly takesPart?: boolean;
}

/** One GET without credentials. Never throws. */
export async function fetchPage(
  url: URL,
  { address, port }: Destination,
  signal: AbortSignal,
  connecting: Connecting,
  { cookie = '', takesPart = false }: Manner = {},
): Promise<FetchedPage | Failure> {
  const origin = `${url.protocol}//${isIPv6(address) ? `[${address}]` : address}:${port}`;
  let socket: Socket | undefined;
  const client = new Client(origin, {
    connect: (options, callback) =>
      connectOver(url.hostname, connecting)(options, (...[error, opened]) => {
        if (error) return callback(error, null);
        socket = opened;
        callback(null, opened);
      }),
    pipelining: 0,
    maxHeaderSize: MAX_HEADERS,
  });
  // Interim answers, chunk extensions and trailers aren't part of the body, and nothing else bounds them.
  const watch = setInterval(() => (socket?.bytesRead ?? 0) > MAX_READ && socket?.destroy(), WATCH_MS);
  try {
    const { statusCode, headers, body } = await client.request({
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: {
        host: url.hostname,
        'user-agent': userAgent,
        'accept-encoding': 'identity',
        ...(cookie === '' ? {} : { cookie }),
      },
      signal,
    });
    const isTrusted = socket instanceof TLSSocket ? socket.authorized : undefined;
    return {
      status: statusCode,
      headers,
      body: await beginningOf(uncompressed(body, headers), () => takesPart && signal.aborted),
      ...(isTrusted === undefined ? {} : { isTrusted }),
    };
  } catch (error) {
    return failureOf(error, signal);
  } finally {
    clearInterval(watch);
    await client.destroy(DONE);
  }
}

function connectOver(servername: string, connecting: Connecting): buildConnector.connector {
  // undici misses an answer that comes before its own call has returned.
  if ('socket' in connecting) return (_, callback) => queueMicrotask(() => callback(null, connecting.socket));
  const { secureContext, isValidated = false } = connecting;
  return buildConnector({ servername: bareHost(servername), secureContext, rejectUnauthorized: isValidated });
}

/** A host may be written with its final dot (RFC 3986 3.2.2), which names in TLS don't have (RFC 6066 3). */
export const bareHost = (host: string): string => host.replace(/\.$/, '');

/** Some servers compress whatever was asked for. Undecodable bodies fail while they are read. */
function uncompressed(body: Readable, headers: FetchedPage['headers']): AsyncIterable<Buffer> {
  const decoder = DECODERS[String(headers['content-encoding']).toLowerCase()]?.();
  // A failure surfaces where the body is read.
  return decoder ? pipeline(body, decoder, () => undefined) : body;
}

async function beginningOf(body: AsyncIterable<Buffer>, isEnough: () => boolean): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MAX_BODY) break;
    }
  } catch (error) {
    if (length === 0 || !isEnough()) throw error;
  }
  return Buffer.concat(chunks).toString('utf8', 0, MAX_BODY);
}

/** Everything else is a parser error: no HTTP, or headers over the limit. */
function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return 'timeout';
  const code = codeOf(error);
  return networkFailureOf(code) ?? (code.startsWith('ERR_SSL') ? 'reset' : 'not-http');
}
